using Assay.Reading.Syntax;
using Assay.Reading.Text;

namespace Assay.Reading.Events;

/// <summary>Reads events that a noun phrase names with its time inside: "the February invasion of X", "Tuesday's vote in Y".</summary>
/// <param name="lexicon">The event nouns and function words.</param>
internal sealed class TimedPhrases(VerbLexicon lexicon)
{
    /// <summary>Adds the event of a phrase around a time, and says whether there was one.</summary>
    /// <param name="book">Where to add it.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="time">Index of the time among the sentence's expressions.</param>
    public bool Read(EventBook book, ParsedSentence sentence, int time)
    {
        var first = sentence.FirstWordOf(time);
        if (first < 0)
            return false;
        var after = first;
        while (after < sentence.Words.Count && sentence.TimeOf[after] == time)
            after++;
        var head = Head(sentence, after);
        if (head < 0)
            return false;
        var from = Start(sentence, first);
        if (from == first && !IsPossessive(sentence, after) && !lexicon.Words.Determiner.Contains(sentence.Words[first].Lower))
            return false;
        book.Add(sentence, from, End(sentence, head), head, sentence.Times[time]);
        return true;
    }

    private static bool IsPossessive(ParsedSentence sentence, int at) => at < sentence.Words.Count && sentence.Words[at].Is("'s");

    // The event noun right after the time, with at most two words that describe it between.
    private int Head(ParsedSentence sentence, int at)
    {
        if (IsPossessive(sentence, at))
            at++;
        for (var i = at; i < Math.Min(sentence.Words.Count, at + 3); i++)
        {
            var word = sentence.Words[i];
            if (word.Kind != WordKind.Word || lexicon.Words.IsFunctionWord(word.Lower) || lexicon.IsAuxiliary(word))
                return -1;
            if (lexicon.IsEventNoun(word))
                return i;
        }

        return -1;
    }

    // Back over a determiner or a possessor: "Putin's February", "the deadly January".
    private int Start(ParsedSentence sentence, int first)
    {
        var from = first;
        if (from > 0 && sentence.Words[from - 1].Is("'s"))
        {
            from--;
            while (from > 0 && sentence.Words[from - 1].IsName)
                from--;
        }
        else if (from > 0 && lexicon.Words.Determiner.Contains(sentence.Words[from - 1].Lower))
            from--;
        return from;
    }

    // With what the noun is of: "of Ukraine", "in the capital", "on the bridge".
    private int End(ParsedSentence sentence, int head)
    {
        var end = head + 1;
        while (
            end + 1 < sentence.Words.Count
            && end - head < 8
            && sentence.Words[end].Lower is "of" or "in" or "on" or "against" or "at" or "near"
            && sentence.TimeOf[end + 1] < 0
        )
        {
            end++;
            while (
                end < sentence.Words.Count
                && sentence.Words[end].Kind == WordKind.Word
                && sentence.TimeOf[end] < 0
                && (
                    !lexicon.Words.IsFunctionWord(sentence.Words[end].Lower)
                    || lexicon.Words.Determiner.Contains(sentence.Words[end].Lower) && end - head < 4
                )
                && !lexicon.IsFinite(sentence.Words, end, head, sentence.Words.Count)
            )
                end++;
        }

        return end;
    }
}
