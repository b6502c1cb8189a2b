using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;

namespace Assay.Reading.Places;

/// <summary>
/// Finds the names of zones in a sentence, whether or not a clock stands beside them: "Romanian time", "the time of Pago Pago", "a London
/// clock", "UTC+6", "their own local time".
/// </summary>
internal static partial class FreeZones
{
    private const string Probe = "12:00 ";
    private const int Longest = 40;
    private static readonly string Qualifiers = string.Join(
        '|',
        ReadingFiles.Words("Places.Data.en.zonetalk.txt").Entries("qualifiers").Select(Regex.Escape)
    );

    // "Kept in Central because his cruiser sleeps there", "which is Eastern, has"; not "in Central Asia".
    private static readonly Regex Belt = new(
        @"\b(?:in|on|by|to|is|are|was|were)\s(?:"
            + string.Join(
                '|',
                ReadingFiles.Words("Places.Data.en.zonetalk.txt").Entries("belts").Select(b => char.ToUpperInvariant(b[0]) + b[1..])
            )
            + @")(?=[\s,.;:)]*(?:\p{Ll}|$)|[,.;:)])",
        RegexOptions.CultureInvariant
    );

    private static readonly Regex PlaceTime = new(
        @"(?<![\p{L}'’-])(?<place>\p{Lu}[\p{L}.'’]*(?:[ -]\p{Lu}[\p{L}.'’]*){0,3}?)(?:'s|’s)?\s(?i:(?:(?:"
            + Qualifiers
            + @")\s)*(?:times?|clocks?|hours?))\b",
        RegexOptions.CultureInvariant
    );

    /// <summary>The zones named in a sentence, in order; none overlaps another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence.</param>
    public static IReadOnlyList<ZoneMention> In(string text, TextSpan sentence)
    {
        var found = new SortedList<int, ZoneMention>();
        var words = sentence.Of(text);
        if (!Hint().IsMatch(words) && !Belt.IsMatch(words))
            return [];
        foreach (Match start in Start().Matches(words))
        {
            var at = sentence.Start + start.Index;
            if (found.Count > 0 && found.Values[^1].Span.End > at)
                continue;
            if (Named(text, at, sentence.End) is { } zone)
                found.TryAdd(zone.Span.Start, zone);
        }

        return [.. found.Values];
    }

    /// <summary>The zone named at a position, where it is one that can be looked up, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    /// <param name="end">Where the sentence ends.</param>
    public static ZoneMention? Named(string text, int at, int end)
    {
        if ((Longer(Known(At(text, at)), OfPlace(text, at, end)) ?? OfDemonym(text, at, end)) is not { } zone)
            return null;
        // "The old time, UTC+6", "winter time (UTC+9:30)".
        var apart = Apposed().Match(text[zone.Span.End..end]).Length;
        return
            zone.Zones.Count == 0
            && apart > 0
            && At(text, zone.Span.End + apart) is { Zones.Count: > 0 } own
            && own.Span.Start == zone.Span.End + apart
            ? own with
            {
                Span = new TextSpan(zone.Span.Start, own.Span.End),
            }
            : zone;
    }

    // "Eastern Indonesian Time", and not "Eastern".
    private static ZoneMention? Longer(ZoneMention? known, ZoneMention? place) =>
        known is null || place?.Span.Start == known.Span.Start && place.Span.End > known.Span.End ? place ?? known : known;

    // "All hours in this part are Samoan."
    private static ZoneMention? OfDemonym(string text, int at, int end) =>
        Predicate().IsMatch(text[Math.Max(0, at - 5)..at])
        && Alone().Match(text[at..end]) is { Success: true } word
        && Seats.OfDemonym(word.Value) is not null
            ? new ZoneMention(new TextSpan(at, at + word.Length), word.Value, [], word.Value)
            : null;

    /// <summary>The zone at a position, as the reader of times reads it after a clock, or null; "UTC plus one" is no zone of clocks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    public static ZoneMention? At(string text, int at)
    {
        if ((IslandTime.At(text, at) ?? RelativeTime.At(text, at)) is { } meant)
            return meant;
        var end = Math.Min(text.Length, at + Longest);
        var words = text[at..end];
        if (words.AsSpan().IndexOfAny('\n', '.', ';') is var stop and >= 0)
            words = words[..stop];
        var read = TimeReader.For("en").Read(Probe + words, new TimeContext());
        if (read is not [{ Clock.Zone: { } zone }, ..] || zone.Span.Start < Probe.Length || zone.Span.Start > Probe.Length + "the ".Length)
            return null;
        var span = new TextSpan(at + zone.Span.Start - Probe.Length, at + zone.Span.End - Probe.Length);
        if (Offset().IsMatch(text[span.End..Math.Min(text.Length, span.End + 12)]))
            return null;
        return zone with { Span = span };
    }

    private static ZoneMention? Known(ZoneMention? zone) =>
        zone is { Zones.Count: 0, Place: { } place } && !RelativeTime.Is(place) && !IsPlace(place) ? null : zone;

    // "Namibian winter time", "the time of Pago Pago", "Paramaribo's clock".
    private static ZoneMention? OfPlace(string text, int at, int end)
    {
        var words = text[at..end];
        if (PlaceTime.Match(words) is { Success: true, Index: 0 } named && IsPlace(named.Groups["place"].Value))
            return new ZoneMention(new TextSpan(at, at + named.Length), named.Value, [], named.Groups["place"].Value);
        return TimeOf().Match(words) is { Success: true } of && IsPlace(of.Groups[1].Value)
            ? new ZoneMention(new TextSpan(at, at + of.Length), of.Value, [], of.Groups[1].Value)
            : null;
    }

    internal static bool IsPlace(string words) =>
        Seats.OfDemonym(words) is not null
        || PartOfCountry.Zones(words).Count > 0
        || words.Length > 2
            && (Gazetteer.Find(words).Count > 0 || Seats.OfGovernment(words) is not null || ZonesAt.Called(words).Count > 0);

    [GeneratedRegex(@"\b(?:times?|clocks?|hours?|local|UTC|GMT|Zulu)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hint();

    [GeneratedRegex(
        @"(?<![\p{L}\d'’-])(?:\p{Lu}|(?:the\s)?(?:island|mainland|peninsular|continental)|(?:its|his|her|their|our|my|the)\s|local\b|time\sof\s)"
    )]
    private static partial Regex Start();

    [GeneratedRegex(@"^time (?:of|in) (?:the )?(\p{Lu}[\p{L}.'’]*(?:[ -]\p{Lu}[\p{L}.'’]*)*)")]
    private static partial Regex TimeOf();

    [GeneratedRegex(@"^\s?[,(]\s?")]
    private static partial Regex Apposed();

    [GeneratedRegex(@"\b(?:are|is|were|was)\s$")]
    private static partial Regex Predicate();

    [GeneratedRegex(@"^\p{Lu}\p{L}+(?=\s*(?:[.,;:()]|$))")]
    private static partial Regex Alone();

    [GeneratedRegex(@"^\s*(?:plus|minus|[+−-]\s?\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Offset();
}
