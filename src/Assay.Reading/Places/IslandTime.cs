using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Reading.Places;

/// <summary>
/// "Island time", "by the island's clocks": the clocks of the island a text is about. It is named by the words "Island", "Islands", "Isle"
/// or "Isles" in the name of a place.
/// </summary>
public static partial class IslandTime
{
    /// <summary>The place that <see cref="ZoneMention.Place"/> names for the island of the text.</summary>
    public const string Place = "island";

    private const int Longest = 30;
    private const int Often = 2;

    /// <summary>The words at a position, or null where they are others.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    public static ZoneMention? At(string text, int at) =>
        Words().Match(text[at..Math.Min(text.Length, at + Longest)]) is { Success: true } match
            ? new ZoneMention(new TextSpan(at, at + match.Length), match.Value, [], Place)
            : null;

    /// <summary>The zone of the only island that places of a text name again and again; empty where they name none, or several with
    /// different clocks: an island named once is a neighbour of the one meant more often than it is that one.</summary>
    /// <param name="places">The places.</param>
    /// <param name="date">The date in question.</param>
    public static IReadOnlyList<string> ZonesOf(IEnumerable<PlaceMention> places, LocalDate date)
    {
        var islands = places.Where(p => p.Settled is { Zones.Count: 1 } && Named().IsMatch(p.Name)).Select(p => p.Settled!.Zones[0]);
        var named = islands.GroupBy(z => z).Where(g => g.Count() >= Often).Select(g => g.Key);
        return ZonesAt.Distinct(named, date) is [var only] ? [only] : [];
    }

    [GeneratedRegex(@"^(?:the\s)?island(?:s|'s|’s)?\s(?:time|clocks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"\bIs(?:lands?|les?)\b")]
    private static partial Regex Named();
}
