using Assay.Ground.Anchors;

namespace Assay.Reading.Text;

/// <summary>What a <see cref="Token"/> is.</summary>
public enum TokenKind
{
    /// <summary>A word: letters with inner hyphens, apostrophes and digits ("well-known", "don't", "Mi-8"), an abbreviation with its stops
    /// ("U.S.", "Mr.").</summary>
    Word,

    /// <summary>A number with its separators ("2,235", "3.5", "4:40"), an ordinal ("20th") or a decade ("1990s").</summary>
    Number,

    /// <summary>The clitic 's, straight or curly, as a token of its own.</summary>
    Possessive,

    /// <summary>A quotation mark, double or single, straight or curly, or a guillemet.</summary>
    Quote,

    /// <summary>Stops, commas, dashes, brackets. A run of the same dots or dashes ("...", "--") is one token.</summary>
    Punctuation,

    /// <summary>Anything else: currency and percent signs, emoji.</summary>
    Symbol,
}

/// <summary>A token of a text layer.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Token(TextSpan Span, TokenKind Kind)
{
    /// <summary>The characters of the token, without a copy.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Span.Start, Span.Length);

    /// <summary>True where the token is this word, ignoring case.</summary>
    public bool Is(string text, string word) => Of(text).Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Cuts text into tokens. Every character that is not white space belongs to exactly one token.</summary>
public static class Tokenizer
{
    /// <summary>The tokens of a span, in order.</summary>
    /// <param name="text">The text layer's text.</param>
    /// <param name="span">The part to cut.</param>
    public static List<Token> Tokens(string text, TextSpan span)
    {
        var tokens = new List<Token>(span.Length / 5 + 1);
        var at = span.Start;
        while (Next(text, ref at, span.End) is { } token)
            tokens.Add(token);
        return tokens;
    }

    /// <summary>The next token at or after a position, or null at the end; allocates nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to begin; moved to the end of the token.</param>
    /// <param name="end">Where to stop.</param>
    public static Token? Next(string text, ref int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] == '\u200b'))
            at++;
        if (at >= end)
            return null;
        var start = at;
        var c = text[at];
        var kind = TokenKind.Symbol;
        if (char.IsLetter(c) || char.IsSurrogate(c) && IsLetterPair(text, at))
            (at, kind) = (WordEnd(text, at, end), TokenKind.Word);
        else if (char.IsAsciiDigit(c) || char.IsDigit(c))
            (at, kind) = (NumberEnd(text, at, end), TokenKind.Number);
        else if (IsApostrophe(c) && IsPossessive(text, at, end))
            (at, kind) = (at + 2, TokenKind.Possessive);
        else if (IsQuote(c))
            (at, kind) = (at + 1, TokenKind.Quote);
        else if (char.IsPunctuation(c))
            (at, kind) = (RunEnd(text, at, end), TokenKind.Punctuation);
        else
            at += char.IsHighSurrogate(c) && at + 1 < end ? 2 : 1;
        return new Token(new TextSpan(start, at), kind);
    }

    /// <summary>True for double and single quotation marks and guillemets.</summary>
    public static bool IsQuote(char c) =>
        c is '"' or '\'' or '“' or '”' or '„' or '‟' or '‘' or '’' or '‚' or '«' or '»' or '‹' or '›' or '`' or '´';

    /// <summary>True for the characters that stand for an apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '´';

    private static bool IsLetterPair(string text, int at) => at + 1 < text.Length && char.IsLetter(text, at);

    private static bool IsWordPart(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || char.GetUnicodeCategory(text[at]) is System.Globalization.UnicodeCategory.NonSpacingMark
        || char.IsSurrogate(text[at]) && (at > 0 && char.IsLowSurrogate(text[at]) || IsLetterPair(text, at));

    // 's (in either case) after a letter or digit and before no further letter.
    private static bool IsPossessive(string text, int at, int end) =>
        at > 0
        && at + 1 < end
        && char.IsLetterOrDigit(text[at - 1])
        && (text[at + 1] is 's' or 'S')
        && (at + 2 >= end || !char.IsLetterOrDigit(text[at + 2]));

    private static int WordEnd(string text, int at, int end)
    {
        var start = at;
        while (at < end)
        {
            if (IsWordPart(text, at))
                at++;
            else if (at + 1 < end && IsWordPart(text, at + 1) && Joins(text, start, at, end))
                at++;
            else
                break;
        }
        return at < end && text[at] == '.' && TakesStop(text.AsSpan(start, at - start)) ? at + 1 : at;
    }

    // A hyphen, an apostrophe that is no clitic 's, an ampersand (R&D), or a dot inside an abbreviation or a site's name.
    private static bool Joins(string text, int start, int at, int end) =>
        text[at] switch
        {
            '-' or '\u2010' or '\u2011' or '&' or '_' => true,
            '.' => char.IsLower(text[at + 1]) || at - start == 1 || text[at - 2] == '.',
            var c when IsApostrophe(c) => !IsPossessive(text, at, end),
            _ => false,
        };

    private static bool TakesStop(ReadOnlySpan<char> word) => EndsInSingleLetter(word) || SentenceRules.English.IsAbbreviation(word);

    // U.S, p.m: each letter has its stop. A lone capital is an initial and takes its stop too.
    private static bool EndsInSingleLetter(ReadOnlySpan<char> word) =>
        word.Length > 2 ? word[^2] == '.' : word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I';

    private static int NumberEnd(string text, int at, int end)
    {
        while (at < end && (char.IsDigit(text[at]) || (text[at] is '.' or ',' or ':' && at + 1 < end && char.IsDigit(text[at + 1]))))
            at++;
        var letters = at;
        while (letters < end && char.IsLetter(text[letters]))
            letters++;
        return text.AsSpan(at, letters - at) is "st" or "nd" or "rd" or "th" or "s" ? letters : at;
    }

    private static int RunEnd(string text, int at, int end)
    {
        var c = text[at++];
        if (c is '.' or '-' or '–' or '—' or '*' or '_')
            while (at < end && text[at] == c)
                at++;
        return at;
    }
}
