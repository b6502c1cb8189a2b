using Assay.Reading.Time.Language;
using Assay.Reading.Time.Resolving;

namespace Assay.Reading.Time.Matching;

/// <summary>The built-in readers of patterns: numbers, days, years, hours and the like, which no list of words can express.</summary>
internal sealed class TokenReaders(Grammar grammar)
{
    private readonly NumberReader _numbers = new(grammar);

    /// <summary>Reads at a token. Returns the number of tokens taken, or -1 where the reader finds nothing.</summary>
    public int Read(BuiltIn reader, ReadOnlySpan<TimeToken> tokens, int at, out long value)
    {
        value = 0;
        switch (reader)
        {
            case BuiltIn.Here:
                value = at;
                return 0;
            case BuiltIn.Num:
                return Some(_numbers.Cardinal(tokens, at, out value));
            case BuiltIn.Ord:
                return Some(_numbers.Ordinal(tokens, at, out value));
            case BuiltIn.Dom:
                return Dom(tokens, at, out value);
            case BuiltIn.Year:
                return Year(tokens, at, out value);
            case BuiltIn.Anyyear:
                return AnyYear(tokens, at, out value);
            case BuiltIn.Cap:
                value = at;
                return tokens[at].Kind == TimeTokenKind.Word && (tokens[at].Flags & TokenFlags.Capital) != 0 ? 1 : -1;
            case BuiltIn.Any:
                value = at;
                return tokens[at].Kind == TimeTokenKind.Word ? 1 : -1;
            case BuiltIn.Hour or BuiltIn.Hour12 when tokens[at].Kind == TimeTokenKind.Word:
                var words = _numbers.Cardinal(tokens, at, out var hour);
                value = hour / 1000;
                return words is 1 && value is >= 1 and <= 12 ? 1 : -1;
            default:
                return Plain(reader, tokens[at], out value) ? 1 : -1;
        }
    }

    private static int Some(int used) => used > 0 ? used : -1;

    private static bool Plain(BuiltIn reader, in TimeToken token, out long value)
    {
        value = reader == BuiltIn.Military ? ClockResolver.Military + token.Value : token.Value;
        return token.Kind == TimeTokenKind.Digits
            && reader switch
            {
                BuiltIn.Digits => token.Value >= 0,
                BuiltIn.Two => token.Length == 2,
                BuiltIn.Hour => token.Length <= 2 && token.Value <= 24,
                BuiltIn.Hour12 => token.Length <= 2 && token.Value is >= 1 and <= 12,
                BuiltIn.Minute => token.Length == 2 && token.Value < 60,
                BuiltIn.Second => token.Length == 2 && token.Value <= 60,
                BuiltIn.Longdigits => token.Length >= 5,
                BuiltIn.Monthnumber => token.Length <= 2 && token.Value is >= 1 and <= 12,
                BuiltIn.Daynumber => token.Length <= 2 && token.Value is >= 1 and <= 31,
                BuiltIn.Decadeyear => token.Length == 4 && token.Value is >= 1000 and < 2200 && token.Value % 10 == 0,
                BuiltIn.Fourdigits => token.Length == 4 && token.Value is >= 1000 and < 2200,
                BuiltIn.Military => MayBeTimeOfDay(token),
                _ => false,
            };
    }

    /// <summary>True for four digits of an hour and a minute: "0915".</summary>
    public static bool MayBeTimeOfDay(in TimeToken token) =>
        token.Kind == TimeTokenKind.Digits && token.Length == 4 && token.Value / 100 <= 24 && token.Value % 100 < 60;

    private int Dom(ReadOnlySpan<TimeToken> tokens, int at, out long value)
    {
        value = 0;
        if (IsPartOfNumber(tokens, at))
            return -1;
        var ordinal = _numbers.Ordinal(tokens, at, out value);
        if (ordinal > 0)
            return value is >= 1 and <= 31 ? ordinal : -1;
        if (!Plain(BuiltIn.Daynumber, tokens[at], out value) || RunsOn(tokens, at))
            return -1;
        return 1;
    }

    private int Year(ReadOnlySpan<TimeToken> tokens, int at, out long value)
    {
        value = tokens[at].Value;
        if (tokens[at].Kind == TimeTokenKind.Word)
            return Some(_numbers.YearInWords(tokens, at, out value));
        if (
            tokens[at] is not { Kind: TimeTokenKind.Digits, Length: 4, Value: >= 1000 and < 2200 }
            || IsPartOfNumber(tokens, at)
            || RunsOn(tokens, at)
        )
            return -1;
        return 1;
    }

    private static int AnyYear(ReadOnlySpan<TimeToken> tokens, int at, out long value)
    {
        value = tokens[at].Value;
        if (
            tokens[at] is { Kind: TimeTokenKind.Digits, Length: <= 2, Value: > 0 }
            && at + 2 < tokens.Length
            && tokens[at + 1].Is(',')
            && tokens[at + 1].Tight
            && tokens[at + 2] is { Kind: TimeTokenKind.Digits, Length: 3, Tight: true }
        )
        {
            value = (value * 1000) + tokens[at + 2].Value;
            return 3;
        }
        return tokens[at] is { Kind: TimeTokenKind.Digits, Length: <= 5, Value: > 0 } ? 1 : -1;
    }

    /// <summary>"$1998", "3.1998", "1,998", "0207 123 1998": the digits belong to a larger number.</summary>
    private bool IsPartOfNumber(ReadOnlySpan<TimeToken> tokens, int at)
    {
        if (at == 0)
            return false;
        if (!tokens[at].Tight)
            return tokens[at - 1] is { Kind: TimeTokenKind.Digits, Length: > 2 } && (tokens[at].Flags & TokenFlags.Paragraph) == 0;
        ref readonly var before = ref tokens[at - 1];
        if (before.Kind == TimeTokenKind.Word && before.Word != grammar.Possessive)
            return !Grammar.Has(before, grammar.GlueClass) && !Grammar.Has(before, grammar.MonthClass);
        if (before.Is('-') && at > 1 && before.Tight && tokens[at - 2] is { Kind: TimeTokenKind.Digits, Length: 3 })
            return true;
        if (before.Kind == TimeTokenKind.Punctuation && before.Value is '$' or '£' or '€' or '#' or '@' or '_' or '+' or '=' or '&' or '\\')
            return true;
        return before.Kind == TimeTokenKind.Punctuation
            && before.Value is '.' or ',' or ':'
            && at > 1
            && tokens[at - 2].Kind == TimeTokenKind.Digits
            && before.Tight;
    }

    /// <summary>"1998%", "12.5", "5,000", "10:30": the digits go on.</summary>
    private static bool RunsOn(ReadOnlySpan<TimeToken> tokens, int at)
    {
        if (at + 1 >= tokens.Length || !tokens[at + 1].Tight)
            return false;
        ref readonly var next = ref tokens[at + 1];
        if (next.Kind == TimeTokenKind.Word)
            return next.Word < 0 || next.Start == tokens[at].End && next.End - next.Start > 2;
        return next.Kind == TimeTokenKind.Punctuation
            && (
                next.Value is '%' or '$' or '€' or '£' or '@' or '_' or '=' or '°'
                || (
                    next.Value == '.'
                    && at + 2 < tokens.Length
                    && tokens[at + 2] is { Kind: TimeTokenKind.Word, Tight: true } ending
                    && (ending.Flags & TokenFlags.Capital) == 0
                )
                || (
                    next.Value is '.' or ',' or ':'
                    && at + 2 < tokens.Length
                    && tokens[at + 2] is { Kind: TimeTokenKind.Digits, Tight: true }
                )
            );
    }
}
