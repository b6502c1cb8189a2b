namespace Assay.Reading.Text;

/// <summary>A sentence of a text layer.</summary>
/// <param name="Span">Where it stands, with its closing marks and without the white space around it.</param>
/// <param name="Block">Index of its block in <see cref="TextLayer.Blocks"/>; a sentence never crosses blocks.</param>
public sealed record Sentence(TextSpan Span, int Block);

/// <summary>
/// Splits running text into sentences. Abbreviations come from <c>Text/Data</c>; closing quotes and brackets go with the sentence they
/// close; initials, decimals and ellipses do not end one.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>
    /// The sentences of the article (title, headings, captions, paragraphs, list items), in order. Bylines, datelines, bios, disclaimers
    /// and furniture are left out; use <see cref="Split(string, TextSpan, int)"/> for them.
    /// </summary>
    public static IReadOnlyList<Sentence> Split(TextLayer layer)
    {
        var sentences = new List<Sentence>();
        for (var i = 0; i < layer.Blocks.Count; i++)
        {
            if (layer.Blocks[i].Kind is BlockKind.Title or BlockKind.Heading or BlockKind.Caption or BlockKind.Paragraph or BlockKind.ListItem)
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
        for (var at = start; at < span.End;)
        {
            if (!IsStop(text[at]))
            {
                at++;
                continue;
            }
            var first = at;
            at = MarksEnd(text, at, span.End);
            if (!SentenceEnd.IsAt(text, start, first, at, span.End)) continue;
            into.Add(new Sentence(new TextSpan(start, at), block));
            at = start = SkipSpace(text, at, span.End);
        }
        var end = span.End;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) into.Add(new Sentence(new TextSpan(start, end), block));
    }

    internal static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    internal static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    // A list item begins after its mark.
    private static int SkipBullet(string text, int at, int end) =>
        at + 1 < end && (text[at] is '•' or '‣' or '▪' or '·' or '*' or '◦' or '-' or '–') && char.IsWhiteSpace(text[at + 1])
            ? SkipSpace(text, at + 1, end) : at;

    // The run of stops and closing marks from the first stop: ?".  ...)  .”
    private static int MarksEnd(string text, int at, int end)
    {
        while (at < end && IsStop(text[at])) at++;
        while (at < end)
        {
            if (text[at] is '”' or '’' or '»' or '›' or ')' or ']' or '"' or '\'' || IsStop(text[at])) at++;
            else break;
        }
        return at;
    }
}
