using Assay.Cases.Clocks;
using Assay.Cases.Wording;
using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Cases.Report;

/// <summary>
/// Says a verdict in plain words. Counts of combinations are never called probabilities; not settled is never called
/// never; an allegation stays what it is.
/// </summary>
/// <param name="book">The clocks of the case.</param>
internal sealed class ClaimWording(ClockBook book)
{
    private readonly Dictionary<string, CaseZone> zones = book.Zones.ToDictionary(z => z.Variable.Id, StringComparer.Ordinal);

    /// <summary>The verdict as a heading.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="verdict">What the test says.</param>
    public static string Heading(CaseClaim claim, ClaimVerdict verdict) =>
        verdict.Verdict switch
        {
            Verdict.Always when Guess(claim) is not null => "Holds as far as it could be read",
            Verdict.Always when verdict.DecidedBy.Count == 0 && verdict.GapMin is null && verdict.GapMax is null =>
                "Holds on the times given",
            Verdict.Always => "Holds whatever the clocks",
            Verdict.Sometimes when verdict.DecidedBy.Count > 0 => "Depends on the clock",
            Verdict.Sometimes => "Depends on an unstated time",
            Verdict.Never => "Cannot hold",
            Verdict.Contradictory => "Accounts conflict",
            _ => "Not settled within the budget",
        };

    /// <summary>What of a claim that was tested is a guess, in one sentence; null where nothing is.</summary>
    public static string? Guess(CaseClaim claim) =>
        claim.Ground.Links.FirstOrDefault(l => l.Evidence == Assay.Reading.Evidence.Guessed)?.Reason;

    /// <summary>The claim as one sentence.</summary>
    public static string Sentence(CaseClaim claim)
    {
        var (earlier, later) = (Named(claim.Earlier.Label), Named(claim.Later.Label));
        if (
            claim.Item?.Words is { Length: > 0 } words
            && OfTheText(earlier, later, words.ToLowerInvariant().ReplaceLineEndings(" ")) is { } told
        )
            return told;
        return claim.Meaning.Kind switch
        {
            "simultaneity" => $"{earlier} and {later} were at the same time",
            "gap" when claim.Item is { EarlierTie.ByLength: true, LaterTie.ByLength: true, Words: var length } =>
                $"{later} came {length} after {earlier}",
            "gap" when claim.Item is not null => $"{later} came {Strength(claim)} after {earlier}",
            _ when claim.Item is not null && claim.Meaning.Min > Duration.Zero => $"{earlier} came {Strength(claim)} before {later}",
            _ => $"{earlier} came before {later}",
        };
    }

    /// <summary>What the test says, the most telling sentence first.</summary>
    public IReadOnlyList<string> Findings(CaseClaim claim, ClaimVerdict verdict)
    {
        var findings = new List<string>();
        if (Home(claim, verdict) is { } home)
            findings.Add(home);
        findings.Add(Over(claim, verdict));
        if (Guess(claim) is { } guess)
            findings.Add(guess);
        if (verdict.Verdict is Verdict.Sometimes && verdict.DecidedBy.Count > 0 && verdict.DependsOnUnstatedTime)
            findings.Add("Even with the zones known, a time that nobody states decides part of it.");
        if (verdict.GapMin is not null || verdict.GapMax is not null)
            findings.Add(
                $"On the minutes stated, the later-told event comes {Lengths.Range(verdict.GapMin, verdict.GapMax)} over the readings."
            );
        foreach (var (statement, zone) in verdict.Skipped)
            findings.Add(
                $"“{book.ById(statement)?.Words ?? statement}” names a local time that a clock change skipped in {zone}: that reading is impossible and left out."
            );
        return findings;
    }

    /// <summary>Who times an event when, and what that means.</summary>
    public string Disagreement(Disagreement found)
    {
        var told = string.Join("; ", found.Clocks.Select(c => $"{Teller(c)} at “{c.Words}”"));
        return found.Verdict == Verdict.Never
            ? $"{Named(found.Event.Label)} is timed {found.Clocks.Count} ways, and no reading of the clocks brings them together: {told}."
            : $"{Named(found.Event.Label)} is timed {found.Clocks.Count} ways, which agree only under some readings of the clocks: {told}.";
    }

    private string Teller(CaseClock clock)
    {
        if (clock.Voice != "author")
            return VoiceNames.Of(clock.Voice);
        var source = book.Sources[clock.Item.Quote.Source];
        return $"the author of {source.Title ?? source.File}";
    }

    /// <summary>True where no seat that decides the claim is a guess: only then may it be said to fail on home clocks.</summary>
    public bool HasHome(ClaimVerdict verdict) => verdict.DecidedBy.All(v => zones[v].Evidence != Assay.Reading.Evidence.Guessed);

