using Assay.Cases.Store;
using Assay.Cases.Team.Tables;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Team.UseCases;

/// <summary>The members of a case and the invitations to it.</summary>
/// <param name="Members">The members, by name.</param>
/// <param name="Open">Invitations that can still be used: number, role, when they run out.</param>
public sealed record MembersReply(IReadOnlyList<Member> Members, IReadOnlyList<(long Id, CaseRole Role, Instant Expires)> Open);

/// <summary>Says who is a member of which case. A case is never left without an owner.</summary>
public static class Members
{
    /// <summary>Who is a member.</summary>
    public static Result<MembersReply> List(OpenedTeam team, string @case) =>
        team.Database.Read<MembersReply>(sql => new MembersReply(
            MembersTable.In(sql, @case),
            [.. InvitationsTable.To(sql, @case, team.Clock.GetCurrentInstant()).Select(r => (r.Id, r.Role ?? CaseRole.Reader, r.Expires))]
        ));

    /// <summary>The cases that have no owner any more, or never had one: of some names.</summary>
    public static Result<IReadOnlyList<string>> Unowned(OpenedTeam team, IReadOnlyList<string> names) =>
        team.Database.Read<IReadOnlyList<string>>(sql => names.Except(MembersTable.Kept(sql), StringComparer.Ordinal).ToList());

    /// <summary>Makes whoever made a case its owner. Members and invitations of an earlier case of that name are gone.</summary>
    public static Result<bool> Begin(OpenedTeam team, string @case, Person person, Caller caller) =>
        team.Database.Change<bool>(sql =>
        {
            MembersTable.Clear(sql, @case);
            InvitationsTable.Void(sql, @case, null, team.Clock.GetCurrentInstant());
            MembersTable.Set(sql, @case, person.Id, CaseRole.Owner);
            AuditTable.Add(sql, team.Note("made a case", caller, person.Name, null, @case));
            return true;
        });

    /// <summary>Makes an owner of the server the owner of a case that has none.</summary>
    public static Result<bool> Adopt(OpenedTeam team, string @case, Person person, Caller caller) =>
        team.Database.Change<bool>(sql =>
        {
            if (!person.IsOwner || MembersTable.Kept(sql).Contains(@case))
                return new Error(ErrorKind.Usage, "The case has an owner.", "Its owner says who is a member.");
            MembersTable.Set(sql, @case, person.Id, CaseRole.Owner);
            AuditTable.Add(sql, team.Note("took over a case without an owner", caller, person.Name, null, @case));
            return true;
        });

    /// <summary>Gives somebody who has an account a role in a case.</summary>
    public static Result<bool> Set(OpenedTeam team, string @case, string name, CaseRole role, Person by, Caller caller) =>
        team.Database.Change<bool>(sql =>
        {
            var found = Named(sql, name);
            if (!found.Succeeded)
                return found.Error;
            if (role != CaseRole.Owner && IsLastOwner(sql, @case, found.Value))
                return LastOwner;
            MembersTable.Set(sql, @case, found.Value.Id, role);
            AuditTable.Add(sql, team.Note($"gave the role {EnumNames.Of(role)}", caller, by.Name, found.Value.Name, @case));
            return true;
        });

    /// <summary>Takes a member out of a case.</summary>
    public static Result<bool> Remove(OpenedTeam team, string @case, string name, Person by, Caller caller) =>
        team.Database.Change<bool>(sql =>
        {
            var found = Named(sql, name);
            if (!found.Succeeded)
                return found.Error;
            if (MembersTable.Role(sql, @case, found.Value.Id) is null)
                return new Error(ErrorKind.Usage, $"{Printable.Of(name)} is no member of this case.", "Nothing was changed.");
            if (IsLastOwner(sql, @case, found.Value))
                return LastOwner;
            MembersTable.Remove(sql, @case, found.Value.Id);
            AuditTable.Add(sql, team.Note("took a member out", caller, by.Name, found.Value.Name, @case));
            return true;
        });

    /// <summary>Makes an invitation to a case.</summary>
    /// <returns>Its secret, which is not kept.</returns>
    public static Result<string> Invite(OpenedTeam team, string @case, CaseRole role, Person by, Caller caller) =>
        team.Database.Change<string>(sql =>
        {
            AuditTable.Add(sql, team.Note($"made an invitation for the role {EnumNames.Of(role)}", caller, by.Name, null, @case));
            var until = team.Clock.GetCurrentInstant() + Links.InvitationLasts;
            return Links.Make(team, sql, new(0, InvitationPurpose.Join, @case, role, null, by.Id, until));
        });

    /// <summary>Makes an invitation void.</summary>
    public static Result<bool> Withdraw(OpenedTeam team, string @case, long invitation, Person by, Caller caller) =>
        team.Database.Change<bool>(sql =>
        {
            if (invitation <= 0 || InvitationsTable.Void(sql, @case, invitation, team.Clock.GetCurrentInstant()) == 0)
                return new Error(ErrorKind.Usage, "There is no such invitation to this case.", "It may have been used.");
            AuditTable.Add(sql, team.Note("withdrew an invitation", caller, by.Name, null, @case));
            return true;
        });

    private static Error LastOwner { get; } =
        new(ErrorKind.Usage, "A case has one owner at least.", "Give somebody else the role first. Nothing was changed.");

    private static Result<Person> Named(SqlSession sql, string name) =>
        PeopleTable.Named(sql, name) is { IsBarred: false } person
            ? person
            : new Error(
                ErrorKind.Usage,
                $"There is no account “{Printable.Of(name)}” here.",
                "Make an invitation for somebody who has none yet."
            );

    private static bool IsLastOwner(SqlSession sql, string @case, Person person) =>
        MembersTable.Role(sql, @case, person.Id) == CaseRole.Owner && MembersTable.In(sql, @case).Count(m => m.Role == CaseRole.Owner) == 1;
}
