using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>Something that happens, as one place of a text tells it.</summary>
public sealed record EventMention
{
    /// <summary>Index within the reading of its source.</summary>
    public required int Index { get; init; }

    /// <summary>The clause it rests on, its time included.</summary>
    public required TextSpan Quote { get; init; }

    /// <summary>A short label made of the source's own words.</summary>
    public required string Label { get; init; }

    /// <summary>Where the word stands that names what happens; statements and voices are looked up here.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>Stem of the trigger: good for comparing, not for showing.</summary>
    public required string TriggerStem { get; init; }

    /// <summary>Stems of the content words of the clause and of its subject.</summary>
    public required IReadOnlySet<string> Stems { get; init; }

    /// <summary>Capitalised words of the clause and of its subject, lower-case.</summary>
    public required IReadOnlySet<string> Names { get; init; }

    /// <summary>What its words tell, to be compared with other tellings; null where no tree was read.</summary>
    public EventSignature? Signature { get; init; }

    /// <summary>The same with what the pronoun of its subject stands for; null where it has none, or nothing tells.</summary>
    public EventSignature? NamedSignature { get; init; }

    /// <summary>What is told to have been noted, where the verb says that somebody or something noted it: "recorded the cut"; else
    /// null.</summary>
    public EventSignature? NotedSignature { get; init; }

    /// <summary>Where the subject stands, or null.</summary>
    public TextSpan? Subject { get; init; }

    /// <summary>Where the words stand that name the subject: what its pronoun stands for, or the subject itself; null where no tree was
    /// read.</summary>
    public TextSpan? Doer { get; init; }

    /// <summary>The time expression that times it, or null.</summary>
    public TimeExpression? Time { get; init; }

    /// <summary>True where the time is that of the report: the event is at or before it.</summary>
    public bool TimesReport { get; init; }

    /// <summary>Who reports it, where the time is that of a report: the subject of the verb of reporting.</summary>
    public TextSpan? Reporter { get; init; }

    /// <summary>Who says so by the tree of the sentence ("the log of the port"): where the words stand, or null where it is
    /// nobody.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>True where the subject itself speaks or decides: its own seat's clock is then the likeliest.</summary>
    public bool IsSpeechAct { get; init; }

    /// <summary>How the clause stands to the world: only what is actual is timed by a clock.</summary>
    public EventMood Mood { get; init; } = EventMood.Actual;

    /// <summary>Words after a locative preposition ("in Aarhus"), where a place of the event may stand.</summary>
    public IReadOnlyList<TextSpan> Locatives { get; init; } = [];

    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }
}

/// <summary>A relation in time between two events that words of the text assert.</summary>
/// <param name="Earlier">Index of the event said to be earlier (or subtracted).</param>
/// <param name="Later">Index of the other.</param>
/// <param name="Meaning">What the words mean for later minus earlier.</param>
/// <param name="Quote">The words, both events included.</param>
/// <param name="Words">The words of relation alone: "well in advance of", "a mere 9 hours after".</param>
/// <param name="AnchorWords">The words that name the event referred to.</param>
/// <param name="Subject">Index of the event that is said to be before, after or with the other.</param>
public sealed record EventRelation(
    int Earlier,
    int Later,
    RelationMeaning Meaning,
    TextSpan Quote,
    string Words,
    string AnchorWords,
    int Subject
)
{
    /// <summary>What the choice of the earlier event rests on.</summary>
    public EventLink EarlierLink { get; init; } = EventLink.Stated;

    /// <summary>How the clauses that state it stand to the world: "would have been found five hours before" claims nothing of what
    /// happened.</summary>
    public EventMood Mood { get; init; } = EventMood.Actual;

    /// <summary>What the choice of the later event rests on.</summary>
    public EventLink LaterLink { get; init; } = EventLink.Stated;
}

/// <summary>What ties words to the event they refer to.</summary>
/// <param name="Evidence">How sure it is.</param>
/// <param name="Words">The words that refer to it.</param>
/// <param name="Candidates">Indexes of the events that may be meant, likeliest first; empty where there is no choice.</param>
public sealed record EventLink(Evidence Evidence, string Words, IReadOnlyList<int> Candidates)
{
    /// <summary>The words are the event's own clause.</summary>
    public static EventLink Stated { get; } = new(Evidence.Stated, "", []);
}

/// <summary>What an article tells of events and their order.</summary>
/// <param name="Events">The events, in the order of the text.</param>
/// <param name="Relations">The relations, in the order of the text.</param>
/// <param name="Mentions">Further places where an event is named: event index and span.</param>
public sealed record EventReading(
    IReadOnlyList<EventMention> Events,
    IReadOnlyList<EventRelation> Relations,
    IReadOnlyList<(int Event, TextSpan Span)> Mentions
)
{
    /// <summary>The lengths of time told without words of relation.</summary>
    public IReadOnlyList<ToldLength> Lengths { get; init; } = [];

    /// <summary>True where the text was too long to be read by its syntax to the end.</summary>
    public bool IsCut { get; init; }
}
