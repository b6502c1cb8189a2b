using Assay.Ground.Anchors;

namespace Assay.Reading.Text;

/// <summary>A sentence as a range of words.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">One past its last word.</param>
/// <param name="Block">Index of its block.</param>
/// <param name="Index">Index of the sentence.</param>
internal readonly record struct WordedSentence(int First, int End, int Block, int Index);

/// <summary>The words of an article, with its sentences as ranges over them. Text outside the sentences has no words.</summary>
internal sealed class WordedText
{
    private WordedText(TextLayer layer, List<Word> words, List<WordedSentence> sentences) =>
        (Layer, Words, Sentences) = (layer, words, sentences);

    /// <summary>The text layer.</summary>
    public TextLayer Layer { get; }

    /// <summary>All words in order.</summary>
    public List<Word> Words { get; }

    /// <summary>All sentences in order.</summary>
    public List<WordedSentence> Sentences { get; }

    /// <summary>The sentences that tell something: all but those of captions.</summary>
    public IEnumerable<WordedSentence> Told => Sentences.Where(s => Layer.Blocks[s.Block].Kind != BlockKind.Caption);

    /// <summary>Cuts the sentences into words.</summary>
    public static WordedText Of(TextLayer layer, IReadOnlyList<Sentence> sentences)
    {
        var words = new List<Word>();
        var reader = new WordReader(layer.Text);
        var ranges = new List<WordedSentence>(sentences.Count);
        for (var i = 0; i < sentences.Count; i++)
        {
            var first = words.Count;
            reader.Read(sentences[i].Span, words);
            ranges.Add(new WordedSentence(first, words.Count, sentences[i].Block, i));
        }

        return new WordedText(layer, words, ranges);
    }

    /// <summary>The span of the words from first up to end.</summary>
    public TextSpan Span(int first, int end) =>
        end > first ? new TextSpan(Words[first].Start, Words[end - 1].End) : new TextSpan(Words[first].Start, Words[first].Start);

    /// <summary>The characters of the words from first up to end, runs of white space as they stand.</summary>
    public string Text(int first, int end) => end > first ? Layer.Text[Words[first].Start..Words[end - 1].End] : "";

    /// <summary>Index of the first word at or after the position.</summary>
    public int IndexAt(int position) => Ordered.CountBefore(Words, position, static (w, at) => w.Start < at);

    /// <summary>The word at an index, or the default where the index lies outside.</summary>
    public string LowerAt(int index) => index >= 0 && index < Words.Count ? Words[index].Lower : "";
}
