using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Actors;
using Assay.Reading.Events;
using Assay.Reading.Places;
using Assay.Reading.Text;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Cases.Drafting;

/// <summary>
/// Which zones a clock may be in, and why (settled points 1 and 2): the zone the text states; the seat of the voice, from a word such as
/// "Belarusian news outlet" or its office; the place of the event; and where nothing else is known the place the account is about.
/// </summary>
/// <param name="source">The source the clock stands in.</param>
internal sealed class SeatFinder(SourceReading source)
{
    private const int Reach = 70;
    private const int MostMentions = 40;
    private const int FarAntecedent = 400;

    private static readonly ReferringWords Words = ReferringWords.English;
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(".;:!?\"“”()—–\n");
    private const int SentencesBefore = 6;
    private readonly StorySeats story = new(source);
    private readonly PassagePlaces passages = new(source);
    private readonly SeatedBodies bodies = new(source);
    private readonly SeatsBeside beside = new(source);
    private readonly BorderSides sides = new(source);
    private readonly Namesakes namesakes = new(source);
    private readonly Keepers keepers = new(source);
    private readonly Dictionary<TextSpan, RecordVoice?> told = [];
    private readonly Dictionary<TextSpan, IReadOnlyList<Seat>> seatsIn = [];
    private readonly Dictionary<string, Actor> actors = source.Voices.Actors.ToDictionary(a => a.Id);

    /// <summary>The actor whose mention covers the span or stands in it; the first one where there are several.</summary>
    public IEnumerable<Actor> ActorsIn(TextSpan span) => source.ActorsAt.Overlapping(span).Distinct().Select(a => source.Voices.Actors[a]);

    /// <summary>The record that a clock is told from, or null.</summary>
    public RecordVoice? Keeper(TextSpan clock)
    {
        if (!told.TryGetValue(clock, out var found))
            told[clock] = found = keepers.Of(clock) is { } record ? new KeeperSeats(source, this).Named(record) : null;
        return found;
    }

    /// <summary>The record that the clock before in the paragraph is told from, or null.</summary>
    public RecordVoice? KeeperBefore(TextSpan clock) =>
        (keepers.Before(clock) ?? keepers.Entered(clock) ?? keepers.Zoned(clock)) is { } record
            ? new KeeperSeats(source, this).Named(record)
            : null;

    /// <summary>Who tells the sentence before, thrust into it ("the mayor says"), where it is of the same paragraph; else null.</summary>
    public Voice? TellerBefore(int position) => keepers.TellerBefore(position);

    /// <summary>The seats of a record.</summary>
    public IReadOnlyList<Seat> SeatsOf(RecordVoice record) => new KeeperSeats(source, this).Of(record);

    /// <summary>The body that keeps a record, which has one clock for all it tells; null for a person's watch and a record nobody is said
    /// to keep.</summary>
    public string? House(RecordVoice record) =>
        record.Owner is not { Mention: { } words } owner ? null
        : ActorsIn(words).FirstOrDefault() is not { } actor ? owner.Name
        : actor.Kind == ActorKind.Person ? null
        : actor.Name;

    /// <summary>The actor with this id, or null.</summary>
    public Actor? ActorOf(string? id) => id is not null && actors.TryGetValue(id, out var actor) ? actor : null;

    /// <summary>The seats of an actor: that of the outlet or organisation itself, of its country's government, of the organisations it
    /// holds an office of.</summary>
    public IEnumerable<Seat> SeatsOf(Actor actor)
    {
        if (actor.Kind == ActorKind.Outlet && Seats.OfOutlet(actor.Name) is { } outlet)
            yield return outlet;
        if (actor.Country is { } word && Seats.OfGovernment(word) is { } home)
            yield return home with
            {
                Reason = $"seat of {actor.Name} by the words “{word}”: {home.Place.Name}",
                Evidence = Evidence.Stated,
            };
        if (
            actor.Kind is ActorKind.Organisation or ActorKind.Government
            && (Seats.OfOrganisation(actor.Name) ?? Seats.OfOutlet(actor.Name)) is { } own
        )
            yield return own;
        foreach (var office in actor.Offices)
        {
            if (office.Of is { } of && (Seats.OfGovernment(of) ?? Seats.OfOrganisation(of) ?? InCity(of)) is { } seat)
                yield return seat with
                {
                    Reason = $"seat of the office of {actor.Name}, {office.Title}: {seat.Place.Name}",
                    Evidence = Evidence.Stated,
                };
        }
    }

