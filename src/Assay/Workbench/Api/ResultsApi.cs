using System.Net.Mime;
using System.Text;
using Assay.Cases.Casework;
using Assay.Cases.Exchange;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;
using Assay.Workbench.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assay.Workbench.Api;

/// <summary>What a case says, and how it is taken away, over HTTP.</summary>
/// <param name="house">What the API works with.</param>
internal sealed class ResultsApi(ApiHouse house)
{
    /// <summary>The claims with their verdicts.</summary>
    public Results<Ok<VerdictsInfo>, ProblemHttpResult> Verdicts(HttpContext context, string @case) =>
        Of(context, @case, r => new VerdictsInfo(r.Disagreements, r.Claims, r.Joint, r.Notes));

    /// <summary>Events, clocks and zones.</summary>
    public Results<Ok<ChronologyInfo>, ProblemHttpResult> Chronology(HttpContext context, string @case) =>
        Of(context, @case, r => new ChronologyInfo(r.Events, r.Clocks, r.Dates, r.ZoneVariables, r.Orders));

    /// <summary>Who says what.</summary>
    public Results<Ok<LedgerInfo>, ProblemHttpResult> Ledger(HttpContext context, string @case) =>
        Of(context, @case, r => new LedgerInfo(r.Statements, r.Figures, r.Conflicts, r.Questions, r.Forecasts, r.Places, r.Actors));

    /// <summary>The dossier as one page.</summary>
    public Results<FileContentHttpResult, ProblemHttpResult> DossierPage(HttpContext context, string @case) =>
        Taken(context, @case, MediaTypeNames.Text.Html, "-dossier.html", DossierFiles.Page);

    /// <summary>The dossier as an archive.</summary>
    public Results<FileContentHttpResult, ProblemHttpResult> DossierFolder(HttpContext context, string @case) =>
        Taken(context, @case, MediaTypeNames.Application.Zip, "-dossier.zip", DossierFiles.Folder);

    /// <summary>The case in a format of other programs.</summary>
    /// <param name="context">The request.</param>
    /// <param name="case">The case.</param>
    /// <param name="format">Name of the format: ftm, timelinejs, timemap, web-annotation, geojson, claimreview, prov.</param>
    public Results<FileContentHttpResult, ProblemHttpResult> Exchange(HttpContext context, string @case, string format) =>
        Exchanged(context, @case, format, (made, of) => (made.Text, of.Type, of.Ending));

    /// <summary>What a format of other programs cannot hold of the case.</summary>
    /// <param name="context">The request.</param>
    /// <param name="case">The case.</param>
    /// <param name="format">Name of the format.</param>
    public Results<FileContentHttpResult, ProblemHttpResult> Sidecar(HttpContext context, string @case, string format) =>
        Exchanged(
            context,
            @case,
            format,
            (made, of) => (made.Sidecar(of.Name), MediaTypeNames.Application.Json, of.Ending + ".sidecar.json")
        );

    private Results<FileContentHttpResult, ProblemHttpResult> Exchanged(
        HttpContext context,
        string name,
        string format,
        Func<ExchangeFile, ExchangeFormat, (string Text, string Type, string Ending)> part
    ) =>
        house.Bytes(
            context,
            name,
            seat =>
                ExportExchange.Run(seat.Case, format, context.RequestAborted).Match(m => Named(seat.Name, part(m.File, m.Format)), e => e)
        );

    private static Result<(byte[], string, string)> Named(string name, (string Text, string Type, string Ending) part) =>
        (Encoding.UTF8.GetBytes(part.Text), part.Type, name + part.Ending);

    /// <summary>The whole case as an archive.</summary>
    public Results<FileStreamHttpResult, ProblemHttpResult> Export(HttpContext context, string @case)
    {
        var seat = house.Seat(context, @case);
        if (!seat.Succeeded)
            return Problems.Of(seat.Error);
        var file = JobFile.Passing(".zip"); // a case may be larger than memory
        var done = ExportCase.Run(seat.Value.Case, file);
        if (!done.Succeeded)
        {
            file.Dispose();
            return Problems.Of(done.Error);
        }

        file.Position = 0;
        return TypedResults.Stream(file, MediaTypeNames.Application.Zip, Answer.Safe(seat.Value.Name + ".zip"));
    }

    private Results<FileContentHttpResult, ProblemHttpResult> Taken(
        HttpContext context,
        string @case,
        string type,
        string ending,
        Func<AuditReply, byte[]> draw
    ) =>
        house.Bytes(
            context,
            @case,
            seat =>
                CheckCase
                    .Run(seat.Case, null, context.RequestAborted)
                    .Match(r => (Result<(byte[], string, string)>)(draw(r), type, seat.Name + ending), e => e)
        );

    private Results<Ok<T>, ProblemHttpResult> Of<T>(HttpContext context, string @case, Func<AuditReport, T> part) =>
        house.From(
            context,
            @case,
            seat => CheckCase.Run(seat.Case, null, context.RequestAborted).Match(r => (Result<T>)part(r.Report), e => e)
        );
}
