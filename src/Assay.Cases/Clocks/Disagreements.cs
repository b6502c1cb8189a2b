using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Chronology.Solving;
using NodaTime;

namespace Assay.Cases.Clocks;

/// <summary>Two or more voices or sources that time one event differently.</summary>
/// <param name="Event">The event.</param>
/// <param name="Clocks">Their clocks, earliest stated first.</param>
/// <param name="Verdict">Never where no reading of the clocks makes the two furthest apart agree, sometimes where some do.</param>
/// <param name="GapMin">Smallest difference of those two over all readings.</param>
/// <param name="GapMax">Largest difference.</param>
internal sealed record Disagreement(EventItem Event, IReadOnlyList<CaseClock> Clocks, Verdict Verdict, Duration? GapMin, Duration? GapMax);

/// <summary>
/// Finds the events that voices or sources time differently (settled point 4): whether two clocks agree is tested with the event taken
/// apart, each clock
/// timing one of its own, so that neither is a premise for the other.
/// </summary>
internal static class Disagreements
{
    private static readonly Bound Minute = new(Duration.FromMinutes(1), true);

    /// <summary>The disagreements of a case, those that no reading heals first.</summary>
    /// <param name="book">The clocks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<Disagreement> Find(ClockBook book, CancellationToken cancellation)
    {
        var solver = new TemporalSolver();
        var found = new List<Disagreement>();
        foreach (
            var group in book
                .Clocks.Where(c => c.IsPremise && c.IsDayFirm && c.Item.Date is not null && c.Statement.Role == ClockRole.Event)
                .GroupBy(c => c.Event.Id)
        )
        {
            var clocks = group
                .DistinctBy(c => (c.Stated, c.Variable))
                .OrderBy(c => c.Stated)
                .ThenBy(c => c.Id, StringComparer.Ordinal)
                .ToList();
            if (clocks.Count < 2 || !IsOfSeveral(clocks))
                continue;
            var (first, last) = (clocks[0], clocks[^1]);
            var verdict = Agree(solver, book, first, last, cancellation);
            if (verdict.Verdict is Verdict.Never or Verdict.Sometimes)
                found.Add(new Disagreement(clocks[0].Event, clocks, verdict.Verdict, verdict.GapMin, verdict.GapMax));
        }

        return [.. found.OrderBy(d => d.Verdict == Verdict.Never ? 0 : 1)];
    }

    private static bool IsOfSeveral(List<CaseClock> clocks) =>
        clocks.Select(c => c.Item.Quote.Source).Distinct().Skip(1).Any() || clocks.Select(c => c.Voice).Distinct().Skip(1).Any();

    private static ClaimVerdict Agree(
        TemporalSolver solver,
        ClockBook book,
        CaseClock first,
        CaseClock last,
        CancellationToken cancellation
    )
    {
        var zones = new[] { first, last }
            .Select(book.ZoneOf)
            .DistinctBy(z => z.Variable.Id)
            .OrderBy(book.PlaceOf)
            .Select(z => z.Variable)
            .ToList();
        var model = new TemporalModel(
            ["first", "last"],
            zones,
            [first.Statement with { Event = "first" }, last.Statement with { Event = "last" }],
            [],
            book.Globals
        );
        var claim = new TimeClaim("agree", "first", "last", new Bound(-Minute.Value, true), Minute);
        return book.Memo.Verdicts.Of(
            "agree",
            model,
            [claim],
            found => found.Verdict != Verdict.Unsettled,
            () => solver.Examine(model, [claim], cancellation)[0]
        );
    }
}
