using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Assay.Cases.Proposals;

/// <summary>
/// What a drafter proposes as one item of an account: words of one sentence, what they tell, and the values. Which members count depends on
/// the kind; the rest is null. Keys are the drafter's own names, by which items of one drafter refer to each other; ids of the
/// account serve
/// as well.
/// </summary>
public sealed record Proposal
{
    /// <summary>event, zone, clock, claim, statement, figure, sameFigure, place, actor, question or forecast.</summary>
    [Description(
        "event (something that happened), zone (whose clock, and which time zones it may be on), clock (a time of day or a date that the text gives for an event), "
            + "claim (order or distance in time between two events), statement (who says it, how firmly), figure (a quantity), sameFigure (figures that count one and the same thing), "
            + "place (a place that is named), actor (a person, body, outlet, government or group that is named), question, forecast."
    )]
    public string Kind { get; init; } = "";

    /// <summary>The drafter's own name for the item.</summary>
    [Description("Your own short name for this item, unique in your drafts, such as \"crash\"; other items refer to it by that name.")]
    public string? Key { get; init; }

    /// <summary>Id of the source; may be left out where there is one.</summary>
    [Description("Id of the source, from list_sources. May be null where there is only one source.")]
    public string? Source { get; init; }

    /// <summary>Number of the sentence, from 1.</summary>
    [Description("Number of the sentence as read_source numbers it. Required for every kind but zone and sameFigure.")]
    public int? Sentence { get; init; }

    /// <summary>Exact words of that sentence: one stretch, or several in order.</summary>
    [Description(
        "Exact words of that sentence, copied: one string, three words or more unless they are a number or a time. Where they are not one stretch, several strings in order; "
            + "never an ellipsis. For a clock: words that hold the time. For a claim: the words that relate the two events."
    )]
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>For an event: a short label.</summary>
    [Description("event: a short label in plain words, such as \"the barge struck the pier\".")]
    public string? Label { get; init; }

    /// <summary>For a clock: key or id of the event.</summary>
    [Description("clock: key or id of the event that it times.")]
    public string? Event { get; init; }

    /// <summary>For a clock: key or id of the zone.</summary>
    [Description("clock: key or id of the zone item of the voice whose clock it is.")]
    public string? Zone { get; init; }

    /// <summary>Who says so, outermost first.</summary>
    [Description(
        "Who says so, outermost first, such as [\"insurer\"]; [\"author\"] or null for the author. zone and clock: whose clock it is."
    )]
    public IReadOnlyList<string>? Voice { get; init; }

    /// <summary>For a zone: the zones it may be.</summary>
    [Description("zone: the time zones this voice's clock may be on: the voice's own seat first, then the place of the event.")]
    public IReadOnlyList<ProposedZone>? Zones { get; init; }

    /// <summary>For a zone: true where words of the text state it.</summary>
    [Description(
        "zone: true only where words of the text state the zone (\"all times are UTC\", \"Riga time\"); give them as sentence and words."
    )]
    public bool? Stated { get; init; }

    /// <summary>For a clock: the day, ISO.</summary>
    [Description("clock: the local day, YYYY-MM-DD.")]
    public string? Date { get; init; }

    /// <summary>For a clock: the time of day.</summary>
    [Description(
        "clock: the local time as HH:MM on the 24-hour clock; null to let Assay read it from the words. For a day without a time give 00:00 and grain P1D."
    )]
    public string? Time { get; init; }

    /// <summary>For a clock: what is stated, an ISO length.</summary>
    [Description("clock: the length of what is stated, ISO 8601: PT1M for a minute (the default), PT1H for an hour, P1D for a day.")]
    public string? Grain { get; init; }

    /// <summary>For a clock: true for "about".</summary>
    [Description("clock: true for \"about\", \"around\".")]
    public bool? Approximate { get; init; }

    /// <summary>For a clock: event or report.</summary>
    [Description(
        "clock: event (it times what happened, the default) or report (it times the report of it, which came at that time or later)."
    )]
    public string? Role { get; init; }

    /// <summary>For a claim: order, gap or simultaneity.</summary>
    [Description(
        "claim: order (one before the other), gap (so long lay between, and the words say which came first) or simultaneity (at the same time). "
            + "That two records of one thing differ by so much is no claim: give the event a clock of each."
    )]
    public string? Relation { get; init; }

    /// <summary>For a claim: key or id of the event said to be earlier.</summary>
    [Description("claim: key or id of the event that the text says came first.")]
    public string? Earlier { get; init; }

