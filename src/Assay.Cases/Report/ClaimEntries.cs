using System.Text.Json.Serialization;
using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Chronology.Edtf;
using Assay.Reading;
using NodaTime;

namespace Assay.Cases.Report;

/// <summary>A claim and what the test says of it.</summary>
public sealed record ClaimEntry
{
    /// <summary>Id, <c>c1</c>, ...</summary>
    public required string Id { get; init; }

    /// <summary>order, gap, simultaneity, count, distance or route.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>text: words of the source assert it.</summary>
    public required string Origin { get; init; }

    /// <summary>The words that assert it.</summary>
    public required Anchor Quote { get; init; }

    /// <summary>The claim as one sentence in plain words: "The call came well in advance of the request".</summary>
    public required string Sentence { get; init; }

    /// <summary>Voices that assert it, outermost first.</summary>
    public IReadOnlyList<string> Voice { get; init; } = [];

    /// <summary>Id of the earlier event; null for count, distance and route.</summary>
    public string? Earlier { get; init; }

    /// <summary>Id of the later event; null for count, distance and route.</summary>
    public string? Later { get; init; }

    /// <summary>Smallest difference the words mean, ISO duration, or null.</summary>
    public Duration? Min { get; init; }

    /// <summary>Largest difference the words mean, or null.</summary>
    public Duration? Max { get; init; }

    /// <summary>How the words were read: "'well in advance of' is read as at least 1 h".</summary>
    public string? Meaning { get; init; }

    /// <summary>always, sometimes, never, contradictory, unsettled, or untested where a link it needs is a guess.</summary>
    public required Outcome Verdict { get; init; }

    /// <summary>Why it was not tested, in one sentence; null where it was.</summary>
    public string? NotTested { get; init; }

    /// <summary>What the claim rests on, weakest first; empty where every link is stated by the words.</summary>
    public IReadOnlyList<LinkEntry> Links { get; init; } = [];

    /// <summary>The verdict as a heading for a person: "Depends on the clock".</summary>
    public required string Heading { get; init; }

    /// <summary>What the test says, a few sentences in order of weight; the first stands alone.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>holds, fails or depends, on home clocks; null where it is not a question of clocks.</summary>
    public HomeOutcome? Home { get; init; }

    /// <summary>Smallest gap on home clocks, ISO duration, or null.</summary>
    public Duration? HomeGapMin { get; init; }

    /// <summary>Largest gap on home clocks, or null.</summary>
    public Duration? HomeGapMax { get; init; }

    /// <summary>Smallest gap over all readings on the stated minutes, or null where unbounded.</summary>
    public Duration? GapMin { get; init; }

    /// <summary>Largest gap over all readings, or null where unbounded.</summary>
    public Duration? GapMax { get; init; }

    /// <summary>Ids of the zone variables that decide it.</summary>
    public IReadOnlyList<string> DecidedBy { get; init; } = [];

    /// <summary>True where, with all zones fixed, an unstated time still decides.</summary>
    public bool DependsOnUnstatedTime { get; init; }

    /// <summary>The combinations of the deciding clocks.</summary>
    public IReadOnlyList<TableRowEntry> Table { get; init; } = [];

    /// <summary>A reading that satisfies the claim, or null.</summary>
    public WitnessEntry? For { get; init; }

    /// <summary>A reading that does not, or null.</summary>
    public WitnessEntry? Against { get; init; }

    /// <summary>The minimal premises it follows from, or that clash.</summary>
    public IReadOnlyList<BecauseEntry> Because { get; init; } = [];

    /// <summary>The smallest change that would flip it, in words and parts; null where nothing would.</summary>
    public FlipEntry? Flip { get; init; }

    /// <summary>What to ask for to settle it, most telling first.</summary>
    public IReadOnlyList<string> Ask { get; init; } = [];

    /// <summary>The computation of a distance claim, or null.</summary>
    public DistanceEntry? Distance { get; init; }

