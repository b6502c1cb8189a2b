using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>
/// What destinations themselves report: exports to the target (onward) and imports from the bloc (mirror), by family and period. A
/// destination that reports no exports (imports) at all in the periods after is unknown, not zero.
/// </summary>
internal sealed class PartnerFlows
{
    private readonly Dictionary<(int J, int P), double[]> onward = [];
    private readonly Dictionary<(int J, int P), double[]> mirror = [];
    private readonly HashSet<(int J, char Flow, int T)> reported = [];
    private readonly TradePanel panel;

    /// <summary>Reads the flows that belong to a panel.</summary>
    public PartnerFlows(TradeColumns columns, PanelRequest request, TradePanel panel)
    {
        this.panel = panel;
        var destination = panel.Destinations.Select((d, i) => (d, i)).ToDictionary(x => x.d, x => x.i, StringComparer.Ordinal);
        var period = panel.Periods.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        var product = Families(columns, panel, request);
        var target = columns.Partners.ToList().IndexOf(request.Target);
        bool[] bloc = [.. columns.Partners.Select(p => request.Origin is null || request.Origin.Contains(p))];
        foreach (var s in columns.Segments)
        {
            if (s.Frequency != request.Frequency || !period.TryGetValue(s.Period, out var t))
                continue;
            if (!destination.TryGetValue(columns.Reporters[s.Reporter], out var j) || bloc[j])
                continue;
            var into = s.Flow == 'X' ? onward : mirror;
            columns.Read(
                s,
                (p, partner, value, mass) =>
                {
                    if (s.Flow == 'X' ? partner != target : !bloc[partner])
                        return;
                    reported.Add((j, s.Flow, t));
                    if (product[p] < 0 || s.Currency != request.Currency)
                        return;
                    if (!into.TryGetValue((j, product[p]), out var series))
                        into[(j, product[p])] = series = new double[panel.Periods.Length];
                    series[t] += request.Mass ? mass : value;
                }
            );
        }
    }

    /// <summary>Exports of the destination to the target by period; null where it does not report them in every period named.</summary>
    public double[]? Onward(int j, int p, IEnumerable<int> periods) => Known(onward, j, p, 'X', periods);

    /// <summary>Imports of the destination from the bloc by period; null where it does not report them.</summary>
    public double[]? Mirror(int j, int p, IEnumerable<int> periods) => Known(mirror, j, p, 'M', periods);

    /// <summary>Whether the destination reports exports to the target in every period named.</summary>
    public bool ReportsOnward(int j, IEnumerable<int> periods) => Reports(j, 'X', periods);

    /// <summary>Whether the destination reports imports from the bloc in every period named.</summary>
    public bool ReportsImports(int j, IEnumerable<int> periods) => Reports(j, 'M', periods);

    private bool Reports(int j, char flow, IEnumerable<int> periods) => periods.All(t => reported.Contains((j, flow, t)));

    private double[]? Known(Dictionary<(int, int), double[]> flows, int j, int p, char flow, IEnumerable<int> periods) =>
        Reports(j, flow, periods) ? flows.GetValueOrDefault((j, p)) ?? new double[panel.Periods.Length] : null;

    private static int[] Families(TradeColumns columns, TradePanel panel, PanelRequest request)
    {
        var digits = request.Digits;
        var at = panel
            .Products.Take(panel.RestrictedCount)
            .Select((n, i) => (n, i))
            .ToDictionary(x => x.n, x => x.i, StringComparer.Ordinal);
        return
        [
            .. columns.Products.Select(p =>
                p.Code.Length >= digits || p.Level == "TOTAL"
                    ? at.GetValueOrDefault(p.Code.Length <= digits ? p.Code : p.Code[..digits], -1)
                    : -1
            ),
        ];
    }
}
