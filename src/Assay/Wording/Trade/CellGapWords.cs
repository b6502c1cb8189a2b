using Assay.Cases.Books;
using Assay.Trade.Findings;

namespace Assay.Wording.Trade;

/// <summary>What small gaps of members mean for a cell that is for the most part one such member's, in words.</summary>
internal static class CellGapWords
{
    private const double Most = 0.5;

    /// <summary>The sentences; empty where no such member supplies most of the cell, or where who supplies it is not looked at.</summary>
    public static string Said(CellReply cell) => string.Concat(cell.Report.Panel.Gaps.Select(gap => Before(cell, gap) + After(cell, gap)));

    private static string Before(CellReply cell, MemberGap gap) =>
        Of(cell, gap, cell.Report.Window.Before, s => s.Before) is { } lacked
            ? $" Most of the trade before is from {lacked}: part of the rise may be that gap."
            : "";

    private static string After(CellReply cell, MemberGap gap) =>
        Of(cell, gap, cell.Report.Window.After, s => s.After) is { } lacked
            ? $" Most of the trade after is from {lacked}: the rise may be larger."
            : "";

    // The member with the periods it lacks; null where it lacks none of the side or most of the side is others'.
    private static string? Of(CellReply cell, MemberGap gap, int[] side, Func<TradeSide, double> of)
    {
        var lacked = side.Select(t => cell.Report.Panel.Periods[t]).Where(gap.Periods.Contains).Distinct().Order();
        string[] periods = [.. lacked.Select(Amounts.Period)];
        var sent = cell.SentBy ?? [];
        var own = sent.Where(s => s.Member == gap.Member).Sum(s => of(s.Trade));
        return periods.Length > 0 && own > Most * sent.Sum(s => of(s.Trade))
            ? $"{CountryLabels.Name(gap.Member)} ({Amounts.Percent(own / sent.Sum(s => of(s.Trade)))} %), which reports nothing for {LeftOutWords.Named(periods)}"
            : null;
    }
}
