namespace Assay.Trade.Formats.Mapped;

/// <summary>What stands in the columns of a table, as its first rows show it.</summary>
internal sealed class ColumnValues
{
    private const int RowsLooked = 20_000;
    private const int Most = 500;

    private readonly HashSet<string>[] values;
    private readonly IReadOnlyList<string> heads;

    /// <summary>Looks at the rows of a table.</summary>
    public ColumnValues(FoundTable table)
    {
        heads = table.Heads;
        values = [.. heads.Select(_ => new HashSet<string>(StringComparer.Ordinal))];
        foreach (var row in table.Rows.Skip(table.First).Take(RowsLooked))
            for (var i = 0; i < values.Length && i < row.Count; i++)
                if (values[i].Count <= Most && row[i].Trim() is { Length: > 0 } cell)
                    values[i].Add(cell);
    }

    /// <summary>The values of a column; of one that holds more than a breakdown or a unit can, no value.</summary>
    public IReadOnlyCollection<string> Of(int column) => values[column].Count <= Most ? values[column] : [];

    /// <summary>Whether a column holds two values or more, however many.</summary>
    public bool Differ(int column) => values[column].Count > 1;

    /// <summary>The values of the first column under this heading.</summary>
    public IReadOnlyCollection<string> Of(string heading) => heads.ToList().IndexOf(heading) is >= 0 and var at ? Of(at) : [];
}
