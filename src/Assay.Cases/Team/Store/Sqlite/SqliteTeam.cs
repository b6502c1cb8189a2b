using System.Data;
using System.Data.Common;
using System.Globalization;
using Assay.Cases.Store;
using Assay.Cases.Store.Sqlite;
using Assay.Ground.Outcomes;
using Microsoft.Data.Sqlite;

namespace Assay.Cases.Team.Store.Sqlite;

/// <summary>The people of a server in one SQLite file, which only its owner on this machine may read.</summary>
internal sealed class SqliteTeam : TeamDatabase
{
    private const int Mark = 0x41535955; // "ASYU", in the header of the file
    private const string Folder = "Team.Store.Sqlite";
    private readonly string file;
    private readonly string connectionString;

    private SqliteTeam(string file)
    {
        this.file = file;
        connectionString = SqliteConnections.To(file);
    }

    /// <inheritdoc/>
    public override string Place => Printable.Of(file);

    /// <summary>Opens the store in a file, and makes it where there is none.</summary>
    public static Result<TeamDatabase> Open(string file)
    {
        var whole = Path.GetFullPath(file);
        if (Directory.Exists(whole))
            return new Error(ErrorKind.Input, "This is a folder, not a file.", "Name a file for the users.", new Location(file));
        if (!File.Exists(whole) && Make(whole) is { } failed)
            return failed;
        var store = new SqliteTeam(whole);
        var opened = store.Change<TeamDatabase>(store.Recognise);
        if (!opened.Succeeded)
            store.Dispose();
        return opened;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <inheritdoc/>
    protected override DbConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText =
            "PRAGMA busy_timeout = 60000; PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;";
        settings.ExecuteNonQuery();
        return connection;
    }

    /// <inheritdoc/>
    protected override DbTransaction Begin(DbConnection connection, bool isWriting) =>
        ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: !isWriting);

    /// <inheritdoc/>
    protected override void Lock(SqlSession sql)
    {
        // BEGIN IMMEDIATE has waited for the others.
    }

    /// <inheritdoc/>
    protected override Error Told(DbException said, bool isWriting) => SqliteErrors.Of((SqliteException)said, Place, isWriting, Name);

    // Nobody else on the machine may read it: it holds hashes of passwords.
    private static Error? Make(string file)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            new FileStream(file, options).Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Error(
                ErrorKind.Output,
                $"The {Name} could not be made: {e.Message.TrimEnd('.')}.",
                "Check the folder and the disk.",
                new Location(file)
            );
        }
    }

    private Result<TeamDatabase> Recognise(SqlSession sql)
    {
        var (mark, objects) = (Number(sql, "PRAGMA application_id"), Number(sql, "SELECT count(*) FROM sqlite_schema"));
        if (mark != Mark && objects != 0 || mark is not (0 or Mark))
            return new Error(
                ErrorKind.Input,
                $"This is an SQLite file, but no {Name}.",
                "Name another file; a case and its users are two files.",
                new Location(file)
            );
        var have = (int)Number(sql, "PRAGMA user_version");
        if (Migrations.Refusal(have, Folder, Place, Name) is { } newer)
            return newer;
        Migrations.Run(sql, Folder, have);
        sql.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {Mark}"));
        sql.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Migrations.Newest(Folder)}"));
        return this;
    }

    private static long Number(SqlSession sql, string query) => sql.Rows(query, r => r.GetInt64(0)).Single();
}