    /// <summary>The computation of a count claim, or null.</summary>
    public CountEntry? Count { get; init; }

    /// <summary>What a route claim alleges, or null.</summary>
    public RouteEntry? Route { get; init; }
}

/// <summary>A link that a claim needs, and what it rests on.</summary>
/// <param name="Kind">event (words to an event), day (a clock to its day), or seat (a clock to its zone).</param>
/// <param name="Evidence">stated, read or guessed.</param>
/// <param name="Words">The words in question: "the second call", "10:14 p.m.".</param>
/// <param name="Reason">What was taken, and why, in one sentence.</param>
/// <param name="Candidates">The other things it may be, likeliest first: event labels, days; empty where there are none.</param>
public sealed record LinkEntry(LinkKind Kind, Evidence Evidence, string Words, string Reason, IReadOnlyList<string> Candidates);

/// <summary>An order of two events that only their clocks imply.</summary>
/// <param name="Id">Id, <c>o1</c>, ...</param>
/// <param name="Earlier">Id of the event that stands earlier on the page.</param>
/// <param name="Later">Id of the other.</param>
/// <param name="Verdict">always, sometimes, never, contradictory or unsettled: whether that order holds over the readings of the
/// clocks.</param>
/// <param name="Home">holds, fails or depends, on home clocks.</param>
/// <param name="GapMin">Smallest gap over all readings, ISO duration, or null.</param>
/// <param name="GapMax">Largest gap, or null.</param>
/// <param name="DecidedBy">Ids of the zone variables that decide it.</param>
public sealed record OrderEntry(
    string Id,
    string Earlier,
    string Later,
    Outcome Verdict,
    HomeOutcome? Home,
    Duration? GapMin,
    Duration? GapMax,
    IReadOnlyList<string> DecidedBy
);

/// <summary>Two or more voices or sources that time one event differently.</summary>
/// <param name="Event">Id of the event.</param>
/// <param name="Clocks">Ids of the clock statements, earliest stated first.</param>
/// <param name="Verdict">never (no reading of the clocks makes them agree) or sometimes (some readings do).</param>
/// <param name="Sentence">Who says what, in one sentence.</param>
/// <param name="GapMin">Smallest difference between the first and the last over all readings, ISO duration, or null.</param>
/// <param name="GapMax">Largest difference, or null.</param>
public sealed record DisagreementEntry(
    string Event,
    IReadOnlyList<string> Clocks,
    Outcome Verdict,
    string Sentence,
    Duration? GapMin,
    Duration? GapMax
);

/// <summary>A row of the table of combinations.</summary>
/// <param name="Zones">Zone per deciding variable, keyed by variable id.</param>
/// <param name="Global">The one zone of a global alternative, or null.</param>
/// <param name="Words">The combination in words: "the line on Stockholm time, the radio on Turku time".</param>
/// <param name="Verdict">always, sometimes, never or contradictory under this combination.</param>
/// <param name="GapMin">Smallest gap, or null.</param>
/// <param name="GapMax">Largest gap, or null.</param>
/// <param name="Home">True for the home clocks.</param>
public sealed record TableRowEntry(
    IReadOnlyDictionary<string, string> Zones,
    string? Global,
    string Words,
    Outcome Verdict,
    Duration? GapMin,
    Duration? GapMax,
    bool Home
);

/// <summary>A full reading, as far as it bears on the claim.</summary>
/// <param name="Global">The one zone of a global alternative, or null.</param>
/// <param name="Events">The events, earliest first.</param>
public sealed record WitnessEntry(string? Global, IReadOnlyList<WitnessEventEntry> Events);

