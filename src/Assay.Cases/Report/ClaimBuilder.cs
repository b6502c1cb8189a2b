using System.Globalization;
using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Cases.Counts;
using Assay.Cases.Distances;
using Assay.Cases.Routes;
using Assay.Cases.Wording;
using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Cases.Report;

/// <summary>The claims of the report: order and gap as the solver judged them, then counts and distances as computed.</summary>
internal sealed class ClaimBuilder
{
    private readonly Account account;
    private readonly ClockBook clocks;
    private readonly TestedCase tested;
    private readonly IReadOnlyDictionary<string, RouteVerdict> routes;
    private readonly ClaimWording wording;

    /// <summary>Creates the builder.</summary>
    public ClaimBuilder(Account account, ClockBook clocks, TestedCase tested, IReadOnlyDictionary<string, RouteVerdict> routes)
    {
        (this.account, this.clocks, this.tested, this.routes) = (account, clocks, tested, routes);
        wording = new ClaimWording(clocks);
    }

    /// <summary>All claims, the most telling first.</summary>
    public List<ClaimEntry> All()
    {
        var made = tested.Claims.Zip(tested.Verdicts, (c, v) => v is null || c.Ground.NotTested is not null ? Untested(c) : Time(c, v));
        return
        [
            .. made.Concat(DistanceVerdict.Of(account).Select(Distance))
                .Concat(CountVerdict.Of(account).Select(Count))
                .Concat(account.Routes.Select(Route))
                .OrderBy(Weight),
        ];
    }

    /// <summary>The orders that only the clocks imply.</summary>
    public List<OrderEntry> Orders() =>
        tested
            .Orders.Zip(
                tested.Verdicts.Skip(tested.Claims.Count),
                (order, verdict) =>
                    new OrderEntry(
                        order.Id,
                        order.Earlier.Id,
                        order.Later.Id,
                        Of(verdict!.Verdict),
                        Home(verdict),
                        verdict.GapMin,
                        verdict.GapMax,
                        verdict.DecidedBy
                    )
            )
            .ToList();

    /// <summary>The events that voices or sources time differently.</summary>
    public List<DisagreementEntry> Disagreements() =>
        tested
            .Disagreements.Select(d => new DisagreementEntry(
                d.Event.Id,
                d.Clocks.Select(c => c.Id).ToList(),
                Of(d.Verdict),
                wording.Disagreement(d),
                d.GapMin,
                d.GapMax
            ))
            .ToList();

    // Within the order of outcomes, what a clock decides before what an unstated time decides.
    private static (Outcome, bool) Weight(ClaimEntry claim) => (claim.Verdict, claim is { Verdict: Outcome.Sometimes, DecidedBy.Count: 0 });

