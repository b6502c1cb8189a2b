using Assay.Cases.Store.Postgres;
using Assay.Cases.Team.Passwords;
using Assay.Cases.Team.Store;
using Assay.Cases.Team.Store.Postgres;
using Assay.Cases.Team.Store.Sqlite;
using Assay.Cases.Team.Tables;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Team.UseCases;

/// <summary>Who calls, for the audit log.</summary>
/// <param name="Address">The network address; null where it is not known.</param>
/// <param name="Agent">What the program that calls names itself.</param>
public sealed record Caller(string? Address, string Agent = "");

/// <summary>The people of a server, open. Safe for use by several threads.</summary>
public sealed class OpenedTeam : IDisposable
{
    private OpenedTeam(TeamDatabase database, IClock clock, PasswordHasher hasher) => (Database, Clock, Hasher) = (database, clock, hasher);

    /// <summary>The clock that everything is dated by.</summary>
    public IClock Clock { get; }

    /// <summary>The store.</summary>
    internal TeamDatabase Database { get; }

    /// <summary>Hashes passwords.</summary>
    internal PasswordHasher Hasher { get; }

    /// <summary>Slows guessing down.</summary>
    internal GuessBrake Brake { get; } = new();

    /// <summary>Opens the store, and makes it where there is none.</summary>
    /// <param name="place">A file, or a connection to PostgreSQL with a schema of its own.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="settings">What passwords are hashed with.</param>
    /// <returns>The store; or why it cannot be opened.</returns>
    public static Result<OpenedTeam> Open(string place, IClock clock, Argon2Settings? settings = null)
    {
        if (string.IsNullOrWhiteSpace(place))
            return new Error(ErrorKind.Usage, "No store of users is named.", "Name a file such as users.db, with --users.");
        var opened = PostgresPlace.Is(place) ? PostgresPlace.Read(place).Match(PostgresTeam.Open, e => e) : SqliteTeam.Open(place);
        return opened.Succeeded
            ? new OpenedTeam(opened.Value, clock, new PasswordHasher(settings ?? Argon2Settings.Default))
            : opened.Error;
    }

    /// <summary>Makes ready to let people in.</summary>
    public void Prepare() => Hasher.Prepare();

    /// <summary>True where the store answers.</summary>
    public bool IsReady() => Database.Read<bool>(sql => sql.Rows("SELECT count(*) FROM people", r => r.GetInt64(0)).Count == 1).Succeeded;

    /// <summary>Closes the store.</summary>
    public void Dispose()
    {
        Database.Dispose();
        Hasher.Dispose();
    }

    /// <summary>A line for the audit log.</summary>
    internal AuditEntry Note(string act, Caller caller, string? who, string? about = null, string? @case = null) =>
        new(0, Clock.GetCurrentInstant(), act, who, about, @case, caller.Address);

    /// <summary>Writes a line of the audit log by itself.</summary>
    internal void Write(AuditEntry entry) =>
        Database.Change<bool>(sql =>
        {
            AuditTable.Add(sql, entry);
            return true;
        });
}
