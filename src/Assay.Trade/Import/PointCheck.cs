using Assay.Ground.Outcomes;
using Assay.Trade.Formats;
using DuckDB.NET.Data;

namespace Assay.Trade.Import;

/// <summary>
/// Asks what a point in a number means where the file does not show it: in a table with semicolons, which are written where the comma
/// parts
/// decimals, <c>1.000</c> may be one or a thousand.
/// </summary>
/// <param name="connection">The engine.</param>
/// <param name="plan">What is known of the file.</param>
/// <param name="raw">Its raw rows, as a table function.</param>
/// <param name="name">Its name.</param>
internal sealed class PointCheck(DuckDBConnection connection, FormatPlan plan, string raw, string name)
{
    /// <summary>Whether commas part thousands in this file, known once <see cref="Doubt"/> was asked.</summary>
    public bool CommasPartThousands { get; private set; }

    // "1,234,567" and "1,234.5" show that commas part thousands, "1,5" that they part decimals; "1,234" alone shows nothing.
    private Error? Commas()
    {
        using var command = connection.CreateCommand();
        command.CommandText = $$"""
            SELECT any_value(trim(value)) FILTER (regexp_full_match(trim(value), '-?[0-9]{1,3},[0-9]{3}')),
              count(*) FILTER (regexp_full_match(trim(value), '-?[0-9]{1,3}(,[0-9]{3}){2,}|-?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+'))::BIGINT,
              count(*) FILTER (regexp_full_match(trim(value), '-?[0-9 ]*,([0-9]{1,2}|[0-9]{4,})|-?[0-9]{4,},[0-9]{3}'))::BIGINT FROM {{raw}}
            """;
        using var reader = command.ExecuteReader();
        if (!reader.Read())
            return null;
        var (seen, thousands, decimals) = (reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2));
        CommasPartThousands = (plan.DecimalSaid || thousands > 0) && decimals == 0;
        return seen is null || CommasPartThousands || decimals > 0
            ? null
            : new Error(
                ErrorKind.Input,
                $"The value '{seen}' may be {seen.Replace(",", "", StringComparison.Ordinal)} or {seen.Split(',')[0]} and a fraction: nothing in the file shows which.",
                "Say what parts the decimals: --set decimal=. (then commas part thousands) or --set decimal=, (then they part decimals).",
                new Location(name)
            );
    }

    /// <summary>The question, or null where there is none.</summary>
    public Error? Doubt()
    {
        if (plan.RowFactors && plan.Decimal == '.' && Commas() is { } commas)
            return commas;
        if (!plan.AsksForPoint)
            return null;
        using var command = connection.CreateCommand();
        command.CommandText = $$"""
            SELECT any_value(trim(value)) FILTER (regexp_full_match(trim(value), '-?[0-9]{1,3}(\.[0-9]{3})+')),
              count(*) FILTER (regexp_full_match(trim(value), '-?[0-9]*\.([0-9]{1,2}|[0-9]{4,})|-?[0-9]{4,}\.[0-9]{3}'))::BIGINT FROM {{raw}}
            """;
        using var reader = command.ExecuteReader();
        if (!reader.Read() || reader.IsDBNull(0) || reader.GetInt64(1) > 0)
            return null;
        var seen = reader.GetString(0);
        return new Error(
            ErrorKind.Input,
            $"The value '{seen}' may be {seen.Replace(".", "", StringComparison.Ordinal)} or {seen.Split('.')[0]} and a fraction: nothing in the file shows which.",
            "Say what parts the decimals: --set decimal=, (then points part thousands) or --set decimal=. (then they part decimals).",
            new Location(name)
        );
    }
}
