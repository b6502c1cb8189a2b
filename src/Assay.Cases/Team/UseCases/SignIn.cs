using Assay.Cases.Store;
using Assay.Cases.Team.Passwords;
using Assay.Cases.Team.Tables;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Team.UseCases;

/// <summary>Somebody who wants in.</summary>
/// <param name="Name">The name they give.</param>
/// <param name="Password">The password they give.</param>
/// <param name="Device">The secret that their browser got when they signed in with it before, or null.</param>
/// <param name="Old">The secret of a session they are still in, which ends, or null.</param>
public sealed record SignInRequest(string Name, string Password, string? Device, string? Old);

/// <summary>What came of it.</summary>
/// <param name="Person">Who is in; null where nobody is.</param>
/// <param name="Session">The secret of the session; null where nobody is in.</param>
/// <param name="Device">The secret of the browser, where it got a new one.</param>
/// <param name="Wait">How long to wait before the next try, where there were too many.</param>
public sealed record SignInReply(Person? Person, string? Session, string? Device, Duration? Wait)
{
    /// <summary>The secret of a sign-in that waits for a code (<see cref="SignInCode"/>); null where none does.</summary>
    public string? Challenge { get; init; }
}

/// <summary>Lets somebody in by name and password. Whether a name or a password was wrong, or an account is closed, is not told: not in
/// words, and not by the time it takes.</summary>
public static class SignIn
{
    /// <summary>Lets somebody in, or not.</summary>
    public static Result<SignInReply> Run(OpenedTeam team, SignInRequest request, Caller caller)
    {
        var device = request.Device is { } known ? Secret.Hash(known) : null;
        var found = team.Database.Read<Account>(sql =>
        {
            var person = PeopleTable.Named(sql, request.Name);
            return person is null
                ? new Account(null, null, false)
                : new Account(
                    person,
                    PeopleTable.Password(sql, person.Id),
                    device is not null && SessionsTable.Knows(sql, device, person.Id)
                );
        });
        if (!found.Succeeded)
            return found.Error;
        var (account, hash, isKnown) = found.Value;
        var lane = isKnown ? "browser " + device : "name " + Person.Key(request.Name);
        if (team.Brake.Take(lane, team.Clock.GetCurrentInstant()) is { } wait)
            return Held(team, account, caller, wait);
        if (!team.Hasher.HasRoom)
            return Held(team, account, caller, Duration.FromSeconds(5));
        var isRight = request.Password.Length <= PasswordRules.Longest && team.Hasher.Matches(request.Password, hash);
        if (!isRight || account is not { IsBarred: false })
        {
            team.Write(team.Note("sign-in refused", caller, account?.Name));
            return new SignInReply(null, null, null, null);
        }

        team.Brake.Free(lane);
        return Enter(team, account, hash!, request, isKnown, caller);
    }

    private sealed record Account(Person? Person, string? Hash, bool IsKnown);

    private static SignInReply Held(OpenedTeam team, Person? account, Caller caller, Duration wait)
    {
        team.Write(team.Note("sign-in put off", caller, account?.Name));
        return new SignInReply(null, null, null, wait);
    }

    private static Result<SignInReply> Enter(
        OpenedTeam team,
        Person person,
        string hash,
        SignInRequest request,
        bool isKnown,
        Caller caller
    )
    {
        var renewed = team.Hasher.IsOld(hash) ? team.Hasher.Hash(request.Password) : null;
        return team.Database.Change<SignInReply>(sql =>
        {
            if (PeopleTable.Password(sql, person.Id) != hash)
                return new SignInReply(null, null, null, null); // it was changed in between
            if (renewed is not null)
                PeopleTable.Set(sql, person.Id, renewed);
            return FactorsTable.Counts(sql, person.Id)
                ? Ask(team, sql, person, caller)
                : Begin(team, sql, person, isKnown, request.Old, caller);
        });
    }

    // A code is asked for: nobody is in, and no session has ended, until it is given.
    private static SignInReply Ask(OpenedTeam team, SqlSession sql, Person person, Caller caller)
    {
        var (secret, now) = (Secret.New(), team.Clock.GetCurrentInstant());
        FactorsTable.Challenge(sql, Secret.Hash(secret), person.Id, now, now + SignInCode.Lasts);
        AuditTable.Add(sql, team.Note("was asked for a code", caller, person.Name));
        return new SignInReply(null, null, null, null) { Challenge = secret };
    }

    /// <summary>Begins the session of somebody who proved who they are.</summary>
    internal static SignInReply Begin(OpenedTeam team, SqlSession sql, Person person, bool isKnown, string? old, Caller caller)
    {
        if (old is not null)
            SessionsTable.End(sql, Secret.Hash(old));
        var device = isKnown ? null : Secret.New();
        if (device is not null)
            SessionsTable.Know(sql, Secret.Hash(device), person.Id, team.Clock.GetCurrentInstant());
        var session = Sessions.Begin(team, sql, person.Id, caller);
        AuditTable.Add(sql, team.Note("signed in", caller, person.Name));
        return new SignInReply(person, session, device, null);
    }
}
