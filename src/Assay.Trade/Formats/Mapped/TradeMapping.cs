using System.Text.Json;
using System.Text.Json.Serialization;
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

/// <summary>A mapping file as it is written: whatever it leaves out keeps its default.</summary>
internal sealed class MappingFile
{
    public string? Publisher { get; set; }

    public Dictionary<string, string>? Columns { get; set; }

    public Dictionary<string, string>? Constants { get; set; }

    public string? Decimal { get; set; }

    public double? ValueFactor { get; set; }

    public double? WeightFactor { get; set; }

    public List<string>? Missing { get; set; }

    public Dictionary<string, string>? Names { get; set; }

    public Dictionary<string, string>? Flows { get; set; }

    public Dictionary<string, double>? Units { get; set; }

    public Dictionary<string, double>? ValueUnits { get; set; }

    public Result<TradeMapping> ToMapping(string path)
    {
        var standard = new TradeMapping();
        if (Decimal is not (null or "." or ","))
            return new Error(ErrorKind.Input, $"\"decimal\" is '{Decimal}'.", "Write \".\" or \",\".", new Location(path));
        if (UnitProblem() is { } problem)
            return new Error(ErrorKind.Input, problem.What, problem.Then, new Location(path));
        if (ValueFactor is <= 0 || WeightFactor is <= 0 || (Units ?? []).Concat(ValueUnits ?? []).Any(u => u.Value is not > 0))
            return new Error(
                ErrorKind.Input,
                "A factor must be above zero.",
                "Write for example \"valueFactor\": 1000 where the file counts in thousands.",
                new Location(path)
            );
        return new TradeMapping
        {
            Publisher = Publisher,
            Columns = Columns ?? standard.Columns,
            Constants = Constants ?? standard.Constants,
            Decimal = Decimal ?? standard.Decimal,
            DecimalSaid = Decimal is not null,
            ValueFactor = ValueFactor ?? standard.ValueFactor,
            WeightFactor = WeightFactor ?? standard.WeightFactor,
            Missing = Missing ?? standard.Missing,
            Names = Names ?? standard.Names,
            Flows = Flows ?? standard.Flows,
            Units = Units ?? standard.Units,
            ValueUnits = ValueUnits ?? standard.ValueUnits,
        };
    }

    private (string What, string Then)? UnitProblem()
    {
        bool Has(string field) => Columns?.ContainsKey(field) == true;
        return Has("quantity") != Has("unit")
                ? ("Of the columns \"quantity\" and \"unit\" one is named without the other.", "Name both, or map the weight as \"netkg\".")
            : Has("value_unit") && ValueUnits is not { Count: > 0 }
                ? (
                    "\"value_unit\" names a column, and nothing says what its words mean.",
                    "Add for example \"valueUnits\": { \"Thousand\": 1000 }."
                )
            : ValueUnits is { Count: > 0 } && !Has("value_unit")
                ? ("\"valueUnits\" is given, and no column holds such a unit.", "Add \"value_unit\" to \"columns\".")
            : Units is { Count: > 0 } && !Has("unit")
                ? ("\"units\" is given, and no column holds a unit.", "Add \"quantity\" and \"unit\" to \"columns\".")
            : null;
    }
}

/// <summary>JSON of mapping files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(MappingFile))]
internal sealed partial class MappingJson : JsonSerializerContext;
