using System.Data;
using System.Data.Common;
using Assay.Ground.Outcomes;
using Npgsql;

namespace Assay.Cases.Store.Postgres;

/// <summary>A case in a schema of its own of a PostgreSQL database, so that one database holds many.</summary>
internal sealed class PostgresStore : CaseStore
{
    private const string Folder = "Store.Postgres";
    private readonly PostgresPlace place;
    private readonly NpgsqlDataSource source;

    private PostgresStore(PostgresPlace place)
    {
        this.place = place;
        source = NpgsqlDataSource.Create(place.ConnectionString);
    }

    /// <inheritdoc/>
    public override string Place => place.Shown;

    /// <inheritdoc/>
    private protected override IsolationLevel ReadLevel => IsolationLevel.RepeatableRead;

    /// <summary>Opens the case in a schema.</summary>
    public static Result<CaseStore> Open(PostgresPlace place)
    {
        var store = new PostgresStore(place);
        var isNewest = store.Within<bool>(store.ReadLevel, false, (sql, _) => store.Recognise(sql));
        var opened =
            !isNewest.Succeeded ? isNewest.Error
            : isNewest.Value ? store
            : store.Migrate();
        if (!opened.Succeeded)
            store.Dispose();
        return opened;
    }

    /// <summary>Makes a case in a schema that holds nothing yet, and makes the schema where there is none.</summary>
    /// <param name="place">The schema.</param>
    /// <param name="begin">Writes the first entries.</param>
    public static Result<CaseStore> Create(PostgresPlace place, Func<CaseWriter, Result<bool>> begin)
    {
        var store = new PostgresStore(place);
        var made = store.Within<CaseStore>(IsolationLevel.ReadCommitted, true, (sql, transaction) => store.Make(sql, transaction, begin));
        if (!made.Succeeded)
            store.Dispose();
        return made;
    }

    /// <inheritdoc/>
    private protected override DbConnection Connect() => source.OpenConnection();

    /// <inheritdoc/>
    private protected override DbTransaction Begin(DbConnection connection, IsolationLevel level, bool isWriting) =>
        connection.BeginTransaction(isWriting ? IsolationLevel.ReadCommitted : level);

    /// <inheritdoc/>
    private protected override void Lock(SqlSession session)
    {
        session.Execute("SET LOCAL synchronous_commit TO on"); // what is confirmed is on the disk, whatever the server's settings
        session.Rows("SELECT one FROM head FOR UPDATE", r => r.GetInt64(0));
    }

    /// <inheritdoc/>
    private protected override Error Told(DbException said, bool isWriting) => PostgresErrors.Of(said, Place, isWriting);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        source.Dispose();
        base.Dispose(disposing);
    }

    // True where its form is the one that this program knows; or why it is not opened.
    private Result<bool> Recognise(SqlSession sql)
    {
        if (!Has(sql, "form") || !Has(sql, "head"))
            return new Error(
                ErrorKind.Input,
                $"The schema “{place.Schema}” holds no case.",
                "'assay case new' makes one.",
                new Location(Place)
            );
        var have = Form(sql);
        if (Migrations.Refusal(have, Folder, Place) is { } newer)
            return newer;
        return have == Migrations.Newest(Folder);
    }

    private Result<CaseStore> Migrate() =>
        Change<CaseStore>(writer =>
        {
            Run(writer.Session, Form(writer.Session)); // another program may have been quicker
            return this;
        });

    private Result<CaseStore> Make(SqlSession sql, DbTransaction transaction, Func<CaseWriter, Result<bool>> begin)
    {
        sql.Rows("SELECT pg_advisory_xact_lock(hashtext(@0))", _ => 0, $"assay case {place.Schema}");
        var tables = sql.Rows(
            "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = @0",
            r => r.GetInt64(0),
            place.Schema
        );
        if (tables.Single() != 0)
            return new Error(
                ErrorKind.Input,
                $"The schema “{place.Schema}” holds something already.",
                "Choose another one with ?schema=NAME; a case is never written over.",
                new Location(Place)
            );
        sql.Execute($"CREATE SCHEMA IF NOT EXISTS \"{place.Schema}\"");
        sql.Execute("CREATE TABLE form (number bigint NOT NULL)");
        sql.Execute("INSERT INTO form VALUES (0)");
        Run(sql, 0);
        var begun = begin(new CaseWriter(sql));
        if (!begun.Succeeded)
            return begun.Error;
        transaction.Commit();
        return this;
    }

    private static void Run(SqlSession sql, int have)
    {
        Migrations.Run(sql, Folder, have);
        sql.Execute("UPDATE form SET number = @0", (long)Migrations.Newest(Folder));
    }

    private static int Form(SqlSession sql) => (int)sql.Rows("SELECT number FROM form", r => r.GetInt64(0)).Single();

    private bool Has(SqlSession sql, string table) =>
        sql.Rows("SELECT count(*) FROM pg_tables WHERE schemaname = @0 AND tablename = @1", r => r.GetInt64(0), place.Schema, table)
            .Single() == 1;
}
