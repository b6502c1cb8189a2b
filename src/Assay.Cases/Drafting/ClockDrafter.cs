using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Chronology.Model;
using Assay.Reading;
using Assay.Reading.Actors;
using Assay.Reading.Events;
using Assay.Reading.Places;
using Assay.Reading.Time;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Cases.Drafting;

/// <summary>
/// Drafts the clocks of the events and whose they are. Clocks of one voice share a zone; a clock nobody is quoted for is the clock of the
/// one who acts,
/// or of the place, and stands by itself.
/// </summary>
internal sealed class ClockDrafter
{
    private readonly List<ClockItem> clocks = [];
    private readonly Dictionary<string, LocalDateTime> firstOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Draft> drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> voices = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceReading, SeatFinder> finders = [];
    private readonly List<string> notes = [];
    private readonly DraftIds ids;
    private readonly ClockWindows windows;

    private sealed record Draft(string Id, string Voice, string Label, bool Stated)
    {
        public Seat? Home { get; set; }

        public List<Seat> Others { get; } = [];

        public Evidence Evidence { get; set; } = Evidence.Guessed;

        public bool IsUnknown { get; init; }

        // Nobody is quoted for it: it is the clock of one event, or of the account.
        public bool IsLoose { get; init; }
    }

    private static readonly PlaceCandidate Nowhere = new("", PlaceKind.Region, "", 0, 0, 0, false, []);

    private ClockDrafter(DraftIds ids, AccountMeanings meanings) => (this.ids, windows) = (ids, new ClockWindows(meanings));

    /// <summary>Drafts clocks, their zones and the zones of the global alternative into the account.</summary>
    /// <param name="account">What is drafted so far; its meanings count.</param>
    /// <param name="events">The events.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="globals">Zones named by whoever runs the reading.</param>
    /// <param name="ids">Gives the ids.</param>
    public static Account Of(
        Account account,
        IEnumerable<DraftedEvent> events,
        IReadOnlyList<SourceReading> sources,
        IReadOnlyList<string> globals,
        DraftIds ids
    )
    {
        var drafter = new ClockDrafter(ids, account.Meanings);
        foreach (var source in sources)
            drafter.finders[source] = new SeatFinder(source);
        var claimed = account.Claims.SelectMany(c => new[] { c.Earlier, c.Later }).ToHashSet(StringComparer.Ordinal);
        foreach (var made in events)
            drafter.Add(made, claimed.Contains(made.Id));
        var clocks = drafter.Shared();
        var used = clocks.Select(c => c.Zone).ToHashSet(StringComparer.Ordinal);
        var zones = drafter.drafts.Values.Where(d => used.Contains(d.Id)).Select(drafter.Zone).ToList();
        return account with
        {
            Clocks = clocks,
            Zones = zones,
            Globals = GlobalZones.Of(zones, sources, globals),
            Notes = [.. account.Notes, .. drafter.notes],
        };
    }

