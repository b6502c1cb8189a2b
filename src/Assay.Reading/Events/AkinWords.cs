using System.Buffers.Text;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;

namespace Assay.Reading.Events;

/// <summary>
/// How near two verbs or nouns are in what they tell ("collide" and "collision", "fall" and "drop"), from
/// <c>Events/Data/en.akin.txt.gz</c>:
/// a line is one word with the ideas of WordNet that it tells, and how far down its own list of senses it has each; the lines are sorted. A
/// text asks after few of the words, so a line is read when it is asked for. Safe for use from several threads.
/// </summary>
internal sealed class AkinWords
{
    private const byte Particle = (byte)'_';
    private static readonly Lazy<AkinWords> Shared = new(() => new AkinWords());
    private readonly ConcurrentDictionary<string, (int Idea, int Place)[]> asked = new(StringComparer.Ordinal);
    private readonly byte[] text;
    private readonly int[] lines;

    private AkinWords()
    {
        using var packed = new GZipStream(ReadingFiles.All.Open("Events.Data.en.akin.txt.gz"), CompressionMode.Decompress);
        using var all = new MemoryStream();
        packed.CopyTo(all);
        text = all.ToArray();
        lines = new int[text.AsSpan().Count((byte)'\n')];
        for (int i = 0, at = 0; i < lines.Length; i++, at += text.AsSpan(at).IndexOf((byte)'\n') + 1)
            lines[i] = at;
    }

    /// <summary>The English words.</summary>
    public static AkinWords English => Shared.Value;

    /// <summary>The ideas of a word, best known first; a verb with its particle is "go down".</summary>
    public IReadOnlyList<(int Idea, int Place)> Of(string lemma) => asked.GetOrAdd(lemma, Find);

    /// <summary>The words at most so far from a word.</summary>
    public IEnumerable<string> Near(string lemma, int apart)
    {
        var own = Of(lemma).ToLookup(i => i.Idea, i => i.Place);
        if (own.Count == 0)
            yield break;
        for (var line = 0; line < lines.Length; line++)
            if (IsNear(IdeasIn(line), own, apart))
                yield return Encoding.ASCII.GetString(WordIn(line)).Replace((char)Particle, ' ');
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

    private static bool IsNear((int Idea, int Place)[] ideas, ILookup<int, int> own, int apart)
    {
        foreach (var (idea, place) in ideas)
            if (own.Contains(idea) && own[idea].Any(p => p + place <= apart))
                return true;
        return false;
    }

    private (int Idea, int Place)[] Find(string lemma)
    {
        var word = Encoding.UTF8.GetBytes(lemma.Replace(' ', (char)Particle));
        var (low, high) = (0, lines.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = WordIn(middle).SequenceCompareTo(word);
            if (order == 0)
                return IdeasIn(middle);
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return [];
    }

    private ReadOnlySpan<byte> LineAt(int line) =>
        text.AsSpan(lines[line]..(line + 1 < lines.Length ? lines[line + 1] - 1 : text.Length - 1));

    private ReadOnlySpan<byte> WordIn(int line)
    {
        var whole = LineAt(line);
        return whole[..whole.IndexOf((byte)' ')];
    }

    // "call 12:1 340:4": the idea, and how far down the list of senses.
    private (int Idea, int Place)[] IdeasIn(int line)
    {
        var rest = LineAt(line)[(WordIn(line).Length + 1)..];
        var ideas = new (int, int)[rest.Count((byte)':')];
        for (var i = 0; i < ideas.Length; i++)
            ideas[i] = (Number(ref rest), Number(ref rest));
        return ideas;
    }

    // The number at the beginning, which is taken off with the mark behind it.
    private static int Number(ref ReadOnlySpan<byte> rest)
    {
        if (!Utf8Parser.TryParse(rest, out int number, out var used))
            throw new InvalidOperationException("en.akin.txt.gz is broken: a number is missing.");
        rest = rest[Math.Min(rest.Length, used + 1)..];
        return number;
    }
}
