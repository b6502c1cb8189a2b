using System.Net.Mime;
using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Ground.Outcomes;
using Assay.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assay.Workbench.Api;

/// <summary>Sources of a case, over HTTP.</summary>
/// <param name="house">What the API works with.</param>
internal sealed class SourcesApi(ApiHouse house)
{
    /// <summary>The sources.</summary>
    public Results<Ok<IReadOnlyList<SourceInfo>>, ProblemHttpResult> List(HttpContext context, string @case) =>
        house.From<IReadOnlyList<SourceInfo>>(
            context,
            @case,
            seat =>
                ShowCase
                    .Run(seat.Case)
                    .Match(s => (Result<IReadOnlyList<SourceInfo>>)s.Sources.Select(x => SourceInfo.Of(x.Source)).ToList(), e => e)
        );

    /// <summary>Adds files as sources, and reads the case anew.</summary>
    /// <param name="context">The request.</param>
    /// <param name="case">The case.</param>
    /// <param name="files">The files.</param>
    /// <param name="published">The day of publication (2021-05-04) of those that state none.</param>
    public Results<Ok<AddedInfo>, ProblemHttpResult> Add(
        HttpContext context,
        string @case,
        IFormFileCollection files,
        [FromForm] string? published
    ) =>
        house.From(
            context,
            @case,
            seat =>
            {
                var request = Uploads.Request(Uploads.Given(context.Request.Form), published ?? "");
                var taken = request.Succeeded ? TakeSources.Run(seat.Desk, request.Value, null, context.RequestAborted) : request.Error;
                return taken.Succeeded ? Added(taken.Value) : taken.Error;
            }
        );

    /// <summary>The text of a source with what is known of it.</summary>
    public Results<Ok<SourceEntry>, ProblemHttpResult> Text(HttpContext context, string @case, string source) =>
        house.From<SourceEntry>(
            context,
            @case,
            seat =>
            {
                var check = CheckCase.Run(seat.Case, null, context.RequestAborted);
                if (!check.Succeeded)
                    return check.Error;
                return ReportIndex.Of(check.Value.Report).Source(source) is { } found
                    ? found
                    : new Error(ErrorKind.Input, "The case has no such source.", "The list of sources names them by their ids.");
            }
        );

    /// <summary>The bytes of a source as received, never to be shown by a browser as a page of this server.</summary>
    public Results<FileContentHttpResult, ProblemHttpResult> Content(HttpContext context, string @case, string source) =>
        house.Bytes(
            context,
            @case,
            seat =>
                ShowSource
                    .Run(seat.Case, source)
                    .Match(
                        s =>
                            (Result<(byte[], string, string)>)
                                (s.Bytes, MediaTypeNames.Application.Octet, s.Source.File.Split('/', '\\')[^1]),
                        e => e
                    )
        );

    /// <summary>Looks for words in all sources.</summary>
    /// <param name="context">The request.</param>
    /// <param name="case">The case.</param>
    /// <param name="q">Words that all stand in one paragraph; a phrase in quotation marks.</param>
    public Results<Ok<SearchReply>, ProblemHttpResult> Search(HttpContext context, string @case, string q) =>
        house.From(context, @case, seat => SearchCase.Run(seat.Case, new SearchRequest(q), context.RequestAborted));

    /// <summary>Reads all sources by the rules again.</summary>
    public Results<Ok<ReadInfo>, ProblemHttpResult> Read(HttpContext context, string @case) =>
        house.From<ReadInfo>(
            context,
            @case,
            seat =>
                ReadCase
                    .Run(seat.Desk, new ReadCaseRequest(), null, context.RequestAborted)
                    .Match(r => (Result<ReadInfo>)Info(r.Changes), e => e)
        );

    private static Result<AddedInfo> Added(TakeReply taken) =>
        new AddedInfo(
            [.. taken.Added.Added.Select(SourceInfo.Of)],
            [.. taken.Added.Known.Select(SourceInfo.Of)],
            [.. taken.Added.Refused.Concat(taken.Unread).Select(e => e.ToString())],
            taken.Changes is { } changes ? Info(changes) : null
        );

    private static ReadInfo Info(ReadingChanges changes) => new(changes.New, changes.Changed, changes.Gone, changes.Same);
}
