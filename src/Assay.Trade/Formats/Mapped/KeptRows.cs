using Assay.Ground.Outcomes;
using Assay.Trade.Codes;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Tables that hold figures of several kinds in one column, values beside quantities or indices: the rows that are kept.</summary>
internal static class KeptRows
{
    /// <summary>Why a row is left out.</summary>
    public const string Reason = "a figure of another kind than those that are read";

    private const int MostKinds = 60;

    private static readonly string[] KindHeadings = [.. DataText.Rows("Formats.Mapped.Data.kind-headings.csv").Select(r => r[0])];

    /// <summary>SQL that is true where a row is none of those that are kept; null where the table has no such column.</summary>
    public static string? IsOther(
        IReadOnlyDictionary<string, IReadOnlyList<string>> keep,
        IReadOnlyList<string> header,
        Func<string, string> identifier
    ) =>
        keep.Where(k => header.Contains(k.Key))
            .Select(k => $"coalesce(trim({identifier(k.Key)}), '') NOT IN ({string.Join(", ", k.Value.Select(SqlText.Quote))})")
            .ToList()
            is { Count: > 0 } others
            ? string.Join(" OR ", others)
            : null;

    /// <summary>Whether a row is none of those that are kept.</summary>
    public static bool Leaves(
        IReadOnlyDictionary<string, IReadOnlyList<string>> keep,
        IReadOnlyList<string> heads,
        IReadOnlyList<string> row
    ) => keep.Any(k => heads.ToList().IndexOf(k.Key) is >= 0 and var at && !k.Value.Contains(at < row.Count ? row[at].Trim() : ""));

    /// <summary>The question where a column that nobody reads tells kinds of figures apart; null where there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">What stands in its columns.</param>
    /// <param name="mapping">What is said of it.</param>
    /// <param name="name">Name of the file.</param>
    public static Error? Asks(FoundTable table, ColumnValues values, TradeMapping mapping, string name)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var head = table.Heads[i];
            if (
                table.Columns[i] is not (null or { Key: "indicator" })
                || mapping.Columns.Values.Contains(head)
                || mapping.Keep.ContainsKey(head)
            )
                continue;
            if (table.Columns[i] is { Key: "indicator" } && mapping.HasIndicators)
                continue;
            if (mapping.Breakdowns.Any(b => b.Heading == head) || values.Of(i).Count is < 2 or > MostKinds)
                continue;
            if (KindHeadings.Any(h => Headings.Fold(head) == h || Headings.Fold(head) == h + "code"))
                return new Error(
                    ErrorKind.Input,
                    $"The column '{head}' holds figures of several kinds ({string.Join(", ", values.Of(i).Take(4))}), and nothing says which of them are values.",
                    $"Write in a mapping \"keep\": {{ \"{head}\": [ \"{values.Of(i).First()}\" ] }} with those that are, and add --mapping FILE; where it is the flow write \"columns\": {{ \"flow\": \"{head}\" }}.",
                    new Location(name, 1)
                );
        }

        return null;
    }
}
