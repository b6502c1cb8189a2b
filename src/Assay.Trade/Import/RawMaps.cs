using Assay.Ground.Countries;
using Assay.Trade.Codes;
using Assay.Trade.Formats;
using DuckDB.NET.Data;

namespace Assay.Trade.Import;

/// <summary>From the distinct values of a raw file, the tables that say what each country, flow, product and period in it
/// means.</summary>
internal sealed class RawMaps(DuckDBConnection connection, FormatPlan plan, string raw)
{
    private static readonly Dictionary<string, string> Flows = DataText
        .Rows("Formats.Data.flows.csv")
        .ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    /// <summary>Makes the four temporary tables.</summary>
    public void Create()
    {
        Execute("CREATE OR REPLACE TEMP TABLE map_country (raw VARCHAR, code VARCHAR, kind VARCHAR)");
        Execute("CREATE OR REPLACE TEMP TABLE map_flow (raw VARCHAR, code VARCHAR)");
        Execute("CREATE OR REPLACE TEMP TABLE map_period (raw VARCHAR, frequency VARCHAR, period INTEGER)");
        Execute(
            "CREATE OR REPLACE TEMP TABLE map_product (raw VARCHAR, hint VARCHAR, code VARCHAR, level VARCHAR, repaired VARCHAR, refusal VARCHAR)"
        );
        Fill("map_country", $"SELECT reporter FROM {raw} UNION SELECT partner FROM {raw}", Country);
        Fill("map_flow", $"SELECT DISTINCT flow FROM {raw}", v => Flow(v[0]) is { } flow ? [v[0], flow] : null);
        Fill("map_period", $"SELECT DISTINCT period FROM {raw}", Period);
        Products();
    }

    private object?[]? Country(string[] value)
    {
        var name = plan.Names.TryGetValue(value[0], out var code) ? code : value[0];
        return CountryTable.Shipped.Find(name) is { } country ? [value[0], country.Code, country.Kind] : null;
    }

    private string? Flow(string text)
    {
        var trimmed = text.Trim();
        return plan.Flows.GetValueOrDefault(trimmed) is { } said
            ? Flows.GetValueOrDefault(said.ToLowerInvariant())
            : Flows.GetValueOrDefault(trimmed.ToLowerInvariant());
    }

    private static object?[]? Period(string[] value) =>
        PeriodText.Read(value[0]) is { } read ? [value[0], read.Frequency.ToString(), read.Period] : null;

    /// <summary>Whether the file has codes that are, or may be, longer than six digits by a national nomenclature.</summary>
    public bool HoldNationalCodes { get; private set; }

    private void Products()
    {
        var distinct = Distinct($"SELECT DISTINCT product, coalesce(level, '') FROM {raw}");
        var codes = new ProductCodes(zerosKept: distinct.Exists(v => v[0].StartsWith('0') && v[0].Length > 1))
        {
            LongestSeen = distinct.Select(v => v[0].Length).DefaultIfEmpty(0).Max(),
        };
        Append(
            "map_product",
            distinct.Select(v =>
            {
                var read = codes.Read(v[0], v[1]);
                HoldNationalCodes |= read.Level == "CN8" || read.Repaired == ProductCodes.Cut;
                return (object?[])[v[0], v[1], read.Code, read.Level, read.Repaired, read.Refusal];
            })
        );
    }

    private void Fill(string table, string sql, Func<string[], object?[]?> read) =>
        Append(table, Distinct(sql).Select(read).Where(r => r is not null)!);

    private void Append(string table, IEnumerable<object?[]> rows)
    {
        using var appender = connection.CreateAppender(table);
        foreach (var values in rows)
        {
            var row = appender.CreateRow();
            foreach (var value in values)
            {
                row = value switch
                {
                    null => row.AppendNullValue(),
                    int number => row.AppendValue(number),
                    _ => row.AppendValue((string)value),
                };
            }

            row.EndRow();
        }
    }

    private List<string[]> Distinct(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            if (!reader.IsDBNull(0))
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
