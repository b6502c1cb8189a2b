using System.Globalization;

namespace Assay.Trade.Formats.Mapped;

/// <summary>What the lines above a table say of all its rows.</summary>
internal sealed class TableLines
{
    private const string Marker = "Data extracted on ";
    private readonly Dictionary<string, string> values = [];

    /// <summary>Reads the lines.</summary>
    public TableLines(IReadOnlyList<IReadOnlyList<string>> above, ColumnReader reader)
    {
        foreach (var row in above.Where(r => r.Any(c => c.Length > 0)))
            Read(row, reader);
    }

    /// <summary>The date in a line "Data extracted on 21/01/2023", where there was one.</summary>
    public DateOnly? Extracted { get; private set; }

    /// <summary>The unit that a line states for the whole table, or null.</summary>
    public UnitReading? Unit { get; private set; }

    /// <summary>A line that speaks of thousands or millions in words that are not understood, or null.</summary>
    public string? Unclear { get; private set; }

    /// <summary>The value of a field in lines such as <c>FLOW | EXPORT</c> or <c>Product: 8703 Motor cars</c>, or null.</summary>
    public string? Of(string field) => values.GetValueOrDefault(field);

    private void Read(IReadOnlyList<string> row, ColumnReader reader)
    {
        var first = row.First(c => c.Length > 0).Trim();
        if (
            first.StartsWith(Marker, StringComparison.Ordinal)
            && first.Length >= Marker.Length + 10
            && DateOnly.TryParseExact(first.AsSpan(Marker.Length, 10), "dd/MM/yyyy", null, DateTimeStyles.None, out var date)
        )
            Extracted = date;
        var colon = first.IndexOf(':', StringComparison.Ordinal);
        var (label, value) = colon > 0 ? (first[..colon], first[(colon + 1)..].Trim()) : (first, "");
        if (value.Length == 0)
            value = row.SkipWhile(c => c.Trim() != first).Skip(1).FirstOrDefault(c => c.Length > 0) ?? "";
        if (value.Length > 0 && reader.Read(label) is { Key: { } key })
            values[key] = key == "product" && colon > 0 ? value.Split(' ')[0] : value;
        foreach (var cell in row.Where(c => c.Length > 0))
            ReadUnit(cell);
    }

    // "Unit: US Dollar thousand", "(mln USD)", "Exports by country, thousand US dollars".
    private void ReadUnit(string cell)
    {
        string[] places =
        [
            cell,
            cell[(cell.IndexOf(':', StringComparison.Ordinal) + 1)..],
            cell[(cell.LastIndexOf(',') + 1)..],
            Between(cell, '(', ')'),
            Between(cell, '[', ']'),
        ];
        if (places.Where(p => p.Trim().Length > 0).Select(UnitText.Whole).FirstOrDefault(u => u is not null) is { } unit)
            Unit ??= unit;
        else if (UnitText.SpeaksOfScale(cell))
            Unclear ??= cell;
    }

    private static string Between(string text, char open, char close)
    {
        var (from, to) = (text.LastIndexOf(open), text.LastIndexOf(close));
        return from >= 0 && to > from ? text[(from + 1)..to] : "";
    }
}