    private static Outcome Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Always => Outcome.Always,
            Verdict.Sometimes => Outcome.Sometimes,
            Verdict.Never => Outcome.Never,
            Verdict.Contradictory => Outcome.Contradictory,
            _ => Outcome.Unsettled,
        };

    private static HomeOutcome Home(ClaimVerdict verdict) =>
        verdict.Home switch
        {
            HomeVerdict.Holds => HomeOutcome.Holds,
            HomeVerdict.Fails => HomeOutcome.Fails,
            _ => HomeOutcome.Depends,
        };

    private static LinkEntry Link(ClaimLink link) => new(link.Kind, link.Evidence, link.Words, link.Reason, link.Candidates);

    private static ClaimEntry Untested(CaseClaim claim) =>
        Plain(claim) with
        {
            Verdict = Outcome.Untested,
            NotTested = claim.Ground.NotTested,
            Heading = "Not tested",
            Findings = [claim.Ground.NotTested!],
        };

    // What is said of a claim whether it was tested or not.
    private static ClaimEntry Plain(CaseClaim claim) =>
        new()
        {
            Id = claim.Id,
            Kind = claim.Item!.Kind,
            Origin = "text",
            Quote = claim.Item!.Quote,
            Sentence = ClaimWording.Sentence(claim),
            Voice = claim.Item.Voice,
            Earlier = claim.Earlier.Id,
            Later = claim.Later.Id,
            Min = claim.Meaning.Min,
            Max = claim.Meaning.Max,
            Meaning = claim.Item.Words.Length == 0 ? null : $"“{claim.Item.Words}” is read as {claim.Meaning.InWords()}",
            Links = claim.Ground.Links.Select(Link).ToList(),
            Verdict = Outcome.Untested,
            Heading = "",
        };

    /// <summary>The claims tested together.</summary>
    public JointEntry Joint(IReadOnlyList<CaseClaim> together, JointVerdict joint) =>
        new(
            together.Select(c => c.Id).ToList(),
            Of(joint.Verdict),
            wording.Joint(joint, together.Count),
            joint.Table.Select(r => Row(joint.DecidedBy, r)).ToList(),
            joint.Clash
        );

    private ClaimEntry Time(CaseClaim claim, ClaimVerdict verdict) =>
        Plain(claim) with
        {
            Verdict = Of(verdict.Verdict),
            Heading = ClaimWording.Heading(claim, verdict),
            Findings =
            [
                .. tested.Tellings.TryGetValue(claim.Id, out var told) ? [ClaimWording.OnEach(told)] : Array.Empty<string>(),
                .. wording.Findings(claim, verdict),
            ],
            Home = verdict.Verdict != Verdict.Contradictory && wording.HasHome(verdict) ? Home(verdict) : null,
            HomeGapMin = Gap(claim, verdict.HomeGapMin),
            HomeGapMax = Gap(claim, verdict.HomeGapMax),
            GapMin = Gap(claim, verdict.GapMin),
            GapMax = Gap(claim, verdict.GapMax),
            DecidedBy = verdict.DecidedBy,
            DependsOnUnstatedTime = verdict.DependsOnUnstatedTime,
            Table = verdict.Table.Select(r => Row(verdict.DecidedBy, r)).ToList(),
            For = Witness(claim, verdict.For),
            Against = Witness(claim, verdict.Against),
            Because = verdict.Because.Select(Because).ToList(),
            Flip = Flip(verdict),
            Ask = wording.Ask(verdict),
        };

    // Between two dates days are counted, whatever the clocks did in between.
    private Duration? Gap(CaseClaim claim, Duration? gap) =>
        gap is { } length && clocks.Of(claim.Earlier).Concat(clocks.Of(claim.Later)).All(c => ClockWindows.IsDate(c.Item.Grain))
            ? Duration.FromDays((int)Math.Round(length.TotalDays, MidpointRounding.AwayFromZero))
            : gap;

    private TableRowEntry Row(IReadOnlyList<string> variables, CombinationRow row) =>
        new(
            row.Global is null ? variables.Zip(row.Zones).ToDictionary(p => p.First, p => p.Second) : [],
            row.Global,
            wording.Combination(variables, row),
            Of(row.Verdict),
            row.GapMin,
            row.GapMax,
            row.IsHome
        );

    private WitnessEntry? Witness(CaseClaim claim, Chronology.Model.Reading? reading)
    {
        if (reading is null)
            return null;
        var own = new[] { claim.Earlier, claim.Later }
            .Where(e => reading.Instants.ContainsKey(e.Id))
            .Select(e =>
            {
                var at = reading.Instants[e.Id];
                var clock = clocks.FirstOf(e);
                var zone = clock is not null && reading.Zones.TryGetValue(clock.Variable, out var id) ? id : null;
                var local =
                    zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } rules
                        ? (LocalDateTime?)null
                        : at.InZone(rules).LocalDateTime;
                // Where the day is a placeholder, the time alone is known.
                Func<LocalDateTime, LocalMoment> known = clock?.Passage is null ? LocalMoment.Of : m => LocalMoment.Of(m.TimeOfDay);
                return (
                    At: at,
                    Entry: new WitnessEventEntry(e.Id, known(at.InUtc().LocalDateTime), local is { } l ? known(l) : null, zone)
                );
            });
        return new WitnessEntry(reading.Global, own.OrderBy(e => e.At).Select(e => e.Entry).ToList());
    }

    private BecauseEntry Because(string id)
    {
        var clock = clocks.ById(id);
        if (clock is not null)
            return new BecauseEntry(id, $"{clock.Voice}: “{clock.Words}” for “{clock.Event.Label}”");
        var relation = Premises.GetValueOrDefault(id);
        return new BecauseEntry(id, relation is null ? id : $"“{relation.Later.Label}” {relation.Item!.Words} “{relation.Earlier.Label}”");
    }

    private Dictionary<string, CaseClaim> Premises =>
        field ??= tested
            .Claims.Where(c => c.Premise is not null)
            .DistinctBy(c => c.Premise!.Id)
            .ToDictionary(c => c.Premise!.Id, StringComparer.Ordinal);

    private FlipEntry? Flip(ClaimVerdict verdict) =>
        verdict.Flip is not { } flip || wording.Flip(verdict) is not { } words
            ? null
            : new FlipEntry(
                words,
                flip.Clocks,
                flip.NearestOffset is { } near ? new NearOffsetEntry(near.Variable, near.Offset) : null,
                flip.Margin
            );

    private static ClaimEntry Distance(DistanceVerdict verdict)
    {
        var (claim, from, far) = (verdict.Item, verdict.From.Name, verdict.Far.Name);
        var finding = verdict.Ratio is { } r
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{far} is {verdict.FarKm:F0} km from {from}, {verdict.Near!.Name} {verdict.NearKm:F0} km: {r:F1} times as far."
            )
            : string.Create(CultureInfo.InvariantCulture, $"{far} is {verdict.FarKm:F0} km from {from}, along the shortest line.");
        return new ClaimEntry
        {
            Id = claim.Id,
            Kind = ClaimKind.Distance,
            Origin = "text",
            Quote = claim.Quote,
            Sentence = verdict.Ratio is null
                ? $"{far} is {claim.Claimed:F0} km from {from}"
                : $"{far} is {claim.Claimed:G3} times as far from {from} as {verdict.Near!.Name}",
            Voice = claim.Voice,
            Meaning =
                $"a round number is read as ± {DistanceVerdict.Tolerance:P0}; distances are geodesic, between the most likely places of these names",
            Verdict = verdict.Holds ? Outcome.Always : Outcome.Never,
            Heading = verdict.Holds ? "Holds as computed" : "Does not hold as computed",
            Findings = [finding],
            Distance = new DistanceEntry(
                claim.From,
                claim.Far,
                claim.Near,
                Math.Round(verdict.FarKm, 1),
                verdict.NearKm is { } n ? Math.Round(n, 1) : null,
                verdict.Ratio is { } q ? Math.Round(q, 2) : null,
                claim.Claimed
            ),
        };
    }

    private static ClaimEntry Count(CountVerdict verdict)
    {
        var (claim, figure) = (verdict.Item, verdict.Figure);
        var isOpen = verdict.Verdict == Verdict.Unsettled;
        return new ClaimEntry
        {
            Id = claim.Id,
            Kind = ClaimKind.Count,
            Origin = "text",
            Quote = figure.Quote,
            Sentence = $"“{figure.Quote.Exact}” from {claim.From} to {claim.Until}",
            Voice = figure.Voice,
            Min = null,
            Max = null,
            Verdict = Of(verdict.Verdict),
            Heading = verdict.Verdict switch
            {
                Verdict.Always => "Borne out by the events listed",
                Verdict.Never => "More are listed than claimed",
                _ => "Cannot be counted from these sources",
            },
            Findings =
            [
                isOpen
                    ? $"The sources themselves date {verdict.Listed} such events in that window. That they list no more says nothing: absence of a report is unknown, not zero."
                    : $"The sources themselves date {verdict.Listed} such events in that window.",
            ],
            Ask = isOpen ? ["The list the count was made from, with its dates."] : [],
            Count = new CountEntry(figure.Subject, figure.Min, figure.Max, claim.From, claim.Until, verdict.Listed),
        };
    }

    private ClaimEntry Route(RouteItem route)
    {
        var verdict = routes.GetValueOrDefault(route.Id);
        var outcome = RouteWording.Outcome(verdict);
        var findings = RouteWording.Findings(route, verdict);
        return new ClaimEntry
        {
            Id = route.Id,
            Kind = ClaimKind.Route,
            Origin = "text",
            Quote = route.Quote,
            Sentence = RouteWording.Sentence(route),
            Voice = route.Voice,
            Meaning = RouteWording.Meaning(route),
            Verdict = outcome,
            Heading = RouteWording.Heading(outcome),
            NotTested = outcome == Outcome.Untested ? findings[0] : null,
            Findings = findings,
            Ask = outcome == Outcome.Untested ? RouteWording.Ask(route) : [],
            Route = new RouteEntry(route.Through, route.To, route.From, route.Goods, route.Since, route.Forecast),
        };
    }
}
