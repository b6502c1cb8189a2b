using Assay.Cases.Accounts;
using Assay.Chronology.Model;

namespace Assay.Cases.Clocks;

/// <summary>How a claim fares on one of the clocks that clash.</summary>
/// <param name="Clock">The clock taken as the only one of its event.</param>
/// <param name="Verdict">The verdict then.</param>
internal sealed record TellingVerdict(CaseClock Clock, Verdict Verdict);

/// <summary>
/// Tests a claim whose premises clash on each clock of the event that is timed twice, as if it were the only one: a claim that holds
/// whichever voice is right is no fault of the text.
/// </summary>
internal static class EachTelling
{
    private const int MostClaims = 40;
    private const int MostClocks = 4;

    /// <summary>By id of the claim; claims whose premises clash in another way are left out.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<TellingVerdict>> Of(
        ClockBook clocks,
        IEnumerable<CaseClaim> clashing,
        CancellationToken cancellation
    ) =>
        clashing
            .Take(MostClaims)
            .Select(c => (Claim: c, Found: Of(clocks, c, cancellation)))
            .Where(c => c.Found.Count > 0)
            .ToDictionary(c => c.Claim.Id, c => (IReadOnlyList<TellingVerdict>)c.Found, StringComparer.Ordinal);

    private static List<TellingVerdict> Of(ClockBook clocks, CaseClaim claim, CancellationToken cancellation)
    {
        foreach (var made in (EventItem[])[claim.Earlier, claim.Later])
        {
            var told = clocks.Of(made).ToList();
            if (told.Count is < 2 or > MostClocks)
                continue;
            var found = told.Select(c => new TellingVerdict(c, Alone(clocks, claim, c, cancellation))).ToList();
            if (found.TrueForAll(f => f.Verdict != Verdict.Contradictory))
                return found;
        }

        return [];
    }

    private static Verdict Alone(ClockBook clocks, CaseClaim claim, CaseClock kept, CancellationToken cancellation)
    {
        var near = clocks.Near(claim.Earlier, claim.Later);
        var left = near.Where(c => c.Event.Id != kept.Event.Id || c.Id == kept.Id).ToList();
        var zones = left.Select(clocks.ZoneOf).Distinct().OrderBy(clocks.PlaceOf).ToList();
        var book = new ClockBook(left, zones, clocks.Globals, clocks.Sources) { Memo = clocks.Memo };
        return ClaimTests.Run(book, [claim], cancellation)[0]?.Verdict ?? Verdict.Unsettled;
    }
}
