using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Reading.Events;
using NodaTime;

namespace Assay.Wording;

/// <summary>ISO 8601 durations of a report, as minutes and as words.</summary>
internal static partial class Spans
{
    /// <summary>Minutes of an ISO duration (a month counts 30 days, a year 365), or null where there is none or it cannot be
    /// read.</summary>
    public static double? Minutes(string? iso)
    {
        if (iso is null || Pattern().Match(iso) is not { Success: true } match)
        {
            return null;
        }

        double Part(string name) =>
            match.Groups[name].Success ? double.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var days = (Part("y") * 365) + (Part("mo") * 30) + (Part("w") * 7) + Part("d");
        var minutes = (days * 1440) + (Part("h") * 60) + Part("m") + (Part("s") / 60);
        return match.Groups["sign"].Length > 0 ? -minutes : minutes;
    }

    /// <summary>The size of a span in words, without its sign: <c>1 h 14 min</c>, <c>3 days 2 h</c>, <c>0 min</c>.</summary>
    public static string Words(double minutes) => RelationMeaning.Show(Duration.FromSeconds((long)Math.Round(Math.Abs(minutes) * 60)));

    /// <summary>A signed span for an axis or a table: <c>+1 h 46 min</c>, <c>−1 h 14 min</c>.</summary>
    public static string Signed(double minutes) =>
        (
            minutes > 0 ? "+"
            : minutes < 0 ? "−"
            : ""
        ) + Words(minutes);

    /// <summary>A signed range: <c>−1 h 14 min to +1 h 46 min</c>; open ends are said to be open.</summary>
    public static string SignedRange(string? min, string? max) =>
        (Minutes(min), Minutes(max)) switch
        {
            (null, null) => "unbounded",
            ({ } a, null) => $"{Signed(a)} or more",
            (null, { } b) => $"{Signed(b)} or less",
            ({ } a, { } b) when a == b => Signed(a),
            ({ } a, { } b) => $"{Signed(a)} to {Signed(b)}",
        };

    [GeneratedRegex(
        @"^(?<sign>[-−]?)P(?:(?<y>[\d.]+)Y)?(?:(?<mo>[\d.]+)M)?(?:(?<w>[\d.]+)W)?(?:(?<d>[\d.]+)D)?(?:T(?:(?<h>[\d.]+)H)?(?:(?<m>[\d.]+)M)?(?:(?<s>[\d.]+)S)?)?$"
    )]
    private static partial Regex Pattern();
}
