using System.Globalization;
using Assay.Reading.Time.Language;
using NodaTime;
using Unit = Assay.Reading.Time.Resolving.DurationReader.Unit;

namespace Assay.Reading.Time.Resolving;

/// <summary>What the date fields of a frame come to.</summary>
/// <param name="Choice">The value chosen, or null where nothing is known but <paramref name="Partial"/>.</param>
/// <param name="Partial">The TIMEX3 value with X for what is unknown, or null.</param>
/// <param name="IsStated">True where the words give the year in full.</param>
internal readonly record struct DateResult(Choice? Choice, string? Partial, bool IsStated);

/// <summary>Resolves the calendar fields of a frame to a value.</summary>
internal sealed class DateResolver(Grammar grammar, Story story)
{
    /// <summary>"The 1800s" are a century, "the 2000s" mostly a decade.</summary>
    private const int FirstDecadeOfZeros = 2000;

    private readonly YearChooser _years = new(story);

    /// <summary>True where the document writes the day before the month in numeric dates.</summary>
    public bool DayFirst { get; set; }

    /// <summary>Resolves the date fields; null where the frame has none.</summary>
    public DateResult? Resolve(Frame frame, Func<Direction> direction)
    {
        if (frame.Has(Slot.Num) && frame.Has(Slot.Num2) && !frame.Has(Slot.Month))
            return Numeric(frame);
        if (frame.Has(Slot.Offset) && frame.Has(Slot.Unit) && !Narrow(frame))
            return OffsetFromDocument(frame, direction);
        if (YearOf(frame) is { } year)
            return InYear(frame, year);
        if (frame.Has(Slot.Century))
            return new DateResult(new Choice(Century(frame), "a century by its number"), null, true);
        if (frame.Has(Slot.Decade))
            return new DateResult(new Choice(Decade(frame), "a decade by its years"), null, true);
        return Completed(frame, direction);
    }

    private static int? YearOfEra(Frame frame, int year) => frame.Get(Slot.Era) < 0 ? -year : year;

    private int? YearOf(Frame frame)
    {
        if (frame.Has(Slot.Year))
            return YearOfEra(frame, frame.Get(Slot.Year));
        if (frame.Has(Slot.Anchor) && frame.Has(Slot.Month))
            return story.Last?.Year;
        if (!frame.Has(Slot.Year2))
            return null;
        if (frame.Has(Slot.Anchor) && story.StatedYear is { } begun)
            return (begun / 100 * 100) + frame.Get(Slot.Year2);
        var now = story.DocumentDate?.Year ?? story.StatedYear ?? 1999;
        var year = (now / 100 * 100) + frame.Get(Slot.Year2);
        return year > now + 20 ? year - 100 : year;
    }

    /// <summary>"June last year", "last month's 5th": the offset only gives the year or the month. True where it was turned into
    /// fields.</summary>
    private bool Narrow(Frame frame)
    {
        var unit = (Unit)frame.Get(Slot.Unit);
        var within =
            frame.Has(Slot.Month) || frame.Has(Slot.Quarter) || frame.Has(Slot.Half) || frame.Has(Slot.Season) || frame.Has(Slot.Holiday);
        if (story.DocumentDate is not { } now)
            return false;
        if (unit == Unit.Year && within)
        {
            frame.Set(Slot.Year, now.Year + frame.Get(Slot.Offset));
            return true;
        }
        if (unit == Unit.Month && frame.Has(Slot.Dom))
        {
            var month = now.PlusMonths(frame.Get(Slot.Offset));
            frame.Set(Slot.Year, month.Year);
            frame.Set(Slot.Month, month.Month);
            return true;
        }
        return false;
    }

    private DateResult? OffsetFromDocument(Frame frame, Func<Direction> direction)
    {
        var unit = (Unit)frame.Get(Slot.Unit);
        var grain = GrainOf(unit);
        if (story.DocumentDate is not { } now)
            return new DateResult(null, Unknown(grain), false);
        if (unit == Unit.Week && frame.Has(Slot.Weekday))
        {
            var monday = CalendarValue.WeekOf(now).Plus(frame.Get(Slot.Offset)).Start!.Value;
            return new DateResult(
                new Choice(CalendarValue.Of(monday.PlusDays(frame.Get(Slot.Weekday) - 1)), "the day in that week"),
                null,
                false
            );
        }
        var value = CalendarValue.Around(now, grain);
        var offset = frame.Get(Slot.Offset);
        if (
            unit == Unit.Weekend
            && offset == 0
            && now.DayOfWeek < IsoDayOfWeek.Saturday
            && frame.Match.Rule.Name == "weekend"
            && direction() != Direction.Future
        )
            return new DateResult(new Choice(value.Plus(-1), "the latest weekend"), null, false);
        return new DateResult(new Choice(value.Plus(offset), "counted from the document's date"), null, false);
    }

