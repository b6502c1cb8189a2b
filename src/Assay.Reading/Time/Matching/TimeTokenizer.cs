using System.Buffers;
using Assay.Reading.Time.Language;

namespace Assay.Reading.Time.Matching;

/// <summary>
/// Cuts a text into words, runs of digits and punctuation marks, and looks every word up in the lexicon on the way. Dotted initials
/// ("p.m.", "B.C.") are one word; an abbreviation the lexicon knows ("Sept.") takes its full stop with it.
/// </summary>
internal sealed class TimeTokenizer(Lexicon lexicon, int possessive)
{
    private const int MaxWordLength = 64;

    /// <summary>The tokens of the text, in an array from the shared pool that the caller gives back, and their number.</summary>
    public (TimeToken[] Tokens, int Count) Read(ReadOnlySpan<char> text)
    {
        var tokens = ArrayPool<TimeToken>.Shared.Rent(Math.Max(64, text.Length / 4));
        var count = 0;
        var at = 0;
        var flags = TokenFlags.Sentence | TokenFlags.Paragraph | TokenFlags.Line;
        while (at < text.Length)
        {
            var c = text[at];
            if (c <= ' ' || (c >= 0x80 && char.IsWhiteSpace(c)))
            {
                at = Space(text, at, tokens, count, ref flags);
                continue;
            }
            if (count == tokens.Length)
                tokens = Grow(tokens);
            ref var token = ref tokens[count];
            token = new TimeToken
            {
                Start = at,
                Word = -1,
                Flags = flags,
            };
            flags = TokenFlags.Tight;
            if ((uint)((c | 0x20) - 'a') <= 25 || (c >= 0x80 && char.IsLetter(c)))
                at = Letters(text, at, ref token);
            else if ((uint)(c - '0') <= 9)
                at = Digits(text, at, ref token);
            else
                at = Mark(text, at, ref token);
            token.End = at;
            count++;
            if (OpaqueRuns.End(text, tokens.AsSpan(0, count), out var first) is var end && end > 0)
                (at, count) = (end, OpaqueRuns.Join(tokens, first, end));
        }
        return (tokens, count);
    }

    private static TimeToken[] Grow(TimeToken[] tokens)
    {
        var larger = ArrayPool<TimeToken>.Shared.Rent(tokens.Length * 2);
        tokens.CopyTo(larger, 0);
        ArrayPool<TimeToken>.Shared.Return(tokens);
        return larger;
    }

    private static int Space(ReadOnlySpan<char> text, int at, TimeToken[] tokens, int count, ref TokenFlags flags)
    {
        var lines = 0;
        while (at < text.Length && (text[at] <= ' ' || (text[at] >= 0x80 && char.IsWhiteSpace(text[at]))))
        {
            if (text[at++] == '\n')
                lines++;
        }
        flags &= TokenFlags.Sentence | TokenFlags.Paragraph | TokenFlags.Line;
        if (lines > 0)
            flags |= TokenFlags.Line;
        if (lines > 1)
            flags |= TokenFlags.Sentence | TokenFlags.Paragraph;
        else if (count > 0 && EndsSentence(tokens, count) && at < text.Length && !char.IsLower(text[at]))
            flags |= TokenFlags.Sentence;
        return at;
    }

    private static bool EndsSentence(TimeToken[] tokens, int count)
    {
        for (var i = count - 1; i >= 0 && i > count - 4 && tokens[i].Kind == TimeTokenKind.Punctuation; i--)
        {
            if (tokens[i].Value is '.' or '!' or '?')
                return !(tokens[i].Value == '.' && i > 0 && tokens[i - 1] is { Kind: TimeTokenKind.Word, Length: 1 });
        }
        return false;
    }

    private int Letters(ReadOnlySpan<char> text, int start, ref TimeToken token)
    {
        var dotted = Initials(text, start, ref token);
        if (dotted > 0)
            return dotted;
        var hash = Lexicon.Seed;
        var at = start;
        var lower = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (!IsLetter(c))
            {
                if (c is '\'' or '\u2019' && at + 1 < text.Length && IsLetter(text[at + 1]) && !IsPossessive(text, at))
                {
                    hash = Lexicon.Step(hash, '\'');
                    continue;
                }
                break;
            }
            var small = Lexicon.Lower(c);
            if (small == c)
                lower++;
            hash = Lexicon.Step(hash, small);
        }
        SetCase(ref token, text[start], lower);
        if (at - start <= MaxWordLength)
            Recognise(lexicon.Find(hash, text[start..at]), ref token);
        if (token.Word >= 0 && lexicon[token.Word].Abbreviation && at < text.Length && text[at] == '.')
            at++;
        return at;
    }

    private static void SetCase(ref TimeToken token, char first, int lower)
    {
        if (Lexicon.Lower(first) != first)
            token.Flags |= lower == 0 ? TokenFlags.Capital | TokenFlags.Upper : TokenFlags.Capital;
    }

    private void Recognise(int word, ref TimeToken token)
    {
        token.Word = word;
        if (word < 0)
            return;
        var known = lexicon[word];
        token.Classes = known.Any;
        if ((token.Flags & TokenFlags.Capital) != 0)
            token.Classes |= known.Capital;
        if ((token.Flags & TokenFlags.Upper) != 0)
            token.Classes |= known.Upper;
    }

    /// <summary>Reads "p.m.", "B.C.", "U.S." as one word without its dots; 0 where there are no initials.</summary>
    private int Initials(ReadOnlySpan<char> text, int start, ref TimeToken token)
    {
        if (start + 2 >= text.Length || text[start + 1] != '.' || !IsLetter(text[start + 2]))
            return 0;
        Span<char> letters = stackalloc char[6];
        var hash = Lexicon.Seed;
        var (at, count) = (start, 0);
        while (at < text.Length && IsLetter(text[at]) && count < letters.Length)
        {
            if (at + 1 < text.Length && IsLetter(text[at + 1]))
                return 0;
            letters[count] = text[at];
            hash = Lexicon.Step(hash, Lexicon.Lower(text[at]));
            count++;
            at++;
            if (at < text.Length && text[at] == '.')
                at++;
            else
                break;
        }
        if (count < 2)
            return 0;
        SetCase(ref token, text[start], 0);
        Recognise(lexicon.Find(hash, letters[..count]), ref token);
        return at;
    }

    private static int Digits(ReadOnlySpan<char> text, int start, ref TimeToken token)
    {
        var at = start;
        var value = 0;
        for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
        {
            if (at - start < 9)
                value = (value * 10) + (text[at] - '0');
        }
        token.Kind = TimeTokenKind.Digits;
        token.Value = at - start > 9 ? -1 : value;
        return at;
    }

    private int Mark(ReadOnlySpan<char> text, int at, ref TimeToken token)
    {
        token.Kind = TimeTokenKind.Punctuation;
        token.Value = text[at] switch
        {
            '\u2019' or '\u2018' or '`' => '\'',
            '\u2013' or '\u2014' or '\u2010' or '\u2011' or '\u2212' => '-',
            var other => other,
        };
        if (token.Value == '\'' && token.Tight && IsPossessive(text, at))
        {
            token.Kind = TimeTokenKind.Word;
            token.Word = possessive;
            return at + 2;
        }
        return at + 1;
    }

    private static bool IsPossessive(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at + 1] is 's' or 'S' && (at + 2 >= text.Length || !IsLetter(text[at + 2]));

    private static bool IsLetter(char c) => (uint)((c | 0x20) - 'a') <= 25 || (c >= 0x80 && char.IsLetter(c));
}
