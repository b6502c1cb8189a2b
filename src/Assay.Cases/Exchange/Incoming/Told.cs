using Assay.Ground.Anchors;
using Assay.Reading.Actors;
using Assay.Reading.Events;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Cases.Exchange.Incoming;

/// <summary>A clock of an event of another program.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Time">Its time of day; null where it is to be read from the words.</param>
/// <param name="Words">Where it stands in the file; null where the event's own words are all there is.</param>
internal sealed record ToldTime(LocalDate Day, LocalTime? Time, TextSpan? Words)
{
    /// <summary>The zones it may be on; none where nothing tells.</summary>
    public IReadOnlyList<Accounts.ZoneChoice> Zones { get; init; } = [];

    /// <summary>True where the file states the zone.</summary>
    public bool IsStated { get; init; }

    /// <summary>What is stated; a minute unless told.</summary>
    public Duration Grain { get; init; } = Duration.FromMinutes(1);

    /// <summary>True for "about".</summary>
    public bool Approximate { get; init; }

    /// <summary>Whose clock; null for that of the event's voice.</summary>
    public string? Voice { get; init; }

    /// <summary>Further days it may be.</summary>
    public IReadOnlyList<LocalDate> OtherDays { get; init; } = [];
}

/// <summary>An event of another program, with the places in its file that it rests on.</summary>
/// <param name="Place">Where it stands, for messages: "row 3".</param>
/// <param name="Label">What it is called.</param>
/// <param name="Words">The words that tell it.</param>
internal sealed record ToldEvent(string Place, string Label, TextSpan Words)
{
    /// <summary>Its clocks.</summary>
    public IReadOnlyList<ToldTime> Times { get; init; } = [];

    /// <summary>Its date in EDTF where there is no clock, and where it stands; null where there is none.</summary>
    public (string Edtf, TextSpan Words)? Dated { get; init; }

    /// <summary>Who says so; the author of the file where empty.</summary>
    public IReadOnlyList<string> Voice { get; init; } = [];

    /// <summary>How firmly.</summary>
    public Stance Stance { get; init; }

    /// <summary>How it stands to the world.</summary>
    public EventMood Mood { get; init; }
}

/// <summary>A name in a file of another program.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">person, organisation, government or group.</param>
/// <param name="Words">Where it stands.</param>
internal sealed record ToldActor(string Name, ActorKind Kind, TextSpan Words);

/// <summary>What a file of another program tells.</summary>
internal sealed class ToldFile
{
    /// <summary>What happened.</summary>
    public List<ToldEvent> Events { get; } = [];

    /// <summary>Who is named.</summary>
    public List<ToldActor> Actors { get; } = [];

    /// <summary>Statements: whole words with no time.</summary>
    public List<TextSpan> Statements { get; } = [];

    /// <summary>What was not taken, or not whole, with the reason.</summary>
    public List<LeftOut> Left { get; } = [];

    /// <summary>Says that something was not taken.</summary>
    public void Leave(string place, string reason) => Left.Add(new(place, reason));
}

/// <summary>A file that is not of its format at all.</summary>
internal sealed class NotOfFormatException(string message) : Exception(message);
