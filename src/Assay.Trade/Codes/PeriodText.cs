using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Trade.Codes;

/// <summary>Reads months and years as statistical offices write them.</summary>
public static partial class PeriodText
{
    /// <summary>
    /// The frequency and period of a text such as <c>2022-03</c>, <c>202203</c>, <c>2022M03</c>, <c>2022-M03</c>, <c>03/2022</c>,
    /// <c>Mar. 2022</c>, <c>март 2022</c> (see <see cref="MonthNames"/>), <c>2022年3月</c>,
    /// <c>2022</c>, or
    /// <c>202252-Jan.-Dec. 2022</c> or <c>Jan.-Dec. 2022</c> (a year); null where it is none of them.
    /// </summary>
    /// <returns>Frequency M with yyyymm, or A with yyyy00.</returns>
    public static (char Frequency, int Period)? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var numeric = Numeric().Match(trimmed);
        if (numeric.Success)
            return numeric.Groups["m"].Length == 0 && numeric.Groups["tail"].Length > 0
                ? MonthNames.Read(numeric.Groups["tail"].Value) is { } word
                    ? Month(numeric.Groups["y"].Value, word.ToString(CultureInfo.InvariantCulture))
                    : null
                : Month(numeric.Groups["y"].Value, numeric.Groups["m"].Value);

        var reversed = Reversed().Match(trimmed);
        if (reversed.Success)
            return Month(reversed.Groups["y"].Value, reversed.Groups["m"].Value);

        var eastern = Eastern().Match(trimmed);
        if (eastern.Success)
            return Month(eastern.Groups["y"].Value, eastern.Groups["m"].Value);

        var whole = Whole().Match(trimmed);
        if (whole.Success)
            return Month(whole.Groups["y"].Value, "");

        var named = Named().Match(trimmed);
        if (!named.Success)
            return null;

        return MonthNames.Read(named.Groups["m"].Value) is { } month
            ? ('M', (int.Parse(named.Groups["y"].Value, CultureInfo.InvariantCulture) * 100) + month)
            : null;
    }

    private static (char Frequency, int Period)? Month(string year, string month)
    {
        var y = int.Parse(year, CultureInfo.InvariantCulture);
        var m = month.Length == 0 ? 52 : int.Parse(month, CultureInfo.InvariantCulture);
        return m == 52 ? ('A', y * 100)
            : m is >= 1 and <= 12 ? ('M', (y * 100) + m)
            : null;
    }

    [GeneratedRegex(@"^(?<y>(19|20)\d\d)(?:(?:-M|[-/.M])?(?<m>\d\d?))?(?:-\d\d)?(?:-(?<tail>(?:\d\d?[. ]+)?\p{L}.*))?$")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^(?<m>\d\d?)[-/.](?<y>(19|20)\d\d)$")]
    private static partial Regex Reversed();

    [GeneratedRegex(@"^(?<y>(19|20)\d\d) ?[年년] ?(?<m>\d\d?) ?[月월]$")]
    private static partial Regex Eastern();

    [GeneratedRegex(@"^Jan\. ?- ?Dec\. (?<y>(19|20)\d\d)$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?<m>\p{L}{3,12})(?:\.[ -]*|[ -]+)(?<y>(19|20)\d\d)$")]
    private static partial Regex Named();
}
