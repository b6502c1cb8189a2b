using Assay.Cases.Store;
using Assay.Cases.Team.Tables;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Team.UseCases;

/// <summary>Somebody who gave a right password and is asked for a code.</summary>
/// <param name="Challenge">The secret that their browser got with the question.</param>
/// <param name="Code">The code they give: of their program, or a recovery code.</param>
/// <param name="Device">The secret that their browser got when they signed in with it before, or null.</param>
/// <param name="Old">The secret of a session they are still in, which ends, or null.</param>
public sealed record CodeRequest(string Challenge, string Code, string? Device, string? Old);

/// <summary>The second step of signing in, for those who set a second factor up: a code after the password.</summary>
public static class SignInCode
{
    /// <summary>How long a code is waited for.</summary>
    public static Duration Lasts { get; } = Duration.FromMinutes(5);

    /// <summary>True where a sign-in still waits for its code.</summary>
    public static Result<bool> Waits(OpenedTeam team, string challenge) =>
        team.Database.Read<bool>(sql => FactorsTable.Challenged(sql, Secret.Hash(challenge), team.Clock.GetCurrentInstant()) is not null);

    /// <summary>Lets somebody in, or not.</summary>
    /// <returns>What came of it; an error where the question has run out and signing in begins anew.</returns>
    public static Result<SignInReply> Run(OpenedTeam team, CodeRequest request, Caller caller)
    {
        var (hash, now) = (Secret.Hash(request.Challenge), team.Clock.GetCurrentInstant());
        var device = request.Device is { } known ? Secret.Hash(known) : null;
        var found = team.Database.Read<(Person Person, bool IsKnown)>(sql =>
            FactorsTable.Challenged(sql, hash, now) is { } id && PeopleTable.Of(sql, id) is { IsBarred: false } person
                ? (person, device is not null && SessionsTable.Knows(sql, device, id))
                : RunOut
        );
        if (!found.Succeeded)
            return found.Error;
        var (person, isKnown) = found.Value;
        var lane = isKnown ? "code of browser " + device : $"code {person.Id}";
        if (team.Brake.Take(lane, now) is { } wait)
        {
            team.Write(team.Note("code put off", caller, person.Name));
            return new SignInReply(null, null, null, wait);
        }

        var done = team.Database.Change<SignInReply>(sql => Enter(team, sql, person, hash, isKnown, request, caller));
        if (done is { Succeeded: true, Value.Session: not null })
            team.Brake.Free(lane);
        return done;
    }

    private static Result<SignInReply> Enter(
        OpenedTeam team,
        SqlSession sql,
        Person person,
        string challenge,
        bool isKnown,
        CodeRequest request,
        Caller caller
    )
    {
        var now = team.Clock.GetCurrentInstant();
        if (FactorsTable.Challenged(sql, challenge, now) != person.Id)
            return RunOut; // it ended in between
        if (!SecondFactor.Take(sql, person.Id, request.Code, now, out var isRecovery))
        {
            AuditTable.Add(sql, team.Note("code refused", caller, person.Name));
            return new SignInReply(null, null, null, null);
        }

        FactorsTable.EndChallenge(sql, challenge);
        AuditTable.Add(sql, team.Note(isRecovery ? "used a recovery code" : "gave a code", caller, person.Name));
        return SignIn.Begin(team, sql, person, isKnown, request.Old, caller);
    }

    private static Error RunOut { get; } =
        new(ErrorKind.Input, "The code came too late, or the sign-in has ended.", "Sign in anew with name and password.");
}
