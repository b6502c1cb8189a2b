using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Reading;
using Assay.Reading.Places;

namespace Assay.Cases.Clocks;

/// <summary>
/// Whether a decided verdict may stand, given what the zones of its clocks rest on. "Depends on the clock" stands on any seat; what is said
/// to hold or to
/// fail on every reading has to be right about which readings there are.
/// </summary>
internal sealed class SeatGrounds
{
    private static readonly NodaTime.Duration HalfDay = NodaTime.Duration.FromHours(12);
    private static readonly NodaTime.Duration PartOfDay = NodaTime.Duration.FromHours(1);
    private readonly ClockBook clocks;

    /// <summary>Prepares for the clocks of a case.</summary>
    public SeatGrounds(ClockBook clocks) => this.clocks = clocks;

    /// <summary>The claim with the doubt that keeps a verdict from standing; as it was where there is none.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="verdict">What the test said; null where it was not tested.</param>
    public CaseClaim Weigh(CaseClaim claim, ClaimVerdict? verdict)
    {
        if (verdict is null || verdict.Verdict is Verdict.Sometimes or Verdict.Unsettled)
            return claim;
        // A guess is good enough to say that a claim holds, if the card says so, and not to accuse by.
        if (verdict.Verdict == Verdict.Always)
            return Doubt(claim) is { } guess
                ? claim with
                {
                    Ground = new ClaimGround([guess, .. claim.Ground.Links], IsBesideStated(claim) ? guess.Reason : null),
                }
                : claim;
        var found =
            Doubt(claim)
            ?? (verdict.Verdict == Verdict.Never ? Guessed(claim) : null)
            ?? Skipped(verdict)
            ?? Fitted(claim)
            ?? Untimed(claim)
            ?? Vague(claim)
            ?? Day(claim)
            ?? (verdict.Verdict == Verdict.Never ? OwnSum(claim) : null);
        if (found is not { } doubt)
            return claim;
        return claim with { Ground = new ClaimGround([doubt, .. claim.Ground.Links], doubt.Reason) };
    }

    // A clock that states its zone beside one that does not: what zone the other is in is the question, and not for a guess to answer.
    private bool IsBesideStated(CaseClaim claim) =>
        clocks.Of(claim.Earlier).Concat(clocks.Of(claim.Later)).Any(c => c.Item.ZoneStated || clocks.ZoneOf(c).Variable.Stated);

    private ClaimLink? Doubt(CaseClaim claim)
    {
        foreach (var a in clocks.Of(claim.Earlier))
        foreach (var b in clocks.Of(claim.Later))
            if (
                a.Variable != b.Variable
                && !IsBeyondZones(claim.Meaning, a, b)
                && (Doubt(a, b, clocks.ZoneOf(a), clocks.ZoneOf(b)) ?? Doubt(b, a, clocks.ZoneOf(b), clocks.ZoneOf(a))) is { } found
            )
                return found;
        return null;
    }

    // No two clocks differ by more than 26 hours: what is decided by more than that, whatever hour of a date is meant, is decided in
    // every zone.
    private static bool IsBeyondZones(Reading.Events.RelationMeaning meaning, CaseClock a, CaseClock b)
    {
        var gap = b.Stated.InUtc().ToInstant() - a.Stated.InUtc().ToInstant();
        var reach = ClockWindows.MostApart + a.Item.Grain + b.Item.Grain;
        return new[] { meaning.Min, meaning.Max }.OfType<NodaTime.Duration>().All(bound => Apart(gap, bound) > reach);
    }

    // What fails by half a day or more fails by its day, not by a zone or by the minutes of another event.
    private static bool IsOfDays(Reading.Events.RelationMeaning meaning, CaseClock a, CaseClock b)
    {
        var gap = b.Stated.InUtc().ToInstant() - a.Stated.InUtc().ToInstant();
        return new[] { meaning.Min, meaning.Max }.OfType<NodaTime.Duration>().All(bound => Apart(gap, bound) >= HalfDay);
    }

    private static NodaTime.Duration Apart(NodaTime.Duration a, NodaTime.Duration b) => a > b ? a - b : b - a;

    // A time that did not exist on the clocks of a place was not read there.
    private ClaimLink? Skipped(ClaimVerdict verdict) =>
        verdict
            .Skipped.Select(s => (Clock: clocks.ById(s.Statement), s.Zone))
            .Where(s => s.Clock is { Item.ZoneStated: false })
            .Select(s => new ClaimLink(
                LinkKind.Seat,
                Evidence.Guessed,
                s.Clock!.Words,
                $"“{s.Clock.Words}” did not exist in {s.Zone} that day, so the clock was in another zone.",
                []
            ))
            .FirstOrDefault();

    // An event that was chosen because a length fits it is good enough to read by, and not to accuse by.
    private static ClaimLink? Fitted(CaseClaim claim) => claim.Ground.Links.FirstOrDefault(l => l.IsFitted);

    // What is only told after or before something else is timed by other claims, and claims do not accuse one another.
    private ClaimLink? Untimed(CaseClaim claim) =>
        new[] { claim.Earlier, claim.Later }
            .Where(e => !clocks.Of(e).Any())
            .Select(e => new ClaimLink(
                LinkKind.Clock,
                Evidence.Guessed,
                e.Label,
                $"No clock in the account times “{e.Label}”; it is only told by other claims.",
                []
            ))
            .FirstOrDefault();