/// <summary>An event in a witness.</summary>
/// <param name="Event">Id of the event.</param>
/// <param name="Utc">UTC instant.</param>
/// <param name="Local">Local date-time on the clock that states it, or null where none does.</param>
/// <param name="Zone">That clock's zone in this reading, or null.</param>
public sealed record WitnessEventEntry(
    string Event,
    [property: JsonConverter(typeof(UtcMomentConverter))] LocalMoment Utc,
    [property: JsonConverter(typeof(SecondMomentConverter))] LocalMoment? Local,
    string? Zone
);

/// <summary>A premise that a verdict rests on.</summary>
/// <param name="Id">Id of a clock or relation.</param>
/// <param name="Words">It in words.</param>
public sealed record BecauseEntry(string Id, string Words);

/// <summary>The smallest change that would flip a verdict.</summary>
/// <param name="Words">It in one sentence.</param>
/// <param name="Clocks">The clocks that must leave home and the zones they must take, keyed by variable id.</param>
/// <param name="Offset">The nearest offset outside the lists, such as "z2 UTC+04:46", or null.</param>
/// <param name="Margin">Margin to the threshold, ISO duration, or null.</param>
public sealed record FlipEntry(string Words, IReadOnlyDictionary<string, string> Clocks, NearOffsetEntry? Offset, Duration? Margin);

/// <summary>An offset outside the lists that would change a verdict.</summary>
/// <param name="Variable">Id of the zone variable that would take it.</param>
/// <param name="Offset">The offset from UTC.</param>
[JsonConverter(typeof(NearOffsetConverter))]
public sealed record NearOffsetEntry(string Variable, Offset Offset);

/// <summary>A distance claim computed.</summary>
/// <param name="From">Id of the common place.</param>
/// <param name="Far">Id of the place said to be far.</param>
/// <param name="Near">Id of the place compared with, or null.</param>
/// <param name="FarKm">Geodesic distance, km.</param>
/// <param name="NearKm">Geodesic distance of the other, km, or null.</param>
/// <param name="Ratio">Their ratio, or null.</param>
/// <param name="Claimed">What the text claims, as a ratio or in km.</param>
public sealed record DistanceEntry(string From, string Far, string? Near, double FarKm, double? NearKm, double? Ratio, double Claimed);

/// <summary>A count claim set against what the source lists.</summary>
/// <param name="What">What is counted.</param>
/// <param name="Min">Smallest count claimed, or null.</param>
/// <param name="Max">Largest count claimed, or null.</param>
/// <param name="From">First day of the window, or null.</param>
/// <param name="Until">Last day of the window, or null.</param>
/// <param name="Listed">How many such events the sources themselves date in the window.</param>
public sealed record CountEntry(string What, double? Min, double? Max, EdtfValue? From, EdtfValue? Until, int Listed);

/// <summary>Claims tested together.</summary>
/// <param name="Claims">Ids of the claims.</param>
/// <param name="Verdict">always, sometimes, never, contradictory or unsettled.</param>
/// <param name="Sentence">What it says, in words.</param>
/// <param name="Table">Combinations under which all hold.</param>
/// <param name="Clash">Where never: ids of claims that cannot hold together.</param>
public sealed record JointEntry(
    IReadOnlyList<string> Claims,
    Outcome Verdict,
    string Sentence,
    IReadOnlyList<TableRowEntry> Table,
    IReadOnlyList<string> Clash
);

/// <summary>What a route claim alleges.</summary>
/// <param name="Through">The countries goods are said to go through, ISO codes.</param>
/// <param name="To">The country they are said to be for, ISO code.</param>
/// <param name="From">The countries they come from, ISO codes; empty where the text names none.</param>
/// <param name="Goods">Words for the goods; empty where the text names none.</param>
/// <param name="Since">Since when, EDTF, or null.</param>
/// <param name="Forecast">True where it is said of the future or of what might be.</param>
public sealed record RouteEntry(
    IReadOnlyList<string> Through,
    string To,
    IReadOnlyList<string> From,
    IReadOnlyList<string> Goods,
    EdtfValue? Since,
    bool Forecast
);
