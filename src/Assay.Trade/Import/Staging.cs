using System.Globalization;
using Assay.Ground.Countries;
using Assay.Trade.Codes;
using Assay.Trade.Formats;
using Assay.Trade.Sql;
using DuckDB.NET.Data;

namespace Assay.Trade.Import;

/// <summary>Runs a format's plan: from the file to one Parquet file in the lake's schema with a refusal, left-out and repair mark per
/// row.</summary>
internal sealed class Staging(DuckDBConnection connection, FormatPlan plan, string workspace)
{
    /// <summary>The Parquet file this makes.</summary>
    public string Output { get; } = Path.Combine(workspace, "stage.parquet");

    /// <summary>Reads the file.</summary>
    public void Run(string sha256, DateOnly extracted, Action<string> execute)
    {
        var sql = plan.Direct ? plan.Sql : Normalised(execute);
        if (plan.Direct)
        {
            execute(CountryCodes());
        }

        sql = plan.Direct ? Enumerated(sql, sha256, execute) : sql;
        sql = sql.Replace("{source}", SqlText.Quote(sha256), StringComparison.Ordinal)
            .Replace(
                "{extract_date}",
                $"DATE {SqlText.Quote(extracted.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}",
                StringComparison.Ordinal
            );
        execute($"COPY ({sql}) TO {SqlText.Quote(Output)} (FORMAT parquet)");
    }

    // Columns of few values are written as enumerations: Parquet's dictionaries then cost next to nothing to build, which is a third of
    // the time of an import. They read back as VARCHAR.
    private static string Enumerated(string sql, string sha256, Action<string> execute)
    {
        execute(SqlText.Load("Lake.enumerations.sql", ("sha256", SqlText.Quote(sha256))));
        return SqlText.Load("Lake.enumerated.sql", ("select", sql));
    }

    private string Normalised(Action<string> execute)
    {
        var raw = Path.Combine(workspace, "raw.parquet");
        execute($"COPY ({plan.Sql}) TO {SqlText.Quote(raw)} (FORMAT parquet)");
        new RawMaps(connection, plan, SqlText.Quote(raw)).Create();
        return SqlText.Load(
            "Formats.normalise.sql",
            ("raw", SqlText.Quote(raw)),
            ("missing", string.Join(", ", plan.Missing.Select(SqlText.Quote))),
            ("clean_value", Clean("value")),
            ("clean_netkg", Clean("netkg")),
            ("clean_suppl", Clean("suppl")),
            ("nomenclature", Nomenclature()),
            ("value_factor", plan.ValueFactor.ToString("R", CultureInfo.InvariantCulture)),
            ("netkg_factor", plan.WeightFactor.ToString("R", CultureInfo.InvariantCulture))
        );
    }

    // "1 234.5 p": blanks between thousands and a flag behind are taken off; a decimal comma only where the mapping says so.
    private string Clean(string column)
    {
        var bare = $"regexp_replace(replace(regexp_replace(trim({column}), ' +[a-z]+$', ''), ' ', ''), '^$', '0x')";
        return plan.Decimal == ',' ? $"replace(replace({bare}, '.', ''), ',', '.')" : bare;
    }

    private static string Nomenclature()
    {
        var cases = HsVersions.All.Select(p => $"WHEN {SqlText.Quote(p.Key)} THEN {SqlText.Quote(p.Value)}");
        return $"CASE f.nomenclature {string.Join(' ', cases)} WHEN '' THEN NULL ELSE f.nomenclature END";
    }

    private static string CountryCodes()
    {
        var buckets = Enumerable.Range('A', 26).Select(c => "Q" + (char)c).Select(c => (c, CountryTable.Shipped.FindCode(c)!));
        var all = CountryTable
            .Shipped.AllCodes()
            .Where(c => !char.IsAsciiDigit(c.Code[0]))
            .Concat(buckets)
            .DistinctBy(c => c.Item1)
            .ToList();
        string Joined(Func<(string Raw, Country Country), string> part) => string.Join(", ", all.Select(c => SqlText.Quote(part(c))));
        return SqlText.Load(
            "Lake.countries.sql",
            ("raw", Joined(c => c.Raw)),
            ("codes", Joined(c => c.Country.Code)),
            ("kinds", Joined(c => c.Country.Kind))
        );
    }
}
