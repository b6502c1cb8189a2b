using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>A quotation inside one block, from its opening mark to its closing mark or, where it stays open, to the end of the
/// block.</summary>
/// <param name="First">Index of the opening mark.</param>
/// <param name="End">One past the closing mark.</param>
/// <param name="Closed">False where the block ends first: the next block may go on with it.</param>
internal readonly record struct Quotation(int First, int End, bool Closed)
{
    /// <summary>True for a few quoted words without a clause, such as a scare quote.</summary>
    public bool IsFragment(VoiceText voices) => End - First < 7 && voices.Finite(First, End) == 0;
}

/// <summary>The words of an article with its quotations and the count of finite verbs up to every word.</summary>
internal sealed class VoiceText
{
    private readonly int[] finite;
    private readonly int[] quotation;

    public VoiceText(WordedText text, VoiceWords words)
    {
        (Text, Words) = (text, words);
        finite = new int[text.Words.Count + 1];
        quotation = new int[text.Words.Count];
        for (var i = 0; i < text.Words.Count; i++)
            finite[i + 1] = finite[i] + (words.IsFinite(text.Words[i]) ? 1 : 0);

        for (var s = 0; s < text.Sentences.Count; )
        {
            var t = s;
            while (t + 1 < text.Sentences.Count && text.Sentences[t + 1].Block == text.Sentences[s].Block)
                t++;

            Quote(text.Sentences[s].First, text.Sentences[t].End);
            s = t + 1;
        }
    }

    /// <summary>The words.</summary>
    public WordedText Text { get; }

    /// <summary>The language's words.</summary>
    public VoiceWords Words { get; }

    /// <summary>The quotations, in the order of the text.</summary>
    public List<Quotation> Quotations { get; } = [];

    /// <summary>Number of words in the range that mark a finite clause.</summary>
    public int Finite(int first, int end) => end > first ? finite[end] - finite[first] : 0;

    /// <summary>Index of the quotation that covers a word, or -1.</summary>
    public int QuotationAt(int word) => quotation[word] - 1;

    private void Quote(int first, int end)
    {
        var open = -1;
        var single = false;
        for (var i = first; i < end; i++)
        {
            var word = Text.Words[i];
            var isDouble = word.Kind == WordKind.QuoteMark;
            if (open < 0)
            {
                if (isDouble ? (word.Is("''") ? OpensDoubled(i, end) : !word.Is("”")) : OpensSingle(i, end))
                    (open, single) = (i, !isDouble);
            }
            else if (single ? ClosesSingle(i, end) : isDouble && !(i == open))
            {
                Add(open, i + 1, closed: true);
                open = -1;
            }
        }

        if (open >= 0 && !single)
            Add(open, end, closed: false);
    }

    private void Add(int first, int end, bool closed)
    {
        Quotations.Add(new Quotation(first, end, closed));
        Array.Fill(quotation, Quotations.Count, first, end - first);
    }

    // Two apostrophes open where a word follows at once.
    private bool OpensDoubled(int i, int end) => i + 1 < end && Text.Words[i + 1].Start == Text.Words[i].End;

    private bool OpensSingle(int i, int end)
    {
        var word = Text.Words[i];
        return word.Lower is "‘" or "'" or "`"
            && i + 1 < end
            && Text.Words[i + 1].Start == word.End
            && Text.Words[i + 1].Kind == WordKind.Word
            && (word.Start == 0 || !char.IsLetterOrDigit(Text.Layer.Text[word.Start - 1]));
    }

    private bool ClosesSingle(int i, int end)
    {
        var word = Text.Words[i];
        return word.Lower is "'"
            && i > 0
            && Text.Words[i - 1].End == word.Start
            && (i + 1 >= end || Text.Words[i + 1].Start > word.End || Text.Words[i + 1].Kind == WordKind.Mark);
    }
}
