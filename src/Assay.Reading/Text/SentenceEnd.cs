namespace Assay.Reading.Text;

/// <summary>Decides whether a run of stops and closing marks ends a sentence.</summary>
internal static class SentenceEnd
{
    /// <summary>True where a sentence ends at <paramref name="after"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="first">The first stop.</param>
    /// <param name="after">One past the stops and the marks that close with them.</param>
    /// <param name="end">End of the block.</param>
    public static bool IsAt(string text, int start, int first, int after, int end)
    {
        if (after >= end)
            return true;
        if (text[first] is '。' or '！' or '？')
            return true;
        if (!char.IsWhiteSpace(text[after]))
            return LacksSpace(text, first, after, end);
        var next = SentenceSplitter.SkipSpace(text, after, end);
        if (next >= end)
            return true;
        var begin = SkipOpening(text, next, end);
        if (begin >= end)
            return true;
        if (char.IsLower(text[begin]))
            return false;
        if (text[next] is ',' or ';' or ':' or ')')
            return false;
        if (IsEllipsis(text, first, after))
            return EllipsisEnds(text, first, begin, end);
        return text[first] == '.' ? StopEnds(text, start, first, after, begin, end) : MarkEnds(text, first, after, begin, end);
    }

    // "done.The next": the space is missing where a word that begins sentences follows a word in small letters.
    private static bool LacksSpace(string text, int first, int after, int end) =>
        after == first + 1
        && first >= 2
        && char.IsLower(text[first - 1])
        && char.IsLower(text[first - 2])
        && char.IsUpper(text[after])
        && SentenceRules.English.IsStarter(WordAt(text, after, end));

    private static bool IsEllipsis(string text, int first, int after) =>
        text[first] == '…' || first + 2 < after && text[first + 1] == '.' && text[first + 2] == '.';

    // "forces ... Why were": a free-standing ellipsis stands for left-out words and ends a sentence only before a plain beginning.
    private static bool EllipsisEnds(string text, int first, int begin, int end) =>
        first > 0 && !char.IsWhiteSpace(text[first - 1]) || SentenceRules.English.IsStarter(WordAt(text, begin, end));

    // "Stop!" Rossi said.
    private static bool MarkEnds(string text, int first, int after, int begin, int end)
    {
        if (!text.AsSpan(first, after - first).ContainsAny("\"”’»'"))
            return true;
        var rules = SentenceRules.English;
        if (rules.IsStarter(WordAt(text, begin, end)))
            return true;
        var at = begin;
        for (var words = 0; words < 4 && at < end; words++)
        {
            var word = WordAt(text, at, end);
            if (word.Length == 0)
                break;
            if (rules.IsSpeech(word))
                return false;
            at = SentenceSplitter.SkipSpace(text, at + word.Length, end);
        }
        return true;
    }

    private static bool StopEnds(string text, int start, int first, int after, int begin, int end)
    {
        // A mark closed after the stop: an abbreviation would have been followed by its name.
        if (after > first + 1 && text[after - 1] != '.')
            return true;
        var word = WordBefore(text, start, first);
        if (word.Length == 1)
            return !IsListNumber(text, start, first);
        if (IsListNumber(text, start, first))
            return false;
        var rules = SentenceRules.English;
        var next = WordAt(text, begin, end);
        if (IsInitial(word))
            return rules.IsStarter(next) && next.Length > 1 && !next.EndsWith('.');
        return rules.RuleOf(word) switch
        {
            StopRule.Title => false,
            StopRule.Numbered => !char.IsDigit(text[begin]),
            StopRule.Clock => ClockEnds(text, begin, end, next),
            StopRule.Starter => rules.IsStarter(next),
            _ => !HasInnerStop(word) || rules.IsStarter(next),
        };
    }

    private static bool ClockEnds(string text, int begin, int end, string next)
    {
        var rules = SentenceRules.English;
        if (
            char.IsDigit(text[begin])
            || text[begin] == '('
            || rules.FollowsClock(next)
            || rules.FollowsClock(next + ".")
            || IsLikeZone(next)
        )
            return false;
        var at = begin;
        for (var words = 0; words < 4 && at < end; words++)
        {
            var word = WordAt(text, at, end);
            if (word.Length == 0)
                break;
            if (word.Equals("time", StringComparison.OrdinalIgnoreCase))
                return false;
            at = SentenceSplitter.SkipSpace(text, at + word.Length, end);
        }
        return true;
    }

    // "9:30 a.m. QZT": a zone nobody knows is written like those one knows, in capitals with a T for time at the end.
    private static bool IsLikeZone(string word) =>
        word.Length is >= 3 and <= 5 && word[^1] == 'T' && word.Count(char.IsUpper) >= 2 && word.All(char.IsLetter);

    private static bool IsInitial(string word) => word.Length == 2 && char.IsUpper(word[0]) && word[0] != 'I';

    private static bool HasInnerStop(string word) => word.Length >= 4 && word[^3] == '.';

    // "1. First item": a number alone at the beginning numbers the item.
    private static bool IsListNumber(string text, int start, int first)
    {
        if (first - start > 3 || first == start)
            return false;
        for (var i = start; i < first; i++)
            if (!char.IsDigit(text[i]))
                return false;
        return true;
    }

    // The word before the stop with its stop: "p.m." for the last stop of it.
    private static string WordBefore(string text, int start, int first)
    {
        var from = first;
        while (from > start && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.'))
            from--;
        return text[from..(first + 1)];
    }

    private static string WordAt(string text, int begin, int end)
    {
        var at = begin;
        while (
            at < end
            && (
                char.IsLetterOrDigit(text[at])
                || text[at] is '-' or '\'' or '’'
                || text[at] == '.' && at > begin && at + 1 < end && char.IsLetterOrDigit(text[at + 1])
            )
        )
            at++;
        return text[begin..at];
    }

    private static int SkipOpening(string text, int at, int end)
    {
        while (at < end && text[at] is '"' or '\'' or '“' or '‘' or '«' or '‹' or '(' or '[' or '¿' or '¡' or '—' or '–' or '-' or ' ')
        {
            at++;
            if (at >= end)
                break;
        }
        return at;
    }
}
