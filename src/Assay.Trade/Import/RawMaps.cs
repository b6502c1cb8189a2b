using Assay.Ground.Countries;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;
using Assay.Trade.Formats;
using DuckDB.NET.Data;

namespace Assay.Trade.Import;

/// <summary>From the distinct values of a raw file, the tables that say what each country, flow, product and period in it
/// means.</summary>
internal sealed class RawMaps(DuckDBConnection connection, FormatPlan plan, string raw)
{
    private const int FewestNumbers = 3;
    private int numbers;
    private IReadOnlyList<string> unknown = [];

    private static IReadOnlyDictionary<string, string> Flows => FlowWords.All;

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
        var said = plan.Names.TryGetValue(value[0], out var code) || plan.Names.TryGetValue(value[0].TrimStart('0'), out code);
        if (!said && plan.OwnCodes && IsNumber(value[0]))
            return null;
        var country = said
            ? CountryTable.Shipped.Find(code!)
            : Labelled(value[0], CountryTable.Shipped.Find) ?? CountryTable.Shipped.Find(value[0]);
        if (!said && IsNumber(value[0]))
            (numbers, unknown) = (numbers + 1, country is null ? [.. unknown, value[0]] : unknown);
        return country is null ? null : [value[0], country.Code, country.Kind];
    }

    /// <summary>The question whose codes the numbers for countries are, where many of them are no codes of UN M49; else null.</summary>
    public Error? OwnCodes(string name) =>
        plan.AsksForCodes && numbers >= FewestNumbers && unknown.Count * 5 >= numbers
            ? new Error(
                ErrorKind.Input,
                $"Of {numbers} numbers that stand for countries {unknown.Count} are no codes of the United Nations, such as {string.Join(", ", unknown.Take(3))}: the publisher's own, it seems.",
                "Name a column of names or ISO codes in a mapping, \"columns\": { \"partner\": \"HEADING\" }, or the publisher's table of countries: \"countries\": { \"file\": \"countries.csv\", \"code\": \"HEADING\", \"to\": \"HEADING\" }.",
                new Location(name)
            )
            : null;

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    // "DE: Germany" and "2: Exports" are a code with its label.
    private static T? Labelled<T>(string text, Func<string, T?> find)
        where T : class =>
        text.IndexOf(": ", StringComparison.Ordinal) is not (> 0 and var colon) ? null
        // A number is the publisher's own before it is one of UN M49.
        : IsNumber(text[..colon]) ? find(text[(colon + 2)..]) ?? find(text[..colon])
        : find(text[..colon]) ?? find(text[(colon + 2)..]);

    private string? Flow(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && !plan.Flows.ContainsKey(trimmed))
            trimmed = trimmed[..colon];
        return plan.Flows.GetValueOrDefault(trimmed) is { } said
            ? Flows.GetValueOrDefault(said.ToLowerInvariant())
            : Flows.GetValueOrDefault(trimmed.ToLowerInvariant()) ?? Flows.GetValueOrDefault(Behind(trimmed).ToLowerInvariant());
    }

    // "2 Exports" is a code with its label.
    private static string Behind(string text) =>
        text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank && IsNumber(text[..blank]) ? text[(blank + 1)..] : text;

    // "2022M03 2022M03" is a code with its label.
    private static string Once(string text) => text.Split(' ') is [var code, var label] && code == label ? code : text;

    private static object?[]? Period(string[] value) =>
        PeriodText.Read(Once(value[0])) is { } read ? [value[0], read.Frequency.ToString(), read.Period] : null;

    /// <summary>Whether the file has codes that are, or may be, longer than six digits by a national nomenclature.</summary>
    public bool HoldNationalCodes { get; private set; }

    private void Products()
    {
        var distinct = Distinct($"SELECT DISTINCT product, coalesce(level, '') FROM {raw}");
        var codes = new ProductCodes(zerosKept: distinct.Exists(v => ProductCodes.Bare(v[0]) is ['0', _, ..]))
        {
            LongestSeen = distinct.Select(v => ProductCodes.Bare(v[0]).Length).DefaultIfEmpty(0).Max(),
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
