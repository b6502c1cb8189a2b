using System.Text.RegularExpressions;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Where the heading of a table stands, and what it says of each column.</summary>
/// <param name="Rows">All rows of the sheet.</param>
/// <param name="First">Rows before the first one of data.</param>
/// <param name="Above">Rows above the heading.</param>
/// <param name="Heads">The heading of each column as shown.</param>
/// <param name="Columns">What each heading says, or null.</param>
internal sealed partial record FoundTable(
    IEnumerable<IReadOnlyList<string>> Rows,
    int First,
    IReadOnlyList<IReadOnlyList<string>> Above,
    IReadOnlyList<string> Heads,
    IReadOnlyList<ColumnPart?> Columns
)
{
    private const int KeysLooked = 3;

    /// <summary>Whether the first row is one of data: most of its cells are numbers and none is a heading that is known.</summary>
    public bool IsHeadless =>
        Columns.All(c => c is null or { Key: null, Field: null, Flow: null })
        && Heads.Count(h => Number().IsMatch(h) || Codes.PeriodText.Read(h) is not null) * 5 >= 2 * Heads.Count(h => h.Length > 0)
        && Heads.Any(Number().IsMatch);

    /// <summary>Whether periods or flows stand in the headings, so that a row holds several observations.</summary>
    public bool IsSpread => Columns.Count(c => c is { IsAmount: true, Period: > 0 }) >= 2 || OnePeriod || ByFlow;

    /// <summary>The columns that are nothing that is known, by their headings.</summary>
    public IEnumerable<string> Unknown => Heads.Where((h, i) => h.Length > 0 && Columns[i] is null);

    private bool OnePeriod =>
        Heads is [var first, ..]
        && first.StartsWith("TIME", StringComparison.OrdinalIgnoreCase)
        && Columns.Count(c => c is { Period: > 0, IsAmount: true }) == 1;

    private bool ByFlow => Columns.Any(c => c is { IsAmount: true, Flow: not null }) && !Columns.Any(c => c is { Key: "flow" });

    /// <summary>The table of a sheet; null where the sheet is empty.</summary>
    public static FoundTable? Of(Sheet sheet, TradeMapping mapping)
    {
        var head = sheet.Head.ToList();
        var reader = new ColumnReader(mapping);
        var parts = head.ConvertAll(r => (IReadOnlyList<ColumnPart?>)[.. r.Select(reader.Read)]);
        if (At(head, parts) is not { } at)
            return null;
        var (heads, columns) = (head[at].ToList(), parts[at].ToList());
        var (first, above) = (at + 1, at);
        // Above the row of months may stand the years, and flows; merged cells are written once.
        while (above > 0 && above > at - 2 && Parts(head[above - 1], parts[above - 1], columns))
            Merge(head[--above], parts[above], heads, columns);
        // Below the row of months may stand the names of the columns to their left.
        if (!columns.Exists(c => c is { Key: not (null or "period" or "year" or "month") }))
        {
            var below = Enumerable
                .Range(first, Math.Min(KeysLooked, head.Count - first))
                .Where(i => parts[i].Any(c => c is { Key: not null }));
            foreach (var i in below.Take(1).ToList())
                (first, _) = (i + 1, Keys(head[i], parts[i], heads, columns));
        }

        return new FoundTable(sheet.Rows, first, head[..above], heads, columns);
    }

    // The row that says most, among those down to the first that is as long as the table is wide; a row of numbers is none.
    private static int? At(List<IReadOnlyList<string>> head, List<IReadOnlyList<ColumnPart?>> parts)
    {
        var width = head.Select(Filled).DefaultIfEmpty(0).Max();
        if (width == 0)
            return null;
        var last = head.FindIndex(r => Filled(r) >= Math.Max(width - 1, 1));
        var candidates = Enumerable
            .Range(0, Math.Min(last + 3, head.Count))
            .Where(i => i <= last || head[i].All(c => parts[i][head[i].ToList().IndexOf(c)] is not null || !Number().IsMatch(c)))
            .ToList();
        var best = candidates.MaxBy(i => Score(parts[i]));
        return Score(parts[best]) > 0 ? best : last;
    }

    private static int Score(IReadOnlyList<ColumnPart?> parts)
    {
        var periods = parts.Where(p => p is { Period: > 0, Field: null, Flow: null }).ToList();
        var repeated = periods.Exists(p => p!.Frequency == 'A') && periods.Distinct().Count() < periods.Count / 2;
        return repeated ? 0 : parts.Count(p => p is not null);
    }

    private static bool Parts(IReadOnlyList<string> row, IReadOnlyList<ColumnPart?> parts, List<ColumnPart?> columns)
    {
        var start = columns.FindIndex(c => c is { IsAmount: true });
        return start >= 0
            && Enumerable.Range(start, Math.Max(0, row.Count - start)).Any(i => parts[i] is { IsAmount: true })
            && row.Skip(start).Any(c => c.Length > 0)
            && !row.Take(start).Any(c => Number().IsMatch(c));
    }

    private static void Merge(IReadOnlyList<string> row, IReadOnlyList<ColumnPart?> parts, List<string> heads, List<ColumnPart?> columns)
    {
        var (carried, words) = ((ColumnPart?)null, "");
        for (var i = 0; i < heads.Count; i++)
        {
            var own = i < row.Count ? row[i].Trim() : "";
            if (own.Length > 0)
                (carried, words) = (parts[i], own);
            if (heads[i].Length == 0 && own.Length > 0 && parts[i] is { Key: not null })
                (heads[i], columns[i]) = (own, parts[i]);
            else if (carried is { IsAmount: true } && columns[i] is { IsAmount: true } part)
                (heads[i], columns[i]) = ($"{words} {heads[i]}", part.Under(carried));
        }
    }

    private static bool Keys(IReadOnlyList<string> row, IReadOnlyList<ColumnPart?> parts, List<string> heads, List<ColumnPart?> columns)
    {
        for (var i = 0; i < row.Count && i < heads.Count; i++)
            if (parts[i] is { Key: not null } && columns[i] is null or { Key: "period" } or { Key: null, Period: 0 })
                (heads[i], columns[i]) = (row[i], parts[i]);
        return true;
    }

    private static int Filled(IReadOnlyList<string> row)
    {
        var last = row.Count;
        while (last > 0 && row[last - 1].Length == 0)
            last--;
        return last;
    }

    /// <summary>A cell of numbers.</summary>
    [GeneratedRegex(@"^[+-]?[0-9][0-9 .,]*$")]
    private static partial Regex Number();
}
