using Assay.Trade.Flows;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>Adds what importers report of their trade with the bloc into a panel, and takes down which periods each of them
/// reports.</summary>
internal static class ImportFilling
{
    /// <summary>Fills the panel. A period that an importer does not report is unknown; one that names others and not the bloc is a
    /// report of zero (<see cref="LegReports"/>).</summary>
    public static PanelFill Fill(TradeColumns columns, FlowReader reader, PanelRequest request, PanelGoods goods, TradePanel panel)
    {
        var period = panel.Periods.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        var at = panel.Destinations.Select((d, i) => (d, i)).ToDictionary(x => x.d, x => x.i, StringComparer.Ordinal);
        bool[] bloc = [.. columns.Partners.Select(request.IsOrigin)];
        var reports = panel.Destinations.Select(_ => new LegReports(panel.Periods.Length)).ToArray();
        List<RateLacking> lacking = [];
        var totals = LevelRanks.In(columns, [ProductLevels.Total]);
        foreach (var block in reader.Blocks('M', at.ContainsKey))
        {
            var (j, t) = (at[columns.Reporters[block.Reporter]], period[block.Period]);
            var partners = new HashSet<int>();
            var read = block.Read(
                goods.Ranks,
                (p, k, v, m) =>
                {
                    partners.Add(k);
                    if (bloc[k])
                        PanelFilling.Take(panel, goods, j, goods.Of[p], t, v, m);
                }
            );
            var rest = panel.At(j, panel.Products.Length - 1, t);
            if (goods.HasRest)
                block.Read(totals, (_, k, v, m) => PanelFilling.Add(panel, rest, bloc[k] ? v : 0, bloc[k] ? m : 0));
            if (read.Any)
                reports[j].Add(t, partners.Count, partners.Any(k => bloc[k]), read.Currency);
            else if (read.Lacking is { } currency)
                lacking.Add(new RateLacking(columns.Reporters[block.Reporter], currency, block.Period));
        }

        if (goods.HasRest)
            PanelFilling.NotBelowZero(panel);
        bool[] known = [.. reports.SelectMany(r => r.Known)];
        var who = reports.Where(r => r.Known.Contains(true)).ToList();
        double[] share = [.. panel.Periods.Select((_, t) => who.Count(r => r.Known[t]) / (double)Math.Max(1, who.Count))];
        return new PanelFill(share, lacking, known);
    }
}
