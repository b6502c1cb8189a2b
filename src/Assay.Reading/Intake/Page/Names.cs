using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>The shape of personal names, and lists of them.</summary>
internal static class Names
{
    /// <summary>True for two to five capitalised words, initials and particles allowed between.</summary>
    public static bool IsName(ReadOnlySpan<char> words)
    {
        var (capitals, count) = (0, 0);
        foreach (var range in words.Split(' '))
        {
            var word = words[range];
            if (word.IsEmpty)
                continue;
            count++;
            if ((char.IsUpper(word[0]) || IsJoined(word)) && IsNameWord(word))
                capitals++;
            else if (!IsParticle(word) || count == 1)
                return false;
        }
        return capitals >= 2 && count <= 6;
    }

    /// <summary>The parts of a list of names, each with its span: <c>A, B and C</c>.</summary>
    public static List<TextSpan> Parts(string text, TextSpan list)
    {
        var parts = new List<TextSpan>();
        var start = list.Start;
        for (var at = list.Start; at < list.End; at++)
        {
            var rest = text.AsSpan(at, list.End - at);
            var length =
                rest[0] is ',' or ';' or '&' ? 1
                : rest.StartsWith(" and ", StringComparison.OrdinalIgnoreCase) ? 5
                : 0;
            if (length == 0)
                continue;
            Add(start, at);
            start = at + length;
            at = start - 1;
        }
        Add(start, list.End);
        return parts;

        void Add(int from, int to)
        {
            if (text.AsSpan(from, Math.Max(0, to - from)).TrimStart().StartsWith("and ", StringComparison.OrdinalIgnoreCase))
                from = text.IndexOf("and ", from, StringComparison.OrdinalIgnoreCase) + 4;
            while (from < to && (char.IsWhiteSpace(text[from]) || text[from] is '*'))
                from++;
            while (
                to > from
                && (
                    char.IsWhiteSpace(text[to - 1])
                    || text[to - 1] is '.' or ':' && to - from > 3 && !(to - from > 1 && char.IsUpper(text[to - 2]))
                )
            )
                to--;
            if (to > from)
                parts.Add(new TextSpan(from, to));
        }
    }

    /// <summary>The longest run of name words from a position, as a span; empty where none.</summary>
    public static TextSpan RunFrom(string text, int start, int end)
    {
        var (at, last) = (start, start);
        while (at < end)
        {
            var stop = at;
            while (stop < end && !char.IsWhiteSpace(text[stop]) && text[stop] is not (',' or '(' or ';' or ':' or '—' or '–'))
                stop++;
            var word = text.AsSpan(at, stop - at);
            if (word.IsEmpty || !(char.IsUpper(word[0]) && IsNameWord(word) || IsParticle(word) && at > start))
                break;
            if (char.IsUpper(word[0]))
                last = stop;
            if (stop >= end || text[stop] != ' ')
                break;
            at = stop + 1;
        }
        return new TextSpan(start, last);
    }

    private static bool IsNameWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsLetter(c) && c is not ('-' or '\'' or '’' or '.' or 'ʼ'))
                return false;
        return true;
    }

    private static bool IsParticle(ReadOnlySpan<char> word) =>
        PageWords.English.NameParticles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || IsJoined(word);

    // "al-Lawati", "d'Arc": a particle and a name in one word.
    private static bool IsJoined(ReadOnlySpan<char> word)
    {
        var mark = word.IndexOfAny("-'’");
        return mark > 0
            && mark + 1 < word.Length
            && char.IsUpper(word[mark + 1])
            && PageWords.English.NameParticles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[..mark]);
    }
}
