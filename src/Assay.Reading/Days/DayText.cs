using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Days;

/// <summary>A text as days are read from it: its blocks and sentences, its time expressions, the words of the sentences that hold
/// one.</summary>
internal sealed class DayText
{
    /// <summary>Shortest block that is running text for sure, in code units.</summary>
    public const int LeastBody = 120;

    /// <summary>How many long blocks from the top the page's head has ended for sure.</summary>
    public const int BodyBlocks = 3;

    private readonly Dictionary<int, List<Word>> words = [];
    private readonly WordReader reader;
    private readonly int bodyFrom;

    /// <summary>Looks up where every expression stands.</summary>
    public DayText(TextLayer layer, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times)
    {
        (Layer, Sentences, Times, reader) = (layer, sentences, times, new WordReader(layer.Text));
        bodyFrom = BodyFrom();
        SentenceOf = new int[times.Count];
        for (int i = 0, at = 0; i < times.Count; i++)
        {
            while (at + 1 < sentences.Count && sentences[at].Span.End <= times[i].Span.Start)
                at++;
            SentenceOf[i] = at;
        }
    }

    /// <summary>The text and its blocks.</summary>
    public TextLayer Layer { get; }

    /// <summary>The sentences.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The time expressions, each inside a sentence.</summary>
    public IReadOnlyList<TimeExpression> Times { get; }

    /// <summary>Index of the sentence of each expression.</summary>
    public int[] SentenceOf { get; }

    /// <summary>True for a short block of the page's head. A line under the headline may be long, so the head ends for sure at the third
    /// long block.</summary>
    public bool IsHead(int block) => block < bodyFrom && Layer.Blocks[block].Span.Length < LeastBody;

    private int BodyFrom()
    {
        var body = 0;
        for (var i = 0; i < Layer.Blocks.Count; i++)
            if (Layer.Blocks[i].Kind == BlockKind.Paragraph && Layer.Blocks[i].Span.Length >= LeastBody && ++body == BodyBlocks)
                return i;
        return Layer.Blocks.Count;
    }

    /// <summary>Index of the block of an expression.</summary>
    public int BlockOf(int time) => Sentences[SentenceOf[time]].Block;

    /// <summary>The words of a sentence.</summary>
    public List<Word> WordsOf(int sentence)
    {
        if (words.TryGetValue(sentence, out var found))
            return found;
        words[sentence] = found = [];
        reader.Read(Sentences[sentence].Span, found);
        return found;
    }

    /// <summary>First word of a sentence that ends after a position; the number of words where there is none.</summary>
    public static int WordAt(List<Word> words, int position) => Ordered.CountBefore(words, position, static (w, at) => w.End <= at);

    /// <summary>The words between two positions of a sentence.</summary>
    public ReadOnlySpan<Word> Between(int sentence, int from, int end)
    {
        var all = WordsOf(sentence);
        var (first, last) = (WordAt(all, from), WordAt(all, end));
        if (last < all.Count && all[last].Start < end)
            last++;
        return first < last ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all)[first..last] : [];
    }
}
