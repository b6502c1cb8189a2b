using System.Globalization;
using Assay.Reading.Text;

namespace Assay.Reading.Figures;

/// <summary>A number with its bounds and unit, as a range of words.</summary>
internal sealed record Quantity(int First, int End, decimal? Value, decimal? Min, decimal? Max, bool Vague, string? Unit);

/// <summary>Reads a quantity at a word: digits, number words, magnitudes, ranges, bounds, percentages, currencies, vague words.</summary>
internal sealed class QuantityReader(WordedText text, FigureWords words)
{
    /// <summary>The quantity that begins at the word, bound words before it included; null where there is none.</summary>
    public Quantity? At(int at, int first, int end)
    {
        var core = Vague(at, end) ?? Fraction(at, end) ?? Number(at, end);
        if (core is null)
            return null;

        core = Range(core, first, end) ?? core;
        core = Unit(core, first, end);
        return Bounded(core, first, end);
    }

    private Quantity? Vague(int at, int end)
    {
        if (!words.VagueFirst.Contains(text.Words[at].Lower))
            return null;

        foreach (var (_, phrase, min, max) in words.Vague)
        {
            var length = phrase.Match(text.Words, at, end);
            if (length > 0)
                return new Quantity(at, at + length, null, min, max, true, null);
        }

        return null;
    }

    private Quantity? Fraction(int at, int end)
    {
        foreach (var (phrase, first, value) in words.Fractions)
        {
            var length = text.Words[at].Is(first) ? phrase.Match(text.Words, at, end) : 0;
            if (length > 0 && text.LowerAt(at + length) is "of" or "the" or "its" or "their")
                return new Quantity(at, at + length, value, value, value, false, "fraction");

            if (length > 0 && text.LowerAt(at + length) is "a" && words.Magnitudes.TryGetValue(text.LowerAt(at + length + 1), out var size))
                return new Quantity(at, at + length + 2, value * size, value * size, value * size, false, null);
        }

        return null;
    }

    private Quantity? Number(int at, int end)
    {
        var word = text.Words[at];
        if (word.Kind == WordKind.Number)
            return Digits(at, end);

        if (
            word.Lower is "a" or "half"
            && at + 1 < end
            && words.Magnitudes.TryGetValue(text.Words[at + 1].Lower, out var size)
            && text.Words[at + 1].Lower.Length > 2
        )
        {
            var (total, stop) = Magnify(word.Is("half") ? size / 2 : size, at + 2, end);
            return new Quantity(at, stop, total, total, total, false, null);
        }

        return Spelled(at, end);
    }

