using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Cases.Report;
using Assay.Cases.Routes;
using Assay.Chronology.Model;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;

namespace Assay.Cases.UseCases;

/// <summary>What the tests of an account say.</summary>
/// <param name="Report">The report.</param>
/// <param name="Routes">What the customs books say of each route claim, by its id; empty without books.</param>
internal sealed record CaseReport(AuditReport Report, IReadOnlyDictionary<string, RouteVerdict> Routes);

/// <summary>Puts an account to the test: a pure function of the account, whoever drafted it.</summary>
internal static class CaseTests
{
    /// <summary>The report of an account.</summary>
    /// <param name="account">The account; every reference and anchor in it holds.</param>
    /// <param name="documents">Its sources as taken in, by id.</param>
    /// <param name="books">The customs books that route claims are tested with.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="memo">What was made and found before; null for nothing.</param>
    /// <returns>The report, or the error where the books cannot be opened.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<CaseReport> Report(
        Account account,
        IReadOnlyDictionary<string, SourceDocument> documents,
        RouteBooks books,
        CancellationToken cancellation,
        TestMemo? memo = null
    )
    {
        var routes = RouteTests.Run(account, books, cancellation);
        if (!routes.Succeeded)
            return routes.Error;
        memo ??= new TestMemo();
        var clocks = ClockBook.Of(account, memo.Clocks);
        var tested = Test(account, clocks, cancellation);
        var report = new ReportBuilder(account, documents, clocks, tested, routes.Value, memo.Report).Build();
        memo.Turn();
        return new CaseReport(report, routes.Value);
    }

    private static TestedCase Test(Account account, ClockBook clocks, CancellationToken cancellation)
    {
        var book = new ClaimBook(account, clocks);
        var claims = book.All();
        var orders = ImpliedOrders.Of(clocks);
        var verdicts = ClaimTests.Run(clocks, [.. claims, .. orders], cancellation).ToArray();
        var referents = new EachReferent(book, clocks).Of(claims, cancellation);
        foreach (var (index, found) in referents)
            verdicts[index] = found.Verdict;
        claims = claims.Select((c, i) => referents.TryGetValue(i, out var found) ? found.Claim : c).ToList();
        var seats = new SeatGrounds(clocks);
        claims = claims.Select((c, i) => seats.Weigh(c, verdicts[i])).ToList();
        var clashing = claims.Where((c, i) => c.Ground.NotTested is null && verdicts[i] is { Verdict: Verdict.Contradictory });
        var timed = clocks.Clocks.Where(c => c.Passage is null).Select(c => c.Event.Id).ToHashSet(StringComparer.Ordinal);
        // A claim that fails by itself fails beside any other.
        var failing = claims
            .Where((c, i) => verdicts[i] is { Verdict: Verdict.Never or Verdict.Contradictory })
            .Select(c => c.Id)
            .ToHashSet(StringComparer.Ordinal);
        var together = claims
            .Where(c => c.Ground.NotTested is null && !failing.Contains(c.Id) && timed.Contains(c.Earlier.Id) && timed.Contains(c.Later.Id))
            .ToList();
        var joint = together.Count < 2 ? null : ClaimTests.Together(clocks, claims, together, cancellation);
        return new TestedCase(
            claims,
            orders,
            verdicts,
            together,
            joint,
            EachTelling.Of(clocks, clashing, cancellation),
            Disagreements.Find(clocks, cancellation)
        );
    }
}
