using System.Text.RegularExpressions;
using Assay.Ground.Outcomes;
using Assay.Trade.Lake;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.Baci;

/// <summary>CEPII BACI: reconciled yearly bilateral trade at HS6, columns t, i, j, k, v, q.</summary>
public sealed partial class BaciCsv : ITradeFormat
{
    /// <inheritdoc/>
    public string Name => "CEPII BACI";

    /// <inheritdoc/>
    public string Publisher => "CEPII";

    /// <inheritdoc/>
    public bool Recognises(FormatInput input) => input.HasHeader("t", "i", "j", "k", "v", "q");

    /// <inheritdoc/>
    public Result<FormatPlan> Plan(FormatInput input)
    {
        var version = Version().Match(input.OriginalName);
        var nomenclature = version.Success ? SqlText.Quote(HsVersions.Name("HS" + version.Groups[1].Value) ?? "") : "NULL::VARCHAR";
        return new FormatPlan(SqlText.Load("Formats.Baci.baci.sql", ("nomenclature", nomenclature), ("csv", CsvScan.Of(input))), false)
        {
            Notes = ["Reconciled by CEPII from both partners' reports: a flow is not what either of them published."],
        };
    }

    [GeneratedRegex("_HS(\\d\\d)_", RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