    /// <summary>A combination of zones in words.</summary>
    public string Combination(IReadOnlyList<string> variables, CombinationRow row) =>
        row.Global is { } global
            ? $"every unstated clock on {ZoneNames.Of(global)}"
            : string.Join(", ", variables.Select((v, i) => $"{zones[v].Variable.Voice} on {ZoneNames.Of(row.Zones[i])}"));

    /// <summary>The smallest change in words, or null.</summary>
    public string? Flip(ClaimVerdict verdict)
    {
        if (verdict.Flip is not { } flip)
            return null;
        if (flip.Clocks.Count > 0)
        {
            var moves = string.Join(" and ", flip.Clocks.Select(c => $"{zones[c.Key].Variable.Voice} on {ZoneNames.Of(c.Value)}"));
            return $"{Count(flip.Clocks.Count)} away from home ({moves}) {(verdict.Home == HomeVerdict.Holds ? "makes it false" : "makes it true")}.";
        }

        if (flip.NearestOffset is { } near)
            return $"No admissible zone changes it; the nearest offset that would is UTC{near.Offset} for {zones[near.Variable].Label}.";
        return flip.Margin is { } margin ? $"The narrowest reading is {Lengths.Words(margin)} away from the threshold." : null;
    }

    /// <summary>What to ask for, in words.</summary>
    public IReadOnlyList<string> Ask(ClaimVerdict verdict) =>
        verdict
            .Ask.Union(verdict.DecidedBy)
            .OrderByDescending(v => zones[v].Variable.Candidates.Count)
            .Select(v =>
            {
                var times = book.On(v).Select(c => c.Item.Time!.Value.ToString("HH:mm", null)).Distinct().Take(3);
                return $"Which zone was {zones[v].Label} in at {string.Join(", ", times)}?";
            })
            .ToList();

    /// <summary>Words for the claims tested together.</summary>
    public string Joint(JointVerdict joint, int count)
    {
        if (joint.Verdict == Verdict.Sometimes && joint.Table.Count > 0)
        {
            var rows = joint.Table.Take(4).Select(r => Combination(joint.DecidedBy, r)).ToList();
            var more = joint.Table.Count > rows.Count ? $", and {joint.Table.Count - rows.Count} more" : "";
            return $"The {count} claims hold together under {joint.Table.Count} combinations only: {string.Join("; ", rows)}{more}.";
        }

        return joint.Verdict switch
        {
            Verdict.Always => $"The {count} claims hold together under every reading.",
            Verdict.Sometimes => $"There is a reading under which the {count} claims hold together, and one under which they do not.",
            Verdict.Never => $"No reading makes the {count} claims true together.",
            Verdict.Contradictory => "The premises contradict each other, so the claims cannot be tested together.",
            _ => "Whether the claims can hold together was not settled within the budget.",
        };
    }

    private string Over(CaseClaim claim, ClaimVerdict verdict)
    {
        var possible = verdict.Table.Where(r => r.Verdict != Verdict.Contradictory).ToList();
        var holds = possible.Count(r => r.Verdict == Verdict.Always);
        return verdict.Verdict switch
        {
            Verdict.Sometimes when verdict.DecidedBy.Count > 0 =>
                $"It depends on {string.Join(" and ", verdict.DecidedBy.Select(v => zones[v].Label))}: true under {holds} of {possible.Count} admissible combinations. Combinations are counted, not weighed: this is no probability.",
            Verdict.Sometimes => Unstated(claim),
            Verdict.Always => "It holds under every admissible reading of the clocks.",
            Verdict.Never => SharesClock(verdict)
                ? "Both times come from the same clock, so the zone cancels, and it cannot hold."
                : "It holds under no admissible reading of the clocks.",
            Verdict.Contradictory => "The statements it rests on cannot all be true, whatever the zones.",
            _ => "The test ran out of its budget; this says nothing either way.",
        };
    }

    /// <summary>How a claim fares on each clock of an event that is timed differently.</summary>
    public static string OnEach(IReadOnlyList<TellingVerdict> told) =>
        told.All(t => t.Verdict == Verdict.Always) ? $"Whichever of the {told.Count} clocks is right, it holds."
        : told.All(t => t.Verdict == Verdict.Never) ? $"Whichever of the {told.Count} clocks is right, it cannot hold."
        : string.Join(
            "; ",
            told.Select(
                (t, i) =>
                    $"{(i == 0 ? "On" : "on")} “{t.Clock.Words}” ({t.Clock.Voice}) it "
                    + t.Verdict switch
                    {
                        Verdict.Always => "holds",
                        Verdict.Never => "cannot hold",
                        _ => "depends on the clocks",
                    }
            )
        ) + ".";

