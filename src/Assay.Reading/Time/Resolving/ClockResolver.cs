using System.Globalization;
using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time.Language;
using Assay.Reading.Time.Matching;
using NodaTime;

namespace Assay.Reading.Time.Resolving;

/// <summary>Resolves the time-of-day fields of a frame, and carries a story over midnight.</summary>
internal sealed class ClockResolver(Grammar grammar, Story story)
{
    private static readonly LocalTime Night = new(21, 0);

    /// <summary>No place is further than this from UTC, in minutes.</summary>
    private const int WidestOffset = 18 * 60;

    /// <summary>No clock on land is further from UTC, in hours.</summary>
    private const int FurthestClock = 14;
    private static readonly Duration OneMinute = Duration.FromMinutes(1);

    /// <summary>Added to four digits that name hour and minute, so that "0019" is not taken for the hour 19.</summary>
    internal const int Military = 10_000;

    /// <summary>A time of day read from a frame.</summary>
    /// <param name="Suffix">What follows the day in the TIMEX3 value: <c>T16:40</c>, <c>TEV</c>.</param>
    /// <param name="Time">The time, the beginning of a part of the day.</param>
    /// <param name="Granularity">Its length.</param>
    /// <param name="EndOfDay">True for 24:00, which is the next day's midnight.</param>
    /// <param name="HalfUnknown">True where the words leave open whether it is before or after noon.</param>
    internal readonly record struct Reading(string Suffix, LocalTime Time, Duration Granularity, bool EndOfDay, bool HalfUnknown);

