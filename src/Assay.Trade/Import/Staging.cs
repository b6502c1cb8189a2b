using System.Globalization;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;
using Assay.Trade.Formats;
using Assay.Trade.Formats.Comtrade;
using Assay.Trade.Sql;
using DuckDB.NET.Data;

namespace Assay.Trade.Import;

/// <summary>Runs a format's plan: from the file to one Parquet file in the lake's schema with a refusal, left-out and repair mark per
/// row.</summary>
internal sealed class Staging(DuckDBConnection connection, FormatPlan plan, string workspace, Action<string> execute)
{
    private bool thousands;

    /// <summary>The Parquet file this makes.</summary>
    public string Output { get; private set; } = Path.Combine(workspace, "stage.parquet");

    /// <summary>Its rows with their marks, as a table.</summary>
    public string Rows =>
        plan.OnlyRefuses
            ? $"(SELECT *, NULL::VARCHAR AS left_out, NULL::VARCHAR AS repaired FROM {SqlText.Parquet(Output)})"
            : SqlText.Parquet(Output);

    /// <summary>Reads the file.</summary>
    /// <returns>What has to be said before the file can be read; null where it was read.</returns>
    public Error? Run(string sha256, DateOnly extracted, string name)
    {
        var date = SqlText.Quote(extracted.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        execute($"SET VARIABLE source = {SqlText.Quote(sha256)}; SET VARIABLE extract_date = DATE {date};");
        if (plan.Direct)
        {
            execute(DirectNames.Of(sha256));
            execute($"COPY ({plan.Sql}) TO {SqlText.Quote(Output)} (FORMAT parquet)");
            return null;
        }

        var raw = Path.Combine(workspace, "raw.parquet");
        execute($"COPY ({plan.Sql}) TO {SqlText.Quote(raw)} (FORMAT parquet)");
        raw = plan.SumsModes ? Modes(raw) : raw;
        var point = new PointCheck(connection, plan, SqlText.Parquet(raw), name);
        if (point.Doubt() is { } unclear)
            return unclear;
        thousands = point.CommasPartThousands;
        var maps = new RawMaps(connection, plan, SqlText.Parquet(raw));
        maps.Create();
        if (maps.OwnCodes(name) is { } whose)
            return whose;
        execute($"COPY ({Normalised(raw)}) TO {SqlText.Quote(Output)} (FORMAT parquet)");
        if (maps.HoldNationalCodes)
            Cut();
        return plan.PartnerGuessed ? Partnerless(name) : null;
    }

    // Where most rows trade with themselves, the column that was taken for the partner is the reporter's.
    private Error? Partnerless(string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT count(*) FILTER (reporter = partner)::BIGINT, count(*)::BIGINT FROM {SqlText.Parquet(Output)}
            WHERE refusal IS NULL AND left_out IS NULL AND reporter_kind = 'country'
            """;
        using var reader = command.ExecuteReader();
        _ = reader.Read();
        var (own, all) = (reader.GetInt64(0), reader.GetInt64(1));
        return own < 2 || own * 2 <= all
            ? null
            : new Error(
                ErrorKind.Input,
                $"In {own} of {all} rows the partner would be the reporter itself: another column holds the partner.",
                "Name both in a mapping, \"columns\": { \"reporter\": \"HEADING\", \"partner\": \"HEADING\" }, and add --mapping FILE.",
                new Location(name, 1)
            );
    }

    // Tariff lines: a file without any total, of several customs procedures, is all parts and they add up.
    private bool Lines(string raw)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FILTER (left_out IS NULL) = 0 AND count(DISTINCT customs) > 1 FROM {SqlText.Parquet(raw)}";
        return (bool)command.ExecuteScalar()!;
    }

    private string Modes(string raw)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*)::BIGINT FROM {SqlText.Parquet(raw)} WHERE left_out = {SqlText.Quote(ModeTotals.Part)}";
        if ((long)command.ExecuteScalar()! == 0 && !Lines(raw))
            return raw;
        var summed = Path.Combine(workspace, "modes.parquet");
        execute(
            SqlText.Load(
                "Formats.Comtrade.modes.sql",
                ("raw", SqlText.Parquet(raw)),
                ("part", SqlText.Quote(ModeTotals.Part)),
                ("alone", SqlText.Quote(ModeTotals.Alone)),
                ("output", SqlText.Quote(summed)),
                ("lines", Lines(raw) ? SqlText.Quote(ModeTotals.Line) : "''")
            )
        );
        return summed;
    }

    private void Cut()
    {
        var cut = Path.Combine(workspace, "cut.parquet");
        execute(
            SqlText.Load(
                "Formats.national.sql",
                ("stage", SqlText.Parquet(Output)),
                ("cut", SqlText.Quote(ProductCodes.Cut)),
                ("combined", string.Join(", ", ProductCodes.CombinedNomenclature.Select(SqlText.Quote))),
                ("output", SqlText.Quote(cut))
            )
        );
        Output = cut;
    }

    private string Normalised(string raw)
    {
        return SqlText.Load(
            "Formats.normalise.sql",
            ("raw", SqlText.Parquet(raw)),
            ("missing", string.Join(", ", plan.Missing.Select(SqlText.Quote))),
            ("clean_value", Clean("value")),
            ("clean_netkg", Clean("netkg")),
            ("clean_suppl", Clean("suppl")),
            ("nomenclature", Nomenclature()),
            ("foreign", Classifications.IsForeign("f.nomenclature", "f.product")),
            ("foreign_reason", SqlText.Quote(Classifications.Reason)),
            ("value_by", plan.RowFactors ? " * coalesce(f.value_by, 1)" : ""),
            ("netkg_by", plan.RowFactors ? " * coalesce(f.netkg_by, 1)" : ""),
            ("value_factor", plan.ValueFactor.ToString("R", CultureInfo.InvariantCulture)),
            ("netkg_factor", plan.WeightFactor.ToString("R", CultureInfo.InvariantCulture))
        );
    }

    private string Clean(string column) => NumberText.Clean(thousands ? $"replace({column}, ',', '')" : column, plan.Decimal);

    private static string Nomenclature()
    {
        var cases = HsVersions.All.Select(p => $"WHEN {SqlText.Quote(p.Key)} THEN {SqlText.Quote(p.Value)}");
        return $"CASE f.nomenclature {string.Join(' ', cases)} WHEN '' THEN NULL ELSE f.nomenclature END";
    }
}
