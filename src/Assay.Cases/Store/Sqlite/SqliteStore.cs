using System.Data;
using System.Data.Common;
using System.Globalization;
using Assay.Ground.Outcomes;
using Microsoft.Data.Sqlite;

namespace Assay.Cases.Store.Sqlite;

/// <summary>A case in one SQLite file. Every change is on the disk before it is confirmed; beside the file there is another one only
/// while a change is written, or after a crash, which the next opening sets right.</summary>
internal sealed class SqliteStore : CaseStore
{
    private const int Mark = 0x41535941; // "ASAY", in the header of the file
    private const string Folder = "Store.Sqlite";
    private readonly string file;
    private readonly string connectionString;

    private SqliteStore(string file)
    {
        this.file = file;
        connectionString = SqliteConnections.To(file);
    }

    /// <inheritdoc/>
    public override string Place => Printable.Of(file);

    /// <inheritdoc/>
    private protected override IsolationLevel ReadLevel => IsolationLevel.Serializable;

    /// <summary>Opens the case in a file.</summary>
    /// <param name="file">The file.</param>
    public static Result<CaseStore> Open(string file)
    {
        if (!File.Exists(file))
            return Refused(
                file,
                Directory.Exists(file) ? "This is a folder, not a case." : "There is no such file.",
                "'assay case new' makes a case."
            );
        var store = new SqliteStore(Path.GetFullPath(file));
        var isNewest = store.Within<bool>(store.ReadLevel, false, (sql, _) => store.Recognise(sql));
        // Brought to the new form once nothing reads it any more: a reader would be waited for.
        var opened =
            !isNewest.Succeeded ? isNewest.Error
            : isNewest.Value ? store
            : store.Migrate();
        if (!opened.Succeeded)
            store.Dispose();
        return opened;
    }

    /// <summary>Makes a case in a file that is not there yet: whole, or not at all.</summary>
    /// <param name="file">The file.</param>
    /// <param name="begin">Writes the first entries.</param>
    public static Result<CaseStore> Create(string file, Func<CaseWriter, Result<bool>> begin)
    {
        var whole = Path.GetFullPath(file);
        if (Path.Exists(whole))
            return Refused(file, "There is something of that name already.", "Choose another name; a case is never written over.");
        var beside = $"{whole}.{Environment.ProcessId}.new";
        try
        {
            File.Create(beside).Dispose();
            using (var made = new SqliteStore(beside))
            {
                if (made.Make(begin).Error is { } error)
                    return error with { Where = new Location(file) };
            }

            File.Move(beside, whole);
            return Open(whole);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Error(
                ErrorKind.Output,
                $"The case could not be made: {e.Message.TrimEnd('.')}.",
                "Check the folder and the disk.",
                new Location(file)
            );
        }
        finally
        {
            foreach (var left in new[] { beside, beside + "-journal" }.Where(File.Exists))
                File.Delete(left);
        }
    }

    /// <inheritdoc/>
    private protected override DbConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var settings = connection.CreateCommand();
        // A committed change outlives a loss of power; what a file says of itself runs nothing.
        settings.CommandText =
            "PRAGMA busy_timeout = 60000; PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;";
        settings.ExecuteNonQuery();
        return connection;
    }

    /// <inheritdoc/>
    private protected override DbTransaction Begin(DbConnection connection, IsolationLevel level, bool isWriting) =>
        ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: !isWriting);

    /// <inheritdoc/>
    private protected override void Lock(SqlSession session)
    {
        // BEGIN IMMEDIATE has waited for the others.
    }

    /// <inheritdoc/>
    private protected override Error Told(DbException said, bool isWriting) => SqliteErrors.Of((SqliteException)said, Place, isWriting);

    /// <inheritdoc/>
    internal override IEnumerable<string> Damage(CaseReader reader) =>
        reader
            .Session.Rows("PRAGMA integrity_check", r => r.GetString(0))
            .Where(said => said != "ok")
            .Select(said => $"SQLite finds it damaged: {said}.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        base.Dispose(disposing);
    }

    private static Error Refused(string file, string what, string hint) => new(ErrorKind.Input, what, hint, new Location(file));

    private Result<bool> Make(Func<CaseWriter, Result<bool>> begin) =>
        Within(
            IsolationLevel.Serializable,
            true,
            (sql, transaction) =>
            {
                Migrations.Run(sql, Folder, 0);
                sql.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {Mark}"));
                sql.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Migrations.Newest(Folder)}"));
                var begun = begin(new CaseWriter(sql));
                if (begun.Succeeded)
                    transaction.Commit();
                return begun;
            }
        );

    // True where its form is the one that this program knows; or why it is not opened.
    private Result<bool> Recognise(SqlSession sql)
    {
        if (Number(sql, "PRAGMA application_id") != Mark)
            return Refused(Place, "This is an SQLite file, but no case of Assay.", "'assay case new' makes a case.");
        if (Number(sql, "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')") != 0)
            return Refused(
                Place,
                "The file has triggers or views in it, which no case has.",
                "It was made or changed by something else than Assay."
            );
        var have = (int)Number(sql, "PRAGMA user_version");
        if (Migrations.Refusal(have, Folder, Place) is { } newer)
            return newer;
        return have == Migrations.Newest(Folder);
    }

    private Result<CaseStore> Migrate() =>
        Change<CaseStore>(writer =>
        {
            var sql = writer.Session;
            Migrations.Run(sql, Folder, (int)Number(sql, "PRAGMA user_version")); // another program may have been quicker
            sql.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Migrations.Newest(Folder)}"));
            return this;
        });

    private static long Number(SqlSession sql, string query) => sql.Rows(query, r => r.GetInt64(0)).Single();
}