    /// <summary>Widens a day to the unit that the rule names ("the week of 6 March").</summary>
    private static CalendarValue Widened(Frame frame, CalendarValue value) =>
        frame.Has(Slot.Unit2) && value.Date is { } day ? CalendarValue.Around(day, GrainOf((Unit)frame.Get(Slot.Unit2))) : value;

    private DateResult? InYear(Frame frame, int year)
    {
        var value = Fields(frame, year);
        if (value is null)
            return null;
        if (value.Value.Grain == Grain.Day && year > 0 && !CalendarValue.IsDay(year, value.Value.Index, value.Value.Day))
            return null;
        return new DateResult(
            new Choice(Widened(frame, value.Value), frame.Has(Slot.Offset) ? "counted from the document's date" : "stated in full"),
            null,
            true
        );
    }

    private CalendarValue? Fields(Frame frame, int year)
    {
        if (frame.Has(Slot.Holiday))
            return OfHoliday(frame, year);
        if (frame.Has(Slot.Ord) && frame.Has(Slot.Weekday) && frame.Has(Slot.Month))
            return NthWeekday(frame, year);
        if (frame.Has(Slot.Month))
            return frame.Has(Slot.Dom)
                ? new(Grain.Day, year, frame.Get(Slot.Month), frame.Get(Slot.Dom))
                : new(Grain.Month, year, frame.Get(Slot.Month));
        if (frame.Has(Slot.Dom))
            return story.Last is { Grain: Grain.Day or Grain.Month } last ? new(Grain.Day, year, last.Index, frame.Get(Slot.Dom)) : null;
        if (frame.Has(Slot.Quarter) && frame.Get(Slot.Quarter) is < 1 or > 4)
            return null;
        if (frame.Has(Slot.Quarter))
            return new(Grain.Quarter, year, frame.Get(Slot.Quarter));
        if (frame.Has(Slot.Half))
            return new(Grain.Half, year, frame.Get(Slot.Half));
        if (frame.Has(Slot.Season))
            return new(Grain.Season, year, frame.Get(Slot.Season));
        return new(Grain.Year, year);
    }

    /// <summary>"The third Monday of May", "the last Sunday in October"; null where the month has no such day.</summary>
    private static CalendarValue? NthWeekday(Frame frame, int year)
    {
        var (number, month) = (frame.Get(Slot.Ord), frame.Get(Slot.Month));
        if (number is not (-1 or (>= 1 and <= 5)))
            return null;
        var day = HolidayCalendar.DayOf(new Holiday(month, number, frame.Get(Slot.Weekday), 1, false), year);
        return day.Month == month ? CalendarValue.Of(day) : null;
    }

    private CalendarValue? OfHoliday(Frame frame, int year)
    {
        var holiday = grammar.Holidays[frame.Get(Slot.Holiday)];
        var day = HolidayCalendar.DayOf(holiday, year);
        return holiday.Length >= 7 ? CalendarValue.WeekOf(day) : CalendarValue.Of(day);
    }

