using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Events;
using NodaTime;

namespace Assay.Cases.Drafting;

/// <summary>
/// Uses a length stated to the minute as evidence of what it is between: of the events that may be meant, the only two that lie so far
/// apart. "She was silent for seven hours and 35 minutes" after a last position at 14:12 and a next one at 21:47 names them as surely as
/// words would; "four minutes after the page" names the pager that went off at 5:41 for what happened at 5:45.
/// </summary>
internal sealed class LengthFit
{
    private const int NearSentences = 1;
    private const int FarSentences = 4;
    private const int MostClocks = 60;
    private const double MostOf = 0.6;
    private static readonly Duration Exact = Duration.FromMinutes(15);
    private static readonly Duration Nearest = Duration.FromMinutes(5); // twice: the middle of a length may be half a minute
    private static readonly Duration Grain = Duration.FromMinutes(1);
    private static readonly Duration PartOfDay = Duration.FromHours(1);
    private readonly Dictionary<string, List<Timed>> bySource = new(StringComparer.Ordinal);
    private readonly ILookup<string, Timed> byEvent;
    private readonly Func<Anchor, int> sentenceAt;

    // A clock of an event: where it stands, and when it is on its own clock and on the likeliest zone of it.
    private sealed record Timed(string Event, string Source, int Sentence, string Zone, Instant Face, Instant Home);

    private LengthFit(Account account, IReadOnlyList<SourceReading> sources)
    {
        var readings = sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var zones = account.Zones.ToDictionary(z => z.Id, StringComparer.Ordinal);
        var timed = account
            .Clocks.Where(c => c is { Date: not null, Time: not null } && c.Grain < PartOfDay && !c.Approximate)
            .Select(c =>
            {
                var local = c.Date!.Value + c.Time!.Value;
                var source = readings[c.Quote.Source];
                return new Timed(
                    c.Event,
                    source.Id,
                    source.SentenceAt(c.Quote.Start),
                    c.Zone,
                    local.InUtc().ToInstant(),
                    Home(zones[c.Zone], local)
                );
            })
            .ToList();
        sentenceAt = quote => readings[quote.Source].SentenceAt(quote.Start);
        byEvent = timed.ToLookup(t => t.Event, StringComparer.Ordinal);
        foreach (var group in timed.GroupBy(t => t.Source))
            bySource[group.Key] = [.. group];
    }

    /// <summary>The account with the events that lengths tell, and with the claims that lengths make beside their clocks.</summary>
    /// <param name="account">The account with its clocks and zones.</param>
    /// <param name="sources">Its sources.</param>
    /// <param name="ids">Gives the ids.</param>
    public static Account Of(Account account, IReadOnlyList<SourceReading> sources, DraftIds ids)
    {
        var fit = new LengthFit(account, sources);
        var told = sources.SelectMany(s => s.Events.Lengths.Select(l => fit.Claim(s, l, ids))).OfType<ClaimItem>();
        var settled = account.Claims.Select(fit.Settled).ToList();
        var known = fit.Known(account.Claims.Zip(settled));
        return account with { Claims = [.. settled.Select(c => Known(c, known)), .. told] };
    }

    // Events that no clock times, with what a length has told they are: "an hour after the landing" tells what "within an hour of landing"
    // is about.
    private Dictionary<string, string> Known(IEnumerable<(ClaimItem Before, ClaimItem After)> claims) =>
        claims
            .SelectMany(c => new[] { (From: c.Before.Earlier, To: c.After.Earlier), (From: c.Before.Later, To: c.After.Later) })
            .Where(c => c.From != c.To && !byEvent[c.From].Any())
            .GroupBy(c => c.From, c => c.To, StringComparer.Ordinal)
            .Where(g => g.Distinct().Count() == 1)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static ClaimItem Known(ClaimItem claim, Dictionary<string, string> known)
    {
        if (known.TryGetValue(claim.Earlier, out var earlier) && earlier != claim.Later)
            claim = claim with { Earlier = earlier, EarlierTie = Tie(claim.EarlierTie, claim.Words) };
        if (known.TryGetValue(claim.Later, out var later) && later != claim.Earlier)
            claim = claim with { Later = later, LaterTie = Tie(claim.LaterTie, claim.Words) };
        return claim;
    }

    private static Instant Home(ZoneItem zone, LocalDateTime local)
    {
        var choice = zone.Candidates.OrderByDescending(c => c.Home).Select(c => c.Zone).FirstOrDefault();
        var rules = choice is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(choice);
        return (rules ?? DateTimeZone.Utc).AtLeniently(local).ToInstant();
    }

