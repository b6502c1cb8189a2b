using Assay.Cases.Store;
using Assay.Cases.Team.Passwords;
using Assay.Cases.Team.Tables;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Team.UseCases;

/// <summary>What a link is for.</summary>
/// <param name="Case">The case it leads into; null where into none.</param>
/// <param name="Role">What one is there; null where there is no case.</param>
/// <param name="IsSetUp">True where it makes the first owner of the server.</param>
/// <param name="IsReset">True where it sets a new password.</param>
/// <param name="By">Who handed it out, or null.</param>
/// <param name="For">Whose password it sets, or null.</param>
public sealed record LinkEntry(string? Case, CaseRole? Role, bool IsSetUp, bool IsReset, string? By, string? For);

/// <summary>Links that are handed out once, work once, and run out: to set the server up, to become a member, to set a password.</summary>
public static class Links
{
    /// <summary>How long a link to set up lasts.</summary>
    public static Duration SetUpLasts { get; } = Duration.FromHours(1);

    /// <summary>How long an invitation lasts.</summary>
    public static Duration InvitationLasts { get; } = Duration.FromDays(7);

    /// <summary>How long a link to a new password lasts.</summary>
    public static Duration ResetLasts { get; } = Duration.FromHours(24);

    /// <summary>What is said of a link that is none, is used up or has run out: the same of each.</summary>
    internal static Error Gone { get; } =
        new(
            ErrorKind.Input,
            "This link is not valid: it was used, it has run out, or it was never handed out.",
            "Ask who sent it for a new one."
        );

    /// <summary>A link to make the first owner. Those handed out before no longer work.</summary>
    /// <returns>Its secret; null where the server has an owner.</returns>
    public static Result<string?> SetUp(OpenedTeam team) =>
        team.Database.Change<string?>(sql =>
        {
            if (PeopleTable.HasOwner(sql))
                return (string?)null;
            InvitationsTable.Void(sql, InvitationPurpose.SetUp, null, team.Clock.GetCurrentInstant());
            return Make(team, sql, new(0, InvitationPurpose.SetUp, null, null, null, null, team.Clock.GetCurrentInstant() + SetUpLasts));
        });

    /// <summary>What a link is for; or that it is not valid.</summary>
    public static Result<LinkEntry> Look(OpenedTeam team, string secret)
    {
        var now = team.Clock.GetCurrentInstant();
        return team.Database.Read<LinkEntry>(sql =>
            InvitationsTable.Open(sql, Secret.Hash(secret), now) is { } row
                ? new LinkEntry(
                    row.Case,
                    row.Role,
                    row.Purpose == InvitationPurpose.SetUp,
                    row.Purpose == InvitationPurpose.Reset,
                    row.Inviter is { } by ? PeopleTable.Of(sql, by)?.Name : null,
                    row.Person is { } of ? PeopleTable.Of(sql, of)?.Name : null
                )
                : Gone
        );
    }

    /// <summary>Makes an account by a link: the first owner, somebody, or a member of a case. The link is used up by it.</summary>
    /// <param name="team">The server.</param>
    /// <param name="secret">The link.</param>
    /// <param name="name">The name that the person takes.</param>
    /// <param name="password">The password that the person takes.</param>
    /// <param name="caller">Who calls.</param>
    public static Result<Person> MakeAccount(OpenedTeam team, string secret, string name, string password, Caller caller)
    {
        var looked = Find(team, secret, InvitationPurpose.SetUp, InvitationPurpose.Join);
        if (!looked.Succeeded)
            return looked.Error;
        if ((Person.Wrong(name) ?? PasswordRules.Wrong(password, name)) is { } wrong)
            return wrong;
        var (hash, now, row) = (team.Hasher.Hash(password), team.Clock.GetCurrentInstant(), looked.Value);
        return team.Database.Change<Person>(sql =>
        {
            if (PeopleTable.Named(sql, name) is not null)
                return new Error(ErrorKind.Usage, $"There is an account “{Printable.Of(name)}” already.", "Take another name.");
            var isSetUp = row.Purpose == InvitationPurpose.SetUp;
            if (isSetUp && PeopleTable.HasOwner(sql) || !InvitationsTable.Use(sql, row.Id, now))
                return Gone;
            var person = PeopleTable.Add(sql, name, hash, isSetUp, now);
            AuditTable.Add(sql, team.Note(isSetUp ? "set the server up" : "made an account by invitation", caller, name));
            if (row.Case is not null)
                Enter(team, sql, row, person, caller);
            return person;
        });
    }

    /// <summary>Makes somebody who has an account a member of a case by a link. The link is used up by it.</summary>
    /// <returns>The name of the case; or that the link is not valid.</returns>
    public static Result<string> Join(OpenedTeam team, string secret, Person person, Caller caller)
    {
        var looked = Find(team, secret, InvitationPurpose.Join);
        if (!looked.Succeeded)
            return looked.Error;
        var now = team.Clock.GetCurrentInstant();
        return team.Database.Change<string>(sql =>
        {
            if (looked.Value.Case is null || !InvitationsTable.Use(sql, looked.Value.Id, now))
                return Gone;
            Enter(team, sql, looked.Value, person, caller);
            return looked.Value.Case!;
        });
    }

    /// <summary>The link of a secret, where it is for one of some purposes.</summary>
    internal static Result<InvitationsTable.Row> Find(OpenedTeam team, string secret, params ReadOnlySpan<InvitationPurpose> purposes)
    {
        var found = team.Database.Read<InvitationsTable.Row?>(sql =>
            InvitationsTable.Open(sql, Secret.Hash(secret), team.Clock.GetCurrentInstant())
        );
        if (!found.Succeeded)
            return found.Error;
        return found.Value is { } row && purposes.Contains(row.Purpose) ? row : Gone;
    }

    /// <summary>Keeps a link, and gives its secret.</summary>
    internal static string Make(OpenedTeam team, SqlSession sql, InvitationsTable.Row row)
    {
        var secret = Secret.New();
        InvitationsTable.Add(sql, Secret.Hash(secret), row, team.Clock.GetCurrentInstant());
        return secret;
    }

    // A link never takes away: who has a higher role keeps it.
    private static void Enter(OpenedTeam team, SqlSession sql, InvitationsTable.Row row, Person person, Caller caller)
    {
        var (had, given) = (MembersTable.Role(sql, row.Case!, person.Id), row.Role ?? CaseRole.Reader);
        if (had >= given)
            return;
        MembersTable.Set(sql, row.Case!, person.Id, given);
        AuditTable.Add(sql, team.Note($"became {Wording.EnumNames.Of(given)} by invitation", caller, person.Name, null, row.Case));
    }
}
