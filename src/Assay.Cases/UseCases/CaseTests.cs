using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Cases.Report;
using Assay.Reading.Intake;

namespace Assay.Cases.UseCases;

/// <summary>Puts an account to the test: a pure function of the account, whoever drafted it.</summary>
internal static class CaseTests
{
    /// <summary>The report of an account.</summary>
    /// <param name="account">The account; every reference and anchor in it holds.</param>
    /// <param name="documents">Its sources as taken in, by id.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static AuditReport Report(Account account, IReadOnlyDictionary<string, SourceDocument> documents, CancellationToken cancellation)
    {
        var clocks = ClockBook.Of(account);
        return new ReportBuilder(account, documents, clocks, Test(account, clocks, cancellation)).Build();
    }

    private static TestedCase Test(Account account, ClockBook clocks, CancellationToken cancellation)
    {
        var claims = ClaimBook.Of(account, clocks);
        var orders = ImpliedOrders.Of(clocks);
        var verdicts = ClaimTests.Run(clocks, [.. claims, .. orders], cancellation);
        var seats = new SeatGrounds(clocks);
        claims = claims.Select((c, i) => seats.Weigh(c, verdicts[i])).ToList();
        var timed = clocks.Clocks.Where(c => c.Passage is null).Select(c => c.Event.Id).ToHashSet(StringComparer.Ordinal);
        var together = claims.Where(c => c.Ground.NotTested is null && timed.Contains(c.Earlier.Id) && timed.Contains(c.Later.Id)).ToList();
        var joint = together.Count < 2 ? null : ClaimTests.Together(clocks, claims, together, cancellation);
        return new TestedCase(claims, orders, verdicts, together, joint, Disagreements.Find(clocks, cancellation));
    }
}
