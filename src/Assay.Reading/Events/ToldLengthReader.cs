using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>Reads the lengths that sentences tell beside those that words of relation take up.</summary>
/// <param name="lengths">Reads what a length means.</param>
/// <param name="book">The events of the article.</param>
internal sealed class ToldLengthReader(LengthReader lengths, EventBook book)
{
    /// <summary>The lengths, in the order of the text.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="relations">The relations; a length that stands in one is told by it.</param>
    public IReadOnlyList<ToldLength> Of(IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<EventRelation> relations)
    {
        var taken = new SpanIndex<bool>(relations.Select(r => (r.Quote, true)));
        return [.. sentences.SelectMany(Of).Where(l => !taken.Overlapping(l.At).Any())];
    }

    private IEnumerable<ToldLength> Of(ParsedSentence sentence)
    {
        for (var i = 0; i < Math.Min(sentence.Times.Count, EventReader.MostTimes); i++)
        {
            var time = sentence.Times[i];
            if (time is not { Type: TimexType.Duration, IsRepeat: false } || lengths.Read(sentence, i) is not { } length)
                continue;
            var word = sentence.FirstWordOf(i);
            var clause = sentence.ClauseAt(word) is var c and >= 0 ? sentence.Clauses[c] : null;
            var at = new TextSpan(Math.Min(sentence.Words[length.From].Start, time.Span.Start), time.Span.End);
            yield return new ToldLength(
                clause is null ? at : Around(sentence.SpanOf(clause.From, clause.End), at),
                at,
                length.Meaning,
                sentence.Index,
                clause is null ? EventMood.Actual : book.MoodOf(sentence, clause, time)
            );
        }
    }

    private static TextSpan Around(TextSpan a, TextSpan b) => new(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));
}
