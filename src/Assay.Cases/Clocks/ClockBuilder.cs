using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Reading.Actors;
using Assay.Reading.Events;
using Assay.Reading.Places;
using Assay.Reading.Time;
using Assay.Reading.Voices;
using Assay.Reading;

namespace Assay.Cases.Clocks;

/// <summary>
/// Makes clock statements and zone variables of the events of a case. Clocks of one voice share a variable; a clock nobody is quoted for is the
/// clock of the one who acts, or of the place, and stands by itself.
/// </summary>
internal sealed class ClockBuilder
{
    private readonly List<CaseClock> clocks = [];
    private readonly Dictionary<string, CaseClock> firstOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Draft> drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceReading, SeatFinder> finders = [];
    private readonly List<string> notes = [];
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);
    private readonly ClockWindows windows;

    private sealed record Draft(string Id, string Voice, string Label, bool Stated)
    {
        public Seat? Home { get; set; }

        public List<Seat> Others { get; } = [];

        public Evidence Evidence { get; set; } = Evidence.Guessed;

        public bool IsUnknown { get; init; }
    }

    private static readonly PlaceCandidate Nowhere = new("", PlaceKind.Region, "", 0, 0, 0, false, []);

    private ClockBuilder(Tolerances tolerances) => windows = new ClockWindows(tolerances);

    /// <summary>Collects the clocks of the events.</summary>
    public static ClockBook Build(IReadOnlyList<CaseEvent> events, IReadOnlyList<SourceReading> sources, Tolerances tolerances,
        IReadOnlyList<string>? globals = null)
    {
        var builder = new ClockBuilder(tolerances);
        foreach (var source in sources) builder.finders[source] = new SeatFinder(source);
        foreach (var made in events)
            foreach (var telling in made.Tellings)
                if (telling.Mention is { Mood: EventMood.Actual, Time.Clock: { } clock }) builder.Add(made, telling, clock);
        return builder.Finish(sources, globals ?? []);
    }

    private void Add(CaseEvent made, Telling telling, ClockTime clock)
    {
        if (IsLoose(telling, clock) || IsCounted(telling)) return;
        if (windows.Of(clock) is not { } times)
        {
            notes.Add($"“{telling.Mention.Time!.Text}” names a clock time on an unknown day, and its source has no date: it is listed and not tested.");
            return;
        }

        if (clock.UnknownDay is not null && unknown.Add(telling.Source.Id))
            notes.Add($"The day of some clock times of {telling.Source.Document.File} is unknown, such as “{telling.Mention.Time!.Text}”: they are compared with the clocks of their own passage only.");
        var draft = DraftOf(made, telling, clock);
        var id = $"k{clocks.Count + 1}";
        var role = telling.Mention.TimesReport ? ClockRole.Report : ClockRole.Event;
        clocks.Add(new CaseClock(id, made, telling, VoiceOf(telling), draft.Id, clock, new ClockStatement(id, made.Id, draft.Id, times.Windows, times.Stated, role)));
        firstOf.TryAdd(draft.Id, clocks[^1]);
    }

    // "The night the lights went out" names a part of some day, not a time on a clock.
    private static bool IsLoose(Telling telling, ClockTime clock)
    {
        var words = telling.Mention.Time!.Text;
        return ClockWindows.IsRange(clock) && clock.Zone is null && !words.Any(char.IsAsciiDigit)
            && (words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || words.StartsWith("that ", StringComparison.OrdinalIgnoreCase));
    }

    // "Two hours later" is no clock anybody read: it is a relation to the event before, which is a premise where it was found.
    private static bool IsCounted(Telling telling) => telling.Mention.Time!.Length is not null && telling.Source.Related.Contains(telling.Mention.Index);

    private string VoiceOf(Telling telling) => Speaker(finders[telling.Source], telling)?.Name
        ?? telling.Source.Voices.VoiceAt(telling.Mention.Trigger.Start).Chain[^1].Name;

    private Draft DraftOf(CaseEvent made, Telling telling, ClockTime clock)
    {
        if (clock.Zone is { } zone) return StatedZones(telling.Source, zone) is { Count: > 0 } stated ? Stated(zone, stated) : Unknown(zone);
        var finder = finders[telling.Source];
        var mention = telling.Mention;
        var speaker = Speaker(finder, telling);
        var subject = mention.Subject is { } span ? finder.ActorsIn(span).FirstOrDefault() : null;
        var voice = Voiced(telling);
        var owner = speaker ?? (voice is not null ? null : mention.IsSpeechAct ? subject
            : subject is { Kind: ActorKind.Person or ActorKind.Outlet or ActorKind.Government } && !finder.PlacesOf(mention).Any() ? subject : null);
        var name = owner?.Name ?? voice?.Name;
        var draft = name is not null
            ? Own($"voice {name}", name, $"the clock of {name}")
            : Own($"event {made.Id} {telling.Source.Id}", $"“{Short(made.Label)}”", $"the clock of “{Short(made.Label)}”");
        var places = finder.PlacesOf(mention).ToList();
        var ownSeats = (voice is null ? [] : finder.SeatsOf(voice)).Concat(owner is null ? [] : SeatFinder.SeatsOf(owner)).DistinctBy(s => s.Home).ToList();
        var nation = owner is null && mention.Subject is { } doer ? finder.DemonymsIn(doer).ToList() : [];
        Settle(draft, ownSeats.FirstOrDefault() ?? OneOf(places) ?? finder.Dateline ?? OneOf(nation));
        draft.Others.AddRange(ownSeats.Concat(places).Concat(nation));
        draft.Others.AddRange(finder.ActorsIn(mention.Quote).Where(a => a.Kind != ActorKind.Organisation).SelectMany(a => SeatFinder.SeatsOf(a).Take(1)).Where(s => owner is null || speaker is not null));
        var others = finder.OtherPlacesOf(mention).ToList();
        draft.Others.AddRange(others);
        // An event whose clause names no place happened where the account is; a voice far away may have told it by the clocks there.
        if (places.Count == 0 && others.Count == 0) draft.Others.AddRange(finder.Story);
        Settle(draft, OneOf(draft.Others));
        return draft;
    }

    private static void Settle(Draft draft, Seat? home)
    {
        if (draft.Home is not null || home is null) return;
        (draft.Home, draft.Evidence) = (home, home.Evidence);
    }

    // The first seat; a guess where another one keeps other clocks.
    private static Seat? OneOf(List<Seat> seats) => seats.Count == 0 ? null
        : seats.TrueForAll(s => s.Home == seats[0].Home) ? seats[0] : seats[0] with { Evidence = Evidence.Guessed };

    // Whose clock it is: the reporter where the time is that of a report, else the innermost voice that is not the author.
    private static Actor? Speaker(SeatFinder finder, Telling telling)
    {
        if (telling.Mention.Reporter is { } reporter && finder.ActorsIn(reporter).FirstOrDefault() is { } named) return named;
        var mark = telling.Source.Voices.VoiceAt(telling.Mention.Trigger.Start);
        var chain = mark.Reporter is { } outer ? mark.Chain.Append(outer) : mark.Chain;
        return chain.Reverse().Select(v => finder.ActorOf(v.ActorId)).FirstOrDefault(a => a is not null);
    }

    // The voice in the text's own words: the reporter where the time is that of a report, else the innermost one; null where the author speaks.
    private static Voice? Voiced(Telling telling)
    {
        var mark = telling.Source.Voices.VoiceAt(telling.Mention.Trigger.Start);
        var voice = mark.Reporter ?? mark.Chain[^1];
        return voice.Mention is null ? null : voice;
    }

    private Draft Stated(ZoneMention zone, IReadOnlyList<string> zones)
    {
        var key = zones.Count == 1 ? $"stated {zones[0]}" : $"stated {zone.Text}";
        var draft = Own(key, zone.Text, $"“{zone.Text}”", zones.Count == 1);
        draft.Evidence = zones.Count == 1 ? Evidence.Stated : Evidence.Read;
        foreach (var id in zones.Where(z => draft.Others.All(o => o.Zones[0] != z))) draft.Others.Add(new Seat(zone.Text, Nowhere, [id], zones.Count == 1 ? $"stated: “{zone.Text}”" : $"“{zone.Text}” may mean it"));
        return draft;
    }

    // A zone is stated, only nobody knows which: it is no reason to look for a seat.
    private Draft Unknown(ZoneMention zone)
    {
        var key = $"unknown {zone.Text}";
        if (drafts.TryGetValue(key, out var known)) return known;
        notes.Add($"“{zone.Text}” is not a zone Assay knows: clocks on it are not tested across zones. Give an offset in its place, such as UTC+06:00.");
        return drafts[key] = new Draft($"z{drafts.Count + 1}", zone.Text, $"“{zone.Text}”", true) { IsUnknown = true };
    }

    private static IReadOnlyList<string> StatedZones(SourceReading source, ZoneMention zone)
    {
        if (zone.Zones.Count > 0) return zone.Zones;
        if (zone.Place is not { } place) return [];
        if (Gazetteer.Find(place).Count > 0) return source.Geography.Find(place)?.Zones.Take(1).ToList() ?? [];
        return (Seats.OfGovernment(place) ?? Seats.OfOutlet(place))?.Zones ?? [];
    }

    private Draft Own(string key, string voice, string label, bool stated = false)
    {
        if (!drafts.TryGetValue(key, out var draft)) drafts[key] = draft = new Draft($"z{drafts.Count + 1}", voice, label, stated);
        return draft;
    }

    private ClockBook Finish(IReadOnlyList<SourceReading> sources, IReadOnlyList<string> globals)
    {
        var zones = drafts.Values.Select(d => new CaseZone(new ZoneVariable(d.Id, d.Voice, Of(d), d.Stated), d.Label)
        {
            Evidence = d.Evidence,
            IsUnknown = d.IsUnknown,
        }).ToList();
        return new ClockBook(clocks, zones, Globals(zones, sources, globals), notes);
    }

    private IReadOnlyList<ZoneCandidate> Of(Draft draft)
    {
        if (draft.IsUnknown) return [new ZoneCandidate("UTC", "the zone stated is not known; UTC stands in for it")];
        var candidates = SeatFinder.Candidates(draft.Stated ? null : draft.Home, draft.Others, firstOf[draft.Id].Stated);
        if (draft.Stated) return candidates.Select(c => c with { IsHome = true }).ToList();
        if (candidates.Count > 0) return candidates;
        notes.Add($"Nothing tells which zone {draft.Label} was in: it is read as UTC, and marked so.");
        return [new ZoneCandidate("UTC", "nothing in the text tells; UTC stands in for it")];
    }

    // Settled point 1: each seat and each place, and the author's or the audience's own zone.
    private static List<GlobalZone> Globals(IReadOnlyList<CaseZone> zones, IReadOnlyList<SourceReading> sources, IReadOnlyList<string> asked)
    {
        var found = asked.Distinct().Select(z => new GlobalZone(z, "named by the person who ran the audit")).ToList();
        foreach (var candidate in zones.Where(z => !z.Variable.Stated).SelectMany(z => z.Variable.Candidates))
            if (found.All(f => f.Zone != candidate.Zone)) found.Add(new GlobalZone(candidate.Zone, candidate.Reason));
        foreach (var site in sources.Select(s => s.Document.Metadata.Site?.Value).Where(s => s is not null).Distinct())
            if (Seats.OfOutlet(site!) is { Zones: [var zone, ..] } seat && found.All(f => f.Zone != zone)) found.Add(new GlobalZone(zone, $"seat of {site}, which published the account: {seat.Place.Name}"));
        return found;
    }

    private static string Short(string label) => label.Length <= 48 ? label : label[..Math.Max(1, label.LastIndexOf(' ', 47))] + " …";
}
