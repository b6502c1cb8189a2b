using Assay.Cases.Books;
using Assay.Ground.Outcomes;
using Assay.Trade.Findings;

namespace Assay.Cases.Routes;

/// <summary>A route claim to test.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Options">How the books are looked at; origin, goods and date stand in for what the claim does not name.</param>
public sealed record RouteRequest(RouteClaim Claim, BookOptions Options);

/// <summary>
/// Tests a claim that goods are re-routed under every specification that the data allow. Where the lake holds nothing that bears on it,
/// or
/// there is
/// no lake, the verdict is unknown and says what data would settle it.
/// </summary>
public sealed class TestRoute
{
    /// <summary>Tests the claim.</summary>
    /// <param name="request">The claim.</param>
    /// <param name="lake">Directory of the lake; null for none.</param>
    /// <param name="cancellation">Stops the work wherever it is.</param>
    /// <returns>The verdict, or the error where the claim names no route or no goods that there are, or the lake cannot be
    /// opened.</returns>
    public static Result<RouteVerdict> Run(RouteRequest request, string? lake, CancellationToken cancellation = default) =>
        Put(request, new RouteBooks(lake, null), cancellation);

    /// <summary>Tests the claim with books that may be remembered.</summary>
    internal static Result<RouteVerdict> Put(RouteRequest request, RouteBooks with, CancellationToken cancellation)
    {
        var claim = request.Claim;
        if (Unfit(claim) is { } unfit)
            return unfit;
        var terms = RouteTerms.Of(claim, request.Options);
        var inquiry = Inquiry.Of(claim.Target, terms.Options);
        if (!inquiry.Succeeded)
            return inquiry.Error;
        if (with.Lake is not { } lake)
            return Unlooked(claim, terms);
        var asked = with.Memo is { } memo
            ? memo.Of($"{OpenBooks.StampOf(lake)} {claim.Target} {terms.Options}", () => Ask(lake, inquiry.Value, cancellation))
            : Ask(lake, inquiry.Value, cancellation);
        if (!asked.Succeeded)
            return with.Memo is null ? asked.Error : Unlooked(claim, terms) with { Cause = asked.Error };
        var (scans, cause, files) = asked.Value;
        if (cause is { Kind: ErrorKind.Cancelled })
            return cause;
        var ways = Ways(claim, scans);
        var needs = RouteNeeds.Of(claim, terms, ways, scans.Count > 0 ? scans[0].Report : null);
        return new RouteVerdict(claim, terms, scans, ways, needs, files) { Cause = scans.Count == 0 ? cause : null };
    }

    private static Result<RouteScans> Ask(string lake, Inquiry inquiry, CancellationToken cancellation)
    {
        try
        {
            var opened = OpenBooks.In(lake, cancellation);
            if (!opened.Succeeded)
                return opened.Error;
            using var books = opened.Value;
            var (scans, cause) = Scans(inquiry with { Panel = inquiry.Panel with { Stop = cancellation } }, books, cancellation);
            return new RouteScans(scans, cause, books.Files);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new RouteScans([], Stopped, []);
        }
    }

    private static Error Stopped { get; } = new(ErrorKind.Cancelled, "The test of the claim was stopped.");

    private static Error? Unfit(RouteClaim claim)
    {
        if (claim.Through.Count == 0)
            return new Error(ErrorKind.Usage, "The claim names no country through which goods go.", "Name at least one.");
        return claim.Through.Contains(claim.Target)
            ? new Error(ErrorKind.Usage, $"Goods cannot go to {claim.Target} through {claim.Target}.", "Name another country.")
            : null;
    }

    private static RouteVerdict Unlooked(RouteClaim claim, RouteTerms terms) =>
        new(claim, terms, [], Ways(claim, []), RouteNeeds.Of(claim, terms, null, null), []);

    private static IReadOnlyList<RouteWay> Ways(RouteClaim claim, IReadOnlyList<RouteScan> scans) =>
        [.. claim.Through.Select(c => RouteWay.In(c, scans))];

    // One scan per counterfactual that the data allow; where there is none, why the last could not be made.
    private static (List<RouteScan> Scans, Error? Cause) Scans(Inquiry inquiry, OpenBooks books, CancellationToken cancellation)
    {
        var scans = new List<RouteScan>();
        Error? cause = null;
        foreach (var method in Enum.GetValues<CounterfactualMethod>())
        {
            if (cancellation.IsCancellationRequested)
                return ([], Stopped);
            var scanned = inquiry.Scan(books, method);
            if (!scanned.Succeeded)
                cause = scanned.Error;
            else if (scanned.Value.Method == method)
                scans.Add(new RouteScan(scanned.Value, scanned.Value.ByDestination()));
        }

        return (scans, cause);
    }
}
