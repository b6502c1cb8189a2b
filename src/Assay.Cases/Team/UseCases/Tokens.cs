using Assay.Cases.Team.Tables;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Team.UseCases;

/// <summary>Tokens of the HTTP API: a person's, for reading or for all the person may do, with an end.</summary>
public static class Tokens
{
    /// <summary>Days that a token lasts at most.</summary>
    public const int MostDays = 365;

    /// <summary>What every token begins with, so that one that strays into a text or a repository is found.</summary>
    public const string Prefix = "assay_";

    private const int Longest = 100;
    private const int Most = 50;

    /// <summary>Whose a token is; null where it is none that counts.</summary>
    public static Result<Recognised?> Recognise(OpenedTeam team, string token) =>
        team.Database.Read<Recognised?>(sql =>
            TokensTable.Of(sql, Secret.Hash(token), team.Clock.GetCurrentInstant()) is var (person, scope)
                ? Sessions.Of(sql, person, scope)
                : (Recognised?)null
        );

    /// <summary>The tokens of a person, the newest first.</summary>
    public static Result<IReadOnlyList<TokenEntry>> List(OpenedTeam team, Person person) =>
        team.Database.Read<IReadOnlyList<TokenEntry>>(sql => TokensTable.By(sql, person.Id));

    /// <summary>Makes a token.</summary>
    /// <param name="team">The server.</param>
    /// <param name="name">Whose it is.</param>
    /// <param name="label">What it is called.</param>
    /// <param name="scope">What it is good for.</param>
    /// <param name="days">How long it lasts, 1 to <see cref="MostDays"/>.</param>
    /// <param name="caller">Who calls.</param>
    /// <returns>The token, which is shown once and not kept; or why it was not made.</returns>
    public static Result<string> Make(OpenedTeam team, string name, string label, TokenScope scope, int days, Caller caller)
    {
        if (string.IsNullOrWhiteSpace(label) || label.Length > Longest)
            return new Error(ErrorKind.Usage, $"A token needs a name of 1 to {Longest} characters.", "Say what it is for.");
        if (days is < 1 or > MostDays)
            return new Error(ErrorKind.Usage, $"A token lasts 1 to {MostDays} days.", "Choose a number of days.");
        var (token, now) = (Prefix + Secret.New(), team.Clock.GetCurrentInstant());
        return team.Database.Change<string>(sql =>
        {
            if (PeopleTable.Named(sql, name) is not { IsBarred: false } person)
                return new Error(ErrorKind.Usage, $"There is no account “{Printable.Of(name)}” here.", "'assay team people' lists them.");
            if (TokensTable.By(sql, person.Id).Count(t => !t.IsRevoked && t.Expires > now) >= Most)
                return new Error(ErrorKind.Usage, $"There are {Most} tokens of this person.", "Take back those no longer needed.");
            var entry = new TokenEntry(0, label.Trim(), scope, now, now + Duration.FromDays(days), false);
            TokensTable.Add(sql, Secret.Hash(token), person.Id, entry);
            AuditTable.Add(sql, team.Note($"made a token to {EnumNames.Of(scope)}", caller, person.Name, entry.Label));
            return token;
        });
    }

    /// <summary>Takes a token back.</summary>
    public static Result<bool> Revoke(OpenedTeam team, Person person, long id, Caller caller) =>
        team.Database.Change<bool>(sql =>
        {
            if (!TokensTable.Revoke(sql, person.Id, id, team.Clock.GetCurrentInstant()))
                return new Error(ErrorKind.Usage, "There is no such token of yours.", "It may have been taken back before.");
            AuditTable.Add(sql, team.Note("took a token back", caller, person.Name));
            return true;
        });
}
