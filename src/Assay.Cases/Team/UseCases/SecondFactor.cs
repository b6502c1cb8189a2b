using Assay.Cases.Store;
using Assay.Cases.Team.Passwords;
using Assay.Cases.Team.Tables;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Team.UseCases;

/// <summary>Where somebody stands with a second factor.</summary>
/// <param name="Since">Since when a code is asked for; null where none is.</param>
/// <param name="Left">How many recovery codes are left.</param>
/// <param name="Setup">The secret that waits for its first code; null where none does.</param>
public sealed record FactorEntry(Instant? Since, int Left, FactorSetup? Setup);

/// <summary>A secret to be put into a program for codes.</summary>
/// <param name="Secret">The secret, in base 32.</param>
/// <param name="Address">The same as such programs read it: <c>otpauth://totp/...</c>.</param>
public sealed record FactorSetup(string Secret, string Address);

/// <summary>What came of a change that ends all sessions.</summary>
/// <param name="Session">The secret of the new one.</param>
/// <param name="Recovery">Recovery codes, shown this once; empty where there are none.</param>
public sealed record FactorReply(string Session, IReadOnlyList<string> Recovery);

/// <summary>
/// A second factor: a code of a program that holds a secret (TOTP, RFC 6238), asked for after the password. Each person sets it up for
/// themselves or does without. A code counts once, and so does each of the recovery codes.
/// </summary>
public static class SecondFactor
{
    /// <summary>Where a person stands.</summary>
    /// <param name="team">The server.</param>
    /// <param name="person">Who it is.</param>
    /// <param name="server">What the server is called, for the program that makes codes.</param>
    public static Result<FactorEntry> Look(OpenedTeam team, Person person, string server) =>
        team.Database.Read<FactorEntry>(sql =>
        {
            var row = FactorsTable.Of(sql, person.Id);
            var setup = row is { Confirmed: null, Secret: { } secret }
                ? new FactorSetup(secret, OneTimeCodes.Address(secret, person.Name, server))
                : null;
            return new FactorEntry(row?.Confirmed, FactorsTable.Left(sql, person.Id), setup);
        });

    /// <summary>Begins to set a second factor up. It counts for nothing until <see cref="Confirm"/>.</summary>
    /// <param name="team">The server.</param>
    /// <param name="person">Who it is.</param>
    /// <param name="password">The password they have.</param>
    /// <param name="caller">Who calls.</param>
    /// <returns>True; or why it was not done.</returns>
    public static Result<bool> Begin(OpenedTeam team, Person person, string password, Caller caller)
    {
        if (ChangePassword.Wrong(team, person, password) is { } wrong)
            return wrong;
        return team.Database.Change<bool>(sql =>
        {
            if (FactorsTable.Of(sql, person.Id) is { Confirmed: not null })
                return new Error(ErrorKind.Usage, "There is a second factor already.", "Turn it off before you set up another.");
            FactorsTable.Begin(sql, person.Id, OneTimeCodes.NewSecret(), team.Clock.GetCurrentInstant());
            AuditTable.Add(sql, team.Note("began to set up a second factor", caller, person.Name));
            return true;
        });
    }

    /// <summary>Makes the second factor count, by a code of it. All sessions end, and one begins anew.</summary>
    /// <returns>The recovery codes; or why it was not done.</returns>
    public static Result<FactorReply> Confirm(OpenedTeam team, Person person, string code, Caller caller)
    {
        if (Brake(team, person) is { } later)
            return later;
        return Freed(
            team,
            person,
            team.Database.Change<FactorReply>(sql =>
            {
                if (FactorsTable.Of(sql, person.Id) is not { Confirmed: null, Secret: { } secret })
                    return new Error(ErrorKind.Usage, "No second factor waits for its first code.", "Begin to set one up.");
                var now = team.Clock.GetCurrentInstant();
                if (OneTimeCodes.Step(secret, code, now) is not { } step || !FactorsTable.Take(sql, person.Id, step))
                    return WrongCode;
                FactorsTable.Confirm(sql, person.Id, now);
                AuditTable.Add(sql, team.Note("set up a second factor", caller, person.Name));
                return new FactorReply(Anew(team, sql, person, caller), Recovery(sql, person));
            })
        );
    }

    /// <summary>Gives new recovery codes; those before no longer work.</summary>
    /// <param name="team">The server.</param>
    /// <param name="person">Who it is.</param>
    /// <param name="password">The password they have.</param>
    /// <param name="code">A code, or a recovery code.</param>
    /// <param name="caller">Who calls.</param>
    /// <returns>The recovery codes; or why it was not done.</returns>
    public static Result<FactorReply> Renew(OpenedTeam team, Person person, string password, string code, Caller caller) =>
        Proven(
            team,
            person,
            password,
            code,
            sql =>
            {
                AuditTable.Add(sql, team.Note("made new recovery codes", caller, person.Name));
                return new FactorReply(Anew(team, sql, person, caller), Recovery(sql, person));
            }
        );