    /// <summary>For a claim: key or id of the event said to be later.</summary>
    [Description("claim: key or id of the event that the text says came second.")]
    public string? Later { get; init; }

    /// <summary>For a claim: least difference, ISO length.</summary>
    [Description(
        "claim: least difference that the words mean, ISO 8601 such as PT1H30M; null where open. For a gap Assay can read it from the words."
    )]
    public string? Min { get; init; }

    /// <summary>For a claim: greatest difference, ISO length.</summary>
    [Description("claim: greatest difference that the words mean, ISO 8601; null where open.")]
    public string? Max { get; init; }

    /// <summary>How firmly: asserted, reported, alleged, denied, asked, forecast.</summary>
    [Description(
        "asserted, reported, alleged, denied, asked or forecast. A hedge, a question mark or quotation marks in the words cap it."
    )]
    public string? Stance { get; init; }

    /// <summary>For an event: actual, negated, conditional, planned or habitual.</summary>
    [Description("event: actual (the default), negated, conditional, planned or habitual. Only what is actual is tested.")]
    public string? Mood { get; init; }

    /// <summary>For a figure: the value.</summary>
    [Description("figure: the number; null to let Assay read it from the words.")]
    public double? Value { get; init; }

    /// <summary>For a figure: least value meant.</summary>
    [Description("figure: least value meant (\"at least 14\"); null where open.")]
    public double? Least { get; init; }

    /// <summary>For a figure: greatest value meant.</summary>
    [Description("figure: greatest value meant; null where open.")]
    public double? Most { get; init; }

    /// <summary>For a figure: its unit.</summary>
    [Description("figure: its unit, such as \"kilometre\" or \"EUR\"; null for a plain count.")]
    public string? Unit { get; init; }

    /// <summary>For a sameFigure: keys or ids of the figures.</summary>
    [Description("sameFigure: keys or ids of two figures or more that speak of the same thing, whether their numbers agree or not.")]
    public IReadOnlyList<string>? Figures { get; init; }

    /// <summary>For a place or an actor: its name in the words.</summary>
    [Description("place and actor: the name alone, as the words have it; the fullest that the text gives.")]
    public string? Name { get; init; }

    /// <summary>For an actor: person, organisation, outlet, government or group.</summary>
    [Description("actor: person, organisation, outlet (news outlet or agency), government or group.")]
    public string? ActorKind { get; init; }

    /// <summary>For an actor: offices that the words give.</summary>
    [Description("actor: the offices of a person that the same words give; null for none.")]
    public IReadOnlyList<ProposedOffice>? Offices { get; init; }

    /// <summary>For an event: key or id of the place.</summary>
    [Description("event: key or id of the place where it happened; null where none is proposed.")]
    public string? Place { get; init; }

    /// <summary>For an event: keys or ids of the actors.</summary>
    [Description("event: keys or ids of the actors that take part; null for none.")]
    public IReadOnlyList<string>? Actors { get; init; }

    /// <summary>True where it points at a sentence that nobody asked the drafter about.</summary>
    [JsonIgnore]
    public bool IsBeside { get; init; }

    /// <summary>Why it could not be read as a proposal; null where it could.</summary>
    [JsonIgnore]
    public string? Wrong { get; init; }

    /// <summary>For a figure: what is counted.</summary>
    [Description("figure: what is counted or measured, in the words of the source.")]
    public string? Subject { get; init; }
}

/// <summary>A zone that a voice's clock may be on.</summary>
/// <param name="Zone">IANA id or fixed offset.</param>
/// <param name="Home">True for the voice's own seat.</param>
/// <param name="Reason">Why.</param>
public sealed record ProposedZone(
    [property: Description("IANA id such as Europe/Riga, or an offset such as UTC+03:00.")] string Zone,
    [property: Description("True for the zone of the voice's own seat; of one zone at most.")] bool? Home = null,
    [property: Description("Why it may be: \"seat of the insurer: London\".")] string? Reason = null
);

/// <summary>An office of a person.</summary>
/// <param name="Title">Its title, in the words of the source.</param>
/// <param name="Of">Of what.</param>
/// <param name="Status">current, former or then.</param>
public sealed record ProposedOffice(
    [property: Description("The title as the words have it: \"harbour master\".")] string Title,
    [property: Description("Of what: a country, an organisation; null where the words do not say.")] string? Of = null,
    [property: Description("current (the default), former, or then (held when it happened).")] string? Status = null
);