    // "The governor of Edirne".
    private Seat? InCity(string name) =>
        source.Geography.Find(name) is { Kind: PlaceKind.City } city
            ? new Seat(city.Name, city, city.Zones, $"place of the event: {name}")
            : null;

    /// <summary>The seat that a demonym in the words gives: "Vietnamese controllers".</summary>
    public IEnumerable<Seat> DemonymsIn(TextSpan span) => beside.DemonymsIn(span);

    /// <summary>True where the words name what a country keeps: "the Argentine customs post".</summary>
    public bool IsInstitution(TextSpan span)
    {
        var words = $" {span.Of(source.Text)} ";
        return Words.Institutions.Any(i => words.Contains($" {i} ", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True where the words name a body: an organisation that the text knows, or an office, a crew, a force by its kind.</summary>
    /// <param name="span">Where they stand.</param>
    public bool IsBody(TextSpan span)
    {
        if (ActorsIn(span).Any(a => a.Kind is ActorKind.Organisation or ActorKind.Government or ActorKind.Outlet))
            return true;
        var words = $" {span.Of(source.Text).ReplaceLineEndings(" ")} ";
        return Words.Institutions.Concat(Words.Crews).Any(i => words.Contains($" {i} ", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The seats that the words naming a voice give: a place in or right after its name ("the coast guard in Honolulu", "the mayor of
    /// Apia"), in an
    /// apposition ("NetBlocks, a monitoring group in London,"), a demonym, or the name of a body whose seat is known.
    /// </summary>
    public IEnumerable<Seat> SeatsOf(Voice voice)
    {
        if (voice.Mention is not { } mention)
            return [];
        var isCommon = IsCommon(voice.Name);
        var named = isCommon ? null : Seats.OfOrganisation(voice.Name) ?? Seats.OfOutlet(voice.Name);
        var places = Near(mention).Where(p => Describes(mention, p.Span)).ToLookup(p => IsLocated(mention, p.Span));
        // "The coast guard in Honolulu" is there, wherever its head office is; "the mayor of Apia" is named after a place.
        return
        [
            .. places[true].SelectMany(p => Sitting(mention, p)),
            .. named is null ? [] : new[] { named },
            .. places[false].SelectMany(p => Sitting(mention, p)),
            .. DemonymsIn(mention),
            .. named is null && char.IsUpper(source.Text[mention.Start]) ? beside.NationBefore(mention) : [],
        ];
    }

    // "The journal", "the post": no outlet of that name.
    private static bool IsCommon(string name)
    {
        var bare = name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name.AsSpan(4) : name;
        return bare.IsEmpty || char.IsLower(bare[0]) && !bare.Contains(' ');
    }

    /// <summary>
    /// The seat that the text gives a voice where it names it elsewhere ("the harbour office at Batam", later "the harbour office"); none
    /// where its
    /// places differ.
    /// </summary>
    /// <param name="voice">The voice, or null.</param>
    /// <param name="speaker">The actor it is, or null.</param>
    /// <param name="isTeller">True for one who tells, false for one who acts: only who tells is where the sentence about them puts
    /// them.</param>
    public IEnumerable<Seat> SeatsElsewhere(Voice? voice, Actor? speaker, bool isTeller = true)
    {
        var mentions = (speaker?.Mentions ?? []).Concat(voice is null ? [] : namesakes.Of(voice.Name)).Distinct();
        var all = mentions.Take(MostMentions).ToList();
        var seats = all.SelectMany(m => SeatsOf(new Voice(voice?.Name ?? speaker!.Name, null, m)).Take(1)).ToList();
        if (seats.Count == 0)
            seats = [.. namesakes.Kin(voice?.Name ?? speaker?.Name ?? "").SelectMany(m => SeatsOf(new Voice("", null, m)).Take(1))];
        if (seats.Count == 0)
            return all.Count == 0 || !isTeller ? [] : Introduced(all.MinBy(m => m.Start));
        return seats.DistinctBy(s => s.Home).Count() == 1 ? [seats[0] with { Evidence = Evidence.Read }] : [];
    }

    /// <summary>
    /// The seat of whoever keeps a record: of the gendarmerie for "the gendarmerie's book", and of whom the sentence before told for "their
    /// book".
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="before">Whom the sentence before told of, or null.</param>
    public IEnumerable<Seat> SeatsOfKeeper(Voice record, Func<Voice?> before)
    {
        if (record.Mention is not { } mention)
            return [];
        var words = record.Name.AsSpan();
        foreach (var mark in (ReadOnlySpan<string>)["'s ", "’s ", "s' ", "s’ "])
            if (words.IndexOf(mark) is var end and > 0)
            {
                var keeper = record.Name[..(mark[0] == 's' ? end + 1 : end)];
                var at = source.Text.IndexOf(keeper, mention.Start, StringComparison.Ordinal);
                return at < 0 ? [] : Seated(new Voice(keeper, null, new TextSpan(at, at + keeper.Length)));
            }

        if (!IsTheirs(record.Name))
            return [];
        var owned = before() is { } owner ? Seated(owner).ToList() : [];
        return owned.Count > 0 || KeeperSeats.IsPersons(record) ? owned : new KeeperSeats(source, this).OfOwner(record);
    }

    /// <summary>True for "their book", "her screen".</summary>
    public static bool IsTheirs(string name) => Words.Owners.Contains(name.Split(' ')[0].ToLowerInvariant());

    /// <summary>The seats of whoever is named: by the words there, else by those that name them elsewhere.</summary>
    public IEnumerable<Seat> Seated(Voice keeper) =>
        SeatsOf(keeper).ToList() is { Count: > 0 } own ? own
        : keeper.Mention is { } m && ActorsIn(m).FirstOrDefault() is { } actor
            ? SeatsOf(actor).ToList() is { Count: > 0 } held ? held
                : SeatsElsewhere(keeper, actor)
        : SeatsElsewhere(keeper, null);

    // "Rojas keeps a kiosk in Formosa": where the sentence that names somebody first puts them, if it names one place.
    private List<Seat> Introduced(TextSpan mention)
    {
        var sentence = source.Sentences[source.SentenceAt(mention.Start)].Span;
        var places = source
            .PlacesAt.Inside(new TextSpan(mention.End, Math.Max(mention.End, sentence.End)))
            .Select(i => source.Places[i])
            .Where(p => p.Settled is { Kind: PlaceKind.City } && IsLocated(mention, p.Span))
            .Select(p => SeatOf(p.Settled!, p.Name))
            .ToList();
        return places.DistinctBy(s => s.Home).Count() == 1 ? [places[0] with { Evidence = Evidence.Guessed }] : [];
    }

    /// <summary>The seat in the only place that a sentence puts somebody or something in; a guess.</summary>
    public IEnumerable<Seat> LocatedIn(TextSpan sentence)
    {
        var places = source
            .PlacesAt.Inside(sentence)
            .Select(i => source.Places[i])
            .Where(p => p.Settled is { Zones.Count: 1 } && (IsLocated(sentence, p.Span) || SeatPhrases.IsWithin(source.Text, p.Span.Start)))
            .Select(p => SeatOf(p.Settled!, p.Name))
            .ToList();
        return places.DistinctBy(s => s.Home).Count() == 1 ? [places[0] with { Evidence = Evidence.Guessed }] : [];
    }

    private IEnumerable<Seat> Sitting(TextSpan mention, PlaceMention named)
    {
        if (named.Settled is not { } place)
            yield break;
        var seat = (place.Kind == PlaceKind.Country ? Seats.OfGovernment(place.Name) : null) ?? SeatOf(place, named.Name);
        yield return seat with
        {
            Reason = $"seat of “{mention.Of(source.Text)}”: {seat.Place.Name}",
            Evidence = Evidence.Stated,
        };
    }

    private bool IsLocated(TextSpan mention, TextSpan place)
    {
        var before = source.Text.AsSpan(mention.Start, Math.Max(0, place.Start - mention.Start)).TrimEnd();
        return before.EndsWith(" in", StringComparison.Ordinal)
            || before.EndsWith(" at", StringComparison.Ordinal)
            || before.EndsWith(" from", StringComparison.Ordinal)
            || before.EndsWith(" out of", StringComparison.Ordinal);
    }

    private IEnumerable<PlaceMention> Near(TextSpan mention) =>
        source.PlacesAt.Overlapping(new TextSpan(mention.Start, mention.End + Reach + 1)).Select(i => source.Places[i]);

    // In the mention, or up to a comma after "in", "of", "based in"; or in the apposition that follows it.
    private bool Describes(TextSpan mention, TextSpan place)
    {
        if (mention.Contains(place))
            return true;
        if (place.Start < mention.End || place.Start - mention.End > Reach)
            return false;
        var between = source.Text.AsSpan(mention.End, place.Start - mention.End);
        if (between.ContainsAny(Breaks))
            return false;
        if (between is " in " or " at " or " of " or ", of " or " in the " or " of the " or ", based in " or " based in " or " from ")
            return true;
        if (SeatPhrases.Sits(between))
            return true;
        var apposition =
            between.StartsWith(", a ")
            || between.StartsWith(", an ")
            || between.StartsWith(", the ")
            || between.Length > 2 && between.StartsWith(", ") && char.IsUpper(between[2]) && between.EndsWith(" of ");
        return apposition
            && between[2..].IndexOf(',') < 0
            && (between.EndsWith(" in ") || between.EndsWith(" of ") || between.EndsWith(" at "));
    }

    /// <summary>The seat of a town that words name and nothing else: "Wellington" of "Wellington alerted the police"; null for other
    /// words.</summary>
    public Seat? PlaceNamed(TextSpan words) =>
        source.PlacesAt.Inside(words).Select(i => source.Places[i]).FirstOrDefault(p => p.Span == words)
            is { Settled: { Kind: PlaceKind.City } place } named
            ? SeatOf(place, named.Name)
            : null;

    /// <summary>The places named after a locative preposition of an event: where it happened.</summary>
    public IEnumerable<Seat> PlacesOf(EventMention mention) => mention.Locatives.SelectMany(SeatsIn);

    /// <summary>Every other place named in the event's clause.</summary>
    public IEnumerable<Seat> OtherPlacesOf(EventMention mention) => SeatsIn(mention.Quote);

    /// <summary>The places named before an event in its paragraph, a few sentences back at most: who acts may have been named with one of
    /// them.</summary>
    public IEnumerable<Seat> PlacesBefore(EventMention mention)
    {
        var own = mention.Sentence;
        var first = own;
        while (first > 0 && own - first < SentencesBefore && source.Sentences[first - 1].Block == source.Sentences[own].Block)
            first--;
        return SeatsIn(new TextSpan(source.Sentences[first].Span.Start, source.Sentences[own].Span.End));
    }

    /// <summary>The place the account is about: its dateline, or the country it names most.</summary>
    public IReadOnlyList<Seat> Story => story.Seats;

    /// <summary>Where the passage is that a position stands in, or null: by its heading, by the words that a sentence of its paragraph
    /// begins with, or by what its paragraph says of where a body is.</summary>
    public Seat? Passage(int position) =>
        passages.At(position) is { } place ? SeatOf(place.Settled!, place.Name)
        : sides.At(position) is { } nation ? nation
        : bodies.At(position) is { } seated ? SeatOf(seated.Settled!, seated.Name)
        : null;

    /// <summary>Where a voice wrote or rang from: "In an e-mail from Mumbai it said"; else none.</summary>
    public IEnumerable<Seat> Sending(Voice voice) =>
        beside.SentFrom(voice) is { Settled: { } place } named
            ? [SeatOf(place, named.Name) with { Reason = $"{voice.Name} wrote from {named.Name}" }]
            : [];

    // Each place once, however often a sentence names it: many clocks of a list may ask for the places of one sentence.
    private IReadOnlyList<Seat> SeatsIn(TextSpan span)
    {
        if (seatsIn.TryGetValue(span, out var known))
            return known;
        var places = source.PlacesAt.Inside(span).Select(i => source.Places[i]).Where(p => p.Settled is not null);
        return seatsIn[span] = [.. places.DistinctBy(p => (p.Settled, p.Name)).Select(p => SeatOf(p.Settled!, p.Name))];
    }

    // A country with several zones gives the zone of a city of it that the account names, else all its zones of the day.
    private Seat SeatOf(PlaceCandidate place, string name)
    {
        if (place.Kind == PlaceKind.City || place.Zones.Count == 1)
            return new Seat(place.Name, place, place.Zones, $"place of the event: {name}");
        var city = ByCountry[place.Country].FirstOrDefault(c => c.Kind == PlaceKind.City);
        return city is null
            ? new Seat(place.Name, place, place.Zones, $"place of the event: {name}, which has several zones")
            : new Seat(place.Name, city, city.Zones, $"place of the event: {name}, where the account names {city.Name}");
    }

    private ILookup<string, PlaceCandidate> ByCountry =>
        field ??= source.Places.Select(p => p.Settled).OfType<PlaceCandidate>().ToLookup(p => p.Country);

    /// <summary>The place the account was filed from, where what it tells does not happen elsewhere; else null.</summary>
    public Seat? Dateline => story.Dateline;

    /// <summary>The same for whoever is told of: a guess where the account names places with other clocks.</summary>
    public Seat? DatelineOfOthers => story.DatelineOfOthers;

    /// <summary>True for a pronoun that may speak.</summary>
    public static bool IsPronoun(string word) =>
        Words.Persons.Contains(word.ToLowerInvariant()) || Words.Bodies.Contains(word.ToLowerInvariant());

    /// <summary>Whom a pronoun that speaks stands for: the actor of its kind named last, a few sentences back at most; null where it is no
    /// pronoun.</summary>
    /// <param name="word">The word.</param>
    /// <param name="position">Where it stands.</param>
    public Actor? Antecedent(string word, int position)
    {
        if (!Words.Persons.Contains(word.ToLowerInvariant()))
            return null;
        var near = new TextSpan(Math.Max(0, position - FarAntecedent), position);
        return source
            .Voices.Actors.Where(a => a.Kind == ActorKind.Person)
            .Select(a => (Actor: a, At: a.Mentions.Where(near.Contains).Select(m => m.Start).DefaultIfEmpty(-1).Max()))
            .Where(c => c.At >= 0)
            .OrderByDescending(c => c.At)
            .Select(c => c.Actor)
            .FirstOrDefault();
    }

    /// <summary>Candidates of a variable: each zone once, the first home seat's zone marked as home.</summary>
    /// <param name="home">The clock's own seat, or null.</param>
    /// <param name="others">Further admissible seats.</param>
    /// <param name="at">When: zones of one country that then showed the same time count once.</param>
    public static IReadOnlyList<ZoneCandidate> Candidates(Seat? home, IEnumerable<Seat> others, LocalDateTime at)
    {
        var found = new List<ZoneCandidate>();
        if (home is not null)
            foreach (var zone in ZonesAt.Distinct(home.Zones, at.Date))
                found.Add(new ZoneCandidate(zone, home.Reason, found.Count == 0 && home.Zones.Count == 1));
        foreach (var seat in others)
        foreach (var zone in seat.Zones.Count == 1 ? seat.Zones : ZonesAt.Distinct(seat.Zones, at.Date))
            if (found.All(f => f.Zone != zone))
                found.Add(new ZoneCandidate(zone, seat.Reason));
        return found;
    }
}
