using System.Collections.Frozen;
using System.Globalization;

namespace Assay.Reading.Intake.Bytes;

/// <summary>The characters beyond ASCII that texts of some languages have, and how often.</summary>
internal sealed class CharsetAlphabet
{
    /// <summary>Share of a character that is not listed: seen in no such text, short of a slip.</summary>
    private const double Unlisted = 1e-6;

    /// <summary>A capital within a word, or two scripts in one word: one such character in a thousand.</summary>
    private const double Misplaced = 1e-3;

    /// <summary>Two letters beyond ASCII side by side, where words are mostly of ASCII letters.</summary>
    private const double Doubled = 0.1;

    private readonly FrozenDictionary<char, double> shares;
    private readonly bool alone;
    private readonly double mean;
    private readonly double deviation;

    /// <summary>How far below its alphabet's mean a whole text may be, natural logarithms: no text is quite like all others.</summary>
    private const double Strangeness = 0.3;

    /// <summary>How many standard deviations a short text may be below that.</summary>
    private const double Deviations = 2.5;

    /// <summary>Takes lines of a character and its frequency; frequencies are made shares of their sum.</summary>
    /// <param name="lines">Lines such as <c>é 140</c>.</param>
    /// <param name="alone">Whether its letters do not stand in one word with ASCII letters.</param>
    public CharsetAlphabet(IReadOnlyCollection<string> lines, bool alone)
    {
        var counts = lines.Select(l => (Character: l[0], Count: double.Parse(l.AsSpan(2), CultureInfo.InvariantCulture))).ToList();
        var sum = counts.Sum(c => c.Count);
        shares = counts.ToFrozenDictionary(c => c.Character, c => c.Count / sum);
        mean = shares.Values.Sum(p => p * Math.Log(p));
        deviation = Math.Sqrt(shares.Values.Sum(p => p * Math.Pow(Math.Log(p) - mean, 2)));
        this.alone = alone;
    }

    /// <summary>
    /// Natural logarithm of how likely the characters beyond ASCII are where they stand; negative infinity where they are too unlikely to
    /// be a text,
    /// and where there are none.
    /// </summary>
    public double LogLikelihood(string text)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAscii(text[i]) || char.IsWhiteSpace(text[i]))
                continue;
            sum += LogLikelihood(text, i);
            count++;
        }
        var least = mean - Strangeness - Deviations * deviation / Math.Sqrt(count);
        return count > 0 && sum / count >= least ? sum : double.NegativeInfinity;
    }

    private double LogLikelihood(string text, int at)
    {
        var (c, before, after) = (text[at], at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        return Math.Log(shares.GetValueOrDefault(char.ToLowerInvariant(c), Unlisted) * Placing(c, before, after));
    }

    private double Placing(char c, char before, char after)
    {
        if (!char.IsLetter(c))
            return 1;
        if (char.IsUpper(c) && char.IsLower(before))
            return Misplaced;
        if (alone)
            return char.IsAsciiLetterOrDigit(before) || char.IsAsciiLetterOrDigit(after) ? Misplaced : 1;
        return Beyond(before) || Beyond(after) ? Doubled : 1;
    }

    private static bool Beyond(char c) => char.IsLetter(c) && !char.IsAscii(c);
}
