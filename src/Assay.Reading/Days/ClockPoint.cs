using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Days;

/// <summary>A clock of the text whose day is to be decided.</summary>
/// <param name="Index">Index of its expression.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Block">Index of its block.</param>
/// <param name="Minute">Minute of the day as written.</param>
/// <param name="IsBare">True where the words leave open which half of the day is meant.</param>
/// <param name="IsEndOfDay">True for 24:00, which is the next day's first minute.</param>
/// <param name="Said">What the words say of the day.</param>
internal sealed record ClockPoint(
    int Index,
    TextSpan Span,
    int Sentence,
    int Block,
    double Minute,
    bool IsBare,
    bool IsEndOfDay,
    SaidDay Said
)
{
    /// <summary>True for an hour that is told as people speak: in words, or in figures in a text that has more in words.</summary>
    public bool IsSpoken { get; init; }

    /// <summary>True where its words count the hours of the day from 0 to 24: "08:45", "16:40".</summary>
    public bool Is24 { get; init; }

    /// <summary>True where it states UTC among clocks that tell the halves of the day: it says nothing of which half it was where things
    /// happened.</summary>
    public bool IsUniversal { get; init; }

    /// <summary>Mentions that touch it.</summary>
    public List<DayMention> Touching { get; } = [];

    /// <summary>Other mentions of its sentence, each with whether a verb of saying stands between.</summary>
    public List<(DayMention Mention, bool Across)> InSentence { get; } = [];

    /// <summary>Strong mentions before it in its paragraph, the last ones.</summary>
    public List<DayMention> InParagraph { get; } = [];

    /// <summary>Strong mentions between the clock before and this one, the last ones.</summary>
    public List<DayMention> Between { get; } = [];

    /// <summary>The mention in the line that leads its list in, or in its heading.</summary>
    public DayMention? Lead { get; set; }

    /// <summary>True where an entry of a page that was written in the course of one day begins with it.</summary>
    public bool IsStamp { get; set; }

    /// <summary>The zone at the other end of its range, where it has none of its own; null where there is none.</summary>
    public ZoneMention? Zone { get; set; }

    /// <summary>The part of the day said in its sentence, nearest before or right after it; 0 where there is none.</summary>
    public int Part { get; set; }

    /// <summary>The part of the day said before in its paragraph; 0 where there is none.</summary>
    public int PartBefore { get; set; }

    /// <summary>Days that words between the clock before and this one, or at it, step on ("the next morning" 1, "the night before" -1);
    /// null where none do.</summary>
    public int? Step { get; set; }

    /// <summary>True where those words are said of the clock, not of something else in its sentence.</summary>
    public bool IsStepSure { get; set; }

    /// <summary>True where a day of its own is said of it in somebody else's time ("on Thursday, their time"): the story need not be on
    /// that
    /// day.</summary>
    public bool IsForeign { get; set; }
}