    private DateResult? Completed(Frame frame, Func<Direction> direction)
    {
        int? relative = frame.Has(Slot.Dir) ? frame.Get(Slot.Dir) : null;
        if (frame.Has(Slot.Month) || frame.Has(Slot.Quarter) || frame.Has(Slot.Half) || frame.Has(Slot.Season) || frame.Has(Slot.Holiday))
        {
            if (frame.Has(Slot.Month) && frame.Has(Slot.Dom) && !CalendarValue.IsDay(2000, frame.Get(Slot.Month), frame.Get(Slot.Dom)))
                return null;
            if (Fields(frame, 2000) is null)
                return null;
            return
                _years.Choose(
                    y => Clip(Fields(frame, y) ?? new CalendarValue(Grain.Month, y, frame.Get(Slot.Month))),
                    direction(),
                    relative
                )
                    is { } choice
                ? new DateResult(choice with { Value = Widened(frame, choice.Value) }, null, false)
                : new DateResult(null, "XXXX" + Fields(frame, 2000)!.Value.ToString()[4..], false);
        }
        if (frame.Has(Slot.Dom))
            return frame.Has(Slot.Weekday) ? WeekdayOfMonth(frame) : DayOfMonth(frame);
        if (frame.Has(Slot.Weekday))
            return _years.Weekday((IsoDayOfWeek)frame.Get(Slot.Weekday), direction(), relative) is { } choice
                ? new DateResult(choice, null, false)
                : new DateResult(null, string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{frame.Get(Slot.Weekday)}"), false);
        return null;
    }

    /// <summary>29 February exists only in leap years; elsewhere the year before it counts as 28 February for the choice of a
    /// year.</summary>
    private static CalendarValue Clip(CalendarValue value) =>
        value is { Grain: Grain.Day, Index: 2, Day: 29 } && !CalendarValue.IsDay(value.Year, 2, 29) ? value with { Day = 28 } : value;

    // "Thursday, the fourteenth": the nearest such day, the past ones first; none of another month that far away is meant.
    private DateResult? WeekdayOfMonth(Frame frame)
    {
        var (day, weekday) = (frame.Get(Slot.Dom), (IsoDayOfWeek)frame.Get(Slot.Weekday));
        if ((story.Day ?? story.DocumentDate) is not { } from)
            return new DateResult(null, string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{day:00}"), false);
        var found = Months
            .Select(m => from.PlusMonths(m))
            .Where(m => day <= m.Calendar.GetDaysInMonth(m.Year, m.Month))
            .Select(m => new LocalDate(m.Year, m.Month, day))
            .Where(d => d.DayOfWeek == weekday)
            .ToList();
        return found.Count == 0
            ? DayOfMonth(frame)
            : new DateResult(new Choice(CalendarValue.Of(found[0]), "the nearest such day of a month"), null, false);
    }

    private static readonly int[] Months = [0, -1, 1, -2, -3, 2];

    /// <summary>"The 5th": of the month last spoken of, or of the document's.</summary>
    private DateResult? DayOfMonth(Frame frame)
    {
        var day = frame.Get(Slot.Dom);
        var month =
            story.Last is { Grain: Grain.Day or Grain.Month } last ? last with { Grain = Grain.Month, Day = 0 }
            : story.Reference is { } reference ? CalendarValue.Around(reference, Grain.Month)
            : (CalendarValue?)null;
        if (month is not { } m)
            return new DateResult(null, string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{day:00}"), false);
        var value = new CalendarValue(Grain.Day, m.Year, m.Index, day);
        return value.Year < 0 || value.Date is not null ? new DateResult(new Choice(value, "the month last spoken of"), null, false) : null;
    }

    private DateResult? Numeric(Frame frame)
    {
        var (first, second) = (frame.Get(Slot.Num), frame.Get(Slot.Num2));
        var year = YearOf(frame) ?? story.DocumentDate?.Year ?? story.StatedYear;
        if (year is null)
            return null;
        var dayFirst = frame.Get(Slot.Anchor, DayFirst ? 1 : 0) == 1;
        var (a, b) = (new CalendarValue(Grain.Day, year.Value, second, first), new CalendarValue(Grain.Day, year.Value, first, second));
        var (chosen, other) = dayFirst ? (a, b) : (b, a);
        if (chosen.Date is null)
            (chosen, other) = (other, chosen);
        if (chosen.Date is null)
            return null;
        var ambiguous = other.Date is not null && other != chosen && !frame.Has(Slot.Anchor);
        return new DateResult(
            ambiguous
                ? new Choice(
                    chosen,
                    dayFirst ? "the text writes the day first" : "month first",
                    other,
                    dayFirst ? "if month first" : "if day first"
                )
                : new Choice(chosen, "the only order that is a date"),
            null,
            frame.Has(Slot.Year) || frame.Has(Slot.Year2)
        );
    }

    private static CalendarValue Century(Frame frame)
    {
        var number = frame.Get(Slot.Century);
        return new(Grain.Century, frame.Get(Slot.Era) < 0 ? -number : number - 1);
    }

    private CalendarValue Decade(Frame frame)
    {
        var decade = frame.Get(Slot.Decade);
        if (decade >= 100)
            return decade % 100 == 0 && decade < FirstDecadeOfZeros ? new(Grain.Century, decade / 100) : new(Grain.Decade, decade);
        var now = story.DocumentDate?.Year ?? 1999;
        var century = story is { IsNarrative: true, StatedYear: { } stated } ? stated / 100 * 100 : now / 100 * 100;
        return new(Grain.Decade, century + decade > now ? century - 100 + decade : century + decade);
    }

    /// <summary>The grain of a unit.</summary>
    public static Grain GrainOf(Unit unit) =>
        unit switch
        {
            Unit.Week or Unit.Fortnight => Grain.Week,
            Unit.Weekend => Grain.Weekend,
            Unit.Month => Grain.Month,
            Unit.Quarter => Grain.Quarter,
            Unit.HalfYear => Grain.Half,
            Unit.Season => Grain.Season,
            Unit.Year => Grain.Year,
            Unit.Decade => Grain.Decade,
            Unit.Century or Unit.Millennium => Grain.Century,
            _ => Grain.Day,
        };

    /// <summary>The value of an unknown stretch of a grain.</summary>
    public static string Unknown(Grain grain) =>
        grain switch
        {
            Grain.Day => "XXXX-XX-XX",
            Grain.Week => "XXXX-WXX",
            Grain.Weekend => "XXXX-WXX-WE",
            Grain.Month => "XXXX-XX",
            Grain.Quarter => "XXXX-QX",
            Grain.Decade => "XXX",
            Grain.Century => "XX",
            _ => "XXXX",
        };
}
