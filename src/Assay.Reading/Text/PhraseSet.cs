namespace Assay.Reading.Text;

/// <summary>A set of phrases that is matched against words at a position, longest first.</summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<string, string[][]> byFirst;

    /// <summary>Builds the set; words inside a phrase are separated by single blanks.</summary>
    public PhraseSet(IEnumerable<string> phrases) =>
        byFirst = phrases
            .Select(p => p.Split(' '))
            .GroupBy(p => p[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>Number of words of the longest phrase that starts at the index, or 0.</summary>
    public int Match(IReadOnlyList<Word> words, int at, int end)
    {
        if (at < 0 || at >= end || !byFirst.TryGetValue(words[at].Lower, out var candidates))
            return 0;

        foreach (var phrase in candidates)
        {
            if (at + phrase.Length <= end && Fits(words, at, phrase))
                return phrase.Length;
        }

        return 0;
    }

    /// <summary>Index of the first phrase in the range and its length; (-1, 0) where there is none.</summary>
    public (int At, int Length) Find(IReadOnlyList<Word> words, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            var length = Match(words, i, end);
            if (length > 0)
                return (i, length);
        }

        return (-1, 0);
    }

    private static bool Fits(IReadOnlyList<Word> words, int at, string[] phrase)
    {
        for (var k = 1; k < phrase.Length; k++)
        {
            if (!words[at + k].Is(phrase[k]))
                return false;
        }

        return true;
    }
}
