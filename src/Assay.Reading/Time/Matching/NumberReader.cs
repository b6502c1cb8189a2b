using Assay.Reading.Time.Language;

namespace Assay.Reading.Time.Matching;

/// <summary>
/// Reads numbers in digits and in words. Words are composed as most languages do: units are added to tens, a larger multiple multiplies
/// what stands before it ("two hundred and five thousand"). Values are in thousandths, so that "2 1/2" and "3.5" are whole numbers here.
/// </summary>
internal sealed class NumberReader(Grammar grammar)
{
    private const int LongestPhrase = 12;

    /// <summary>Reads a cardinal at a token. Returns the number of tokens it takes, 0 where there is none.</summary>
    public int Cardinal(ReadOnlySpan<TimeToken> tokens, int at, out long thousandths)
    {
        thousandths = 0;
        var used = tokens[at].Kind == TimeTokenKind.Digits ? InDigits(tokens, at, out thousandths) : InWords(tokens, at, out thousandths);
        while (
            used > 0
            && at + used < tokens.Length
            && used < LongestPhrase
            && tokens[at].Kind == TimeTokenKind.Digits
            && grammar.Sense(tokens[at + used], grammar.MultipleClass, out var scale)
        )
        {
            thousandths = Math.Min(thousandths, long.MaxValue / scale / 2) * scale;
            used++;
        }
        return used;
    }

    /// <summary>Reads an ordinal ("5th", "fifth", "twenty-first"). Returns the number of tokens it takes, 0 where there is none.</summary>
    public int Ordinal(ReadOnlySpan<TimeToken> tokens, int at, out long value)
    {
        value = 0;
        ref readonly var token = ref tokens[at];
        if (token.Kind == TimeTokenKind.Digits)
        {
            value = token.Value;
            return value > 0 && at + 1 < tokens.Length && tokens[at + 1].Tight && Grammar.Has(tokens[at + 1], grammar.OrdinalSuffixClass)
                ? 2
                : 0;
        }
        if (grammar.Sense(token, grammar.OrdinalClass, out value))
            return 1;
        if (!grammar.Sense(token, grammar.NumberClass, out var tens) || tens < 20 || tens % 10 != 0)
            return 0;
        var next = at + 1 < tokens.Length && tokens[at + 1].Is('-') ? at + 2 : at + 1;
        if (next >= tokens.Length || !grammar.Sense(tokens[next], grammar.OrdinalClass, out var unit) || unit >= 10)
            return 0;
        value = tens + unit;
        return next - at + 1;
    }

    /// <summary>Reads a year in words: "nineteen ninety-four", "two thousand and five". Returns the number of tokens, 0 where there is
    /// none.</summary>
    public int YearInWords(ReadOnlySpan<TimeToken> tokens, int at, out long value)
    {
        if (!grammar.Sense(tokens[at], grammar.NumberClass, out value))
            return 0;
        if (value is >= 11 and <= 20 && at + 1 < tokens.Length)
        {
            var next = tokens[at + 1].Is('-') ? at + 2 : at + 1;
            if (next < tokens.Length && grammar.Sense(tokens[next], grammar.NumberClass, out var low) && low is >= 10 and < 100)
            {
                var used = InWords(tokens, next, out var rest);
                if (used > 0 && rest < 100_000)
                {
                    value = (value * 100) + (rest / 1000);
                    return next - at + used;
                }
            }
        }
        var length = InWords(tokens, at, out var whole);
        value = whole / 1000;
        return length > 1 && value is >= 1000 and < 2200 ? length : 0;
    }

    private static int InDigits(ReadOnlySpan<TimeToken> tokens, int at, out long thousandths)
    {
        thousandths = 0;
        if (tokens[at].Value < 0)
            return 0;
        long whole = tokens[at].Value;
        var next = at + 1;
        if (tokens[at].Length <= 3)
        {
            while (
                next + 1 < tokens.Length
                && next - at < 8
                && tokens[next].Is(',')
                && tokens[next].Tight
                && tokens[next + 1] is { Kind: TimeTokenKind.Digits, Length: 3, Tight: true }
            )
            {
                whole = (whole * 1000) + tokens[next + 1].Value;
                next += 2;
            }
        }
        thousandths = whole * 1000;
        if (
            next + 1 < tokens.Length
            && tokens[next].Is('.')
            && tokens[next].Tight
            && tokens[next + 1] is { Kind: TimeTokenKind.Digits, Tight: true, Length: <= 3 }
        )
        {
            thousandths +=
                tokens[next + 1].Value
                * (
                    tokens[next + 1].Length switch
                    {
                        1 => 100,
                        2 => 10,
                        _ => 1,
                    }
                );
            return next + 2 - at;
        }
        return AddFraction(tokens, at, next, ref thousandths);
    }

    /// <summary>"2 1/2" and "2-1/2" add their fraction, "1/2" is one.</summary>
    private static int AddFraction(ReadOnlySpan<TimeToken> tokens, int at, int next, ref long thousandths)
    {
        if (IsFraction(tokens, at, out var alone))
        {
            thousandths = alone;
            return 3;
        }
        var from = next < tokens.Length && tokens[next].Is('-') && tokens[next].Tight ? next + 1 : next;
        if (from < tokens.Length && IsFraction(tokens, from, out var part))
        {
            thousandths += part;
            return from + 3 - at;
        }
        return next - at;
    }

    private static bool IsFraction(ReadOnlySpan<TimeToken> tokens, int at, out long thousandths)
    {
        thousandths = 0;
        if (
            at + 2 >= tokens.Length
            || tokens[at] is not { Kind: TimeTokenKind.Digits, Length: 1 }
            || !tokens[at + 1].Is('/')
            || !tokens[at + 1].Tight
            || tokens[at + 2] is not { Kind: TimeTokenKind.Digits, Length: 1, Tight: true }
            || tokens[at + 2].Value is not (2 or 3 or 4)
            || tokens[at].Value >= tokens[at + 2].Value
            || tokens[at].Value == 0
        )
            return false;
        thousandths = 1000L * tokens[at].Value / tokens[at + 2].Value;
        return true;
    }

    private int InWords(ReadOnlySpan<TimeToken> tokens, int at, out long thousandths)
    {
        thousandths = 0;
        long total = 0,
            group = 0,
            lastUnit = long.MaxValue;
        var next = at;
        var end = at;
        while (next < tokens.Length && next - at < LongestPhrase)
        {
            ref readonly var token = ref tokens[next];
            if (
                next > at
                && (token.Is('-') || Grammar.Has(token, grammar.NumberJoinClass))
                && next + 1 < tokens.Length
                && (token.Is('-') ? token.Tight : lastUnit >= 100)
            )
            {
                next++;
                continue;
            }
            if (grammar.Sense(token, grammar.NumberClass, out var unit))
            {
                if (next > at && !Fits(unit, lastUnit))
                    break;
                group += unit;
                lastUnit = unit;
            }
            else if (next > at && grammar.Sense(token, grammar.MultipleClass, out var scale))
            {
                (total, group) = scale >= 1000 ? (total + (Math.Max(1, group) * scale), 0) : (total, Math.Max(1, group) * scale);
                lastUnit = scale;
            }
            else
                break;
            end = ++next;
        }
        thousandths = Math.Min(total + group, long.MaxValue / 2000) * 1000;
        return end - at;
    }

    private static bool Fits(long unit, long last) =>
        last switch
        {
            >= 100 => unit < last,
            >= 20 when last % 10 == 0 => unit < 10,
            _ => false,
        };
}
