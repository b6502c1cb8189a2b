using Assay.Ground.Anchors;

namespace Assay.Reading.Text;

/// <summary>
/// Turns tokens into words for the readers of voices, actors and figures: doubled quotation marks become one, digits with a unit or an
/// ordinal ending become one. Lower-case forms are pooled, so that a long text does not repeat them.
/// </summary>
internal sealed class WordReader(string text)
{
    private readonly HashSet<string> pool = new(StringComparer.Ordinal);

    /// <summary>Adds the words of the span to the list.</summary>
    public void Read(TextSpan span, List<Word> words)
    {
        var at = span.Start;
        while (Tokenizer.Next(text, ref at, span.End) is { } token)
        {
            var (start, end) = (token.Span.Start, token.Span.End);
            if (token.Kind == TokenKind.Quote && end < span.End && text[end] == text[start] && text[start] is '`' or '\'')
                at = end += text[start] == text[Math.Min(end, text.Length - 1)] ? 1 : 0;

            if (token.Kind == TokenKind.Number)
                at = end = NumberEnd(end, span.End);

            words.Add(Make(start, end, token.Kind));
        }
    }

    // "40m", "12g", "4:40PM", "34-year-old", "1990-91x": letters that touch the digits belong to them.
    private int NumberEnd(int end, int limit)
    {
        while (end < limit && (char.IsLetterOrDigit(text[end]) || (text[end] == '-' && end + 1 < limit && char.IsLetter(text[end + 1]))))
            end++;

        return end;
    }

    private Word Make(int start, int end, TokenKind kind)
    {
        var span = text.AsSpan(start, end - start);
        var capital = char.IsUpper(span[0]);
        return new Word(start, end, Lower(span), KindOf(span, kind), capital, capital && IsAllCaps(span));
    }

    private static bool IsAllCaps(ReadOnlySpan<char> span)
    {
        var letters = 0;
        foreach (var c in span)
        {
            if (char.IsLower(c))
                return false;

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 1;
    }

    private static WordKind KindOf(ReadOnlySpan<char> span, TokenKind kind) =>
        kind switch
        {
            TokenKind.Word => span.IndexOfAnyInRange('0', '9') < 0 ? WordKind.Word : WordKind.Code,
            TokenKind.Possessive => WordKind.Word,
            TokenKind.Number => IsPlain(span) ? WordKind.Number : WordKind.Code,
            TokenKind.Quote => span.Length == 2 || span[0] is '"' or '“' or '”' or '„' or '‟' or '«' or '»'
                ? WordKind.QuoteMark
                : WordKind.Mark,
            _ => WordKind.Mark,
        };

    private static bool IsPlain(ReadOnlySpan<char> span)
    {
        var digits = span.LastIndexOfAnyInRange('0', '9') + 1;
        return span.IndexOf(':') < 0
            && span[digits..] is "" or "m" or "M" or "bn" or "Bn" or "k" or "K" or "tn" or "mn" or "km" or "kg" or "mm" or "cm" or "pc";
    }

    private string Lower(ReadOnlySpan<char> span)
    {
        Span<char> buffer = span.Length <= 256 ? stackalloc char[span.Length] : new char[span.Length];
        span.ToLowerInvariant(buffer);
        buffer.Replace('’', '\'');
        buffer.Replace('\u2011', '-');
        buffer.Replace('\u2010', '-');
        var lookup = pool.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(buffer, out var known))
        {
            known = new string(buffer);
            pool.Add(known);
        }

        return known;
    }
}