    private Quantity? Digits(int at, int end)
    {
        var lower = text.Words[at].Lower;
        var digits = lower.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        if (
            !decimal.TryParse(
                lower.AsSpan(0, digits),
                NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
            return null;

        string? unit = null;
        if (digits < lower.Length)
        {
            var suffix = lower[digits..];
            if (words.Magnitudes.TryGetValue(suffix, out var size))
                value = Times(value, size);
            else if (words.Units.TryGetValue(suffix, out var measure))
                unit = measure;
            else
                return null;
        }

        var (total, stop) = Magnify(value, at + 1, end);
        return new Quantity(at, stop, total, total, total, false, unit);
    }

    private (decimal Total, int Stop) Magnify(decimal value, int at, int end)
    {
        while (
            at < end
            && text.Words[at].Lower.Length > 1
            && words.Magnitudes.TryGetValue(text.Words[at].Lower, out var size)
            && value <= 1_000_000_000_000m
        )
        {
            value = Times(value, size);
            at++;
        }

        return (value, at);
    }

    private static decimal Times(decimal value, decimal size) => value > 1_000_000_000_000_000m ? value : value * size;

    // "two hundred and thirty", "twenty-one thousand".
    private Quantity? Spelled(int at, int end)
    {
        decimal total = 0,
            part = 0;
        var i = at;
        for (; i < end && i < at + 12; i++)
        {
            var lower = text.Words[i].Lower;
            if (Small(lower) is { } small)
                part += small;
            else if (i > at && lower.Length > 2 && words.Magnitudes.TryGetValue(lower, out var size) && part > 0)
            {
                if (size < 1000)
                    part *= size;
                else
                {
                    total += part * size;
                    part = 0;
                }
            }
            else if (
                !(
                    lower == "and"
                    && i > at
                    && i + 1 < end
                    && Small(text.Words[i + 1].Lower) is not null
                    && words.Magnitudes.ContainsKey(text.Words[i - 1].Lower)
                )
            )
                break;
        }

        return i == at ? null : new Quantity(at, i, total + part, total + part, total + part, false, null);
    }

    private decimal? Small(string lower)
    {
        if (words.Numbers.TryGetValue(lower, out var value))
            return value;

        var hyphen = lower.IndexOf('-', StringComparison.Ordinal);
        return
            hyphen > 0
            && words.Numbers.TryGetValue(lower[..hyphen], out var tens)
            && tens >= 20
            && words.Numbers.TryGetValue(lower[(hyphen + 1)..], out var ones)
            && ones is > 0 and < 10
            ? tens + ones
            : null;
    }

    // "3-5", "3 to 5", "between 3 and 5".
    private Quantity? Range(Quantity low, int first, int end)
    {
        if (low.End + 1 >= end || low.Value is not { } from)
            return null;

        var joint = text.Words[low.End].Lower;
        var between = low.First > first && text.Words[low.First - 1].Lower is "between";
        var dash = joint is "-" or "–" && text.Words[low.End].Start == text.Words[low.End - 1].End;
        var to = joint == "to" && !(low.First > first && text.Words[low.First - 1].Is("from"));
        if (!(dash || to || (between && joint == "and")) || Number(low.End + 1, end) is not { Value: { } until } high)
            return null;

        // "2 to 3 million": the magnitude belongs to both.
        if (
            from < until
            && high.End - (low.End + 1) > 1
            && low.End - low.First == 1
            && words.Magnitudes.TryGetValue(text.Words[high.End - 1].Lower, out var size)
            && from < 1000
            && until >= size
            && from * size < until
        )
            from *= size;

        return until <= from
            ? null
            : new Quantity(between ? low.First - 1 : low.First, high.End, null, from, until, false, low.Unit ?? high.Unit);
    }

    private Quantity Unit(Quantity q, int first, int end)
    {
        if (
            q.First > first
            && words.Currencies.TryGetValue(text.Words[q.First - 1].Lower, out var before)
            && text.Words[q.First - 1].Kind == WordKind.Mark
        )
        {
            var start =
                q.First - 1 > first
                && text.Words[q.First - 2].Lower is "us" or "u.s." or "a" or "c"
                && text.Words[q.First - 2].End == text.Words[q.First - 1].Start
                    ? q.First - 2
                    : q.First - 1;
            return q with { First = start, Unit = before };
        }

        var currency = words.CurrencyPhrases.Match(text.Words, q.End, end);
        if (currency > 0)
            return q with { End = q.End + currency, Unit = words.Currencies[Phrase(q.End, currency)] };

        var unit = words.UnitPhrases.Match(text.Words, q.End, end);
        return unit > 0 ? q with { End = q.End + unit, Unit = words.Units[Phrase(q.End, unit)] } : q;
    }

    private string Phrase(int at, int length) => string.Join(' ', Enumerable.Range(at, length).Select(k => text.Words[k].Lower));

    private Quantity Bounded(Quantity q, int first, int end)
    {
        var bound = Bound.Exact;
        var start = q.First;
        foreach (var (phrases, kind) in words.Before)
        {
            for (var k = Math.Max(first, q.First - 4); k < q.First; k++)
            {
                if (phrases.Match(text.Words, k, q.First) is var n && n > 0 && k + n == q.First && k < start)
                    (bound, start) = (kind, k);
            }
        }

        var stop = q.End;
        foreach (var (phrases, kind) in words.After)
        {
            if (phrases.Match(text.Words, q.End, end) is var n && n > 0)
                (bound, stop) = (kind, q.End + n);
        }

        q = q with { First = start, End = stop };
        return bound switch
        {
            Bound.AtLeast => q with { Max = null },
            Bound.AtMost => q with { Min = null },
            Bound.Nearly => q with { Min = q.Min * 0.9m },
            Bound.About => q with { Min = q.Min * 0.9m, Max = q.Max * 1.1m },
            _ => q,
        };
    }
}