    // A claim whose events are unsure, on the only ones that the length fits.
    private ClaimItem Settled(ClaimItem claim)
    {
        if (!IsExact(claim.Meaning))
            return claim;
        var all = bySource.GetValueOrDefault(claim.Quote.Source, []);
        if (all.Count > MostClocks)
            return claim;
        var pool = all.Select(t => t.Event).Distinct().ToList();
        var (earlier, later) = (Choices(claim.Earlier, claim.EarlierTie), Choices(claim.Later, claim.LaterTie));
        if (earlier is [_] && later is [_])
            return Doubted(claim, pool);
        if (earlier is null && later is null)
            (earlier, later) = (Single(claim.EarlierTie), Single(claim.LaterTie));
        var pairs =
            earlier is null && later is null
                ? Near(claim.Quote.Source, sentenceAt(claim.Quote))
                : (earlier ?? pool).SelectMany(_ => later ?? pool, (a, b) => (a, b)).ToList();
        if (Only(claim.Meaning, pairs) is not var (first, second))
            return claim;
        return claim with
        {
            Earlier = first,
            Later = second,
            EarlierTie = earlier is [_] ? claim.EarlierTie : Tie(claim.EarlierTie, claim.Words),
            LaterTie = later is [_] ? claim.LaterTie : Tie(claim.LaterTie, claim.Words),
        };
    }

    // Words that were read as an event which the length does not fit, where it fits another one: it is unsure which is meant.
    private ClaimItem Doubted(ClaimItem claim, IReadOnlyList<string> pool)
    {
        if (Only(claim.Meaning, [(claim.Earlier, claim.Later)]) is not null)
            return claim;
        var (isEarlier, isLater) = (IsRead(claim.EarlierTie), IsRead(claim.LaterTie));
        IReadOnlyList<string> earlier = isEarlier ? pool : [claim.Earlier];
        IReadOnlyList<string> later = isLater ? pool : [claim.Later];
        if (Only(claim.Meaning, [.. earlier.SelectMany(_ => later, (a, b) => (a, b))]) is not var (first, second))
            return claim;
        return claim with
        {
            EarlierTie = first == claim.Earlier ? claim.EarlierTie : Unsure(claim.EarlierTie!, claim.Earlier, first),
            LaterTie = second == claim.Later ? claim.LaterTie : Unsure(claim.LaterTie!, claim.Later, second),
        };
    }

    private static bool IsRead(TieItem? tie) => tie is { Evidence: Evidence.Read, ByLength: false };

    private static TieItem Unsure(TieItem tie, string taken, string fitting) => new(Evidence.Guessed, tie.Words, [taken, fitting]);

    private static TieItem Tie(TieItem? tie, string words) => new(Evidence.Read, tie?.Words ?? words, []) { ByLength = true };

    // The events that a side may be; null for any, where nothing times what it names.
    private IReadOnlyList<string>? Choices(string taken, TieItem? tie) =>
        tie is { Evidence: Evidence.Guessed, Candidates.Count: > 1 } ? tie.Candidates
        : byEvent[taken].Any() && tie is not { Evidence: Evidence.Guessed } ? [taken]
        : null;

    // A length told by itself, between two events told right there.
    private ClaimItem? Claim(SourceReading source, ToldLength told, DraftIds ids)
    {
        if (told.Mood != EventMood.Actual)
            return null;
        var isExact = IsExact(told.Meaning);
        var pairs =
            isExact ? Near(source.Id, told.Sentence)
            : IsBounded(told.Meaning) ? Beside(source.Id, told.Sentence)
            : [];
        if ((Within(source.Id, told) ?? Only(told.Meaning, pairs, isExact)) is not var (first, second))
            return null;
        var words = told.At.Of(source.Text);
        var voice = source.Voices.VoiceAt(told.At.Start);
        return new ClaimItem
        {
            Id = ids.Of("c", source, told.Quote, $"{first} {second} {words}"),
            Kind = ClaimKind.Gap,
            Earlier = first,
            Later = second,
            Min = told.Meaning.Min,
            Max = told.Meaning.Max,
            Words = words,
            Quote = source.Anchor(told.Quote),
            Voice = LedgerDrafter.Chain(voice.Chain),
            Stance = voice.Stance,
            Mood = told.Mood,
            EarlierTie = Tie(null, words),
            LaterTie = Tie(null, words),
        };
    }

