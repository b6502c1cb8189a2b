using System.Globalization;
using System.IO.Compression;

namespace Assay.Reading.Events;

/// <summary>
/// How near two verbs or nouns are in what they tell ("collide" and "collision", "fall" and "drop"), from <c>Events/Data/en.akin.txt.gz</c>:
/// a line is one idea of WordNet with the words for it, and how far down its own list of senses each word has it. Immutable.
/// </summary>
internal sealed class AkinWords
{
    private static readonly Lazy<AkinWords> Shared = new(() => new AkinWords());
    private readonly Dictionary<string, List<(int Idea, int Place)>> ideas = new(MostWords, StringComparer.Ordinal);
    private const int MostWords = 26_000;

    private AkinWords()
    {
        using var reader = new StreamReader(
            new GZipStream(ReadingFiles.All.Open("Events.Data.en.akin.txt.gz"), CompressionMode.Decompress)
        );
        for (var idea = 0; reader.ReadLine() is { } line; idea++)
            foreach (var part in line.AsSpan().Split(' '))
            {
                var word = line.AsSpan(part);
                var place = word.LastIndexOf(':');
                var key = word[..place].ToString().Replace('_', ' ');
                if (!ideas.TryGetValue(key, out var list))
                    ideas[key] = list = [];
                list.Add((idea, int.Parse(word[(place + 1)..], CultureInfo.InvariantCulture)));
            }
    }

    /// <summary>The English words.</summary>
    public static AkinWords English => Shared.Value;

    /// <summary>The ideas of a word, best known first; a verb with its particle is "go down".</summary>
    public IReadOnlyList<(int Idea, int Place)> Of(string lemma) => ideas.TryGetValue(lemma, out var own) ? own : [];

    /// <summary>The words at most so far from a word.</summary>
    public IEnumerable<string> Near(string lemma, int apart)
    {
        var own = Of(lemma).ToLookup(i => i.Idea, i => i.Place);
        return own.Count == 0 ? [] : ideas.Where(w => w.Value.Exists(i => own[i.Idea].Any(p => p + i.Place <= apart))).Select(w => w.Key);
    }

    /// <summary>The least sum of the places at which two words have one idea: 2 where both mean it first of all; null where they share
    /// none.</summary>
    public int? Apart(string a, string b)
    {
        int? least = null;
        foreach (var (idea, place) in Of(a))
        foreach (var (other, far) in Of(b))
            if (idea == other && (least is null || place + far < least))
                least = place + far;
        return least;
    }
}
