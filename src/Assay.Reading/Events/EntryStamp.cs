using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Events;

/// <summary>
/// The time before an entry of a log ("22:35 – Fire under control", "RXL 19:35   order received"): what follows is a sentence of its own,
/// which a parser reads rightly without the time.
/// </summary>
internal static class EntryStamp
{
    private const int LongestCode = 5;

    /// <summary>Where the entry begins behind its time, or -1 where the sentence does not begin with a time that a mark or a gap
    /// parts from it.</summary>
    /// <param name="plain">The text for the parser.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="words">Its words.</param>
    /// <param name="isTime">True for a word of a time.</param>
    public static int End(string plain, TextSpan sentence, IReadOnlyList<Word> words, Func<int, bool> isTime)
    {
        if (!BeginsLine(plain, sentence.Start) || words.Count == 0)
            return -1;
        var first = words.Count > 1 && !isTime(0) && IsCode(words[0]) ? 1 : 0;
        var at = first;
        while (at < words.Count && (isTime(at) || at > first && words[at].Is(",")))
            at++;
        if (at == first || at == words.Count)
            return -1;
        var isMarked = first == 0 && IsMark(words[at]);
        if (!isMarked && !IsGap(plain, words[at - 1].End, words[at].Start))
            return -1;
        while (at < words.Count && IsMark(words[at]))
            at++;
        return at < words.Count ? words[at].Start : -1;
    }

    private static bool BeginsLine(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '*' or '|' or '-')
            at--;
        return at == 0 || text[at - 1] == '\n';
    }

    // "RXL", "TWR": whose clock it is.
    private static bool IsCode(Word word) => word.AllCaps && word.End - word.Start <= LongestCode;

    private static bool IsMark(Word word) => word.Kind == WordKind.Mark && word.Lower is "–" or "—" or "-" or ":" or "|";

    private static bool IsGap(string text, int from, int end) => end - from > 1 && text.AsSpan(from, end - from).IsWhiteSpace();
}
