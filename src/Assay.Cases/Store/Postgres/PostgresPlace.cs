using System.Text.RegularExpressions;
using Assay.Ground.Outcomes;
using Npgsql;

namespace Assay.Cases.Store.Postgres;

/// <summary>Which schema of which database.</summary>
/// <param name="ConnectionString">How to connect; may hold a password.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Shown">The place without a password.</param>
internal sealed partial record PostgresPlace(string ConnectionString, string Schema, string Shown)
{
    private const string Default = "assay";

    /// <summary>True where a place reads like a connection to PostgreSQL: an address, or keywords with <c>Host=</c>.</summary>
    public static bool Is(string place) =>
        place.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || place.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
        || Keywords().IsMatch(place);

    /// <summary>Reads a place.</summary>
    public static Result<PostgresPlace> Read(string place)
    {
        try
        {
            var builder = place.Contains("://", StringComparison.Ordinal)
                ? FromAddress(new Uri(place))
                : new NpgsqlConnectionStringBuilder(place);
            var schema = string.IsNullOrEmpty(builder.SearchPath) ? Default : builder.SearchPath.Trim('"');
            if (!SchemaNames().IsMatch(schema))
                return Wrong(
                    $"“{Printable.Of(schema)}” is no name of a schema.",
                    "Give one of small letters, digits and _, such as ?schema=night."
                );
            builder.SearchPath = $"\"{schema}\"";
            builder.ApplicationName ??= "assay";
            var port = builder.Port == NpgsqlConnection.DefaultPort ? "" : $":{builder.Port}";
            return new PostgresPlace(
                builder.ToString(),
                schema,
                Printable.Of($"postgres://{builder.Host}{port}/{builder.Database}?schema={schema}")
            );
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            return Wrong(
                "The connection to PostgreSQL cannot be read.",
                "Write it as postgres://ada@localhost/cases?schema=night, with the password in PGPASSWORD."
            );
        }
    }

    private static NpgsqlConnectionStringBuilder FromAddress(Uri address)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : NpgsqlConnection.DefaultPort,
        };
        var user = address.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        if (address.AbsolutePath.Length > 1)
            builder.Database = Uri.UnescapeDataString(address.AbsolutePath[1..]);
        foreach (var part in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.Split('=', 2) is [var n, var v] ? (n, Uri.UnescapeDataString(v)) : (part, "");
            builder[
                name is "schema" or "search_path" ? "Search Path"
                : name is "sslmode" ? "SSL Mode"
                : name is "host" ? "Host"
                : name
            ] = value;
        }

        return builder;
    }

    private static Error Wrong(string what, string hint) => new(ErrorKind.Usage, what, hint);

    [GeneratedRegex(@"(^|;)\s*(host|server)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Keywords();

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex SchemaNames();
}