    // The pairs of events of clocks told not far from a sentence, one of them right beside it.
    private List<(string A, string B)> Near(string source, int sentence)
    {
        var near = bySource.GetValueOrDefault(source, []).Where(t => Math.Abs(t.Sentence - sentence) <= FarSentences).ToList();
        var isBeside = (Timed t) => Math.Abs(t.Sentence - sentence) <= NearSentences;
        return near.Count > MostClocks
            ? []
            :
            [
                .. near.SelectMany(_ => near, (a, b) => (A: a, B: b))
                    .Where(p => isBeside(p.A) || isBeside(p.B))
                    .Select(p => (p.A.Event, p.B.Event))
                    .Distinct(),
            ];
    }

    // "It left at 02:24 and got there at 02:36, after twelve minutes on the road": the two of its own sentence, before all others; a length
    // that says how long at most, where it was most of that.
    private (string First, string Second)? Within(string source, ToldLength told)
    {
        var events = bySource
            .GetValueOrDefault(source, [])
            .Where(t => t.Sentence == told.Sentence)
            .OrderBy(t => t.Face)
            .Select(t => t.Event)
            .Distinct()
            .ToList();
        if (events is not [var a, var b] || told.Meaning is not { Kind: "gap", Min: { } min, Max: { } max })
            return null;
        var meaning = min > Duration.Zero ? told.Meaning : told.Meaning with { Min = max * MostOf };
        return Only(meaning, [(a, b)], IsExact(meaning));
    }

    // The only two events of clocks told right before a sentence or in it: "the crossing was closed at 14:00 and opened at 17:25. It was
    // shut for nearly three and a half hours."
    private List<(string A, string B)> Beside(string source, int sentence)
    {
        var events = bySource
            .GetValueOrDefault(source, [])
            .Where(t => t.Sentence <= sentence && sentence - t.Sentence <= NearSentences)
            .Select(t => t.Event)
            .Distinct()
            .ToList();
        return events is [var a, var b] ? [(a, b), (b, a)] : [];
    }

    // "By then" where only one event was told before it: most likely that one.
    private static IReadOnlyList<string>? Single(TieItem? tie) =>
        tie is { Evidence: Evidence.Guessed, Candidates: [_] } ? tie.Candidates : null;

    private static bool IsExact(RelationMeaning meaning) =>
        meaning is { Kind: "gap", Min: { } min, Max: { } max } && min > Duration.Zero && max - min <= Exact;

    private static bool IsBounded(RelationMeaning meaning) =>
        meaning is { Kind: "gap", Min: { } min, Max: not null } && min > Duration.Zero;

    // Whether the clocks of two events lie so far apart: of those of one teller, whatever their zone is; on the likeliest zones; or on
    // their faces.
    private static readonly Func<Timed, Timed, Duration?>[] Readings =
    [
        (a, b) => a.Zone == b.Zone ? b.Home - a.Home : null,
        (a, b) => b.Home - a.Home,
        (a, b) => b.Face - a.Face,
    ];

    // The only pair that lies so far apart by the first reading by which one does.
    private (string First, string Second)? Only(RelationMeaning meaning, IReadOnlyList<(string A, string B)> pairs, bool isExact = true)
    {
        foreach (var reading in Readings)
        {
            var fitting = pairs.Where(p => p.A != p.B && Fits(meaning, p.A, p.B, reading, isExact)).ToList();
            // "Twelve minutes" are twelve before they are thirteen.
            if (isExact && fitting.Count > 1 && fitting.FindAll(p => IsToTheMinute(meaning, p.A, p.B, reading)) is { Count: > 0 } closest)
                fitting = closest;
            if (fitting.Count > 0)
                return fitting.Count == 1 ? fitting[0] : null;
        }

        return null;
    }

    // "A quarter of an hour" may be twelve minutes, but does not tell what lies twelve minutes apart.
    private static bool IsNear(Duration gap, RelationMeaning meaning) =>
        (gap + gap - meaning.Min!.Value - meaning.Max!.Value) is var twice && twice <= Nearest && twice >= -Nearest;

    private bool IsToTheMinute(RelationMeaning meaning, string earlier, string later, Func<Timed, Timed, Duration?> reading) =>
        byEvent[earlier]
            .SelectMany(_ => byEvent[later], reading)
            .Any(gap =>
                gap is { } far && far + far - meaning.Min!.Value - meaning.Max!.Value is var twice && twice < Grain && twice > -Grain
            );

    private bool Fits(RelationMeaning meaning, string earlier, string later, Func<Timed, Timed, Duration?> reading, bool isExact)
    {
        foreach (var a in byEvent[earlier])
        foreach (var b in byEvent[later])
        {
            if (
                reading(a, b) is { } gap
                && gap >= meaning.Min!.Value - Grain
                && gap <= meaning.Max!.Value + Grain
                && (!isExact || IsNear(gap, meaning))
            )
                return true;
        }

        return false;
    }
}
