using Assay.Cases.Store;
using Assay.Cases.Team.Tables;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Team.UseCases;

/// <summary>Somebody whose session or token was recognised.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="Scope">What the token is good for; writing for a session.</param>
/// <param name="Roles">What the person is in each case they are a member of.</param>
public sealed record Recognised(Person Person, TokenScope Scope, IReadOnlyDictionary<string, CaseRole> Roles)
{
    /// <summary>True where the person has to set a second factor up before anything else (<see cref="FactorRule"/>).</summary>
    public bool LacksFactor { get; init; }
}

/// <summary>Sessions of browsers: how long they last, who is in one, how they end.</summary>
public static class Sessions
{
    /// <summary>How long a session lasts that is not used.</summary>
    public static Duration Idle { get; } = Duration.FromMinutes(30);

    /// <summary>How long a session lasts at all.</summary>
    public static Duration Whole { get; } = Duration.FromHours(12);

    private const int LongestAgent = 200;
    private static readonly Duration Noted = Duration.FromMinutes(1);

    /// <summary>Who is in the session of a secret; null where it is none that counts.</summary>
    public static Result<Recognised?> Recognise(OpenedTeam team, string secret)
    {
        var (hash, now) = (Secret.Hash(secret), team.Clock.GetCurrentInstant());
        var found = team.Database.Read<(SessionsTable.Row? Row, Recognised? Who)>(sql =>
        {
            var row = SessionsTable.Of(sql, hash);
            return row is not null && Lasts(row, now) ? (row, Of(sql, row.Person, TokenScope.Write)) : (null, null);
        });
        if (!found.Succeeded)
            return found.Error;
        if (found.Value.Row is { } used && now - used.Seen > Noted)
            team.Database.Change<bool>(sql =>
            {
                SessionsTable.See(sql, hash, now);
                return true;
            });
        return found.Value.Who;
    }

    /// <summary>Ends a session.</summary>
    public static Result<bool> End(OpenedTeam team, string secret, Person person, Caller caller) =>
        team.Database.Change<bool>(sql =>
        {
            SessionsTable.End(sql, Secret.Hash(secret));
            AuditTable.Add(sql, team.Note("signed out", caller, person.Name));
            return true;
        });

    /// <summary>Ends all sessions of a person but one.</summary>
    /// <param name="team">The server.</param>
    /// <param name="person">The person.</param>
    /// <param name="secret">The secret of the one that goes on.</param>
    /// <param name="caller">Who calls.</param>
    public static Result<bool> EndOthers(OpenedTeam team, Person person, string secret, Caller caller) =>
        team.Database.Change<bool>(sql =>
        {
            var kept = Secret.Hash(secret);
            foreach (var row in SessionsTable.By(sql, person.Id).Where(r => r.Hash != kept))
                SessionsTable.End(sql, row.Hash);
            SessionsTable.Forget(sql, person.Id);
            AuditTable.Add(sql, team.Note("ended other sessions", caller, person.Name));
            return true;
        });

    /// <summary>The sessions of a person that last, the last used first.</summary>
    public static Result<IReadOnlyList<SessionEntry>> List(OpenedTeam team, Person person, string secret)
    {
        var (kept, now) = (Secret.Hash(secret), team.Clock.GetCurrentInstant());
        return team.Database.Read<IReadOnlyList<SessionEntry>>(sql =>
            SessionsTable
                .By(sql, person.Id)
                .Where(r => Lasts(r, now))
                .Select(r => new SessionEntry(r.Hash[..8], r.Created, r.Seen, r.Agent, r.Hash == kept))
                .ToList()
        );
    }

    /// <summary>Begins a session of a person, and sweeps out those that are over.</summary>
    /// <returns>Its secret.</returns>
    internal static string Begin(OpenedTeam team, SqlSession sql, long person, Caller caller)
    {
        var (secret, now) = (Secret.New(), team.Clock.GetCurrentInstant());
        var agent = caller.Agent.Length > LongestAgent ? caller.Agent[..LongestAgent] : caller.Agent;
        SessionsTable.EndOld(sql, now - Whole, now - Idle);
        SessionsTable.Add(sql, new SessionsTable.Row(Secret.Hash(secret), person, now, now, agent));
        return secret;
    }

    /// <summary>A person with their cases; null where the account is closed.</summary>
    internal static Recognised? Of(SqlSession sql, long id, TokenScope scope) =>
        PeopleTable.Of(sql, id) is { IsBarred: false } person
            ? new Recognised(person, scope, MembersTable.Of(sql, id)) { LacksFactor = FactorRule.Binds(sql, id) }
            : null;

    private static bool Lasts(SessionsTable.Row row, Instant now) => now - row.Seen <= Idle && now - row.Created <= Whole;
}
