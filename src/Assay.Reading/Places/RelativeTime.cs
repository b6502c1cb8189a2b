using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Time;

namespace Assay.Reading.Places;

/// <summary>
/// A zone that is named by whose it is: "local time", "our time", "their time", "mainland time". Which zone that is depends on the place
/// told of, on who writes, on who is told of, or on the country a text is about.
/// </summary>
public static partial class RelativeTime
{
    /// <summary>The place that <see cref="ZoneMention.Place"/> names for the time of wherever something is: "local", "its own
    /// time".</summary>
    public const string Local = "local";

    /// <summary>The place that <see cref="ZoneMention.Place"/> names for the time of who writes: "our time".</summary>
    public const string Writers = "ours";

    /// <summary>The place that <see cref="ZoneMention.Place"/> names for the time of the capital of the country a text is about: "mainland
    /// time", "peninsular time".</summary>
    public const string Mainland = "mainland";

    private const int Longest = 40;

    /// <summary>True for what <see cref="ZoneMention.Place"/> names where a zone is named by whose it is, an island's among them.</summary>
    /// <param name="place">The place.</param>
    public static bool Is(string? place) => place is Local or Writers or Mainland or IslandTime.Place;

    /// <summary>The words at a position, or null where they are others.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    public static ZoneMention? At(string text, int at)
    {
        var words = text[at..Math.Min(text.Length, at + Longest)];
        return Ours().Match(words) is { Success: true } ours ? Of(text, at, ours.Length, Writers)
            : OfMainland().Match(words) is { Success: true } mainland ? Of(text, at, mainland.Length, Mainland)
            : Others().Match(words) is { Success: true } others ? Of(text, at, others.Length, Local)
            : null;
    }

    private static ZoneMention Of(string text, int at, int length, string place) =>
        new(new TextSpan(at, at + length), text.Substring(at, length), [], place);

    [GeneratedRegex(@"^(?:the\s)?(?:mainland|peninsular|continental)(?:'s|’s)?\s(?:time|clocks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfMainland();

    [GeneratedRegex(@"^(?:our|my)(?:\sown)?(?:\slocal)?\s(?:time|clocks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ours();

    [GeneratedRegex(
        @"^(?:(?:(?:its|his|her|their)(?:\sown)?(?:\s(?:new|old))?(?:\slocal)?|the\s(?:(?:new|old)\s)?local|the\s(?:new|old))\stime\b(?!\s(?:of|in|at|to|when|that|it|he|she|they|was|were|is|for|as)\b)|local(?:\stimes?\b|(?=\s*(?:[.,;:()]|$))))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Others();
}
