using System.Globalization;
using Assay.Trade.Codes;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.Mapped;

/// <summary>SQL for quantities and values whose unit stands in a column of each row.</summary>
/// <param name="mapping">What the user says about the file.</param>
internal sealed class RowUnits(TradeMapping mapping)
{
    private static readonly Dictionary<string, double> Weights = DataText
        .Rows("Formats.Mapped.Data.weights.csv")
        .ToDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture));

    private char Point => mapping.Decimal == "," ? ',' : '.';

    /// <summary>What gives a field, or null where no unit of a row has to do with it.</summary>
    /// <param name="field">The raw field.</param>
    /// <param name="identifier">Quotes the name of a column.</param>
    public string? Of(string field, Func<string, string> identifier)
    {
        if (field == "value")
            return mapping.Columns.TryGetValue("value_unit", out var unit) && mapping.Columns.TryGetValue("value", out var value)
                ? Cases(identifier(unit), identifier(value), mapping.ValueUnits, Unknown(unit, identifier(unit)))
                : null;
        if (!mapping.Columns.TryGetValue("quantity", out var quantity) || !mapping.Columns.TryGetValue("unit", out var of))
            return null;
        var (number, word) = (identifier(quantity), identifier(of));
        var weights = Weights.Where(w => !mapping.Units.Keys.Any(u => Fold(u) == w.Key)).Concat(mapping.Units).ToDictionary();
        return field switch
        {
            "netkg" => Cases(word, number, weights, "NULL"),
            "suppl" => $"CASE WHEN {IsWeight(word, Spoken(of, weights))} THEN NULL ELSE {number} END",
            "suppl_unit" => $"CASE WHEN {IsWeight(word, Spoken(of, weights))} THEN NULL ELSE {word} END",
            _ => null,
        };
    }

    // Where one column holds the units of values and of weights, a weight is no value of an unknown unit.
    private string Unknown(string unit, string word) =>
        mapping.Columns.GetValueOrDefault("unit") != unit
            ? $"'unknown unit: ' || {word}"
            : $"CASE WHEN {IsWeight(word, Weights.Concat(mapping.Units.Where(u => !Weights.ContainsKey(u.Key))).ToDictionary())} THEN NULL ELSE 'unknown unit: ' || {word} END";

    // In such a column a unit of value is no supplementary quantity.
    private Dictionary<string, double> Spoken(string unit, Dictionary<string, double> weights) =>
        mapping.Columns.GetValueOrDefault("value_unit") == unit
            ? weights.Concat(mapping.ValueUnits.Where(u => !weights.ContainsKey(u.Key))).ToDictionary()
            : weights;

    private string Cases(string word, string number, IReadOnlyDictionary<string, double> factors, string other) =>
        $"CASE lower(trim({word})) "
        + string.Join(' ', factors.Select(f => $"WHEN {SqlText.Quote(Fold(f.Key))} THEN {NumberText.Times(number, Point, f.Value)}"))
        + $" ELSE {other} END";

    private static string IsWeight(string word, IReadOnlyDictionary<string, double> weights) =>
        $"coalesce(lower(trim({word})), '') IN ({string.Join(", ", weights.Keys.Select(k => SqlText.Quote(Fold(k))))})";

    private static string Fold(string word) => word.Trim().ToLowerInvariant();
}
