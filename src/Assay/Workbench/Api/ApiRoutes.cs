using System.Net.Mime;
using Assay.Cases.Exchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Workbench.Api;

/// <summary>The addresses of the HTTP API. All that they do is asked of the use cases that the pages ask.</summary>
internal static class ApiRoutes
{
    /// <summary>What every address begins with.</summary>
    public const string Root = "/api/v1";

    private const string Case = Root + "/cases/{case}";

    /// <summary>Puts what the API needs into a server.</summary>
    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => ApiJson.Set(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        ApiDocument.Add(services);
    }

    /// <summary>Maps the addresses, each with who may use it.</summary>
    public static void Map(WebApplication app, ApiHouse house)
    {
        app.MapOpenApi(Root + "/openapi.json").Needs(Api(Access.Anyone));
        var cases = new CasesApi(house);
        Put(app.MapGet(Root + "/me", cases.Who), Access.Person, "Who", "Whose token it is, and what they are in which case");
        Put(app.MapGet(Root + "/cases", cases.List), Access.Person, "ListCases", "The cases that the caller is a member of");
        Put(app.MapPost(Root + "/cases", cases.Make), Access.Person, "MakeCase", "Make a case; the caller owns it");
        Put(app.MapGet(Case, cases.Show), Access.Reader, "ShowCase", "A case at a glance");
        Put(app.MapGet(Case + "/journal", cases.Journal), Access.Reader, "Journal", "Entries of the journal, oldest first");
        Put(app.MapPost(Case + "/verify", cases.Verify), Access.Reader, "Verify", "Check all of the case against its journal");
        Put(app.MapGet(Case + "/members", cases.Members), Access.Reader, "ListMembers", "Who is a member");
        Put(app.MapPut(Case + "/members/{name}", cases.SetMember), Access.Owner, "SetMember", "Give somebody with an account a role");
        Put(app.MapDelete(Case + "/members/{name}", cases.RemoveMember), Access.Owner, "RemoveMember", "Take a member out");
        Sources(app, new SourcesApi(house));
        Work(app, new WorkApi(house));
        Drafts(app, new DraftsApi(house));
        Results(app, new ResultsApi(house));
        app.Map(
                Root + "/{**rest}",
                () => Problems.Of(StatusCodes.Status404NotFound, "There is no such address, or it takes no body of this type.")
            )
            .ExcludeFromDescription()
            .Needs(Api(Access.Person));
    }

