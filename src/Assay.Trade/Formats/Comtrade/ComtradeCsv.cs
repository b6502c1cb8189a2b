using Assay.Ground.Outcomes;
using Assay.Trade.Lake;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.Comtrade;

/// <summary>UN Comtrade CSV of version 1 of the interface.</summary>
public sealed class ComtradeCsv : ITradeFormat
{
    /// <inheritdoc/>
    public string Name => "UN Comtrade v1 CSV";

    /// <inheritdoc/>
    public string Publisher => "United Nations Statistics Division";

    /// <inheritdoc/>
    public bool Recognises(FormatInput input) => input.Has("reporterCode", "partnerCode", "flowCode", "cmdCode", "period", "primaryValue");

    /// <inheritdoc/>
    public Result<FormatPlan> Plan(FormatInput input) => Plan(input, CsvScan.Of(input));

    /// <summary>The plan over a table function with these columns.</summary>
    internal static FormatPlan Plan(FormatInput input, string csv)
    {
        string Optional(string name) => input.Field(name) is { } field ? $"\"{field}\"" : "NULL::VARCHAR";
        return new FormatPlan(
            SqlText.Load(
                "Formats.Comtrade.v1.sql",
                ("netWgt", Optional("netWgt")),
                ("qty", Optional("qty")),
                ("qtyUnitAbbr", Optional("qtyUnitAbbr")),
                ("classificationCode", Optional("classificationCode")),
                ("aggrLevel", Optional("aggrLevel")),
                ("partner2Code", Optional("partner2Code")),
                ("customsCode", Optional("customsCode")),
                ("motCode", Optional("motCode")),
                ("mosCode", Optional("mosCode")),
                ("csv", csv)
            ),
            false
        );
    }
}
