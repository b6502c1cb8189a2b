using System.Globalization;
using Assay.Ground.Countries;
using Assay.Trade.Formats;
using Assay.Trade.Sql;

namespace Assay.Trade.Import;

/// <summary>The types and macros with which a directly read file is told countries, levels and nomenclatures.</summary>
internal static class DirectNames
{
    /// <summary>The statements that make them.</summary>
    /// <param name="sha256">The hash of the file, the one value of the column <c>source</c>.</param>
    public static string Of(string sha256) => CountryCodes() + Enumerations(sha256);

    private static List<(string Raw, Country Country)> Countries()
    {
        var buckets = Enumerable.Range('A', 26).Select(c => "Q" + (char)c).Select(c => (c, CountryTable.Shipped.FindCode(c)!));
        return [.. CountryTable.Shipped.AllCodes().Where(c => !char.IsAsciiDigit(c.Code[0])).Concat(buckets).DistinctBy(c => c.Item1)];
    }

    private static string CountryCodes()
    {
        var all = Countries();
        return SqlText.Load(
            "Lake.countries.sql",
            ("raw", Quoted(all.Select(c => c.Raw))),
            ("codes", Quoted(all.Select(c => c.Country.Code)))
        );
    }

    private static string Enumerations(string sha256)
    {
        var years = Enumerable.Range(DirectPeriods.First, DirectPeriods.Last - DirectPeriods.First + 1);
        return SqlText.Load(
            "Lake.enumerations.sql",
            ("kinds", Quoted(Countries().Select(c => c.Country.Kind))),
            ("nomenclatures", Quoted(years.Select(y => "CN" + y.ToString(CultureInfo.InvariantCulture)))),
            ("before", SqlText.Number(DirectPeriods.First - 1)),
            ("sha256", SqlText.Quote(sha256))
        );
    }

    private static string Quoted(IEnumerable<string> values) => string.Join(", ", values.Select(SqlText.Quote));
}