    private static void Sources(WebApplication app, SourcesApi sources)
    {
        Put(app.MapGet(Case + "/sources", sources.List), Access.Reader, "ListSources", "The sources");
        Put(app.MapPost(Case + "/sources", sources.Add), Access.Editor, "AddSources", "Add files as sources, and read the case anew")
            .DisableAntiforgery() // it is known by a token, which no other site has
            .WithMetadata(new BodyLimit(Limits.Upload))
            .Needs(Api(Access.Editor) with { Rate = Rate.Upload });
        Put(
            app.MapGet(Case + "/sources/{source}", sources.Text),
            Access.Reader,
            "ReadSource",
            "The text of a source with what is known of it"
        );
        Put(app.MapGet(Case + "/sources/{source}/content", sources.Content), Access.Reader, "SourceContent", "The bytes as received")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Application.Octet);
        Put(app.MapGet(Case + "/search", sources.Search), Access.Reader, "Search", "Look for words in all sources");
        Put(app.MapPost(Case + "/read", sources.Read), Access.Editor, "ReadCase", "Read all sources by the rules again");
    }

    private static void Work(WebApplication app, WorkApi work)
    {
        Put(app.MapGet(Case + "/work", work.List), Access.Reader, "ListWork", "Long work that is under way or kept");
        Put(app.MapPost(Case + "/work/sources", work.TakeIn), Access.Editor, "BeginSources", "Begin to add files as sources")
            .DisableAntiforgery() // as above
            .WithMetadata(new BodyLimit(Limits.Upload))
            .Needs(Api(Access.Editor) with { Rate = Rate.Upload });
        Put(app.MapPost(Case + "/work/read", work.Read), Access.Editor, "BeginReading", "Begin to read all sources again")
            .Needs(Api(Access.Editor) with { Rate = Rate.Upload });
        Put(app.MapPost(Case + "/work/export", work.Export), Access.Reader, "BeginExport", "Begin to make the archive of the case")
            .Needs(Api(Access.Reader) with { Rate = Rate.Upload });
        Put(app.MapPost(Case + "/work/scan", work.Scan), Access.Editor, "BeginScan", "Begin a scan of the customs books")
            .Needs(Api(Access.Editor) with { Rate = Rate.Upload });
        Put(app.MapGet(Case + "/work/{work}", work.Show), Access.Reader, "ShowWork", "Where a piece of long work stands");
        Put(app.MapDelete(Case + "/work/{work}", work.Cancel), Access.Reader, "CancelWork", "Cancel a piece of long work");
        Put(app.MapGet(Case + "/work/{work}/file", work.File), Access.Reader, "WorkFile", "The file that a piece of work made")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Application.Zip);
        Put(
                app.MapGet(Case + "/scans/{scan}", work.Found),
                Access.Reader,
                "ShowScan",
                "What a scan found, as in docs/trade-scan.schema.json"
            )
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Application.Json);
    }

    private static void Drafts(WebApplication app, DraftsApi drafts)
    {
        Put(app.MapGet(Case + "/drafts", drafts.List), Access.Reader, "ListDrafts", "Items, in the order of consequence");
        Put(app.MapGet(Case + "/drafts/{id}", drafts.Show), Access.Reader, "ShowDraft", "One item");
        Put(app.MapPost(Case + "/decisions", drafts.Decide), Access.Editor, "Decide", "Decide about an item")
            .ProducesProblem(StatusCodes.Status409Conflict);
        Put(app.MapPost(Case + "/undo", drafts.Undo), Access.Editor, "Undo", "Take a decision back")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static string[] ExchangeTypes { get; } = [.. ExchangeFormats.All.Select(f => f.Type.Split(';')[0]).Distinct()];

    private static void Results(WebApplication app, ResultsApi results)
    {
        Put(app.MapGet(Case + "/verdicts", results.Verdicts), Access.Reader, "Verdicts", "The claims with their verdicts");
        Put(app.MapGet(Case + "/chronology", results.Chronology), Access.Reader, "Chronology", "Events, clocks and zones");
        Put(app.MapGet(Case + "/ledger", results.Ledger), Access.Reader, "Ledger", "Who says what, and figures in conflict");
        Put(app.MapGet(Case + "/dossier/page", results.DossierPage), Access.Reader, "DossierPage", "The dossier as one HTML page")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Text.Html);
        Put(app.MapGet(Case + "/dossier/folder", results.DossierFolder), Access.Reader, "DossierFolder", "The dossier as a zip archive")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Application.Zip);
        Put(app.MapGet(Case + "/exchange/{format}", results.Exchange), Access.Reader, "Exchange", "The case in a format of other programs")
            .Produces<byte[]>(StatusCodes.Status200OK, ExchangeTypes[0], ExchangeTypes[1..]);
        Put(
                app.MapGet(Case + "/exchange/{format}/sidecar", results.Sidecar),
                Access.Reader,
                "ExchangeSidecar",
                "What a format of other programs cannot hold of the case"
            )
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Application.Json);
        Put(app.MapGet(Case + "/export", results.Export), Access.Reader, "Export", "The whole case as a zip archive")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Application.Zip);
    }

    private static RouteHandlerBuilder Put(RouteHandlerBuilder address, Access access, string name, string summary)
    {
        address.WithName(name).WithSummary(summary).Needs(Api(access)).ProducesProblem(StatusCodes.Status401Unauthorized);
        if (access >= Access.Reader)
            address.ProducesProblem(StatusCodes.Status404NotFound);
        address.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden);
        return address.ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static Needs Api(Access access) => new(access) { IsApi = true, Rate = Rate.Api };

    private sealed record BodyLimit(long Bytes) : IRequestSizeLimitMetadata
    {
        /// <inheritdoc/>
        public long? MaxRequestBodySize => Bytes;
    }
}
