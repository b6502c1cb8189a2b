using System.Globalization;
using Assay.Cases.Books;
using Assay.Trade.Lists;

namespace Assay.Wording.Trade;

/// <summary>What lists of restricted goods say of a product, in words.</summary>
internal static class LawWords
{
    private const int MostCodes = 4;

    /// <summary>Column heads of <see cref="Rows"/>.</summary>
    public static IReadOnlyList<string> Head { get; } = ["List", "Codes", "Measure", "Listed since"];

    /// <summary>A row for each measure of each list, or one that says that there is none.</summary>
    public static IReadOnlyList<string[]> Rows(IReadOnlyList<CellLaw> law) => [.. law.SelectMany(OfList)];

    /// <summary>The law in a sentence.</summary>
    public static string Short(IReadOnlyList<CellLaw> law)
    {
        var measures = law.SelectMany(l => l.Entries.Select(e => (l.List, Entry: e)))
            .GroupBy(e => e.Entry.Measure)
            .Select(g => $"{g.Key} ({Since(g.First().List, g.First().Entry)})")
            .ToList();
        return measures.Count == 0
            ? "No list held names the product: that it is restricted was said by whoever asked."
            : string.Join("; ", measures) + ".";
    }

    /// <summary>Which law a list of goods stands for.</summary>
    /// <param name="named">The goods as they were named.</param>
    public static string Of(string named) =>
        CellLaw.ListOf(named) is not { } list
            ? "The goods were named by codes: that they are restricted was said by whoever asked."
            : list.Title
                + (list.Source.Length > 0 ? $" ({list.Source})" : "")
                + (list.Since is { } since ? $"; restricted throughout from {Amounts.Period(since)}" : "; the list gives no date")
                + "."
                + (list.Note.Length > 0 ? " " + list.Note : "");

    /// <summary>What a list of goods is called: its title, or the codes themselves.</summary>
    /// <param name="named">The goods as they were named.</param>
    public static string Name(string named) => CellLaw.ListOf(named)?.Title ?? named;

    private static IEnumerable<string[]> OfList(CellLaw law) =>
        law.Entries.Count == 0
            ?
            [
                [Name(law), "-", law.List.Complete ? "not on it" : "not in the part of it that is held: unknown", "-"],
            ]
            : law.Entries.GroupBy(e => (e.Measure, e.From, e.KnownBy)).Select(g => Row(law, [.. g]));

    private static string[] Row(CellLaw law, IReadOnlyList<ListEntry> entries) =>
        [
            Name(law),
            string.Join(", ", entries.Take(MostCodes).Select(e => (e.Partial ? "ex " : "") + e.Code))
                + (entries.Count > MostCodes ? $" and {Amounts.Count(entries.Count - MostCodes)} more" : ""),
            entries[0].Measure + (entries[0].Tier.Length > 0 ? $", tier {entries[0].Tier}" : ""),
            Since(law.List, entries[0]),
        ];

    private static string Name(CellLaw law) => law.List.Title + (law.Scanned ? " (scanned)" : "");

    private static string Since(RestrictedList list, ListEntry entry) =>
        (entry.From, entry.KnownBy) switch
        {
            ({ } from, { } known) when from != known => $"between {Day(from)} and {Day(known)}",
            ({ } from, _) when from == list.AsOf => $"by {Day(from)}, the version held"
                + (list.Since is { } month ? $"; such goods restricted from {Amounts.Period(month)}" : ""),
            ({ } from, _) => Day(from),
            _ => list.Since is { } since ? $"{Amounts.Period(since)}, as the list says" : "the list gives no date",
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
