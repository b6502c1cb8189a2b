using Assay.Trade.Codes;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats;

/// <summary>Tells rows whose codes are of another classification than the Harmonized System or the Combined Nomenclature: code 0421 of SITC
/// is rice, of HS it is nothing.</summary>
internal static class Classifications
{
    /// <summary>Why such a row is left out.</summary>
    public const string Reason = "the code is of another classification than HS or CN (SITC, BEC, services and the like)";

    private static readonly string[][] Foreign = [.. DataText.Rows("Formats.Data.classifications.csv")];

    private static readonly string Totals = string.Join(", ", ProductCodes.Totals.Select(SqlText.Quote));

    /// <summary>SQL that is true where a row's code is of another classification; a total of all goods is the same in all.</summary>
    /// <param name="nomenclature">SQL that gives what the row names as its classification.</param>
    /// <param name="product">SQL that gives its code as published.</param>
    public static string IsForeign(string nomenclature, string product)
    {
        var name = $"upper(trim(coalesce({nomenclature}, '')))";
        var (goods, services) = (Any(r => r[1] == "yes"), Any(r => r[1] != "yes"));
        return $"(regexp_full_match({name}, {services}) OR (regexp_full_match({name}, {goods}) AND split_part(upper(trim({product})), ': ', 1) NOT IN ({Totals})))";
    }

    private static string Any(Func<string[], bool> which) => SqlText.Quote(string.Join('|', Foreign.Where(which).Select(r => $"({r[0]})")));
}