    /// <summary>Reads the fields; null where the frame names no time of day.</summary>
    public static Reading? Read(Frame frame)
    {
        if (!frame.Has(Slot.Hour))
            return frame.Has(Slot.Part) ? Part(frame.Get(Slot.Part)) : null;
        var hour = frame.Get(Slot.Hour);
        var minute = frame.Get(Slot.Minute);
        if (hour >= Military)
            (hour, minute) = ((hour - Military) / 100, (hour - Military) % 100);
        if (frame.Has(Slot.Fraction))
            (hour, minute) = Past(hour, frame.Get(Slot.Fraction));
        var half = frame.Has(Slot.Ampm) ? frame.Get(Slot.Ampm) : HalfByPart(frame, hour);
        if (half >= 0 && hour <= 12)
            hour = (hour % 12) + (12 * half);
        if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
            return null;
        var second = frame.Get(Slot.Second);
        var suffix =
            second > 0 || frame.Has(Slot.Second)
                ? string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}:{second:00}")
                : string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}");
        var end = hour == 24;
        return new Reading(
            suffix,
            new LocalTime(hour % 24, minute, Math.Min(59, second)),
            frame.Has(Slot.Second) ? Duration.FromSeconds(1) : OneMinute,
            end,
            half < 0 && hour is >= 1 and <= 12 && frame.Has(Slot.Clockmod)
        );
    }

    /// <summary>"Half past four", "a quarter to five": minutes counted from the hour.</summary>
    private static (int Hour, int Minute) Past(int hour, int minutes) =>
        minutes >= 0 ? (hour, minutes)
        : hour > 12 ? (hour - 1, 60 + minutes)
        : ((hour + 11) % 12 == 11 ? 11 : hour - 1, 60 + minutes);

    private static int HalfByPart(Frame frame, int hour) =>
        frame.Get(Slot.Part) switch
        {
            1 => 0,
            2 or 3 or 4 => 1,
            5 => hour is >= 6 and <= 11 ? 1 : 0,
            _ => -1,
        };

    private static Reading Part(int part)
    {
        var (from, hours) = part switch
        {
            1 => (5, 7),
            2 => (12, 1),
            3 => (12, 6),
            4 => (17, 7),
            5 => (21, 9),
            _ => (6, 12),
        };
        return new Reading("T" + SlotValues.Parts[part], new LocalTime(from, 0), Duration.FromHours(hours), false, false);
    }

    /// <summary>
    /// The day of a clock time whose words give none: the story's day, or the day after where the clock would otherwise run backwards from
    /// evening to morning.
    /// </summary>
    public (LocalDate? Day, string Reason, LocalDate? Other) DayFor(Reading reading, bool looksBack)
    {
        var day = story.Day ?? story.DocumentDate;
        if (day is not { } known)
            return (null, "no day is known", null);
        if (story.Day is null)
            return (known, "the document's day", null);
        if (looksBack && story.Clock is { } told && story.ClockDay == known && reading.Time > told)
            return (known.PlusDays(-1), "before the clock time last spoken of", known);
        if (
            story.Clock is { } last
            && story.ClockDay == known
            && !looksBack
            && !reading.EndOfDay
            && reading.Time < last
            && last.Hour >= 15
            && reading.Time.Hour < 12
        )
            return (known.PlusDays(1), "the clock has passed midnight since the time before", known);
        return (known, "the day last spoken of", null);
    }

    /// <summary>Takes note of a clock time on a day.</summary>
    public void Note(LocalDate day, Reading reading)
    {
        story.Day = day;
        story.Clock = reading.Time;
        story.ClockDay = day;
    }

    /// <summary>Takes note of a part of a day: after "on Tuesday night", 2 a.m. is Wednesday's.</summary>
    public void NotePart(LocalDate day, Reading part)
    {
        story.Note(CalendarValue.Of(day));
        if (part.Time >= Night)
            Note(day, part);
    }

    // "08:00-16:30" runs from the one to the other: no clock is that far from UTC, and no hours of an offset go on with a colon.
    private static bool IsRange(string text, TextSpan offset, int hours) =>
        hours > FurthestClock || offset.End + 1 < text.Length && text[offset.End] == ':' && char.IsAsciiDigit(text[offset.End + 1]);

    private static bool IsNameBegun(string text, string zone, int end) =>
        zone.Length > 4
        && zone.AsSpan().IndexOfAny(' ', '/') < 0
        && end + 1 < text.Length
        && text[end] == ' '
        && char.IsUpper(text[end + 1])
        && end + 2 < text.Length
        && char.IsLower(text[end + 2]);

    /// <summary>The zone the words name, or null.</summary>
    public ZoneMention? Zone(Frame frame, string text, ReadOnlySpan<TimeToken> tokens)
    {
        if (!frame.Has(Slot.Zonefrom) || !frame.Has(Slot.Zoneto) || frame.Get(Slot.Zoneto) <= frame.Get(Slot.Zonefrom))
            return null;
        var span = new TextSpan(tokens[frame.Get(Slot.Zonefrom)].Start, tokens[frame.Get(Slot.Zoneto) - 1].End);
        var words = text[span.Start..span.End];
        if (frame.Has(Slot.Zonehour))
        {
            var hours = frame.Get(Slot.Zonehour);
            var minutes = hours >= 100 ? hours % 100 : frame.Get(Slot.Zoneminute);
            hours = hours >= 100 ? hours / 100 : hours;
            if (!frame.Has(Slot.Zone) && IsRange(text, span, hours))
                return null;
            if (minutes >= 60 || hours * 60 + minutes > WidestOffset)
                return new ZoneMention(span, words, []);
            var sign = frame.Get(Slot.Zonesign) < 0 ? '-' : '+';
            var offset =
                (hours, minutes) == (0, 0) ? "UTC" : string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{hours:00}:{minutes:00}");
            return new ZoneMention(span, words, [offset]);
        }
        // "9 a.m. Central" is a zone, and "9 a.m. Central Station" none.
        if (frame.Has(Slot.Zone))
            return IsNameBegun(text, words, span.End) ? null : new ZoneMention(span, words, grammar.Zones[frame.Get(Slot.Zone)]);
        if (!frame.Has(Slot.Place))
            return null;
        var place = frame.Get(Slot.Place);
        // "Finnish winter time" is the time of what the capitals name.
        var last = Math.Max(place, frame.Get(Slot.Zoneto) - 2);
        while (last > place && !tokens[last].Flags.HasFlag(TokenFlags.Capital))
            last--;
        return new ZoneMention(span, words, [], text[tokens[place].Start..tokens[last].End]);
    }
}
