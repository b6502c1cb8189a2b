using Assay.Ground.Outcomes;
using Assay.Trade.Codes;
using Assay.Trade.Flows;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>
/// Takes a panel out of a column store. Each flow is read at one level, the finest complete one, in the currency of the request.
/// Restricted
/// codes
/// form families of the wanted length; unrestricted codes form one group per heading that has restricted goods (their siblings) and one
/// per
/// other chapter. Where totals are reported and the finest level does not add up to them, what is left forms a group of its own.
/// </summary>
public static class PanelBuilder
{
    /// <summary>Name of the group that holds the totals less everything listed.</summary>
    public const string Rest = "rest of all goods";

    // Segments looked at to see at which levels a bloc reports.
    private const int Sample = 60;

    /// <summary>The panel; an error where the bloc reports nothing of the kind, or nothing in the target's direction.</summary>
    /// <param name="columns">The store.</param>
    /// <param name="request">What to take out.</param>
    /// <param name="compared">The periods compared, of those of the panel; null where there are none.</param>
    public static Result<TradePanel> Build(TradeColumns columns, PanelRequest request, Func<int[], Window?> compared)
    {
        var segments = columns
            .Segments.Where(s =>
                s.Flow == request.Outcome && s.Frequency == request.Frequency && request.ReportsOutcome(columns.Reporters[s.Reporter])
            )
            .ToList();
        if (segments.Count == 0)
            return PanelErrors.Nothing(columns, request);
        var target = columns.Partners.ToList().IndexOf(request.Target);
        if (target < 0)
            return new Error(
                ErrorKind.Input,
                $"No one in the lake reports trade with '{request.Target}'.",
                "Give the ISO alpha-2 code of a partner the lake holds."
            );
        var goods = new PanelGoods(columns, request, Levels(columns, segments, request));
        var periods = Periods(segments);
        var destinations = Destinations(columns, segments, request);
        var size = destinations.Length * goods.Names.Length * periods.Length;
        var panel = new TradePanel(destinations, goods.Names, goods.Restricted, periods, [], new double[size], new double[size])
        {
            Members = (request.Origin ?? columns.Reporters).ToHashSet(StringComparer.Ordinal),
            Digits = goods.Digits,
            HeldOut = goods.HeldOut,
        };
        var reader = new FlowReader(columns, request.Terms);
        var filled =
            request.Side == OutcomeSide.Imports
                ? ImportFilling.Fill(columns, reader, request, goods, panel)
                : PanelFilling.Fill(columns, reader, request.ReportsOutcome, goods, panel, compared(periods));
        if (filled.Lacking.Count > 0 && !filled.Reported.Any(share => share > 0))
            return PanelErrors.NoRate(filled.Lacking, request);
        if (filled.LeftOut.Share >= 1)
            return PanelErrors.NobodyThroughout(filled.LeftOut);
        if (request.Mass && panel.Masses.All(m => m <= 0))
            return PanelErrors.NoWeights(request);
        panel = panel with
        {
            Reported = filled.Reported,
            Known = filled.Known,
            Rates = reader.Used,
            Lacking = filled.Lacking,
            LeftOut = filled.LeftOut,
            Gaps = filled.Gaps,
        };
        return request.Mass ? panel with { Values = panel.Masses } : panel;
    }

    /// <summary>The levels the bloc reports that can be cut to the wanted digits; where there are none, the finest it reports.</summary>
    private static IReadOnlyList<string> Levels(TradeColumns columns, List<Segment> segments, PanelRequest request)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var s in segments.Take(Sample).Concat(segments.TakeLast(Sample)).Distinct())
            columns.Read(s, (p, _, _, _) => seen.Add(columns.Products[p].Level));
        var total = request.Restricted is [ProductLevels.Total];
        var usable = ProductLevels.Usable(seen, total ? 0 : request.Digits);
        return usable.Count > 0 ? usable : [seen.MaxBy(ProductLevels.Digits) ?? ProductLevels.Total];
    }

    // Exporters report every partner; importers report themselves, so that only those who do are destinations.
    private static string[] Destinations(TradeColumns columns, List<Segment> segments, PanelRequest request) =>
        request.Side == OutcomeSide.Exports
            ? [.. columns.Partners]
            :
            [
                .. segments
                    .Select(s => columns.Reporters[s.Reporter])
                    .Append(request.Target)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];

    private static int[] Periods(List<Segment> segments)
    {
        var (first, last) = (segments.Min(s => s.Period), segments.Max(s => s.Period));
        if (first % 100 == 0)
            return [.. Enumerable.Range(first / 100, (last / 100) - (first / 100) + 1).Select(y => y * 100)];
        return [.. Enumerable.Range(0, Months.Ordinal(last) - Months.Ordinal(first) + 1).Select(i => Months.Add(first, i))];
    }
}
