using System.Net.Mime;
using System.Text;
using Assay.Ground.Outcomes;
using Assay.TradePages;
using Assay.Workbench.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assay.Workbench.Api;

/// <summary>Long work over HTTP: begun, watched, cancelled, and what came of it. It is the work of the pages: what is begun here is seen
/// there.</summary>
/// <param name="house">What the API works with.</param>
internal sealed class WorkApi(ApiHouse house)
{
    private const int MostFindings = 1000;

    /// <summary>The work of a case that is under way or kept, the newest first.</summary>
    public Results<Ok<IReadOnlyList<WorkInfo>>, ProblemHttpResult> List(HttpContext context, string @case) =>
        house.From<IReadOnlyList<WorkInfo>>(
            context,
            @case,
            seat => seat.All.Shelf.Jobs.Of(seat.Name).Select(j => WorkInfo.Of(seat, j)).ToList()
        );

    /// <summary>Begins to add files as sources and to read the case anew.</summary>
    /// <param name="context">The request.</param>
    /// <param name="case">The case.</param>
    /// <param name="files">The files.</param>
    /// <param name="published">The day of publication (2021-05-04) of those that state none.</param>
    public Results<Accepted<WorkInfo>, ProblemHttpResult> TakeIn(
        HttpContext context,
        string @case,
        IFormFileCollection files,
        [FromForm] string? published
    ) =>
        Begin(
            context,
            @case,
            seat =>
                Uploads
                    .Request(Uploads.Given(context.Request.Form), published ?? "")
                    .Match(r => (Result<Errand>)LongWork.TakingIn(seat, r), e => e)
        );

    /// <summary>Begins to read all sources again.</summary>
    public Results<Accepted<WorkInfo>, ProblemHttpResult> Read(HttpContext context, string @case) =>
        Begin(context, @case, seat => LongWork.Reading(seat));

    /// <summary>Begins to make the archive of the case.</summary>
    public Results<Accepted<WorkInfo>, ProblemHttpResult> Export(HttpContext context, string @case) =>
        Begin(context, @case, seat => LongWork.Exporting(seat));

    /// <summary>Begins a scan of the customs books that the case names.</summary>
    public Results<Accepted<WorkInfo>, ProblemHttpResult> Scan(HttpContext context, string @case, NewScan asked) =>
        Begin(
            context,
            @case,
            seat =>
                seat.All.Shelf.Lake is { } lake
                    ? asked.Form().Request(lake).Match(r => (Result<Errand>)TradeRoutes.Scanning(seat, r), e => e)
                    : BooksPage.NoBooks
        );

    /// <summary>Where a piece of work stands.</summary>
    public Results<Ok<WorkInfo>, ProblemHttpResult> Show(HttpContext context, string @case, string work) =>
        house.From(context, @case, seat => Named(seat, work).Match(j => (Result<WorkInfo>)WorkInfo.Of(seat, j), e => e));

    /// <summary>Cancels a piece of work: whoever asked for it, and who may change the case.</summary>
    public async Task<Results<Ok<WorkInfo>, ProblemHttpResult>> Cancel(HttpContext context, string @case, string work)
    {
        var seat = house.Seat(context, @case);
        var job = seat.Succeeded ? Named(seat.Value, work) : seat.Error;
        if (!job.Succeeded)
            return Problems.Of(job.Error);
        var not = await WorkPages.Stop(context, seat.Value, job.Value);
        return not is null ? TypedResults.Ok(WorkInfo.Of(seat.Value, job.Value)) : Problems.Of(not);
    }

    /// <summary>The file that a piece of work made.</summary>
    public Results<PushStreamHttpResult, ProblemHttpResult> File(HttpContext context, string @case, string work)
    {
        var seat = house.Seat(context, @case);
        var job = seat.Succeeded ? Named(seat.Value, work) : seat.Error;
        if (!job.Succeeded)
            return Problems.Of(job.Error);
        return job.Value.End is { Succeeded: true, Value.File: { } file }
            ? TypedResults.Stream(output => file.CopyTo(output, context.RequestAborted), file.Type, Answer.Safe(file.Name))
            : Problems.Of(WorkPages.Gone);
    }

    /// <summary>What a scan found, as <c>assay trade scan --format json</c> has it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="case">The case.</param>
    /// <param name="scan">The id of the work that made it.</param>
    /// <param name="top">How many findings at most, 1 to 1,000.</param>
    public Results<FileContentHttpResult, ProblemHttpResult> Found(HttpContext context, string @case, string scan, int top = 50) =>
        house.Bytes(
            context,
            @case,
            seat =>
                seat.All.Shelf.Scans.Find(seat.Name, scan) is { } kept
                    ? (Json(kept, Math.Clamp(top, 1, MostFindings)), MediaTypeNames.Application.Json, "scan.json")
                    : TradeRoutes.Gone
        );

    private static byte[] Json(KeptScan kept, int top) => Encoding.UTF8.GetBytes(ScanJson.Of(kept.Scan, top).ToJsonString());

    private static Result<Job> Named(Seat seat, string id) => seat.All.Shelf.Jobs.Find(seat.Name, id) is { } job ? job : WorkPages.Gone;

    private Results<Accepted<WorkInfo>, ProblemHttpResult> Begin(HttpContext context, string @case, Func<Seat, Result<Errand>> asked)
    {
        var seat = house.Seat(context, @case);
        var errand = seat.Succeeded ? asked(seat.Value) : seat.Error;
        var begun = errand.Succeeded ? seat.Value.All.Shelf.Jobs.Begin(errand.Value) : errand.Error;
        if (!begun.Succeeded)
            return Problems.Of(begun.Error);
        var place = $"{ApiRoutes.Root}/cases/{Uri.EscapeDataString(@case)}/work/{begun.Value.Id}";
        return TypedResults.Accepted(place, WorkInfo.Of(seat.Value, begun.Value));
    }
}