    // Why no clock decides it: nothing times one of the events, an hour came twice, or the times are given roughly.
    private string Unstated(CaseClaim claim)
    {
        var untimed = new[] { claim.Earlier, claim.Later }.Where(e => book.FirstOf(e) is null).Select(e => Named(e.Label)).ToList();
        if (untimed.Count > 0)
            return $"No clock in the account times {string.Join(" or ", untimed)}, so this cannot be tested: it is unknown, not wrong.";
        var twice = book.Of(claim.Earlier).Concat(book.Of(claim.Later)).Select(Twice).Where(t => t is not null).ToList();
        return twice.Count > 0
            ? $"{string.Join(" ", twice.Distinct())} It depends on which is meant."
            : "It depends on a time that nobody states, not on a clock.";
    }

    private string? Twice(CaseClock clock)
    {
        var zone = zones[clock.Variable]
            .Variable.Candidates.OrderByDescending(c => c.IsHome)
            .Select(c => c.Zone)
            .FirstOrDefault(z => DateTimeZoneProviders.Tzdb.GetZoneOrNull(z)?.MapLocal(clock.Stated).Count == 2);
        return zone is null ? null : $"{clock.Stated:HH:mm} came twice that day on {ZoneNames.Of(zone)}, when the clocks went back.";
    }

    private bool SharesClock(ClaimVerdict verdict)
    {
        var variables = verdict.Because.Select(id => book.ById(id)?.Variable).Where(v => v is not null).Distinct().ToList();
        return verdict.Because.Count > 1 && variables.Count == 1;
    }

    private string? Home(CaseClaim claim, ClaimVerdict verdict)
    {
        var own = verdict.DecidedBy.Select(v => zones[v].Variable).Where(v => v.Candidates.Any(c => c.IsHome)).ToList();
        if (own.Count == 0 || !HasHome(verdict) || verdict.Verdict is Verdict.Contradictory or Verdict.Unsettled)
            return null;
        var where = string.Join(", ", own.Select(v => $"{v.Voice} on {ZoneNames.Of(v.Candidates.First(c => c.IsHome).Zone)}"));
        var gap =
            verdict.HomeGapMin is null && verdict.HomeGapMax is null
                ? ""
                : $": “{Cut(claim.Later.Label)}” comes {Lengths.Range(verdict.HomeGapMin, verdict.HomeGapMax)} than “{Cut(claim.Earlier.Label)}”";
        gap = gap.Replace("at the same minute than", "at the same minute as", StringComparison.Ordinal);
        return verdict.Home switch
        {
            HomeVerdict.Fails => $"On home clocks ({where}) it is false{gap}.",
            HomeVerdict.Holds => $"On home clocks ({where}) it is true{gap}.",
            HomeVerdict.Impossible => $"Home clocks ({where}) contradict the premises.",
            _ => $"On home clocks ({where}) it still depends on a time that nobody states.",
        };
    }

    // In the words of the text where they can stand between the two events: "a mere 9 hours after", "well in advance of", "two days later".
    private static string? OfTheText(string earlier, string later, string words)
    {
        if (
            words.EndsWith("after", StringComparison.Ordinal)
            || words.EndsWith("following", StringComparison.Ordinal)
            || words.EndsWith("later than", StringComparison.Ordinal)
            || words.StartsWith("within", StringComparison.Ordinal) && words.EndsWith(" of", StringComparison.Ordinal)
        )
            return $"{later} came {words} {earlier}";
        if (words.EndsWith("later", StringComparison.Ordinal))
            return $"{later} came {words} than {earlier}";
        return
            words.EndsWith("before", StringComparison.Ordinal)
            || words.EndsWith(" of", StringComparison.Ordinal) && !words.StartsWith("in the", StringComparison.Ordinal)
            || words.EndsWith("prior to", StringComparison.Ordinal)
            || words.EndsWith("earlier than", StringComparison.Ordinal)
            ? $"{earlier} came {words} {later}"
            : null;
    }

    private static string Strength(CaseClaim claim) =>
        claim.Meaning switch
        {
            { Min: { } a, Max: { } b } when a != b => $"{Lengths.Words(a)} to {Lengths.Words(b)}",
            { Min: { } a, Max: { } } => $"exactly {Lengths.Words(a)}",
            { Min: { } a } => $"at least {Lengths.Words(a)}",
            { Max: { } b } => $"at most {Lengths.Words(b)}",
            _ => "some time",
        };

    private static string Named(string label) => $"“{Cut(label)}”";

    private static string Cut(string label) => label.Length <= 70 ? label : label[..label.LastIndexOf(' ', 69)] + " …";

    private static string Count(int clocks) => clocks == 1 ? "One clock" : $"{clocks} clocks";
}
