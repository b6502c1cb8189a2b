using Assay.Reading.Time.Language;

namespace Assay.Reading.Time.Matching;

/// <summary>
/// Addresses, e-mail addresses, handles, hashtags, file names and codes ("MH17", "photo_2014.jpg"): whatever digits and words stand in them
/// are no times.
/// Each becomes one unknown word.
/// </summary>
internal static class OpaqueRuns
{
    /// <summary>
    /// Where the run ends that the last token shows to be one, with its first token; 0 where there is none. What is joined is never looked
    /// at again, so
    /// that reading stays linear.
    /// </summary>
    public static int End(ReadOnlySpan<char> text, ReadOnlySpan<TimeToken> tokens, out int first)
    {
        first = tokens.Length - 1;
        ref readonly var last = ref tokens[^1];
        if (last.Kind == TimeTokenKind.Punctuation)
            return AtMark(text, tokens, last, ref first);
        if (!last.Tight || first == 0)
            return 0;
        ref readonly var before = ref tokens[^2];
        if (before.Kind == TimeTokenKind.Punctuation || before.Kind == last.Kind || !IsUnknown(before) && !IsUnknown(last))
            return 0;
        first--;
        return Run(text, last.End, "");
    }

    private static bool IsUnknown(in TimeToken token) => token.Kind == TimeTokenKind.Word && token.Word < 0;

    private static int AtMark(ReadOnlySpan<char> text, ReadOnlySpan<TimeToken> tokens, in TimeToken mark, ref int first)
    {
        var next = mark.End < text.Length ? text[mark.End] : ' ';
        switch (mark.Value)
        {
            case '@' when IsPart(next):
                first = Back(tokens, "._-+");
                return Run(text, mark.End, ".-");
            case '#' when char.IsLetterOrDigit(next):
                var end = Run(text, mark.End, "");
                return HasLetter(text[mark.End..end]) ? end : 0;
            case '_' when mark.Tight && IsPart(next) && tokens.Length > 1 && tokens[^2].Kind != TimeTokenKind.Punctuation:
                first = Back(tokens, ".-");
                return Run(text, mark.End, ".-");
            case ':' when mark.Tight && next == '/' && text[mark.End..].StartsWith("//", StringComparison.Ordinal):
                first = Back(tokens, "");
                return Address(text, mark.End);
            case '.'
                when mark.Tight
                    && tokens.Length > 1
                    && IsPart(next)
                    && text[tokens[^2].Start..tokens[^2].End].Equals("www", StringComparison.OrdinalIgnoreCase):
                first = Back(tokens, "");
                return Address(text, mark.End);
            case '/' when mark.Tight && IsPart(next) && IsHost(tokens):
                first = Back(tokens, ".-");
                return Address(text, mark.End);
            default:
                return 0;
        }
    }

    /// <summary>"example.com" before a stroke: words parted by a full stop, nothing between them.</summary>
    private static bool IsHost(ReadOnlySpan<TimeToken> tokens) =>
        tokens.Length > 3
        && tokens[^2] is { Kind: TimeTokenKind.Word, Tight: true }
        && tokens[^3].Is('.')
        && tokens[^3].Tight
        && tokens[^4].Kind == TimeTokenKind.Word;

    /// <summary>The first of the tokens that stand tight before the last one and are words, digits or one of the marks.</summary>
    private static int Back(ReadOnlySpan<TimeToken> tokens, string marks)
    {
        var first = tokens.Length - 1;
        while (
            first > 0
            && tokens[first].Tight
            && (
                tokens[first - 1].Kind != TimeTokenKind.Punctuation
                || marks.Contains((char)tokens[first - 1].Value, StringComparison.Ordinal)
            )
        )
            first--;
        return first;
    }

    private static int Run(ReadOnlySpan<char> text, int at, string inner)
    {
        while (
            at < text.Length
            && (IsPart(text[at]) || (at + 1 < text.Length && inner.Contains(text[at], StringComparison.Ordinal) && IsPart(text[at + 1])))
        )
            at++;
        return at;
    }

    private static int Address(ReadOnlySpan<char> text, int at)
    {
        var from = at;
        while (
            at < text.Length
            && text[at]
                is > ' '
                    and not ('<' or '>' or '"' or '(' or ')' or '[' or ']' or '{' or '}' or '\u00AB' or '\u00BB' or '\u201C' or '\u201D')
            && !char.IsWhiteSpace(text[at])
        )
            at++;
        while (at > from && text[at - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '\u2019')
            at--;
        return at;
    }

    private static bool HasLetter(ReadOnlySpan<char> run)
    {
        foreach (var c in run)
        {
            if (char.IsLetter(c))
                return true;
        }
        return false;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>Makes the tokens from the first on one unknown word. Returns the new number of tokens.</summary>
    public static int Join(TimeToken[] tokens, int first, int end)
    {
        tokens[first] = new TimeToken
        {
            Start = tokens[first].Start,
            End = end,
            Word = -1,
            Flags = tokens[first].Flags & ~(TokenFlags.Capital | TokenFlags.Upper),
        };
        return first + 1;
    }
}
