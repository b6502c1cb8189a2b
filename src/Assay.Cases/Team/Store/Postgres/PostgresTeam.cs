using System.Data;
using System.Data.Common;
using Assay.Cases.Store;
using Assay.Cases.Store.Postgres;
using Assay.Ground.Outcomes;
using Npgsql;

namespace Assay.Cases.Team.Store.Postgres;

/// <summary>The people of a server in a schema of their own of a PostgreSQL database.</summary>
/// <param name="place">The schema.</param>
internal sealed class PostgresTeam(PostgresPlace place) : TeamDatabase
{
    private const string Folder = "Team.Store.Postgres";
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(place.ConnectionString);

    /// <inheritdoc/>
    public override string Place => place.Shown;

    /// <summary>Opens the store in a schema, and makes it where nothing is there.</summary>
    public static Result<TeamDatabase> Open(PostgresPlace place)
    {
        var store = new PostgresTeam(place);
        var opened = store.Change<TeamDatabase>(store.Recognise);
        if (!opened.Succeeded)
            store.Dispose();
        return opened;
    }

    /// <inheritdoc/>
    public override void Dispose() => source.Dispose();

    /// <inheritdoc/>
    protected override DbConnection Connect() => source.OpenConnection();

    /// <inheritdoc/>
    protected override DbTransaction Begin(DbConnection connection, bool isWriting) =>
        connection.BeginTransaction(isWriting ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead);

    /// <inheritdoc/>
    protected override void Lock(SqlSession sql)
    {
        sql.Execute("SET LOCAL synchronous_commit TO on");
        sql.Rows("SELECT pg_advisory_xact_lock(hashtext(@0))", _ => 0, $"assay team {place.Schema}");
    }

    /// <inheritdoc/>
    protected override Error Told(DbException said, bool isWriting) => PostgresErrors.Of(said, Place, isWriting);

    private Result<TeamDatabase> Recognise(SqlSession sql)
    {
        if (Tables(sql) == 0)
        {
            sql.Execute($"CREATE SCHEMA IF NOT EXISTS \"{place.Schema}\"");
            sql.Execute("CREATE TABLE team_form (number bigint NOT NULL)");
            sql.Execute("INSERT INTO team_form VALUES (0)");
        }
        else if (!Has(sql, "team_form"))
        {
            return new Error(
                ErrorKind.Input,
                $"The schema “{place.Schema}” holds something else than users.",
                "Choose another one with ?schema=NAME.",
                new Location(Place)
            );
        }

        var have = (int)sql.Rows("SELECT number FROM team_form", r => r.GetInt64(0)).Single();
        if (Migrations.Refusal(have, Folder, Place, Name) is { } newer)
            return newer;
        Migrations.Run(sql, Folder, have);
        sql.Execute("UPDATE team_form SET number = @0", (long)Migrations.Newest(Folder));
        return this;
    }

    private long Tables(SqlSession sql) =>
        sql.Rows(
                "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = @0",
                r => r.GetInt64(0),
                place.Schema
            )
            .Single();

    private bool Has(SqlSession sql, string table) =>
        sql.Rows("SELECT count(*) FROM pg_tables WHERE schemaname = @0 AND tablename = @1", r => r.GetInt64(0), place.Schema, table)
            .Single() == 1;
}
