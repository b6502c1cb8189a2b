namespace Assay.Cases.Origins;

/// <summary>The print of a text: every run of five words in it, wherever its paragraphs end.</summary>
internal sealed class OriginPrint
{
    /// <summary>Words of a run.</summary>
    public const int Run = 5;

    /// <summary>Words of a stretch that tells where a text is from; shorter ones are names, dates and phrases that anybody
    /// writes.</summary>
    public const int Stretch = 10;

    // One run in so many is looked up to find the texts that are compared.
    private const ulong Sampled = 8;

    private readonly ulong[] runs;
    private readonly bool[] quoted;
    private readonly bool[] isFirst;
    private readonly HashSet<ulong> all;
    private readonly HashSet<ulong> own;

    private OriginPrint(List<ulong> words, List<bool> isQuoted)
    {
        Words = words.Count;
        var count = Math.Max(0, words.Count - Run + 1);
        (runs, quoted, isFirst) = (new ulong[count], new bool[count], new bool[count]);
        (all, own) = (new HashSet<ulong>(count), new HashSet<ulong>(count));
        for (var i = 0; i < count; i++)
        {
            var (hash, isAll) = (0UL, true);
            for (var j = i; j < i + Run; j++)
            {
                hash = OriginParagraph.Mixed(hash * 31 + words[j]);
                isAll &= isQuoted[j];
            }

            (runs[i], quoted[i]) = (hash, isAll);
            isFirst[i] = all.Add(hash);
            if (!isAll)
                own.Add(hash);
        }
    }

    /// <summary>The print of paragraphs.</summary>
    public static OriginPrint Of(IEnumerable<OriginParagraph> paragraphs)
    {
        var (words, quoted) = (new List<ulong>(), new List<bool>());
        foreach (var paragraph in paragraphs)
        {
            words.AddRange(paragraph.Words);
            quoted.AddRange(paragraph.IsQuoted);
        }

        return new OriginPrint(words, quoted);
    }

    /// <summary>How many words the text has.</summary>
    public int Words { get; }

    /// <summary>The runs that the texts to compare are looked up by: the same of every text that has them.</summary>
    public IEnumerable<ulong> Sample => all.Where(r => r % Sampled == 0);

    /// <summary>True where the run stands in the text.</summary>
    public bool Has(ulong run) => all.Contains(run);

    /// <summary>How much of this text stands in another one, in stretches of ten words and more.</summary>
    /// <param name="other">The other.</param>
    /// <returns>The number of its words that do; and the number of its words without those that both have in quotation marks: what
    /// somebody said is no sign of where a report comes from.</returns>
    public (int Shared, int Of) In(OriginPrint other)
    {
        var (shared, said, until, saidUntil) = (0, 0, 0, 0);
        for (var at = 0; at < runs.Length; at++)
        {
            var from = at;
            while (at < runs.Length && other.all.Contains(runs[at]))
                at++;
            if (at - from < Stretch - Run + 1 || !IsFresh(from, at))
                continue;
            for (var i = from; i < at; i++)
            {
                if (quoted[i] && !other.own.Contains(runs[i]))
                    said += Count(i, ref saidUntil, until);
                else
                    shared += Count(i, ref until, 0);
            }
        }

        return (shared, Words - Math.Min(said, Words - shared));
    }

    // A log says "at such an hour on such a day" in every line: what only comes back in a text is a form of words.
    private bool IsFresh(int from, int until)
    {
        for (var i = from; i < until; i++)
            if (isFirst[i])
                return true;
        return false;
    }

    private static int Count(int from, ref int until, int floor)
    {
        var first = Math.Max(from, Math.Max(until, floor));
        var count = Math.Max(0, from + Run - first);
        until = Math.Max(until, from + Run);
        return count;
    }
}
