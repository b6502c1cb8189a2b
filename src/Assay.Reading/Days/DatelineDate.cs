using System.Globalization;
using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using NodaTime;

namespace Assay.Reading.Days;

/// <summary>
/// The date of a dateline without a year ("HERAT, Oct 10 (Wire) -"), where a year that the text names puts it on a weekday that the text
/// names too: "so far in 2025 ... officials said on Friday". The year of the copyright line is the first to be asked, and is enough where the
/// text names no weekday.
/// </summary>
public static class DatelineDate
{
    private const int Front = 60;
    private const int LengthOfYear = 4;
    private const string OpenWeek = "XXXX-WXX-";

    /// <summary>The date and where it stands, or null.</summary>
    /// <param name="layer">The text.</param>
    /// <param name="times">Its time expressions, in order.</param>
    public static (LocalDate Date, TextSpan Span)? Find(TextLayer layer, IReadOnlyList<TimeExpression> times)
    {
        if (First(layer) is not { } first)
            return null;
        var line = times.FirstOrDefault(t => t.Span.Start >= first.Span.Start && t.Span.End <= first.Span.Start + Front);
        if (line?.Said is not { Year: null, IsFeast: false, Month: { } month, Day: { } day } || line.Clock is not null)
            return null;
        var weekdays = times.Select(WeekdayOf).OfType<IsoDayOfWeek>().ToHashSet();
        var years = times.Select(YearOf).OfType<int>().Distinct().OrderDescending();
        var copyright = CopyrightYear.Of(layer);
        if (copyright is { } own && weekdays.Count == 0 && DayNumber.Of(own, month, day) is not null)
            return (new LocalDate(own, month, day), line.Span);
        var dated = new[] { copyright }
            .OfType<int>()
            .Concat(years)
            .Where(y => DayNumber.Of(y, month, day) is not null)
            .Select(y => (LocalDate?)new LocalDate(y, month, day))
            .FirstOrDefault(d => weekdays.Contains(d!.Value.DayOfWeek));
        return dated is { } date ? (date, line.Span) : null;
    }

    /// <summary>True where the text begins with a day of a month: only then is the whole of it worth reading for the year.</summary>
    /// <param name="layer">The text.</param>
    public static bool MayStand(TextLayer layer) =>
        First(layer) is { } first
        && TimeReader
            .For("en")
            .Read(layer.Text.Substring(first.Span.Start, Math.Min(Front, first.Span.Length)), new TimeContext())
            .Any(t => t.Said is { Month: not null, Day: not null });

    private static Block? First(TextLayer layer) =>
        layer.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Paragraph && b.Span.Length >= DayText.LeastBody);

    // Where the day of writing is not known the value has the weekday alone: "XXXX-WXX-4".
    private static IsoDayOfWeek? WeekdayOf(TimeExpression time) =>
        time.Said?.Weekday is { } said ? said
        : time.Value.StartsWith(OpenWeek, StringComparison.Ordinal)
        && time.Value.Length > OpenWeek.Length
        && time.Value[OpenWeek.Length] is >= '1' and <= '7' and var digit
            ? (IsoDayOfWeek)(digit - '0')
        : null;

    private static int? YearOf(TimeExpression time) =>
        time.Said?.Year is { } said ? said
        : time.Value.Length == LengthOfYear && int.TryParse(time.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
        : null;
}
