using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Places;
using Assay.Reading.Time;

namespace Assay.Cases.Drafting;

/// <summary>
/// A clock that is said to be "local": it states its zone as well as a name would, where the place it is local to is told.
/// </summary>
internal static partial class LocalClock
{
    private const int Reach = 40;

    /// <summary>The words "local", "local time" in or right after a clock, or null.</summary>
    /// <param name="telling">The clock and its sentence.</param>
    public static ZoneMention? In(Telling telling)
    {
        var (text, time) = (telling.Source.Text, telling.Mention.Time!.Span);
        var end = Math.Min(text.Length, time.End + Reach);
        return
            Words().Match(text[time.Start..end]) is { Success: true } words
            && (words.Index < time.Length || Lead().IsMatch(text[time.End..(time.Start + words.Index)]))
            ? new ZoneMention(
                new TextSpan(time.Start + words.Index, time.Start + words.Index + words.Length),
                words.Value,
                [],
                RelativeTime.Local
            )
            : null;
    }

    /// <summary>
    /// Where the clock is local: at the place its clause names; where the record is kept; at the seat of who tells, if that is where the
    /// account happens. Null where these do not agree: a reporter far away writes the local time of what is told, not their own.
    /// </summary>
    /// <param name="places">The places of the clause.</param>
    /// <param name="own">The seats of who tells.</param>
    /// <param name="passage">The place of the passage, or null.</param>
    /// <param name="story">The places the account is about.</param>
    /// <param name="isRecord">True for a clock told from a record.</param>
    /// <param name="isElsewhere">True where who tells is at a place that is not known.</param>
    public static Seat? Seat(
        IReadOnlyList<Seat> places,
        IReadOnlyList<Seat> own,
        Seat? passage,
        IReadOnlyList<Seat> story,
        bool isRecord,
        bool isElsewhere
    )
    {
        if (places.Count > 0)
            return One(places);
        var seated = own.Where(s => s.Evidence != Evidence.Guessed).ToList();
        if (seated.Count > 0)
            return isRecord || (passage ?? One(story)) is { } there && there.Home == seated[0].Home ? seated[0] : null;
        return passage ?? (isElsewhere ? null : One(story));
    }

    /// <summary>True for somebody or something at a place that no table knows: "the tower at Faleolo".</summary>
    /// <param name="telling">The clock and its sentence.</param>
    public static bool IsElsewhere(Telling telling)
    {
        var source = telling.Source;
        var sentence = source.Sentences[source.SentenceAt(telling.Mention.Time!.Span.Start)].Span;
        var words = sentence.Of(source.Text);
        return At()
            .Matches(words)
            .Concat(Site.Matches(words))
            .Select(m => new TextSpan(sentence.Start + m.Groups[1].Index, sentence.Start + m.Groups[1].Index + m.Groups[1].Length))
            .Any(name => !source.PlacesAt.Overlapping(name).Any() && !source.TimesAt.Overlapping(name).Any());
    }

    [GeneratedRegex(@"\b(?:at|in|near)\s(?:the\s)?(\p{Lu}[\p{L}’'-]+)")]
    private static partial Regex At();

    private static readonly Regex Site = new(
        @"\b(?:for|of)\s(?:the\s)?(\p{Lu}[\p{L}’'-]+)\s(?:" + string.Join('|', ReferringWords.English.Sites.Select(Regex.Escape)) + @")\b",
        RegexOptions.CultureInvariant
    );

    private static Seat? One(IReadOnlyList<Seat> seats) =>
        seats.Count > 0 && seats.All(s => s.Zones.Count == 1 && s.Home == seats[0].Home) ? seats[0] : null;

    [GeneratedRegex(@"\blocal(?:\stime)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    // Between a clock and "local": "(", ", ", " by the new ".
    [GeneratedRegex(@"^[\s,(]*(?:(?:by|in|the|new|old|own)\s)*$", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();
}
