using Assay.Ground.Outcomes;
using Assay.Trade.Lake;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.ComextBulk;

/// <summary>Eurostat Comext bulk files of 18 columns, <c>full_v2_YYYYMM.dat</c>, plain or out of their 7z.</summary>
public sealed class ComextBulkV2 : ITradeFormat
{
    /// <inheritdoc/>
    public string Name => "Comext bulk v2";

    /// <inheritdoc/>
    public string Publisher => "Eurostat";

    /// <inheritdoc/>
    public bool Recognises(FormatInput input) =>
        input.Has(
            "REPORTER",
            "PARTNER",
            "TRADE_TYPE",
            "PRODUCT_NC",
            "FLOW",
            "SUPPL_UNIT",
            "PERIOD",
            "VALUE_EUR",
            "QUANTITY_KG",
            "QUANTITY_SUPPL_UNIT"
        );

    /// <inheritdoc/>
    public Result<FormatPlan> Plan(FormatInput input) =>
        new FormatPlan(
            SqlText.Load(
                "Formats.ComextBulk.bulk.sql",
                ("csv", CsvScan.Of(input, ["VALUE_EUR", "QUANTITY_KG", "QUANTITY_SUPPL_UNIT"], ["PERIOD"])),
                ("first", SqlText.Number(DirectPeriods.First)),
                ("last", SqlText.Number(DirectPeriods.Last)),
                ("reporter", "REPORTER"),
                ("partner", "PARTNER"),
                ("value", "VALUE_EUR"),
                ("netkg", "QUANTITY_KG"),
                ("suppl", "QUANTITY_SUPPL_UNIT"),
                ("unit", "SUPPL_UNIT")
            ),
            true
        )
        {
            OnlyRefuses = true,
        };
}