    // Two who tell, one of them on a clock that is a guess, where the account tells of other clocks.
    private ClaimLink? Guessed(CaseClaim claim) =>
        clocks
            .Of(claim.Earlier)
            .SelectMany(_ => clocks.Of(claim.Later), (a, b) => (a, b))
            .Where(p => p.a.Variable != p.b.Variable && !IsOfDays(claim.Meaning, p.a, p.b))
            .SelectMany(p => new[] { p.a, p.b })
            .Where(c =>
                c.Voice != Reading.Voices.Voice.Author.Name
                && clocks.ZoneOf(c) is { Variable.Stated: false, Evidence: Evidence.Guessed } own
                && clocks.Zones.Any(z => !z.IsUnknown && !IsOne(Home(z), Home(own), c.Stated))
            )
            .Select(c => Seat(c, clocks.ZoneOf(c), $"It is unsure which zone {clocks.ZoneOf(c).Label} was in at “{c.Words}”."))
            .FirstOrDefault();

    // "The alarm at 08:48, one minute after the aircraft left the runway": who writes a clock and a length in one breath has done the sum,
    // and so an event that it does not come out with is most likely another one.
    private ClaimLink? OwnSum(CaseClaim claim) =>
        claim is { Meaning.Max: not null, Item.Quote: { } said }
        && !clocks.Of(claim.Earlier).Any(a => clocks.Of(claim.Later).Any(b => IsOfDays(claim.Meaning, a, b)))
            ? clocks
                .Of(claim.Earlier)
                .Concat(clocks.Of(claim.Later))
                .Where(c =>
                    c.Item.Grain < PartOfDay
                    && c.Item.Quote.Source == said.Source
                    && c.Item.Quote.Start >= said.Start
                    && c.Item.Quote.End <= said.End
                )
                .Select(c => new ClaimLink(
                    LinkKind.Event,
                    Evidence.Guessed,
                    claim.Item.Words,
                    $"“{claim.Item.Words}” stands beside “{c.Words}” and does not come out with the times found: "
                        + "one of the events is likely misread, or the sum is wrong.",
                    []
                ))
                .FirstOrDefault()
            : null;

    // "In the early hours" is no time on a clock, nor is a date where a length of minutes or hours is told: good enough to read by, and not
    // to accuse by.
    private ClaimLink? Vague(CaseClaim claim) =>
        clocks
            .Of(claim.Earlier)
            .Concat(clocks.Of(claim.Later))
            .Where(c => ClockWindows.IsDate(c.Item.Grain) ? claim.Meaning.Max < c.Item.Grain : c.Item.Grain >= PartOfDay)
            .Select(c => new ClaimLink(
                LinkKind.Clock,
                Evidence.Guessed,
                c.Words,
                $"“{c.Words}” names a {(ClockWindows.IsDate(c.Item.Grain) ? "day" : "part of the day")}, not a time on a clock.",
                []
            ))
            .FirstOrDefault();

    // A day that was chosen by a narrow margin is good enough to read by, and not to accuse by.
    private ClaimLink? Day(CaseClaim claim) =>
        clocks.BlockOf(claim.Earlier, claim.Later) is not null
            ? null
            : clocks
                .Of(claim.Earlier)
                .Concat(clocks.Of(claim.Later))
                .Where(c => !c.IsDayFirm)
                .Select(c => new ClaimLink(
                    LinkKind.Day,
                    Evidence.Guessed,
                    c.Words,
                    $"It is not sure enough which day “{c.Words}” was on.",
                    []
                ))
                .FirstOrDefault();

    // Where the other clock states its zone, or is said to be local, or the text speaks of the zones of its clocks, it mixes zones: this
    // one's has to stand
    // in its words as well.
    private ClaimLink? Doubt(CaseClock clock, CaseClock against, CaseZone own, CaseZone other)
    {
        if (own.IsUnknown)
            return Seat(clock, own, $"“{own.Variable.Voice}” is not a zone Assay knows, so it cannot be set against another clock.");
        // "At 6:15 local time" of somebody whose place is told states its zone as well as a name would.
        if (own.Variable.Stated || clock.Item.Local && own.Evidence == Evidence.Stated)
            return null;
        var isMixed =
            other.Variable.Stated && own.Evidence != Evidence.Stated
            || clocks.Sources[clock.Item.Quote.Source].SpeaksOfZones
            || clock.Item.Local != against.Item.Local;
        var isGuess = own.Evidence == Evidence.Guessed && !IsOne(Home(own), Home(other), clock.Stated);
        return isMixed || isGuess ? Seat(clock, own, $"It is unsure which zone {own.Label} was in at “{clock.Words}”.") : null;
    }

    private static ClaimLink Seat(CaseClock clock, CaseZone own, string reason) =>
        new(
            LinkKind.Seat,
            Evidence.Guessed,
            clock.Words,
            reason,
            own.IsUnknown ? [] : own.Variable.Candidates.Select(c => c.Zone).ToList()
        );

    // Two names of one zone, or two zones that showed one time.
    private static bool IsOne(string a, string b, NodaTime.LocalDateTime at) => a == b || ZonesAt.Distinct([a, b], at.Date).Count == 1;

    private static string Home(CaseZone zone) =>
        (zone.Variable.Candidates.FirstOrDefault(c => c.IsHome) ?? zone.Variable.Candidates[0]).Zone;
}
