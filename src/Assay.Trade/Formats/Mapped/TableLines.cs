using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Trade.Codes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>What the lines above a table say of all its rows.</summary>
internal sealed partial class TableLines
{
    private static readonly string[] Signs = ["|", "(", "–", " - "];

    private const string Marker = "Data extracted on ";
    private static readonly Dictionary<string, string> Flows = DataText
        .Rows("Formats.Mapped.Data.flow-lines.csv")
        .ToDictionary(r => Headings.Fold(r[0]), r => r[1], StringComparer.Ordinal);

    private readonly Dictionary<string, string> values = [];
    private readonly HashSet<string> flows = [];

    /// <summary>Reads the lines.</summary>
    public TableLines(IReadOnlyList<IReadOnlyList<string>> above, ColumnReader reader)
    {
        foreach (var row in above.Where(r => r.Any(c => c.Length > 0)))
            Read(row, reader);
        // Two flows above one table say that of no row.
        if (flows.Count == 1)
            values.TryAdd("flow", flows.Single());
    }

    /// <summary>The date in a line "Data extracted on 21/01/2023", where there was one.</summary>
    public DateOnly? Extracted { get; private set; }

    /// <summary>The unit that a line states for the whole table, or null.</summary>
    public UnitReading? Unit { get; private set; }

    /// <summary>A line that speaks of thousands or millions in words that are not understood, or null.</summary>
    public string? Unclear { get; private set; }

    /// <summary>The value of a field in lines such as <c>FLOW | EXPORT</c> or <c>Product: 8703 Motor cars</c>, or null.</summary>
    public string? Of(string field) => values.GetValueOrDefault(field);

    /// <summary>What is said of a table of one observation a row, with what its lines say where no column nor the user does.</summary>
    /// <param name="mapping">What is said.</param>
    /// <param name="header">The table's headings.</param>
    public TradeMapping Over(TradeMapping mapping, IReadOnlyList<string> header)
    {
        var fields = new FieldMap(mapping, header);
        var constants = mapping.Constants.ToDictionary();
        foreach (var (field, value) in values.Where(v => v.Key is not ("value" or "netkg" or "suppl") && !fields.Has(v.Key)))
            constants[field] = value;
        var own = Headings.Of("value", header) is { Heading: { Factor: not 1 } or { Currency.Length: > 0 } };
        if (Unit is not { Weight: null } unit || own || mapping.Columns.ContainsKey("value_unit"))
            return mapping with { Constants = constants };
        if (unit.Currency is not null && !fields.Has("currency"))
            constants["currency"] = unit.Currency;
        return mapping with { Constants = constants, ValueFactor = mapping.ValueFactorSaid ? mapping.ValueFactor : unit.Scale };
    }

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
        if ((Flow(row[0]) ?? Flow(value)) is { } flow)
            flows.Add(flow);
        foreach (var cell in row.Where(c => c.Length > 0))
            ReadUnit(cell);
        if (By().Match(first) is { Success: true } by)
            values.TryAdd("reporter", by.Groups["who"].Value.Trim());
    }

    // "Total Exports|Annual Data", "Merchandise exports by product group – annual (Million US dollar)".
    private static string? Flow(string line) => Flows.GetValueOrDefault(Headings.Fold(line.Split(Signs, 2, default)[0]));

    // "List of importing markets for a product exported by Germany", in three languages.
    [GeneratedRegex(
        @"\b(?:exported|imported) by (?<who>.+)$|\b(?:ex|im)portado por (?<who>.+)$|\b(?:ex|im)porté par (?<who>.+)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex By();

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
