using Assay.Ground.Outcomes;
using Assay.Trade.Lake;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.ComextBulk;

/// <summary>Eurostat Comext bulk files of 19 columns, <c>fullYYYYMM.dat</c>, plain or out of their 7z.</summary>
public sealed class ComextBulkV1 : ITradeFormat
{
    /// <inheritdoc/>
    public string Name => "Comext bulk v1";

    /// <inheritdoc/>
    public string Publisher => "Eurostat";

    /// <inheritdoc/>
    public bool Recognises(FormatInput input) =>
        input.Has(
            "DECLARANT",
            "DECLARANT_ISO",
            "PARTNER_ISO",
            "TRADE_TYPE",
            "PRODUCT_NC",
            "FLOW",
            "SUPP_UNIT",
            "PERIOD",
            "VALUE_IN_EUROS",
            "QUANTITY_IN_KG",
            "SUP_QUANTITY"
        );

    /// <inheritdoc/>
    public Result<FormatPlan> Plan(FormatInput input) =>
        new FormatPlan(
            SqlText.Load(
                "Formats.ComextBulk.bulk.sql",
                ("csv", CsvScan.Of(input, ["VALUE_IN_EUROS", "QUANTITY_IN_KG", "SUP_QUANTITY"], ["PERIOD"])),
                ("first", SqlText.Number(DirectPeriods.First)),
                ("last", SqlText.Number(DirectPeriods.Last)),
                ("reporter", "DECLARANT_ISO"),
                ("partner", "PARTNER_ISO"),
                ("value", "VALUE_IN_EUROS"),
                ("netkg", "QUANTITY_IN_KG"),
                ("suppl", "SUP_QUANTITY"),
                ("unit", "SUPP_UNIT")
            ),
            true
        )
        {
            OnlyRefuses = true,
        };
}
