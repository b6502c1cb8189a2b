using Assay.Ground.Outcomes;
using Assay.Trade.Lake;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Any long or wide CSV or workbook, by a mapping or by its own headings.</summary>
/// <param name="mapping">What the user says about the file.</param>
public sealed class MappedFormat(TradeMapping mapping) : ITradeFormat
{
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
        WideTable.Converted? wide = null;
        if (LooksWide(input))
        {
            var converted = WideTable.Convert(input, mapping);
            if (!converted.Succeeded)
            {
                return converted.Error;
            }

            wide = converted.Value;
        }

        var csv = wide?.Csv ?? (input.Kind == "xlsx" ? WideTable.LongWorkbook(input) : null);
        var header = wide is null
            ? csv is null
                ? input.Header
                : ReadHeader(csv)
            : WideTable.Header;
        var path = csv ?? input.Path;
        var fields = new FieldMap(mapping, header);
        var missing = Required.Where(f => !fields.Has(f)).ToArray();
        if (missing.Length > 0)
        {
            return new Error(
                ErrorKind.Input,
                $"Nothing says which column is {string.Join(", ", missing)}; the columns are: {string.Join(", ", header.Take(20))}.",
                $"Add --set {missing[0]}=VALUE, or --mapping FILE (see docs/trade-formats.md).",
                new Location(input.OriginalName, 1)
            );
        }

        return new FormatPlan(fields.Select(CsvScan.Of(path, header, csv is null ? input.Delimiter : ',')), false)
        {
            Publisher = mapping.Publisher ?? (wide?.Extracted is null ? null : "Eurostat"),
            FormatName = wide?.Extracted is null ? null : "Eurostat Data Browser",
            Extracted = wide?.Extracted,
            Decimal = mapping.Decimal == "," ? ',' : '.',
            ValueFactor = mapping.ValueFactor,
            WeightFactor = mapping.WeightFactor,
            Names = mapping.Names,
            Missing = [.. new FormatPlan("", false).Missing, .. mapping.Missing],
            Notes = wide is { Missing: > 0 } ? [$"{wide.Missing} cells were not reported (empty or ':')."] : [],
        };
    }

    private static bool LooksWide(FormatInput input) =>
        input.Kind == "xlsx"
            ? WideTable.IsWideWorkbook(input.Path)
            : input.Head.Any(l => l.Split(input.Delimiter).Count(c => Codes.PeriodText.Read(c.Trim('"')) is not null) >= 3);

    private static string[] ReadHeader(string csv) => Codes.DataText.SplitCsv(File.ReadLines(csv).First());
}
