using System.Text.Json;
using Assay.Ground.Outcomes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>
/// Says which columns of a long or wide CSV or workbook mean what. Written as JSON (comments allowed); every part may be left out where
/// the
/// file's own headings already say it. Fields: reporter, partner, flow, product, period, value, netkg, suppl, suppl_unit, currency,
/// nomenclature, level; also year and month where the period stands in two columns, quantity and unit where a unit stands in each row, and
/// value_unit beside the value.
/// </summary>
public sealed record TradeMapping
{
    /// <summary>Who published the figures.</summary>
    public string? Publisher { get; init; }

    /// <summary>Field to heading in the file.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Field to a value that holds for the whole file, such as <c>"flow": "X"</c>.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Decimal separator, "." or ",".</summary>
    public string Decimal { get; init; } = ".";

    /// <summary>Whether the separator was said, so that a point that leaves it open need not be asked about.</summary>
    public bool DecimalSaid { get; init; }

    /// <summary>Factor from the file's unit of value to whole units of currency, such as 1000.</summary>
    public double ValueFactor { get; init; } = 1;

    /// <summary>Factor from the file's unit of weight to kilograms, such as 1000 for tonnes.</summary>
    public double WeightFactor { get; init; } = 1;

    /// <summary>Texts that mean "not reported", beside the usual ones.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Names of the file's own for countries: name to code.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Words of the file's own for flows: word to X, M, RX, RM or DX.</summary>
    public IReadOnlyDictionary<string, string> Flows { get; init; } = new Dictionary<string, string>();

    /// <summary>Units of weight of the file's own, in the column <c>unit</c>: word to kilograms. What is no weight is a supplementary
    /// quantity.</summary>
    public IReadOnlyDictionary<string, double> Units { get; init; } = new Dictionary<string, double>();

    /// <summary>Units of value in the column <c>value_unit</c>: word to the factor to whole units of currency.</summary>
    public IReadOnlyDictionary<string, double> ValueUnits { get; init; } = new Dictionary<string, double>();

    /// <summary>Columns of amounts by their heading, with or without its period: what they hold, in which unit.</summary>
    public IReadOnlyDictionary<string, MeasureSaid> Measures { get; init; } = new Dictionary<string, MeasureSaid>();

    /// <summary>Rows that are read: by heading, the values of the column; all others are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keep { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Headings of a text that has none, in the order of its columns.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Words for currencies in the column <c>currency</c>, or in that of the unit of value where there is none.</summary>
    internal IReadOnlyDictionary<string, string> CurrencyWords { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a column of indicators, where there is one, says whether a row holds a value, a weight or else.</summary>
    internal bool HasIndicators { get; init; } = true;

    /// <summary>Columns whose parts are not added to their total.</summary>
    internal IReadOnlyList<Breakdown> Breakdowns { get; init; } = [];

    /// <summary>Words of the publisher's own for the total of a breakdown, in small letters.</summary>
    internal IReadOnlyList<string> TotalWords { get; init; } = [];

    /// <summary>Whether a factor of value was said, so that what a line above the table states is not looked at.</summary>
    public bool ValueFactorSaid { get; init; }

    /// <summary>Whether numbers that stand for countries are the publisher's own, which <see cref="Names"/> holds, and never UN M49.</summary>
    public bool OwnCodes { get; init; }

    /// <summary>Name of the encoding of a text, such as gb18030; null to tell it from the bytes.</summary>
    public string? Encoding { get; init; }

    /// <summary>What is said with the unit of all values, such as <c>thousand USD</c>; null where the text is no unit of value.</summary>
    public TradeMapping? InUnit(string unit)
    {
        if (UnitText.Whole(unit) is not { Weight: null } reading)
            return null;
        var constants = new Dictionary<string, string>(Constants);
        if (reading.Currency is not null)
            constants["currency"] = reading.Currency;
        return this with { ValueFactor = reading.Scale, ValueFactorSaid = true, Constants = constants };
    }

    /// <summary>Reads a mapping file.</summary>
    public static Result<TradeMapping> Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), MappingJson.Default.MappingFile) is { } file
                ? file.ToMapping(path)
                : new Error(ErrorKind.Input, "The mapping is empty.", "See docs/trade-formats.md.", new Location(path));
        }
        catch (JsonException e)
        {
            return new Error(
                ErrorKind.Input,
                $"The mapping cannot be read: {e.Message}",
                "See docs/trade-formats.md.",
                new Location(path, e.LineNumber + 1)
            );
        }
        catch (IOException e)
        {
            return new Error(ErrorKind.Input, $"The mapping cannot be read: {e.Message}", "Check the path.", new Location(path));
        }
    }
}