    private List<ClockItem> Shared()
    {
        var byId = drafts.Values.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var texts = finders.Keys.DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Text, StringComparer.Ordinal);
        var told = new OneBreath(
            source => texts[source],
            zone => byId[zone] is { Stated: false, IsUnknown: false, Home.Home: var home } ? home : null,
            zone => byId[zone].IsLoose
        ).Of(clocks);
        // What was a guess for one of them stays one for both.
        foreach (var (own, now) in clocks.Zip(told).Where(c => byId[c.First.Zone].Evidence == Evidence.Guessed))
            byId[now.Zone].Evidence = Evidence.Guessed;
        return told;
    }

    // An event of which no hour is told is timed by its dates, where a claim asks for it.
    private void Add(DraftedEvent made, bool isClaimed)
    {
        var actual = made.Tellings.Where(t => t.Mention.Mood == EventMood.Actual).ToList();
        var isClocked = actual.Exists(t => t.Mention.Time?.Clock is not null);
        foreach (var telling in actual)
            if ((isClocked || !isClaimed ? telling.Mention.Time?.Clock : DateClocks.Of(telling.Mention)) is { } clock)
                Add(made, telling, clock);
    }

    private void Add(DraftedEvent made, Telling telling, ClockTime clock)
    {
        if (LooseClocks.IsLoose(telling, clock) || LooseClocks.IsCounted(telling))
            return;
        var (source, mention) = telling;
        var item = new ClockItem
        {
            Id = "",
            Event = made.Id,
            Zone = "",
            Voice = ClockVoices.NameOf(finders[telling.Source], telling),
            Quote = source.Anchor(mention.Time!.Span),
            Date = clock.Date,
            Time = clock.Time,
            OtherDates = clock is { DayEvidence: Evidence.Stated, Time: { Hour: 0, Minute: > 0 } } ? [] : clock.OtherDates ?? [],
            Grain = clock.Granularity,
            Approximate = clock.Approximate,
            Within = clock.Tolerance,
            Role = mention.TimesReport ? ClockRole.Report : ClockRole.Event,
            ZoneStated = clock.Zone is not null,
            Local = LocalClock.In(telling) is not null,
            DayEvidence = clock.DayEvidence,
            DayMargin = clock.DayMargin is { } margin && double.IsFinite(margin) ? margin : null, // no other day is in question
            DayShift = clock.DayShift,
            Passage = clock.UnknownDay,
            PassageDay = clock.UnknownDayOffset,
            OtherTimes = OtherTimes(telling),
        };
        if (windows.Of(item) is not { } times)
        {
            notes.Add(
                $"“{mention.Time.Text}” names a clock time on an unknown day, and its source has no date: it is listed and not tested."
            );
            return;
        }

        var draft = DraftOf(made, telling, clock);
        clocks.Add(item with { Id = ids.Of("k", source, mention.Time.Span, made.Id), Zone = draft.Id });
        firstOf.TryAdd(draft.Id, times.Stated[0].First);
    }

    // Two clock times in one clause by one voice time its parts; which of them times the event is not known.
    private static List<string> OtherTimes(Telling telling)
    {
        var mention = telling.Mention;
        return telling
            .Source.EventsAt[mention.Sentence]
            .Where(e => e.Index != mention.Index && e.Trigger == mention.Trigger && e.Time != mention.Time)
            .Where(e => e.Time?.Clock is { } clock && !LooseClocks.IsLoose(telling with { Mention = e }, clock))
            .Select(e => e.Time!.Text)
            .Distinct()
            .ToList();
    }

    private Draft DraftOf(DraftedEvent made, Telling telling, ClockTime clock)
    {
        var told = clock.Zone ?? ZoneLookup.After(telling.Source.Text, telling.Mention.Time!.Span.End);
        if (told is { } zone && ZonesStated.Of(telling.Source, zone, clock) is { Count: > 0 } stated)
            return Stated(zone, Placed(telling.Source, stated, clock));
        if (told is { Place: not (RelativeTime.Local or RelativeTime.Writers) })
            return Unknown(told);
        var finder = finders[telling.Source];
        var mention = telling.Mention;
        var speaker = ClockVoices.Speaker(finder, telling);
        var subject = (mention.Doer ?? mention.Subject) is { } span
            ? finder.ActorsIn(span).FirstOrDefault() ?? finder.Antecedent(span.Of(telling.Source.Text), span.Start)
            : null;
        var voice = ClockVoices.Voiced(finder, telling);
        var isSilent = told is null && NoZone.IsSaid(telling, voice?.Name ?? speaker?.Name);
        var said = told is null && !isSilent ? SaidZone.Of(telling, finder, speaker, voice, clock) : null;
        if (said is not null && ZonesStated.Of(telling.Source, said.Zone, clock) is { Count: > 0 } ruled)
            return Stated(said.Zone, Placed(telling.Source, ruled, clock));
        var owner =
            speaker
            ?? (
                voice is not null ? null
                : mention.IsSpeechAct ? subject
                : subject is { Kind: ActorKind.Person or ActorKind.Outlet or ActorKind.Government } && !finder.PlacesOf(mention).Any()
                    ? subject
                : null
            );
        var record = ClockVoices.Record(finder, telling);
        var name = owner?.Name ?? (record is null ? null : finder.House(record)) ?? voice?.Name;
        var ofEvent = $"event {made.Id} {telling.Source.Id}";
        // "The harbour office at Batam has the collision at 3:27. ... The Batam harbour office sent out a boat at 3:49."
        var acts = (mention.Doer ?? mention.Subject)?.Of(telling.Source.Text);
        var ofDoer = acts is not null && voices.TryGetValue(BodyWords.Of(acts), out var doing) ? drafts[doing] : null;
        var draft =
            record is { IsCell: true } && finder.SeatsOf(record).Count == 0 ? Own(TableOf(telling), "table", "the clocks of the table")
            : name is not null ? Own(VoiceKey(name), name, $"the clock of {name}")
            : ofDoer is not null ? ofDoer
            : Own(ofEvent, $"“{Short(made.Label)}”", $"the clock of “{Short(made.Label)}”", isLoose: true);
        var places = finder.PlacesOf(mention).ToList();
        var ownSeats = (voice is null ? [] : finder.SeatsOf(voice))
            .Concat(owner is null ? [] : finder.SeatsOf(owner))
            .DistinctBy(s => s.Home)
            .ToList();
        if (record is not null)
            ownSeats = [.. finder.SeatsOf(record).DistinctBy(s => s.Home)];
        if (ownSeats.Count == 0)
            ownSeats.AddRange(finder.SeatsElsewhere(voice, owner));
        if (ownSeats.Count == 0 && record is null && finder.Keeper(mention.Time!.Span) is { IsTeller: false } kept)
            ownSeats.AddRange(finder.SeatsOf(kept));
        if (ownSeats.Count == 0 && voice is not null)
            ownSeats.AddRange(finder.Sending(voice));
        if (ownSeats.Count == 0 && voice is not null)
            ownSeats.AddRange(finder.SeatsOfKeeper(voice, () => ClockVoices.Referred(telling, voice.Mention!.Value.Start)));
        var nation = owner is null && (mention.Doer ?? mention.Subject) is { } doer ? finder.DemonymsIn(doer).ToList() : [];
        var acting =
            owner is null && voice is null && (mention.Doer ?? mention.Subject) is { } actor
                ? finder.SeatsOf(new Voice(actor.Of(telling.Source.Text), null, actor)).ToList()
                : [];
        if (acting.Count == 0 && owner is null && voice is null && mention.Doer is { } known)
            acting.AddRange(
                finder.SeatsElsewhere(new Voice(ClockVoices.Named(known.Of(telling.Source.Text)), null, known), null, isTeller: false)
            );
        // "Wellington alerted the police": what acts is the place itself.
        var named = (mention.Doer ?? mention.Subject) is { } subjectWords ? finder.PlaceNamed(subjectWords) : null;
        var passage = finder.Passage(mention.Trigger.Start);
        // An Argentine post keeps Argentine clocks wherever the account was filed.
        var theirs = nation.Count > 0 && finder.IsInstitution((mention.Doer ?? mention.Subject)!.Value) ? OneOf(nation) : null;
        // "We sent the position to Las Palmas at 00:05": who writes did, where they write.
        var writers = ownSeats.Count == 0 && voice is null && acts is not null && KeeperReader.IsOwn(acts) ? finder.Dateline : null;
        var home =
            ownSeats.FirstOrDefault()
            ?? writers
            ?? named
            ?? OneOf(places)
            ?? OneOf(acting)
            ?? theirs
            ?? passage
            ?? (voice is null || KeeperReader.IsOwn(voice.Name) ? finder.Dateline : finder.DatelineOfOthers)
            ?? OneOf(nation);
        var words =
            told is { Place: RelativeTime.Local } ? told
            : said is { Zone.Place: RelativeTime.Local } ? said.Zone
            : LocalClock.In(telling);
        if (
            words is not null
            && LocalClock.Seat([.. places, .. acting], ownSeats, passage, finder.Story, record is not null, LocalClock.IsElsewhere(telling))
                is { } there
        )
            return Stated(words, [there.Home]);
        var body = voice is null && record is null ? ownSeats : [.. ownSeats, .. places, .. acting];
        if (
            body.FirstOrDefault(s => s.Evidence != Evidence.Guessed) is { } seat
            && ZonesStated.OfCountry(telling.Source, seat, clock) is { } theirOwn
        )
            return Stated(theirOwn, [seat.Home]);
        Settle(draft, home);
        draft.Others.AddRange(ownSeats.Concat(places).Concat(acting).Concat(nation));
        if (passage is not null)
            draft.Others.Add(passage);
        draft.Others.AddRange(
            finder
                .ActorsIn(mention.Quote)
                .Where(a => a.Kind != ActorKind.Organisation)
                .SelectMany(a => finder.SeatsOf(a).Take(1))
                .Where(s => owner is null || speaker is not null)
        );
        var others = finder.OtherPlacesOf(mention).ToList();
        draft.Others.AddRange(others);
        // What somebody says who is not found is on a clock of its own.
        var isQuoted = name is null && telling.Source.IsQuoted(mention.Time!.Span);
        if (name is null && !isQuoted && draft.Home is null && draft.Others.Count == 0)
        {
            // What nobody tells and no place tells of is told by one clock, whichever that is.
            drafts.Remove(ofEvent);
            draft = Own($"story {telling.Source.Id}", "author", "the clock of the account", isLoose: true);
        }
        // An event whose clause names no place happened where the account is; a voice far away may have told it by the clocks there.
        var isElsewhere = places.Concat(others).Any(p => ownSeats.All(o => o.Home != p.Home));
        if (isSilent)
            draft.Others.AddRange(finder.Story);
        if (!isElsewhere)
        {
            draft.Others.AddRange(draft.Home is null ? finder.Story : finder.Story.Take(1));
            if (ownSeats.Count == 0 && acting.Count == 0)
                draft.Others.AddRange(finder.PlacesBefore(mention));
        }

        Settle(draft, OneOf(draft.Others));
        return draft;
    }

    // One body has one clock, in whatever order its words stand.
    private string VoiceKey(string name)
    {
        var words = BodyWords.Of(name);
        return voices.TryGetValue(words, out var key) ? key : voices[words] = $"voice {name}";
    }

    // Whoever made a table wrote all of it by one clock, unless a row says where it comes from.
    private static string TableOf(Telling telling) =>
        $"table {telling.Source.Sentences[telling.Source.SentenceAt(telling.Mention.Time!.Span.Start)].Block} {telling.Source.Id}";

    private static void Settle(Draft draft, Seat? home)
    {
        if (draft.Home is not null || home is null)
            return;
        (draft.Home, draft.Evidence) = (home, home.Evidence);
    }

    // The first seat; a guess where another one keeps other clocks.
    private static Seat? OneOf(List<Seat> seats) =>
        seats.Count == 0 ? null
        : seats.TrueForAll(s => s.Home == seats[0].Home) ? seats[0]
        : seats[0] with { Evidence = Evidence.Guessed };

    private Draft Stated(ZoneMention zone, IReadOnlyList<string> zones)
    {
        var key = zones.Count == 1 ? $"stated {zones[0]}" : $"stated {zone.Text}";
        var draft = Own(key, zone.Text, $"“{zone.Text}”", zones.Count == 1);
        draft.Evidence = zones.Count == 1 ? Evidence.Stated : Evidence.Read;
        foreach (var id in zones.Where(z => draft.Others.All(o => o.Zones[0] != z)))
            draft.Others.Add(
                new Seat(zone.Text, Nowhere, [id], zones.Count == 1 ? $"stated: “{zone.Text}”" : $"“{zone.Text}” may mean it")
            );
        return draft;
    }

    // A zone is stated, only nobody knows which: it is no reason to look for a seat.
    private Draft Unknown(ZoneMention zone)
    {
        var key = $"unknown {zone.Text}";
        if (drafts.TryGetValue(key, out var known))
            return known;
        return drafts[key] = new Draft(ids.Of("z", key), zone.Text, $"“{zone.Text}”", true) { IsUnknown = true };
    }

    // "10:40 p.m. (1840 GMT)": the offset is that of a place the account names, if one shows it at that time.
    private IReadOnlyList<string> Placed(SourceReading source, IReadOnlyList<string> stated, ClockTime clock)
    {
        if (
            stated is not [var offset]
            || !offset.StartsWith("UTC", StringComparison.Ordinal)
            || offset.Length == 3
            || clock.Date is not { } date
        )
            return stated;
        var seats = finders[source].Story.SelectMany(s => s.Zones).Concat(source.Places.SelectMany(p => p.Settled?.Zones ?? []));
        return seats.FirstOrDefault(z => ZonesAt.Distinct([offset, z], date).Count == 1) is { } place ? [place] : stated;
    }

    private Draft Own(string key, string voice, string label, bool stated = false, bool isLoose = false)
    {
        if (!drafts.TryGetValue(key, out var draft))
            drafts[key] = draft = new Draft(ids.Of("z", key), voice, label, stated) { IsLoose = isLoose };
        return draft;
    }

    private ZoneItem Zone(Draft draft)
    {
        var home = draft.Stated ? null : draft.Home;
        var candidates = draft.IsUnknown ? [] : SeatFinder.Candidates(home, draft.Others, firstOf[draft.Id]);
        return new ZoneItem
        {
            Id = draft.Id,
            Voice = draft.Voice,
            Label = draft.Label,
            Stated = draft.Stated,
            Evidence = draft.Evidence,
            Candidates = candidates.Select(c => new ZoneChoice(c.Zone, c.Reason, c.IsHome || draft.Stated)).ToList(),
        };
    }

    private static string Short(string label) => label.Length <= 48 ? label : label[..Math.Max(1, label.LastIndexOf(' ', 47))] + " …";
}
