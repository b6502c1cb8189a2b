using Assay.Trade.Codes;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.Mapped;

/// <summary>A column that is not read and parts an amount, by mode of transport or by origin of the goods, where some rows hold the total
/// over it: then its parts are not added to it.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Totals">The words that stand for the total in it, in small letters.</param>
internal sealed record Breakdown(string Heading, IReadOnlyList<string> Totals)
{
    private const string Reason = "a part of a total that is also in the file";

    private static readonly HashSet<string> Words = [.. DataText.Rows("Formats.Mapped.Data.totals.csv").Select(r => r[0])];

    /// <summary>The breakdowns of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">What stands in its columns.</param>
    /// <param name="own">Words for totals that a layout knows.</param>
    /// <param name="read">Headings that are read for something else.</param>
    public static IReadOnlyList<Breakdown> Of(
        FoundTable table,
        ColumnValues values,
        IReadOnlyList<string> own,
        IReadOnlySet<string> read
    ) =>
        [
            .. Enumerable
                .Range(0, table.Columns.Count)
                .Where(i => table.Columns[i] is null && table.Heads[i].Length > 0 && !read.Contains(table.Heads[i]))
                .Select(i => new Breakdown(table.Heads[i], [.. values.Of(i).Select(Fold).Where(v => IsTotal(v, own)).Distinct()]))
                .Where((b, at) => b.Totals.Count > 0 && values.Of(b.Heading).Select(Fold).Any(v => v.Length > 0 && !b.Totals.Contains(v))),
        ];

    /// <summary>Whether a cell holds the total.</summary>
    public bool Holds(string? cell) => cell is not null && Totals.Contains(Fold(cell));

    /// <summary>SQL that is true where a row holds the total over every breakdown.</summary>
    public static string Whole(IReadOnlyList<Breakdown> breakdowns, Func<string, string> identifier) =>
        string.Join(
            " AND ",
            breakdowns.Select(b =>
                $"coalesce(lower(trim({identifier(b.Heading)})), '') IN ({string.Join(", ", b.Totals.Select(SqlText.Quote))})"
            )
        );

    /// <summary>SQL for why a row is left out: a part beside the total of the same trade.</summary>
    /// <param name="whole">SQL that is true where it holds the total.</param>
    /// <param name="keys">What tells one trade from another.</param>
    public static string LeftOut(string whole, IEnumerable<string> keys) =>
        $"CASE WHEN NOT ({whole}) AND bool_or({whole}) OVER (PARTITION BY {string.Join(", ", keys)}) THEN {SqlText.Quote(Reason)} END";

    private static bool IsTotal(string value, IReadOnlyList<string> own) =>
        Words.Contains(value)
        // "TOT: Total" is a code with its label.
        || (value.LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && Words.Contains(value[(colon + 2)..]))
        || own.Contains(value)
        || value.StartsWith("total ", StringComparison.Ordinal)
        || value.StartsWith("all ", StringComparison.Ordinal);

    private static string Fold(string cell) => cell.Trim().ToLowerInvariant();
}
