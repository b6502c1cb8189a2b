using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Time;

namespace Assay.Reading.Places;

/// <summary>"Mainland time", "peninsular time": the clocks of the capital of the country a text is about.</summary>
public static partial class MainlandTime
{
    /// <summary>The place that <see cref="ZoneMention.Place"/> names for the mainland of the text.</summary>
    public const string Place = "mainland";

    private const int Longest = 30;

    /// <summary>The words at a position, or null where they are others.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    public static ZoneMention? At(string text, int at) =>
        Words().Match(text[at..Math.Min(text.Length, at + Longest)]) is { Success: true } match
            ? new ZoneMention(new TextSpan(at, at + match.Length), match.Value, [], Place)
            : null;

    [GeneratedRegex(@"^(?:the\s)?(?:mainland|peninsular|continental)(?:'s|’s)?\s(?:time|clocks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
