using Assay.Ground.Countries;
using Assay.Ground.Outcomes;
using Assay.Trade.Lake;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.ComextSdmx;

/// <summary>SDMX-CSV as Eurostat's Comext interface returns it (DS-045409, DS-059341): codes, one row per indicator.</summary>
public sealed class ComextSdmxCsv : ITradeFormat
{
    /// <inheritdoc/>
    public string Name => "Comext SDMX-CSV";

    /// <inheritdoc/>
    public string Publisher => "Eurostat";

    /// <inheritdoc/>
    public bool Recognises(FormatInput input) =>
        input.Has("reporter", "partner", "product", "flow", "TIME_PERIOD", "OBS_VALUE")
        && Indicator(input) is not null
        && !IsLabelled(input);

    /// <inheritdoc/>
    public Result<FormatPlan> Plan(FormatInput input)
    {
        var value = input.Field("OBS_VALUE")!;
        var sql = SqlText.Load(
            "Formats.ComextSdmx.sdmx.sql",
            ("first", SqlText.Number(DirectPeriods.First)),
            ("last", SqlText.Number(DirectPeriods.Last)),
            ("reporter", input.Field("reporter")!),
            ("partner", input.Field("partner")!),
            ("product", input.Field("product")!),
            ("flow", input.Field("flow")!),
            ("period", input.Field("TIME_PERIOD")!),
            ("indicator", Indicator(input)!),
            ("value", value),
            ("csv", CsvScan.Of(input, [value]))
        );
        return new FormatPlan(sql, true) { Extracted = LastUpdate.Of(input.Header, input.Head) };
    }

    // With names instead of codes, as the site offers too, it is a table as any other.
    private static bool IsLabelled(FormatInput input)
    {
        if (input.Head.Count < 2)
            return false;
        var (at, fields) = (input.Header.ToList().IndexOf(input.Field("reporter")!), Codes.DataText.SplitCsv(input.Head[1]));
        return at < fields.Length && CountryTable.Shipped.FindCode(fields[at]) is null && CountryTable.Shipped.Find(fields[at]) is not null;
    }

    private static string? Indicator(FormatInput input) => input.Field("indicators") ?? input.Field("indicator");
}
