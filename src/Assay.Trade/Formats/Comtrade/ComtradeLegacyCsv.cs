using Assay.Ground.Outcomes;
using Assay.Trade.Lake;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.Comtrade;

/// <summary>UN Comtrade CSV as the site offered it before 2023.</summary>
public sealed class ComtradeLegacyCsv : ITradeFormat
{
    private static readonly (string Ours, string[] Theirs)[] Variants =
    [
        ("Trade Value (US$)", ["TradeValueUS", "Trade Value (US$)", "TradeValue"]),
        ("Netweight (kg)", ["Netweightkg", "Netweight (kg)", "NetWeight"]),
    ];

    /// <inheritdoc/>
    public string Name => "UN Comtrade legacy CSV";

    /// <inheritdoc/>
    public string Publisher => "United Nations Statistics Division";

    /// <inheritdoc/>
    public bool Recognises(FormatInput input) =>
        input.Has("Classification", "Period", "Trade Flow Code", "Reporter Code", "Partner Code", "Commodity Code")
        || input.Has("Classification", "Period", "TradeFlow Code", "Reporter Code", "Partner Code", "Commodity Code");

    /// <inheritdoc/>
    public Result<FormatPlan> Plan(FormatInput input)
    {
        var header = input.Header.Select(Canonical).ToArray();
        var sql = SqlText.Load("Formats.Comtrade.legacy.sql", ("csv", CsvScan.Of(input.Path, header, input.Delimiter)));
        foreach (
            var optional in (string[])
                [
                    "2nd Partner Code",
                    "Customs Proc. Code",
                    "Mode of Transport Code",
                    "Netweight (kg)",
                    "Qty",
                    "Qty Unit",
                    "Aggregate Level",
                    "Reporter",
                    "Partner",
                ]
        )
            sql = header.Contains(optional) ? sql : sql.Replace($"\"{optional}\"", "NULL::VARCHAR", StringComparison.Ordinal);

        return new FormatPlan(sql, false);
    }

    private static string Canonical(string field) =>
        field == "TradeFlow Code"
            ? "Trade Flow Code"
            : Variants.FirstOrDefault(v => v.Theirs.Contains(field, StringComparer.OrdinalIgnoreCase)).Ours ?? field;
}
