using Assay.Cases.Store;
using Assay.Cases.Team.Tables;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Team.UseCases;

/// <summary>The accounts of a server, for its owners.</summary>
public static class Accounts
{
    /// <summary>All accounts, by name.</summary>
    public static Result<IReadOnlyList<Person>> List(OpenedTeam team) =>
        team.Database.Read<IReadOnlyList<Person>>(sql => PeopleTable.All(sql));

    /// <summary>Closes an account, or opens it again. Sessions and tokens of a closed one end at once.</summary>
    /// <param name="team">The server.</param>
    /// <param name="name">Whose account.</param>
    /// <param name="isBarred">True to close it.</param>
    /// <param name="by">Who does so; null for somebody at the machine itself.</param>
    /// <param name="caller">Who calls.</param>
    public static Result<bool> Bar(OpenedTeam team, string name, bool isBarred, Person? by, Caller caller) =>
        team.Database.Change<bool>(sql =>
        {
            var found = Named(sql, name);
            if (!found.Succeeded)
                return found.Error;
            var person = found.Value;
            if (isBarred && person.Id == by?.Id)
                return new Error(ErrorKind.Usage, "Nobody closes their own account.", "Another owner of the server can.");
            PeopleTable.Bar(sql, person.Id, isBarred);
            if (isBarred && person.IsOwner && !PeopleTable.HasOwner(sql))
                return new Error(ErrorKind.Usage, "A server has one owner at least.", "Nothing was changed.");
            if (isBarred)
            {
                SessionsTable.EndAll(sql, person.Id);
                TokensTable.RevokeAll(sql, person.Id, team.Clock.GetCurrentInstant());
            }

            AuditTable.Add(sql, team.Note(isBarred ? "closed an account" : "opened an account again", caller, by?.Name, person.Name));
            return true;
        });

    /// <summary>A link by which somebody makes an account, a member of no case yet.</summary>
    /// <returns>Its secret.</returns>
    public static Result<string> Invite(OpenedTeam team, Person? by, Caller caller) =>
        team.Database.Change<string>(sql =>
        {
            AuditTable.Add(sql, team.Note("made an invitation for an account", caller, by?.Name));
            var until = team.Clock.GetCurrentInstant() + Links.InvitationLasts;
            return Links.Make(team, sql, new(0, InvitationPurpose.Join, null, null, null, by?.Id, until));
        });

    /// <summary>A link by which somebody sets a new password. Those handed out before no longer work.</summary>
    /// <returns>Its secret.</returns>
    public static Result<string> Reset(OpenedTeam team, string name, Person? by, Caller caller) =>
        team.Database.Change<string>(sql =>
        {
            var found = Named(sql, name);
            if (!found.Succeeded)
                return found.Error;
            var now = team.Clock.GetCurrentInstant();
            InvitationsTable.Void(sql, InvitationPurpose.Reset, found.Value.Id, now);
            AuditTable.Add(sql, team.Note("made a link to a new password", caller, by?.Name, found.Value.Name));
            return Links.Make(team, sql, new(0, InvitationPurpose.Reset, null, null, found.Value.Id, by?.Id, now + Links.ResetLasts));
        });

    /// <summary>The audit log, the newest lines first.</summary>
    /// <param name="team">The server.</param>
    /// <param name="before">Only lines before this one; null for the last.</param>
    /// <param name="most">How many at most.</param>
    public static Result<IReadOnlyList<AuditEntry>> Audit(OpenedTeam team, long? before, int most) =>
        team.Database.Read<IReadOnlyList<AuditEntry>>(sql => AuditTable.Last(sql, before ?? long.MaxValue, most));

    /// <summary>The people who have a second factor, by the numbers of their accounts.</summary>
    public static Result<IReadOnlySet<long>> WithFactor(OpenedTeam team) =>
        team.Database.Read<IReadOnlySet<long>>(sql => FactorsTable.Confirmed(sql));

    /// <summary>The person of a name; or that there is none.</summary>
    internal static Result<Person> Named(SqlSession sql, string name) =>
        PeopleTable.Named(sql, name) is { } person
            ? person
            : new Error(ErrorKind.Usage, $"There is no account “{Printable.Of(name)}” here.", "'assay team people' lists them.");
}
