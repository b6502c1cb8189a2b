using Assay.Ground.Outcomes;
using Assay.Trade.Codes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>A product or partner that is said for a whole file whose rows name several: they would be added up under one code.</summary>
internal static class SaidForAll
{
    private static readonly (string Field, string Word)[] Words =
    [
        .. DataText.Rows("Formats.Mapped.Data.key-words.csv").Select(r => (r[0], r[1])),
    ];

    /// <summary>The question where a column that nobody reads tells goods or countries apart that are said to be one; null where there is
    /// none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">What stands in its columns.</param>
    /// <param name="mapping">What is said of it.</param>
    /// <param name="name">Name of the file.</param>
    public static Error? Asks(FoundTable table, ColumnValues values, TradeMapping mapping, string name)
    {
        foreach (var field in (string[])["product", "partner"])
        {
            if (!mapping.Constants.TryGetValue(field, out var said) || mapping.Columns.ContainsKey(field))
                continue;
            for (var i = 0; i < table.Columns.Count; i++)
                if (values.Differ(i) && IsUnread(table, mapping, i, field) && Tells(table.Heads[i], field))
                    return new Error(
                        ErrorKind.Input,
                        $"The {field} is said to be {said} in every row, and the column '{table.Heads[i]}' tells several apart.",
                        $"Leave {field} out and write in a mapping \"columns\": {{ \"{field}\": \"{table.Heads[i]}\" }}; where some of its rows are {said} write \"keep\": {{ \"{table.Heads[i]}\": [ \"VALUE\" ] }} with what names them.",
                        new Location(name, 1)
                    );
        }

        return null;
    }

    private static bool IsUnread(FoundTable table, TradeMapping mapping, int column, string field) =>
        (table.Columns[column] is null || table.Columns[column]!.Key == field)
        && table.Heads[column] is { Length: > 0 } head
        && !mapping.Columns.Values.Contains(head)
        && !mapping.Keep.ContainsKey(head)
        && !mapping.Breakdowns.Any(b => b.Heading == head);

    private static bool Tells(string heading, string field)
    {
        var folded = Headings.Fold(heading);
        return Headings.Find(heading)?.Field == field
            || Words.Any(w => w.Field == field && folded.Contains(w.Word, StringComparison.Ordinal));
    }
}
