using Assay.Cases.Team.UseCases;
using Assay.Ground.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assay.Workbench.Api;

/// <summary>What the HTTP API works with.</summary>
/// <param name="Shelf">The cases.</param>
/// <param name="People">The people.</param>
/// <param name="Made">Told of each case that is made.</param>
internal sealed record ApiHouse(CaseShelf Shelf, OpenedTeam People, Func<HttpContext, string, Result<bool>> Made)
{
    /// <summary>A case for whoever calls.</summary>
    public Result<Seat> Seat(HttpContext context, string @case) => new Desks(Shelf, Visitor.Of(context), new LastReplies()).Open(@case);

    /// <summary>Answers from a case.</summary>
    public Results<Ok<T>, ProblemHttpResult> From<T>(HttpContext context, string @case, Func<Seat, Result<T>> work)
    {
        var seat = Seat(context, @case);
        var done = seat.Succeeded ? work(seat.Value) : seat.Error;
        return done.Succeeded ? TypedResults.Ok(done.Value) : Problems.Of(done.Error);
    }

    /// <summary>Sends bytes of a case, to be kept as a file.</summary>
    public Results<FileContentHttpResult, ProblemHttpResult> Bytes(
        HttpContext context,
        string @case,
        Func<Seat, Result<(byte[] Bytes, string Type, string Name)>> work
    )
    {
        var seat = Seat(context, @case);
        var done = seat.Succeeded ? work(seat.Value) : seat.Error;
        if (!done.Succeeded)
            return Problems.Of(done.Error);
        return TypedResults.Bytes(done.Value.Bytes, done.Value.Type, Answer.Safe(done.Value.Name));
    }

    /// <summary>Who calls.</summary>
    public static Caller Caller(HttpContext context) =>
        new(context.Connection.RemoteIpAddress?.ToString(), context.Request.Headers.UserAgent.ToString());
}
