using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>How firmly a statement stands. None is ever promoted to a firmer one.</summary>
public enum Stance
{
    /// <summary>The author says so in the author's own voice.</summary>
    Asserted,

    /// <summary>The text says that somebody else says so.</summary>
    Reported,

    /// <summary>Claimed or supposed by a voice, and vouched for by nobody.</summary>
    Alleged,

    /// <summary>A voice says that it is not so.</summary>
    Denied,

    /// <summary>A question.</summary>
    Asked,

    /// <summary>About the future.</summary>
    Forecast,
}

/// <summary>One voice of a chain.</summary>
/// <param name="Name">The name as resolved ("Grace Wanjiru"), or the text's own words ("witnesses"); <c>author</c> for the
/// author.</param>
/// <param name="ActorId">Id of the actor it was resolved to, or null.</param>
/// <param name="Mention">The words that name the voice here, or null for the author.</param>
public sealed record Voice(string Name, string? ActorId = null, TextSpan? Mention = null)
{
    /// <summary>True for whoever speaks in a transcript or an interview, as an author does in an account: what others say is told on from
    /// there.</summary>
    public bool IsSpeaker { get; init; }

    /// <summary>The author of the source: the outermost voice of every statement.</summary>
    public static Voice Author { get; } = new("author");
}

/// <summary>One proposition by one voice, with the words that show whose it is and how firm.</summary>
/// <param name="Id">Id, unique within the source: <c>s1</c>, <c>s2</c>, ... in the order of the text.</param>
/// <param name="Chain">The voices, outermost first: author, outlet, official. Never empty.</param>
/// <param name="Stance">How firmly it stands.</param>
/// <param name="Quote">The words of the proposition.</param>
/// <param name="Cue">The words that give voice or stance away, or null for a plain assertion by the author.</param>
/// <param name="Sentence">Index of the sentence it begins in.</param>
public sealed record Statement(string Id, IReadOnlyList<Voice> Chain, Stance Stance, TextSpan Quote, TextSpan? Cue, int Sentence)
{
    /// <summary>The innermost voice: whoever says it.</summary>
    public Voice Voice => Chain[^1];
}

/// <summary>A question the text asks.</summary>
/// <param name="Id">Id, unique within the source: <c>q1</c>, <c>q2</c>, ...</param>
/// <param name="Chain">Who asks, outermost first.</param>
/// <param name="Rhetorical">True where the author asks the reader; false where somebody asks somebody.</param>
/// <param name="Alternatives">The answers a question such as "Was it X, or did Y?" puts to choice; empty otherwise.</param>
/// <param name="Quote">The question.</param>
/// <param name="Answer">The fragment with which the asker answers at once ("In nobody's."), or null.</param>
public sealed record Question(
    string Id,
    IReadOnlyList<Voice> Chain,
    bool Rhetorical,
    IReadOnlyList<TextSpan> Alternatives,
    TextSpan Quote,
    TextSpan? Answer
);

/// <summary>A prediction.</summary>
/// <param name="Id">Id, unique within the source: <c>f1</c>, <c>f2</c>, ...</param>
/// <param name="Chain">Who predicts, outermost first.</param>
/// <param name="Hedge">The words that make it one: "will", "may", "is expected to".</param>
/// <param name="Subject">Who or what it is about.</param>
/// <param name="Horizon">The words that say when, or null where none do.</param>
/// <param name="Quote">The prediction.</param>
public sealed record Forecast(string Id, IReadOnlyList<Voice> Chain, TextSpan Hedge, TextSpan? Subject, TextSpan? Horizon, TextSpan Quote);

/// <summary>Whose words stand at a position.</summary>
/// <param name="Chain">The chain of voices, outermost first; only the author outside all statements.</param>
/// <param name="Stance">The stance there.</param>
/// <param name="Statement">The innermost statement, or null where the position is in none.</param>
/// <param name="Reporter">
/// Where the position lies in the words that introduce somebody's statement ("At noon the ministry said"), that somebody: a clock here
/// times the saying, not what was said. Null elsewhere.
/// </param>
public sealed record VoiceMark(IReadOnlyList<Voice> Chain, Stance Stance, Statement? Statement, Voice? Reporter);
