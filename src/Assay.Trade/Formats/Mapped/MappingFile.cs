using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Ground.Outcomes;

namespace Assay.Trade.Formats.Mapped;

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

    public Dictionary<string, MeasureSaid>? Measures { get; set; }

    public List<string>? Headings { get; set; }

    public CountryCodesSaid? Countries { get; set; }

    public string? Encoding { get; set; }

    public Dictionary<string, double>? Units { get; set; }

    public Dictionary<string, double>? ValueUnits { get; set; }

    public List<string>? Totals { get; set; }

    public Dictionary<string, List<string>>? Keep { get; set; }

    public Result<TradeMapping> ToMapping(string path)
    {
        var standard = new TradeMapping();
        if (Decimal is not (null or "." or ","))
            return new Error(ErrorKind.Input, $"\"decimal\" is '{Decimal}'.", "Write \".\" or \",\".", new Location(path));
        if (UnitProblem() is { } problem)
            return new Error(ErrorKind.Input, problem.What, problem.Then, new Location(path));
        if (MeasureProblem() is { } measure)
            return new Error(ErrorKind.Input, measure, MeasureLine, new Location(path));
        if (Encoding is not null && TextEncodings.Find(Encoding) is null)
            return new Error(
                ErrorKind.Input,
                $"\"encoding\" is '{Encoding}', which is not known.",
                "Write for example \"encoding\": \"gb18030\".",
                new Location(path)
            );
        var codes = Countries?.Read(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (codes is { Succeeded: false })
            return codes.Value.Error;
        var names = new Dictionary<string, string>(codes?.Value ?? new Dictionary<string, string>());
        foreach (var (name, code) in Names ?? [])
            names[name] = code;
        if (
            ValueFactor is not (null or > 0)
            || WeightFactor is not (null or > 0)
            || (Units ?? []).Concat(ValueUnits ?? []).Any(u => u.Value is not > 0)
        )
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
            Names = names,
            OwnCodes = Countries is not null,
            Measures = Measures ?? standard.Measures,
            Headings = Headings ?? standard.Headings,
            Encoding = Encoding,
            ValueFactorSaid = ValueFactor is not null,
            Flows = Flows ?? standard.Flows,
            Units = Units ?? standard.Units,
            ValueUnits = ValueUnits ?? standard.ValueUnits,
            Keep = (Keep ?? []).ToDictionary(k => k.Key, k => (IReadOnlyList<string>)k.Value),
            TotalWords = [.. (Totals ?? []).Select(t => t.ToLowerInvariant())],
        };
    }

    private const string MeasureLine =
        "Write for example \"measures\": { \"Exports, tonnes\": { \"field\": \"netkg\", \"factor\": 1000, \"flow\": \"X\" } }; field is value, netkg or suppl.";

    private string? MeasureProblem() =>
        (Measures ?? [])
            .Where(m =>
                m.Value.Field is not ("value" or "netkg" or "suppl")
                || m.Value.Factor is not > 0
                || m.Value.Flow is not (null or "X" or "M" or "RX" or "RM" or "DX")
            )
            .Select(m => $"What \"measures\" says of '{m.Key}' is not understood.")
            .FirstOrDefault();

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
[JsonSerializable(typeof(LayoutFile))]
internal sealed partial class MappingJson : JsonSerializerContext;