    /// <summary>Turns the second factor off: by the password and a code, since either alone may be somebody else's.</summary>
    /// <returns>A new session; or why it was not done.</returns>
    public static Result<FactorReply> TurnOff(OpenedTeam team, Person person, string password, string code, Caller caller) =>
        Proven(
            team,
            person,
            password,
            code,
            sql =>
            {
                FactorsTable.Remove(sql, person.Id);
                AuditTable.Add(sql, team.Note("turned the second factor off", caller, person.Name));
                return new FactorReply(Anew(team, sql, person, caller), []);
            }
        );

    /// <summary>Takes the second factor of somebody away who has lost it: for owners of the server. The sessions of that person
    /// end.</summary>
    /// <param name="team">The server.</param>
    /// <param name="name">Whose it is.</param>
    /// <param name="by">Who does so; null for somebody at the machine itself.</param>
    /// <param name="caller">Who calls.</param>
    public static Result<bool> TakeAway(OpenedTeam team, string name, Person? by, Caller caller) =>
        team.Database.Change<bool>(sql =>
        {
            var found = Accounts.Named(sql, name);
            if (!found.Succeeded)
                return found.Error;
            var person = found.Value;
            if (person.Id == by?.Id)
                return new Error(
                    ErrorKind.Usage,
                    "Nobody takes their own second factor away by this.",
                    "Turn it off on the page of the account, or ask another owner of the server."
                );
            if (!FactorsTable.Remove(sql, person.Id))
                return new Error(ErrorKind.Usage, $"{person.Name} has no second factor.", "Nothing was changed.");
            SessionsTable.EndAll(sql, person.Id);
            AuditTable.Add(sql, team.Note("took a second factor away", caller, by?.Name, person.Name));
            return true;
        });

    /// <summary>True where a code, or a recovery code, is one of the person and was not used; it is used up by this.</summary>
    /// <param name="sql">The transaction.</param>
    /// <param name="person">The person.</param>
    /// <param name="code">The code as it was typed.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="isRecovery">True where it was a recovery code.</param>
    internal static bool Take(SqlSession sql, long person, string code, Instant now, out bool isRecovery)
    {
        isRecovery = false;
        if (FactorsTable.Of(sql, person) is not { Confirmed: not null, Secret: { } secret })
            return false;
        if (OneTimeCodes.Step(secret, code, now) is { } step)
            return FactorsTable.Take(sql, person, step);
        return isRecovery = FactorsTable.UseRecovery(sql, person, OneTimeCodes.HashOf(code), now);
    }

    private static Result<FactorReply> Proven(
        OpenedTeam team,
        Person person,
        string password,
        string code,
        Func<SqlSession, Result<FactorReply>> act
    )
    {
        if (ChangePassword.Wrong(team, person, password) is { } wrong)
            return wrong;
        if (Brake(team, person) is { } later)
            return later;
        return Freed(
            team,
            person,
            team.Database.Change(sql =>
                Take(sql, person.Id, code, team.Clock.GetCurrentInstant(), out _) ? act(sql) : (Result<FactorReply>)WrongCode
            )
        );
    }

    private static Error? Brake(OpenedTeam team, Person person) =>
        team.Brake.Take(Lane(person), team.Clock.GetCurrentInstant()) is { } wait ? ChangePassword.Later(wait) : null;

    private static Result<FactorReply> Freed(OpenedTeam team, Person person, Result<FactorReply> done)
    {
        if (done.Succeeded)
            team.Brake.Free(Lane(person));
        return done;
    }

    private static string Lane(Person person) => $"own code {person.Id}";

    private static List<string> Recovery(SqlSession sql, Person person)
    {
        var codes = OneTimeCodes.NewRecovery().ToList();
        FactorsTable.PutRecovery(sql, person.Id, codes.Select(OneTimeCodes.HashOf));
        return codes;
    }

    private static string Anew(OpenedTeam team, SqlSession sql, Person person, Caller caller)
    {
        SessionsTable.EndAll(sql, person.Id);
        return Sessions.Begin(team, sql, person.Id, caller);
    }

    private static Error WrongCode { get; } =
        new(
            ErrorKind.Usage,
            "That code is not right, or was used before.",
            "Wait for the next one, and look whether the clock of the device is right. Nothing was changed."
        );
}
