using System.Net.Mime;
using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;
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

    /// <summary>The whole case as an archive.</summary>
    public Results<FileContentHttpResult, ProblemHttpResult> Export(HttpContext context, string @case) =>
        house.Bytes(
            context,
            @case,
            seat =>
            {
                using var bytes = new MemoryStream();
                var done = ExportCase.Run(seat.Case, bytes);
                return done.Succeeded ? (bytes.ToArray(), MediaTypeNames.Application.Zip, seat.Name + ".zip") : done.Error;
            }
        );

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
