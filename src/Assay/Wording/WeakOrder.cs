using Assay.Cases.Report;

namespace Assay.Wording;

/// <summary>Orders that nobody claims but a reader takes in: two clocks of one passage, whose order some readings of their zones
/// reverse.</summary>
/// <param name="By">Ids of the zone variables that decide all of them.</param>
/// <param name="Orders">The orders, at least one.</param>
internal sealed record WeakOrder(IReadOnlyList<string> By, IReadOnlyList<OrderEntry> Orders)
{
    /// <summary>The weak orders of a report, those that the same clocks decide together.</summary>
    public static IReadOnlyList<WeakOrder> Of(ReportIndex index) =>
        [
            .. index
                .Report.Orders.Where(o => o.Verdict == Outcome.Sometimes && o.DecidedBy.Count > 0 && IsOnePassage(index, o))
                .GroupBy(o => string.Join('\n', o.DecidedBy.Order(StringComparer.Ordinal)))
                .Select(g => new WeakOrder(g.First().DecidedBy, [.. g])),
        ];

    /// <summary>How many they are and what decides them, in a sentence.</summary>
    public string Sentence(ReportIndex index) =>
        $"Some readings of {string.Join(" and ", By.Select(index.Variable))} reverse {Verdicts.Count(Orders.Count, "order")} told within one passage.";

    /// <summary>One of them in words.</summary>
    public static string Words(ReportIndex index, OrderEntry order) =>
        $"“{index.Label(order.Earlier)}” before “{index.Label(order.Later)}”: {Spans.SignedRange(order.GapMin, order.GapMax)} over all readings";

    private static bool IsOnePassage(ReportIndex index, OrderEntry order)
    {
        var passages = Passages(index, order.Earlier);
        return Passages(index, order.Later).Any(passages.Contains);
    }

    private static HashSet<(string Source, int? Block)> Passages(ReportIndex index, string e) =>
        [.. index.Clocks(e).Select(c => (c.Quote.Source, index.Block(c.Quote.Source, c.Quote.Start))).Where(p => p.Item2 is not null)];
}
