using Assay.Reading.Actors;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Cases.Accounts;

/// <summary>A proposition by a voice.</summary>
/// <param name="Id">Id, <c>st1</c>, ...</param>
/// <param name="Voice">Chain of voices, outermost first; <c>author</c> is the author.</param>
/// <param name="Stance">asserted, reported, alleged, denied, asked or forecast.</param>
/// <param name="Quote">The words.</param>
/// <param name="Cue">The words that show voice or stance, or null for a plain assertion.</param>
public sealed record StatementEntry(string Id, IReadOnlyList<string> Voice, Stance Stance, Anchor Quote, string? Cue);

/// <summary>A quantity.</summary>
/// <param name="Id">Id, <c>f1</c>, ...</param>
/// <param name="Value">The value as stated; null for a vague one ("hundreds").</param>
/// <param name="Min">Smallest value meant, or null where open.</param>
/// <param name="Max">Largest value meant, or null where open.</param>
/// <param name="Unit">Unit, or null for plain counts.</param>
/// <param name="Subject">What is counted or measured, in the source's words.</param>
/// <param name="Voice">Chain of voices.</param>
/// <param name="Stance">Stance of the statement it stands in.</param>
/// <param name="Quote">The words.</param>
public sealed record FigureEntry(
    string Id,
    double? Value,
    double? Min,
    double? Max,
    string? Unit,
    string Subject,
    IReadOnlyList<string> Voice,
    Stance Stance,
    Anchor Quote
);

/// <summary>A question.</summary>
/// <param name="Id">Id, <c>q1</c>, ...</param>
/// <param name="Voice">Who asks.</param>
/// <param name="Rhetorical">True where it is asked to make a point, not of somebody who answers.</param>
/// <param name="Alternatives">The alternatives it offers, in its words.</param>
/// <param name="Quote">The words.</param>
public sealed record QuestionEntry(
    string Id,
    IReadOnlyList<string> Voice,
    bool Rhetorical,
    IReadOnlyList<string> Alternatives,
    Anchor Quote
);

/// <summary>A forecast.</summary>
/// <param name="Id">Id, <c>fc1</c>, ...</param>
/// <param name="Voice">Who makes it.</param>
/// <param name="Hedge">The word that makes it one.</param>
/// <param name="Uttered">ISO date of utterance, or null.</param>
/// <param name="Horizon">The words it is to come true by, as they stand in the text, or null.</param>
/// <param name="Quote">The words.</param>
public sealed record ForecastEntry(string Id, IReadOnlyList<string> Voice, string Hedge, LocalDate? Uttered, string? Horizon, Anchor Quote);

/// <summary>A place.</summary>
/// <param name="Id">Id, <c>p1</c>, ...</param>
/// <param name="Name">Name as in the text.</param>
/// <param name="Candidates">What it may be, most likely first.</param>
/// <param name="Mentions">Where it is named.</param>
public sealed record PlaceEntry(string Id, string Name, IReadOnlyList<PlaceCandidateEntry> Candidates, IReadOnlyList<Anchor> Mentions);

/// <summary>A place a name may mean.</summary>
/// <param name="Name">Name in the gazetteer.</param>
/// <param name="Country">ISO 3166 two-letter code.</param>
/// <param name="Latitude">Degrees north, or null where the gazetteer does not have it.</param>
/// <param name="Longitude">Degrees east, or null.</param>
/// <param name="Zones">IANA zones.</param>
public sealed record PlaceCandidateEntry(string Name, string Country, double? Latitude, double? Longitude, IReadOnlyList<string> Zones);

/// <summary>An actor.</summary>
/// <param name="Id">Id, <c>a1</c>, ...</param>
/// <param name="Name">Fullest name in the text.</param>
/// <param name="Kind">person, organisation, outlet, government or group.</param>
/// <param name="Offices">Offices held, with their status.</param>
/// <param name="Mentions">Where named.</param>
public sealed record ActorEntry(string Id, string Name, ActorKind Kind, IReadOnlyList<OfficeEntry> Offices, IReadOnlyList<Anchor> Mentions);

/// <summary>An office.</summary>
/// <param name="Title">Title in the source's words.</param>
/// <param name="Of">Of what: a country, an organisation; or null.</param>
/// <param name="Status">current, former, then.</param>
public sealed record OfficeEntry(string Title, string? Of, OfficeStatus Status);
