using Assay.Ground.Outcomes;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.Wits;

/// <summary>CSV of the World Bank's World Integrated Trade Solution, as its advanced query offers it.</summary>
public sealed class WitsCsv : ITradeFormat
{
    /// <inheritdoc/>
    public string Name => "WITS CSV";

    /// <inheritdoc/>
    public string Publisher => "World Bank, World Integrated Trade Solution";

    /// <inheritdoc/>
    public bool Recognises(FormatInput input) =>
        input.Loosely("ReporterISO3") is not null
        && input.Loosely("PartnerISO3") is not null
        && input.Loosely("ProductCode") is not null
        && input.Loosely("TradeFlowName") is not null
        && input.Loosely("Year") is not null
        && input.Loosely("TradeValue in 1000 USD") is not null;

    /// <inheritdoc/>
    public Result<FormatPlan> Plan(FormatInput input)
    {
        string Optional(string name) => input.Loosely(name) is { } field ? $"\"{field}\"" : "NULL::VARCHAR";
        return new FormatPlan(
            SqlText.Load(
                "Formats.Wits.wits.sql",
                ("reporter", input.Loosely("ReporterISO3")!),
                ("partner", input.Loosely("PartnerISO3")!),
                ("flow", input.Loosely("TradeFlowName")!),
                (
                    "product",
                    $"CASE lower(\"{input.Loosely("ProductCode")}\") WHEN 'total' THEN 'TOTAL' ELSE \"{input.Loosely("ProductCode")}\" END"
                ),
                ("year", input.Loosely("Year")!),
                ("value", input.Loosely("TradeValue in 1000 USD")!),
                ("netkg", Optional("NetWeight in KGM")),
                ("quantity", Optional("Quantity")),
                ("unit", Optional("QtyUnit")),
                ("nomenclature", Optional("Nomenclature")),
                ("csv", CsvScan.Of(input))
            ),
            false
        );
    }
}
