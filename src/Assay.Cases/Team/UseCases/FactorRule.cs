using Assay.Cases.Store;
using Assay.Cases.Team.Tables;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Team.UseCases;

/// <summary>Whether a second factor is asked of everybody, or left to each. Where it is asked for, whoever has none can set one up and do
/// nothing else, by page or by token, until it counts.</summary>
public static class FactorRule
{
    /// <summary>Since when it is asked of everybody; null where it is left to each.</summary>
    public static Result<Instant?> Since(OpenedTeam team) => team.Database.Read<Instant?>(sql => RulesTable.Since(sql, RulesTable.Factor));

    /// <summary>Asks everybody for one, or leaves it to each.</summary>
    /// <param name="team">The server.</param>
    /// <param name="isAsked">True to ask everybody.</param>
    /// <param name="by">The owner of the server who does so, and has one.</param>
    /// <param name="caller">Who calls.</param>
    /// <returns>True; or why it was not done.</returns>
    public static Result<bool> Set(OpenedTeam team, bool isAsked, Person by, Caller caller) =>
        team.Database.Change<bool>(sql =>
        {
            if (isAsked && !FactorsTable.Counts(sql, by.Id))
                return new Error(
                    ErrorKind.Usage,
                    "You have no second factor yourself.",
                    "Set yours up on the page Account before you ask others for theirs."
                );
            if (isAsked == RulesTable.Since(sql, RulesTable.Factor) is not null)
                return true;
            if (isAsked)
                RulesTable.Put(sql, RulesTable.Factor, team.Clock.GetCurrentInstant());
            else
                RulesTable.Remove(sql, RulesTable.Factor);
            AuditTable.Add(
                sql,
                team.Note(isAsked ? "asked everybody for a second factor" : "left second factors to each", caller, by.Name)
            );
            return true;
        });

    /// <summary>True where a person has to set one up before anything else.</summary>
    internal static bool Binds(SqlSession sql, long person) =>
        RulesTable.Since(sql, RulesTable.Factor) is not null && !FactorsTable.Counts(sql, person);
}
