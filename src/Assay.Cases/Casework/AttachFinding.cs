using Assay.Cases.Accounts;
using Assay.Cases.Books;
using Assay.Cases.Store;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;
using Assay.Trade.Findings;

namespace Assay.Cases.Casework;

/// <summary>A finding to set beside a route claim.</summary>
/// <param name="Item">Id of the claim.</param>
/// <param name="Scan">The scan.</param>
/// <param name="Destination">The country of the finding, ISO alpha-2.</param>
/// <param name="Product">Its product, as the scan names it.</param>
public sealed record AttachRequest(string Item, ScanReply Scan, string Destination, string Product)
{
    /// <summary>The version of the claim that the person saw; null for the one it has now.</summary>
    public long? Version { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Why { get; init; }
}

/// <summary>A route claim of a case.</summary>
/// <param name="Route">The claim.</param>
/// <param name="Version">Its version, to be named with a decision about it.</param>
/// <param name="Attached">The findings beside it, each with the entry of the journal that attached it.</param>
public sealed record RouteInCase(RouteItem Route, long Version, IReadOnlyList<(RouteFinding Finding, long Entry)> Attached);

/// <summary>Sets a finding of customs books beside a route claim: a decision like any other, in the journal, to be taken back.</summary>
public sealed class AttachFinding
{
    /// <summary>Attaches the finding.</summary>
    /// <param name="desk">Who attaches it, in which case.</param>
    /// <param name="request">The finding and the claim.</param>
    /// <param name="cancellation">Stops the check that shows what changed.</param>
    /// <returns>What came of it; or why it was not done: the finding is of another country or target than the claim, there is no such
    /// claim
    /// or finding, or somebody decided about the claim in between.</returns>
    public static Result<DecideReply> Run(Desk desk, AttachRequest request, CancellationToken cancellation = default)
    {
        var routes = Routes(desk.Case);
        if (!routes.Succeeded)
            return routes.Error;
        var claim = routes.Value.FirstOrDefault(r => r.Route.Id == request.Item)?.Route;
        if (claim is null)
            return new Error(
                ErrorKind.Usage,
                $"The case has no claim of a route “{Printable.Of(request.Item)}”.",
                "Choose one of those listed beside the finding."
            );
        var found = ExplainCell.Of(request.Scan, request.Destination, request.Product);
        if (!found.Succeeded)
            return found.Error;
        if (!Goods.AreNamed(request.Scan.List))
            return new Error(
                ErrorKind.Usage,
                "The scan is of a list that is a file on this machine, which a case cannot name.",
                "Scan with a list that ships, or with codes."
            );
        if (Unfit(claim, request) is { } unfit)
            return unfit;
        var decision = new Attached(claim.Id, Finding(request, found.Value.Finding));
        return DecideItem.Run(desk, new DecideRequest(decision) { Version = request.Version, Why = request.Why }, cancellation);
    }

    /// <summary>The route claims of a case as they are now, in the order of its account.</summary>
    public static Result<IReadOnlyList<RouteInCase>> Routes(OpenedCase opened)
    {
        var content = opened.Content();
        if (!content.Succeeded)
            return content.Error;
        var items = opened.Items(content.Value);
        return CaseAccount
            .Of(content.Value)
            .Routes.Select(r => new RouteInCase(r, items.One(r.Id)?.Now.Version ?? 0, Entries(r, content.Value)))
            .ToList();
    }

    private static List<(RouteFinding, long)> Entries(RouteItem route, CaseContent content)
    {
        var made = content.Decisions.Where(d => d.UndoneBy is null && d.Decision.Item == route.Id && d.Decision is Attached).ToList();
        return
        [
            .. (route.Findings ?? []).Select(f => (f, made.LastOrDefault(d => ((Attached)d.Decision).Finding.IsOfSame(f))?.Sequence ?? 0)),
        ];
    }

    /// <summary>True where a finding bears on a claim: it is of a country that the claim goes through, and of its target.</summary>
    public static bool Fits(RouteItem claim, ScanReply scan, string destination) =>
        claim.To == scan.Report.Request.Target && claim.Through.Contains(destination);

    private static Error? Unfit(RouteItem claim, AttachRequest request) =>
        Fits(claim, request.Scan, request.Destination)
            ? null
            : new Error(
                ErrorKind.Usage,
                $"The claim is of goods that go to {Name(claim.To)} through {string.Join(", ", claim.Through.Select(Name))}; the finding is of "
                    + $"{Name(request.Destination)}, with {Name(request.Scan.Report.Request.Target)} as the target.",
                "Attach it to a claim of the same countries, or scan with the target of the claim."
            );

    private static string Name(string code) => CountryLabels.Name(code);

    private static RouteFinding Finding(AttachRequest request, Finding finding)
    {
        var (scan, report) = (request.Scan, request.Scan.Report);
        return new RouteFinding
        {
            Through = finding.Destination,
            Product = finding.Product,
            List = scan.List,
            Origin = scan.Request.Options.Origin,
            Since = scan.Since,
            Level = scan.Request.Options.Level,
            Side = EnumNames.Of(report.Request.Side),
            Unit = report.Request.Currency,
            Before = Known(finding.Before),
            After = Known(finding.After),
            Expected = Known(finding.Counterfactual),
            Floor = Known(finding.Floor),
            Chance = double.IsFinite(finding.Q) ? finding.Q : null,
            StandsOut = finding.Found,
            Method = EnumNames.Of(finding.Method),
            Files = [.. scan.Files.Select(f => f.Sha256)],
        };
    }

    private static double Known(double amount) => double.IsFinite(amount) ? amount : 0;
}
