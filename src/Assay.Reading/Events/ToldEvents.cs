using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>Finds the event that words refer to by where it was told: right before them, or last.</summary>
/// <param name="text">The text.</param>
/// <param name="book">The events of the article.</param>
internal sealed class ToldEvents(string text, EventBook book)
{
    private const int LongestZone = 3;

    /// <summary>
    /// "at 5:02, twelve minutes after the crest had gone": the event of the clock that the words of relation follow.
    /// </summary>
    public int Beside(ParsedSentence sentence, RelationPhrase phrase)
    {
        if (!phrase.HasLength)
            return -1;
        var before = phrase.From - 1;
        while (before >= 0 && sentence.TimeOf[before] < 0 && (IsBetween(sentence.Words[before]) || IsZone(sentence, before)))
            before--;
        return before >= 0 && sentence.TimeOf[before] is var time and >= 0 && sentence.Times[time].Clock is not null
            ? book.TimedBy(sentence.Times[time])
            : -1;
    }

    private static bool IsBetween(Word word) =>
        word.Lower is "," or "(" or "-" or "–" or "—" or ":" or "“" or "\"" || RelationWords.English.Beside.Contains(word.Lower);

    // "At 10.16pm, Sydney time, which puts it six minutes after": the words of a zone.
    private static bool IsZone(ParsedSentence sentence, int at)
    {
        var end = at;
        while (end < sentence.Words.Count && end - at < LongestZone && sentence.Words[end].Capital)
            end++;
        return end < sentence.Words.Count && sentence.Words[end].Lower == "time";
    }

    /// <summary>
    /// "Seven minutes later": from the event told before. Where the sentence before told one timed event and nothing else stands between,
    /// it
    /// is that one; else any of those told lately may be meant.
    /// </summary>
    public (int Event, EventLink Link) Last(ParsedSentence sentence, TextSpan words, int not = -1)
    {
        var told = book.Before(words.Start).Where(e => e != not).ToList();
        if (told.Count == 0)
            return (-1, EventLink.Stated);
        var last = book.Events[told[0]];
        var rivals = told.Skip(1).Where(e => book.Events[e].Sentence == last.Sentence && book.Events[e].Time != last.Time).ToList();
        var isNext =
            sentence.Index - last.Sentence <= 1 && last.Time?.Clock is not null && rivals.Count == 0 && IsOneParagraph(last, sentence);
        return (told[0], isNext ? new EventLink(Evidence.Read, words.Of(text), []) : new EventLink(Evidence.Guessed, words.Of(text), told));
    }

    /// <summary>
    /// "By then": an event told last, as a guess. It is one of those of the sentence before, where that tells any; else any of those told
    /// lately.
    /// </summary>
    public (int Event, EventLink Link) Near(ParsedSentence sentence, TextSpan words, int not = -1)
    {
        var timed = book.Before(words.Start).Where(e => e != not && book.Events[e].Time?.Clock is not null).ToList();
        if (timed.Count == 0)
            return Last(sentence, words, not);
        var last = book.Events[timed[0]];
        var isNear = sentence.Index - last.Sentence <= 1 && IsOneParagraph(last, sentence);
        var near = isNear ? timed.Where(e => book.Events[e].Sentence == last.Sentence).ToList() : timed;
        return (timed[0], new EventLink(Evidence.Guessed, words.Of(text), near));
    }

    /// <summary>The only event of a sentence that a clock times; -1 where there is none, or more than one.</summary>
    public int OnlyTimed(ParsedSentence sentence) =>
        sentence.Times.Select(book.TimedBy).Where(e => e >= 0 && book.Events[e].Time?.Clock is not null).Distinct().ToList() is [var only]
            ? only
            : -1;

    private bool IsOneParagraph(EventMention told, ParsedSentence sentence) =>
        !text.AsSpan(told.Quote.End, Math.Max(0, sentence.Span.Start - told.Quote.End)).Contains("\n\n", StringComparison.Ordinal);
}
