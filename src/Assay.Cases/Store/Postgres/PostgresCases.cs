using System.Data.Common;
using System.Text.RegularExpressions;
using Assay.Ground.Outcomes;
using Npgsql;

namespace Assay.Cases.Store.Postgres;

/// <summary>Many cases in one database, each in a schema whose name begins alike: <c>postgres://host/db?cases=night</c> names those in
/// the
/// schemas <c>night_...</c>.</summary>
internal sealed partial class PostgresCases : IDisposable
{
    private const string Parameter = "cases";

    // The names of schemas have 63 letters at most; what a case may be called is the rest.
    private const int LongestSchema = 63;

    private readonly string address;
    private readonly PostgresPlace place;
    private readonly string prefix;
    private readonly NpgsqlDataSource source;

    private PostgresCases(string address, PostgresPlace place, string prefix)
    {
        (this.address, this.place, this.prefix) = (address, place, prefix);
        source = NpgsqlDataSource.Create(place.ConnectionString);
    }

    /// <summary>Where they are, without a password.</summary>
    public string Place => Regex.Replace(place.Shown, "schema=.*$", $"{Parameter}={prefix.TrimEnd('_')}");

    /// <summary>True where a place names many cases.</summary>
    public static bool Is(string place) => PostgresPlace.Is(place) && Named().IsMatch(place);

    /// <summary>Reads a place.</summary>
    /// <returns>The cases; or why the place is none.</returns>
    public static Result<PostgresCases> Read(string place)
    {
        var given = Uri.UnescapeDataString(Named().Match(place).Groups[1].Value);
        if (!Prefixes().IsMatch(given))
            return new Error(
                ErrorKind.Usage,
                $"“{Printable.Of(given)}” cannot begin the names of schemas.",
                "Give 1 to 20 small letters and digits, such as ?cases=night: the cases are in the schemas night_..."
            );
        if (place.Contains("schema=", StringComparison.OrdinalIgnoreCase))
            return new Error(
                ErrorKind.Usage,
                "“cases” and “schema” are both named.",
                "Name the schema of one case, or what those of many begin with."
            );
        var rest = Named().Replace(place, "", 1).TrimEnd('?', '&');
        var read = PostgresPlace.Read(rest);
        return read.Succeeded ? new PostgresCases(rest, read.Value, given + "_") : read.Error;
    }

    /// <summary>The place of a case.</summary>
    /// <param name="name">Its name: what follows the beginning of its schema's.</param>
    public string PlaceOf(string name) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}schema={prefix}{name}";

    /// <summary>A name that a case can have: small letters, digits and _, as long as a schema's may be.</summary>
    public string Name(string slug)
    {
        var name = slug.Replace('-', '_');
        var most = LongestSchema - prefix.Length - 4; // room for a number
        return name.Length > most ? name[..most].TrimEnd('_') : name;
    }

    /// <summary>The names of the cases there are, in order.</summary>
    public Result<IReadOnlyList<string>> Names() =>
        Asked(
            """
            SELECT n.nspname FROM pg_namespace n
            WHERE starts_with(n.nspname, $1)
              AND EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = 'form' AND c.relkind = 'r')
              AND EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = 'head' AND c.relkind = 'r')
            ORDER BY n.nspname COLLATE "C"
            """
        );

    /// <summary>The names that are taken, by cases and by whatever else is in a schema of such a name.</summary>
    public Result<IReadOnlyList<string>> Taken() => Asked("SELECT nspname FROM pg_namespace WHERE starts_with(nspname, $1)");

    /// <summary>Closes the connections.</summary>
    public void Dispose() => source.Dispose();

    private Result<IReadOnlyList<string>> Asked(string query)
    {
        try
        {
            using var command = source.CreateCommand(query);
            command.Parameters.Add(new NpgsqlParameter { Value = prefix });
            using var reader = command.ExecuteReader();
            var names = new List<string>();
            while (reader.Read())
                names.Add(reader.GetString(0)[prefix.Length..]);
            return names;
        }
        catch (DbException e)
        {
            return PostgresErrors.Of(e, Place, isWriting: false);
        }
    }

    [GeneratedRegex("(?<=[?&])cases=([^&]*)&?", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex("^[a-z][a-z0-9]{0,19}$")]
    private static partial Regex Prefixes();
}
