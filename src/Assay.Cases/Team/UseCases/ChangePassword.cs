using Assay.Cases.Team.Passwords;
using Assay.Cases.Team.Tables;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Team.UseCases;

/// <summary>Gives somebody a new password. All their sessions end.</summary>
public static class ChangePassword
{
    /// <summary>Changes the password of somebody who is in.</summary>
    /// <param name="team">The server.</param>
    /// <param name="person">Who it is.</param>
    /// <param name="old">The password they have.</param>
    /// <param name="given">The one they want.</param>
    /// <param name="caller">Who calls.</param>
    /// <returns>The secret of a new session; or why it was not done.</returns>
    public static Result<string> Run(OpenedTeam team, Person person, string old, string given, Caller caller)
    {
        if (Wrong(team, person, old) is { } not)
            return not;
        if (PasswordRules.Wrong(given, person.Name) is { } wrong)
            return wrong;
        var made = team.Hasher.Hash(given);
        return team.Database.Change<string>(sql =>
        {
            PeopleTable.Set(sql, person.Id, made);
            SessionsTable.EndAll(sql, person.Id);
            SessionsTable.Forget(sql, person.Id);
            InvitationsTable.Void(sql, InvitationPurpose.Reset, person.Id, team.Clock.GetCurrentInstant());
            AuditTable.Add(sql, team.Note("changed the password", caller, person.Name));
            return Sessions.Begin(team, sql, person.Id, caller);
        });
    }

    /// <summary>Why a password is not that of somebody who is in; null where it is. Tries are counted.</summary>
    internal static Error? Wrong(OpenedTeam team, Person person, string given)
    {
        if (team.Brake.Take($"change {person.Id}", team.Clock.GetCurrentInstant()) is { } wait)
            return Later(wait);
        var hash = team.Database.Read<string?>(sql => PeopleTable.Password(sql, person.Id));
        if (!hash.Succeeded)
            return hash.Error;
        if (given.Length > PasswordRules.Longest || !team.Hasher.Matches(given, hash.Value))
            return new Error(ErrorKind.Usage, "The present password is another.", "Nothing was changed.");
        team.Brake.Free($"change {person.Id}");
        return null;
    }

    /// <summary>Sets a password by a link that an owner of the server handed out. Tokens of the person end too.</summary>
    /// <returns>Whose it is; or why it was not done.</returns>
    public static Result<Person> Reset(OpenedTeam team, string secret, string given, Caller caller)
    {
        var now = team.Clock.GetCurrentInstant();
        var looked = Links.Find(team, secret, InvitationPurpose.Reset);
        if (!looked.Succeeded)
            return looked.Error;
        var person = team.Database.Read<Person?>(sql => PeopleTable.Of(sql, looked.Value.Person ?? 0));
        if (!person.Succeeded || person.Value is not { IsBarred: false } whose)
            return person.Error ?? Links.Gone;
        if (PasswordRules.Wrong(given, whose.Name) is { } wrong)
            return wrong;
        var made = team.Hasher.Hash(given);
        return team.Database.Change<Person>(sql =>
        {
            if (!InvitationsTable.Use(sql, looked.Value.Id, now))
                return Links.Gone;
            PeopleTable.Set(sql, whose.Id, made);
            SessionsTable.EndAll(sql, whose.Id);
            SessionsTable.Forget(sql, whose.Id);
            TokensTable.RevokeAll(sql, whose.Id, now);
            AuditTable.Add(sql, team.Note("set a new password by a link", caller, whose.Name));
            return whose;
        });
    }

    /// <summary>That something was tried too often.</summary>
    internal static Error Later(Duration wait) =>
        new(
            ErrorKind.Usage,
            "That was tried too often.",
            $"Wait {(int)Math.Ceiling(wait.TotalSeconds)} seconds, then try once more. Nothing was changed."
        );
}
