using Assay.Ground.Outcomes;
using Assay.Trade.Lake;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Any long or wide CSV or workbook, by a mapping or by its own headings.</summary>
/// <param name="mapping">What the user says about the file.</param>
public sealed class MappedFormat(TradeMapping mapping) : ITradeFormat
{
    private const int MostNamed = 20;
    private static readonly string[] Required = ["reporter", "partner", "flow", "product", "period", "value"];

    /// <inheritdoc/>
    public string Name => "mapped table";

    /// <inheritdoc/>
    public string Publisher => mapping.Publisher ?? "not stated";

    /// <inheritdoc/>
    public bool Recognises(FormatInput input) =>
        input.Kind == "xlsx" || (input.Kind == "text" && input.Head.Any(l => l.Contains(input.Delimiter, StringComparison.Ordinal)));

    /// <inheritdoc/>
    public Result<FormatPlan> Plan(FormatInput input)
    {
        if (!TableShape.IsWide(input))
            return Long(input);
        var wide = WideTable.Convert(input, mapping);
        return wide.Succeeded ? Wide(input, wide.Value) : wide.Error;
    }

    private Result<FormatPlan> Long(FormatInput input)
    {
        var csv = input.Kind == "xlsx" ? WideTable.LongWorkbook(input) : null;
        var header = csv is null ? input.Header : ReadHeader(csv);
        if (mapping.Columns.Values.FirstOrDefault(c => !header.Contains(c)) is { } absent)
            return new Error(
                ErrorKind.Input,
                $"The table has no column '{absent}', which the mapping names; its columns are: {string.Join(", ", header.Take(MostNamed))}.",
                "Write the heading in the mapping as the table has it.",
                new Location(input.OriginalName, 1)
            );
        return Plan(input, new FieldMap(mapping, header), csv ?? input.Path, header, csv is null ? input.Delimiter : ',');
    }

    private Result<FormatPlan> Wide(FormatInput input, WideTable.Converted wide)
    {
        // The columns were found while the table was made long; only what holds for the whole file is left to say.
        var fields = new FieldMap(mapping with { Columns = new Dictionary<string, string>() }, wide.Header);
        var plan = Plan(input, fields, wide.Csv, wide.Header, ',');
        return plan.Succeeded
            ? plan.Value with
            {
                Publisher = mapping.Publisher ?? (wide.Extracted is null ? null : "Eurostat"),
                FormatName = wide.Extracted is null ? null : "Eurostat Data Browser",
                Extracted = wide.Extracted,
                Notes = wide.Missing > 0 ? [$"{wide.Missing} cells were not reported (empty or ':')."] : [],
            }
            : plan;
    }

    private Result<FormatPlan> Plan(FormatInput input, FieldMap fields, string path, IReadOnlyList<string> header, char delimiter)
    {
        var missing = Required.Where(f => !fields.Has(f)).ToArray();
        if (missing.Length > 0)
            return new Error(
                ErrorKind.Input,
                $"Nothing says which column is {string.Join(", ", missing)}; the columns are: {string.Join(", ", header.Take(MostNamed))}.",
                $"Add --set {missing[0]}=VALUE, or --mapping FILE (see docs/trade-formats.md).",
                new Location(input.OriginalName, 1)
            );
        return new FormatPlan(fields.Select(CsvScan.Of(path, header, delimiter)), false)
        {
            Publisher = mapping.Publisher,
            Decimal = mapping.Decimal == "," ? ',' : '.',
            AsksForPoint = !mapping.DecimalSaid && input.Kind == "text" && input.Delimiter == ';',
            ValueFactor = mapping.ValueFactor,
            WeightFactor = mapping.WeightFactor,
            Names = mapping.Names,
            Flows = mapping.Flows,
            Missing = [.. new FormatPlan("", false).Missing, .. mapping.Missing],
        };
    }

    private static string[] ReadHeader(string csv) => Codes.DataText.SplitCsv(File.ReadLines(csv).First());
}
