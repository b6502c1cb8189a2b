using Assay.Ground.Outcomes;
using Assay.Trade.Lake;

namespace Assay.Cases.Books;

/// <summary>What books hold of one side of trade.</summary>
/// <param name="Flow">X (exports) or M (imports).</param>
/// <param name="Reporters">Who reports it, in the order of their codes.</param>
/// <param name="Monthly">True for months, false for years.</param>
/// <param name="Level">CN8, HS6, HS4, HS2, TOTAL or OTHER.</param>
/// <param name="Currency">Currency of the values.</param>
/// <param name="First">First period, yyyymm or yyyy00.</param>
/// <param name="Last">Last period.</param>
/// <param name="Missing">Periods in between that some reporter did not report, added up: unknown, not zero.</param>
/// <param name="Rows">Rows before overlaps are resolved.</param>
public sealed record HeldFlow(
    string Flow,
    IReadOnlyList<string> Reporters,
    bool Monthly,
    string Level,
    string Currency,
    int First,
    int Last,
    int Missing,
    long Rows
);

/// <summary>What books hold.</summary>
/// <param name="Flows">By flow, level, frequency and currency.</param>
/// <param name="Files">The files, in order of import.</param>
public sealed record BooksReply(IReadOnlyList<HeldFlow> Flows, IReadOnlyList<FileProvenance> Files);

/// <summary>Says what customs books hold.</summary>
public sealed class ShowBooks
{
    /// <summary>Opens the books and reads what they cover.</summary>
    /// <param name="lake">Their directory.</param>
    /// <returns>What they hold, or the error where there are none, they are empty, or they are not as they were imported.</returns>
    public static Result<BooksReply> Run(string lake)
    {
        var opened = TradeLake.Open(lake);
        if (!opened.Succeeded)
            return opened.Error;
        using var books = opened.Value;
        var flows = books
            .Coverage()
            .GroupBy(c => (c.Flow, c.Frequency, c.Level, c.Currency))
            .Select(g => new HeldFlow(
                g.Key.Flow,
                [.. g.Select(c => c.Reporter).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                g.Key.Frequency == "M",
                g.Key.Level,
                g.Key.Currency,
                g.Min(c => c.First),
                g.Max(c => c.Last),
                g.Sum(c => c.Missing),
                g.Sum(c => c.Rows)
            ))
            .OrderByDescending(f => f.Flow, StringComparer.Ordinal)
            .ThenByDescending(f => f.Rows);
        return new BooksReply([.. flows], books.Files);
    }
}
