using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assay.Workbench.Api;

/// <summary>Items of a case and decisions about them, over HTTP.</summary>
/// <param name="house">What the API works with.</param>
internal sealed class DraftsApi(ApiHouse house)
{
    private const int MostEntries = 1000;

    /// <summary>Items, in the order of consequence.</summary>
    /// <param name="context">The request.</param>
    /// <param name="case">The case.</param>
    /// <param name="state">Only items in these states.</param>
    /// <param name="kind">Only items of these lists of the account.</param>
    /// <param name="source">Only items of this source.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="most">How many to give at most, 1 to 1,000.</param>
    public Results<Ok<DraftList>, ProblemHttpResult> List(
        HttpContext context,
        string @case,
        string[]? state = null,
        string[]? kind = null,
        string? source = null,
        int offset = 0,
        int most = 100
    ) =>
        house.From<DraftList>(
            context,
            @case,
            seat =>
            {
                var states = States(state ?? []);
                if (!states.Succeeded)
                    return states.Error;
                var request = new DraftsRequest
                {
                    States = states.Value,
                    Kinds = kind ?? [],
                    Source = source,
                    Offset = Math.Max(0, offset),
                    Most = Math.Clamp(most, 1, MostEntries),
                };
                return ListDrafts
                    .Run(seat.Case, request, context.RequestAborted)
                    .Match(
                        r =>
                            (Result<DraftList>)
                                new DraftList(
                                    r.Total,
                                    r.States.ToDictionary(p => EnumNames.Of(p.Key), p => p.Value),
                                    [.. r.Entries.Select(DraftInfo.Of)]
                                ),
                        e => e
                    );
            }
        );

    /// <summary>One item.</summary>
    public Results<Ok<DraftInfo>, ProblemHttpResult> Show(HttpContext context, string @case, string id) =>
        house.From<DraftInfo>(
            context,
            @case,
            seat => ListDrafts.One(seat.Case, id).Match(e => (Result<DraftInfo>)DraftInfo.Of(e), e => e with { Kind = ErrorKind.Input })
        );

    /// <summary>Decides about an item.</summary>
    public Results<Ok<DecidedInfo>, ProblemHttpResult> Decide(HttpContext context, string @case, DecideInfo given) =>
        house.From<DecidedInfo>(
            context,
            @case,
            seat =>
            {
                var request = new DecideRequest(given.Decision)
                {
                    Version = given.Version,
                    Why = given.Why,
                    Milliseconds = given.Milliseconds,
                };
                return DecideItem
                    .Run(seat.Desk, request, context.RequestAborted)
                    .Match(r => (Result<DecidedInfo>)DecidedInfo.Of(r), e => e);
            }
        );

    /// <summary>Takes a decision back.</summary>
    public Results<Ok<DecidedInfo>, ProblemHttpResult> Undo(HttpContext context, string @case, UndoInfo given) =>
        house.From<DecidedInfo>(
            context,
            @case,
            seat =>
                UndoDecision
                    .Run(seat.Desk, new UndoRequest { Entry = given.Entry, Why = given.Why }, context.RequestAborted)
                    .Match(r => (Result<DecidedInfo>)DecidedInfo.Of(r), e => e)
        );

    private static Result<List<ItemState>> States(string[] named)
    {
        var states = new List<ItemState>();
        foreach (var name in named)
        {
            if (!Enum.GetValues<ItemState>().Any(s => EnumNames.Of(s) == name))
                return new Error(
                    ErrorKind.Usage,
                    $"“{Printable.Of(name)}” is no state.",
                    $"There are {string.Join(", ", Enum.GetValues<ItemState>().Select(s => EnumNames.Of(s)))}."
                );
            states.Add(Enum.GetValues<ItemState>().First(s => EnumNames.Of(s) == name));
        }

        return states;
    }
}
