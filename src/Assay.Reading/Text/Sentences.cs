using Assay.Ground.Anchors;

namespace Assay.Reading.Text;

/// <summary>A sentence of a text layer.</summary>
/// <param name="Span">Where it stands, with its closing marks and without the white space around it.</param>
/// <param name="Block">Index of its block in <see cref="TextLayer.Blocks"/>; a sentence never crosses blocks.</param>
/// <param name="IsCut">True where it was longer than <see cref="SentenceSplitter.Longest"/> and goes on in the next one.</param>
public sealed record Sentence(TextSpan Span, int Block, bool IsCut = false);

/// <summary>
/// Splits running text into sentences. Abbreviations come from <c>Text/Data</c>; closing quotes and brackets go with the sentence they
/// close; initials, decimals and ellipses do not end one.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>
    /// Longest sentence in characters. What readers do grows faster than the length of a sentence, so a longer one is cut at a blank; the
    /// longest
    /// sentence of a newspaper or a judgment has less than half of it.
    /// </summary>
    public const int Longest = 2_000;

    /// <summary>
    /// The sentences of the article (title, headings, paragraphs, list items), in order. Captions, bylines, datelines, bios,
    /// disclaimers and furniture are left out; use <see cref="Split(string, TextSpan, int)"/> for them.
    /// </summary>
    /// <param name="layer">The text layer.</param>
    /// <param name="captions">True for captions as well: they tell who people are, and nothing of the story.</param>
    public static IReadOnlyList<Sentence> Split(TextLayer layer, bool captions = false)
    {
        var sentences = new List<Sentence>();
        for (var i = 0; i < layer.Blocks.Count; i++)
        {
            if (
                layer.Blocks[i].Kind is BlockKind.Title or BlockKind.Heading or BlockKind.Paragraph or BlockKind.ListItem
                || captions && layer.Blocks[i].Kind == BlockKind.Caption
            )
                Split(layer.Text, layer.Blocks[i].Span, i, sentences);
        }
        return sentences;
    }

    /// <summary>The sentences of one span.</summary>
    /// <param name="text">The text layer's text.</param>
    /// <param name="span">The part to split.</param>
    /// <param name="block">The block index to give the sentences.</param>
    public static IReadOnlyList<Sentence> Split(string text, TextSpan span, int block = 0)
    {
        var sentences = new List<Sentence>();
        Split(text, span, block, sentences);
        return sentences;
    }

    private static void Split(string text, TextSpan span, int block, List<Sentence> into)
    {
        var start = SkipBullet(text, SkipSpace(text, span.Start, span.End), span.End);
        for (var at = start; at < span.End; )
        {
            if (at - start >= Longest)
            {
                var cut = Cut(text, start, at);
                into.Add(new Sentence(new TextSpan(start, Trimmed(text, start, cut)), block, IsCut: true));
                at = start = SkipSpace(text, cut, span.End);
                continue;
            }
            if (!IsStop(text[at]))
            {
                at++;
                continue;
            }
            var first = at;
            at = MarksEnd(text, at, Math.Min(span.End, start + Longest));
            if (!SentenceEnd.IsAt(text, start, first, at, span.End))
                continue;
            into.Add(new Sentence(new TextSpan(start, at), block));
            at = start = SkipSpace(text, at, span.End);
        }
        var end = Trimmed(text, start, span.End);
        if (end > start)
            into.Add(new Sentence(new TextSpan(start, end), block));
    }

    // The last blank before the limit, or the limit itself where there is none; a character of two halves stays whole.
    private static int Cut(string text, int start, int at)
    {
        for (var blank = at; blank > start + Longest / 2; blank--)
            if (char.IsWhiteSpace(text[blank]))
                return blank;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static int Trimmed(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }

    internal static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    internal static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    // A list item begins after its mark.
    private static int SkipBullet(string text, int at, int end) =>
        at + 1 < end && (text[at] is '•' or '‣' or '▪' or '·' or '*' or '◦' or '-' or '–') && char.IsWhiteSpace(text[at + 1])
            ? SkipSpace(text, at + 1, end)
            : at;

    // The run of stops and closing marks from the first stop: ?".  ...)  .”
    private static int MarksEnd(string text, int at, int end)
    {
        while (at < end && IsStop(text[at]))
            at++;
        while (at < end)
        {
            if (text[at] is '”' or '’' or '»' or '›' or ')' or ']' or '"' or '\'' || IsStop(text[at]))
                at++;
            else
                break;
        }
        return at;
    }
}
