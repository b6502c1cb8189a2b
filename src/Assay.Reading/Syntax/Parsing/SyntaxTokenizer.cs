using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Syntax.Parsing;

/// <summary>
/// Cuts a sentence into the tokens of the Universal Dependencies: those of <see cref="Tokenizer"/>, with words cut at hyphens and before
/// clitics, and with addresses, fractions and doubled marks put together. Every token keeps its place in the text.
/// </summary>
/// <param name="rules">The rules of the language.</param>
internal sealed class SyntaxTokenizer(TokenRules rules)
{
    /// <summary>The tokens of a span.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The sentence.</param>
    public List<TextSpan> Cut(string text, TextSpan span)
    {
        var tokens = new List<TextSpan>(span.Length / 5 + 1);
        var at = span.Start;
        var (address, looked) = (-1, -1);
        while (Tokenizer.Next(text, ref at, span.End) is { } token)
        {
            if (token.Span.Start >= looked)
                (address, looked) = Address(text, token.Span.Start, span.End);
            if (address > token.Span.End)
            {
                tokens.Add(new TextSpan(token.Span.Start, address));
                (at, address) = (address, -1);
            }
            else if (token.Kind == TokenKind.Word)
                Word(text, token.Span, tokens);
            else if (tokens.Count > 0 && Joins(text, tokens[^1], token))
                tokens[^1] = new TextSpan(tokens[^1].Start, token.Span.End);
            else
                tokens.Add(token.Span);
        }
        return tokens;
    }

    // The end of an address of the net that begins here, and the end of what is not looked at again.
    private static (int End, int Looked) Address(string text, int start, int limit)
    {
        var end = start;
        while (end < limit && !char.IsWhiteSpace(text[end]))
            end++;
        var looked = end;
        var chunk = text.AsSpan(start, end - start);
        if (!IsAddress(chunk))
            return (-1, looked);
        while (end > start && char.IsPunctuation(text[end - 1]) && text[end - 1] is not ('/' or '-' or '_'))
            end--;
        return (end, looked);
    }

    private static bool IsAddress(ReadOnlySpan<char> chunk) =>
        char.IsAsciiLetterOrDigit(chunk[0])
        && (
            chunk.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || chunk.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || IsMail(chunk)
        );

    private static bool IsMail(ReadOnlySpan<char> chunk)
    {
        var sign = chunk.IndexOf('@');
        return sign > 0 && sign + 1 < chunk.Length && char.IsAsciiLetterOrDigit(chunk[sign + 1]) && chunk[(sign + 1)..].IndexOf('.') > 0;
    }

    // 9/11, and doubled marks: `` '' ?! !!
    private static bool Joins(string text, TextSpan before, Token token)
    {
        if (before.End != token.Span.Start)
            return false;
        var (last, first) = (text[before.End - 1], text[token.Span.Start]);
        return first switch
        {
            '!' or '?' => last is '!' or '?',
            '`' or '\'' => before.Length == 1 && last == first,
            '/' => before.Length <= 2
                && char.IsAsciiDigit(text[before.Start])
                && token.Span.End < text.Length
                && char.IsAsciiDigit(text[token.Span.End]),
            _ => char.IsAsciiDigit(first) && last == '/' && before.Length > 1,
        };
    }

    private void Word(string text, TextSpan span, List<TextSpan> tokens)
    {
        var word = span;
        while (!rules.IsWhole(text.AsSpan(word.Start, word.Length)) && Hyphen(text, word) is > 0 and var hyphen)
        {
            Part(text, new TextSpan(word.Start, hyphen), tokens);
            tokens.Add(new TextSpan(hyphen, hyphen + 1));
            word = new TextSpan(hyphen + 1, word.End);
        }
        Part(text, word, tokens);
    }

    // The first hyphen that is a token: not the one behind a prefix.
    private int Hyphen(string text, TextSpan word)
    {
        var from = word.Start;
        for (var at = word.Start + 1; at + 1 < word.End; at++)
        {
            if (text[at] is not ('-' or '\u2010' or '\u2011'))
                continue;
            if (from != word.Start || !rules.IsPrefix(text.AsSpan(from, at - from)))
                return at;
            from = at + 1;
        }
        return -1;
    }

    private void Part(string text, TextSpan part, List<TextSpan> tokens)
    {
        if (part.Length == 0)
            return;
        var word = text.AsSpan(part.Start, part.Length);
        var clitic = rules.Clitic(word);
        var cut = clitic > 0 ? part.End - clitic : part.Start + rules.Fused(word);
        if (cut > part.Start)
            tokens.Add(new TextSpan(part.Start, cut));
        tokens.Add(new TextSpan(cut, part.End));
    }
}
