using Assay.Ground.Outcomes;
using Assay.Trade.Lake;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.Comtrade;

/// <summary>UN Comtrade CSV of version 1 of the interface.</summary>
public sealed class ComtradeCsv : ITradeFormat
{
    private static readonly string[] Needed = ["reporterCode", "partnerCode", "flowCode", "cmdCode", "period", "primaryValue"];

    private static readonly string[] Optional =
    [
        "netWgt",
        "qty",
        "qtyUnitAbbr",
        "classificationCode",
        "aggrLevel",
        "partner2Code",
        "customsCode",
        "motCode",
        "mosCode",
    ];

    /// <inheritdoc/>
    public string Name => "UN Comtrade v1 CSV";

    /// <inheritdoc/>
    public string Publisher => "United Nations Statistics Division";

    /// <inheritdoc/>
    public bool Recognises(FormatInput input) => Needed.All(n => input.Loosely(n) is not null);

    /// <inheritdoc/>
    public Result<FormatPlan> Plan(FormatInput input) => Plan(input, CsvScan.Of(input));

    /// <summary>The plan over a table function with these columns, spelled as the interface does or as its R client does
    /// (reporter_code).</summary>
    internal static FormatPlan Plan(FormatInput input, string csv)
    {
        (string, string) Column(string name) => (name, input.Loosely(name) is { } field ? $"\"{field}\"" : "NULL::VARCHAR");
        return new FormatPlan(
            SqlText.Load(
                "Formats.Comtrade.v1.sql",
                [.. Needed.Concat(Optional).Select(Column), ("mode", ModeTotals.Part), ("line", ModeTotals.Line), ("csv", csv)]
            ),
            false
        )
        {
            SumsModes = input.Loosely("motCode") is not null,
        };
    }
}
