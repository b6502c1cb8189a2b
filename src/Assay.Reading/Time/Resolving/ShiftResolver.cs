using System.Globalization;
using Assay.Reading.Time.Language;
using NodaTime;
using Unit = Assay.Reading.Time.Resolving.DurationReader.Unit;

namespace Assay.Reading.Time.Resolving;

/// <summary>Where a counted expression leads: a value still to be noted, or an expression that is complete.</summary>
/// <param name="To">The value, where it is one of the calendar.</param>
/// <param name="Ready">The expression, where there is none.</param>
internal readonly record struct Moved(Choice? To, TimeExpression? Ready);

/// <summary>Counts from the document's time or from the time last spoken of.</summary>
internal sealed class ShiftResolver(Draft draft, Story story, ClockResolver clocks)
{
    private const int QuarterReach = 1200;
    private const int FirstCommonYear = 2;
    private readonly Frame _frame = draft.Frame;

    /// <summary>"Two days ago", "a year earlier", "three weeks later".</summary>
    public Moved Shift()
    {
        var unit = (Unit)_frame.Get(Slot.Unit);
        var count = draft.Count();
        var relation = _frame.Get(Slot.Rel);
        var back = relation is 0 or 2;
        if (count < 0)
            return Ready(draft.Plain(TimexType.Date, back ? "PAST_REF" : "FUTURE_REF", "a vague distance"));
        if (unit < Unit.Day)
            return Ready(ShiftClock(unit, back ? -count : count, relation));
        if (
            unit == Unit.Year
            && count == 1000
            && back
            && !story.IsNarrative
            && story.Quarter is { } quarter
            && draft.Start - story.QuarterAt < QuarterReach
        )
            return To(
                quarter.Plus(-4),
                "the quarter spoken of, a year before",
                new CalendarValue(Grain.Year, quarter.Year - 1),
                "if the whole year"
            );
        if (story.Last is { Year: < FirstCommonYear } ancient && (relation > 1 || story.IsNarrative))
            return To(CountedBeforeOurEra(ancient, unit, back ? -count : count), "counted in the story");
        var from = relation <= 1 && story.DocumentDate is not null ? story.DocumentDate : story.Reference;
        return from is { } start
            ? To(
                Counted(start, unit, back ? -count : count),
                relation <= 1 ? "counted from the document's date" : "counted from the time last spoken of"
            )
            : Ready(draft.Plain(TimexType.Duration, DurationReader.Value(count, unit), "no time is known to count from"));
    }

    private static Moved To(CalendarValue value, string reason) => new(new Choice(value, reason), null);

    private static Moved To(CalendarValue value, string reason, CalendarValue other, string otherReason) =>
        new(new Choice(value, reason, other, otherReason), null);

    private static Moved Ready(TimeExpression expression) => new(null, expression);

    private static int YearsIn(Unit unit) =>
        unit switch
        {
            Unit.Decade => 10,
            Unit.Century => 100,
            Unit.Millennium => 1000,
            Unit.Year => 1,
            _ => 0,
        };

    /// <summary>The calendar does not reach there: years are counted, anything finer stays in its year.</summary>
    private static CalendarValue CountedBeforeOurEra(CalendarValue last, Unit unit, long thousandths) =>
        new CalendarValue(Grain.Year, last.Grain == Grain.Century ? (last.Year + 1) * 100 : last.Year).Plus(
            Clip(thousandths * YearsIn(unit) / 1000)
        );

    private static int Clip(long count) => (int)Math.Clamp(count, -9_000_000, 9_000_000);

    private static CalendarValue Counted(LocalDate start, Unit unit, long thousandths)
    {
        var (whole, half) = (Clip(thousandths / 1000), thousandths % 1000 != 0);
        return unit switch
        {
            Unit.Decade or Unit.Century or Unit.Millennium => new CalendarValue(Grain.Year, start.Year).Plus(
                Clip(Clip(thousandths) * (long)YearsIn(unit) / 1000)
            ),
            Unit.Fortnight => CalendarValue.Around(start, Grain.Week).Plus(whole * 2),
            Unit.Year when half => CalendarValue.Around(start, Grain.Month).Plus(Clip(Clip(thousandths) * 12L / 1000)),
            _ => CalendarValue.Around(start, DateResolver.GrainOf(unit)).Plus(whole),
        };
    }

    /// <summary>"Two hours later" counts on the clock where one is known.</summary>
    private TimeExpression ShiftClock(Unit unit, long thousandths, int relation)
    {
        var fromDocument = relation <= 1;
        var length = DurationReader.Range(Math.Abs(thousandths), null, unit, null);
        var (day, time) = fromDocument ? (story.DocumentDate, story.DocumentTime) : (story.ClockDay, story.Clock);
        if (day is not { } d || time is not { } t)
            return draft.Plain(
                TimexType.Duration,
                DurationReader.Value(Math.Abs(thousandths), unit),
                "no clock time is known to count from"
            ) with
            {
                Length = length,
            };
        var seconds = Math.Clamp(
            thousandths
                * (
                    unit == Unit.Hour ? 3600
                    : unit == Unit.Minute ? 60
                    : 1
                )
                / 1000,
            -1_000_000_000,
            1_000_000_000
        );
        var moved = d.At(t).PlusSeconds(seconds);
        var reading = new ClockResolver.Reading("", moved.TimeOfDay, NodaTime.Duration.FromMinutes(1), false, false);
        clocks.Note(moved.Date, reading);
        return draft.Plain(
            TimexType.Time,
            moved.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            fromDocument ? "counted from the document's time" : "counted from the clock time last spoken of"
        ) with
        {
            Clock = new ClockTime(moved.Date, moved.TimeOfDay, reading.Granularity),
            Length = length,
        };
    }

    /// <summary>"That year", "the next day", "the quarter": counted in the unit from the time last spoken of.</summary>
    public Moved Same()
    {
        var grain = DateResolver.GrainOf((Unit)_frame.Get(Slot.Unit));
        var offset = _frame.Get(Slot.Offset);
        if (_frame.Has(Slot.Ord))
            return OrdinalDay(_frame.Get(Slot.Ord));
        if (_frame.Has(Slot.Season) || _frame.Has(Slot.Month))
            return Named(offset);
        if (SameValue(grain, offset) is not { } value)
            return Ready(draft.Plain(TimexType.Date, DateResolver.Unknown(grain), "no time was spoken of before"));
        if (_frame.Has(Slot.Weekday) && grain == Grain.Day)
            value = Weekday(value, offset);
        return To(value, offset == 0 ? "the time last spoken of" : "counted from the time last spoken of");
    }

    /// <summary>"That summer", "the following March": the month or season of the story's year, or the nearest one after or
    /// before.</summary>
    private Moved Named(int offset)
    {
        CalendarValue InYear(int year) =>
            _frame.Has(Slot.Month) ? new(Grain.Month, year, _frame.Get(Slot.Month)) : new(Grain.Season, year, _frame.Get(Slot.Season));
        if (story.Last is not { Year: >= FirstCommonYear and < 9990 } last || (last.Start ?? story.Reference) is not { } from)
            return Ready(draft.Plain(TimexType.Date, "XXXX" + InYear(2000).ToString()[4..], "no time was spoken of before"));
        var year = last.Grain is Grain.Century ? from.Year : last.Year;
        var here = InYear(year).Start;
        var passed = last.Grain <= Grain.Year || offset == 0 || (offset > 0 ? here <= from : here >= from);
        return To(
            InYear(passed ? year + offset : year),
            offset == 0 ? "of the year last spoken of" : "the nearest to the time last spoken of"
        );
    }

    private CalendarValue? SameValue(Grain grain, int offset)
    {
        if (grain == Grain.Quarter && _frame.Has(Slot.Rel) && story.DocumentDate is { } now)
            return CalendarValue.Around(now, Grain.Quarter).Plus(-1);
        if (grain == Grain.Quarter && story.Quarter is { } quarter)
            return quarter.Plus(offset);
        if (grain == Grain.Year && _frame.Has(Slot.Rel) && !story.IsNarrative && story.DocumentDate is { } present)
            return new CalendarValue(Grain.Year, present.Year);
        if (grain == Grain.Year && story.Last is { } last)
            return new CalendarValue(
                Grain.Year,
                last.Grain is Grain.Decade or Grain.Century ? last.Start?.Year ?? last.Year : last.Year
            ).Plus(offset);
        return story.Reference is { } reference ? CalendarValue.Around(reference, grain).Plus(offset) : null;
    }

    /// <summary>
    /// "The second day of the siege": counted from the day on which the story stood when it began to count, with the event as anchor.
    /// Unknown where the
    /// story has no day.
    /// </summary>
    private Moved OrdinalDay(int number)
    {
        var anchor = _frame.Has(Slot.Headfrom) && _frame.Has(Slot.Rel) ? draft.HeadFrom(_frame.Get(Slot.Headfrom)) : null;
        if (story.FirstDay is null && story.Day is { } day)
            story.FirstDay = day;
        var value =
            story.FirstDay is { } first && number is >= 1 and <= 400 ? CalendarValue.Of(first.PlusDays(number - 1)) : (CalendarValue?)null;
        if (value is { } known)
            story.NoteCounted(known);
        return Ready(
            draft.Plain(
                TimexType.Date,
                value?.ToString() ?? DateResolver.Unknown(Grain.Day),
                value is null ? "the event's first day is not known" : "counted from the day the story stood at"
            ) with
            {
                Anchor = anchor,
                Alternatives = value is null
                    ? []
                    : [new TimeAlternative(DateResolver.Unknown(Grain.Day), "if the event began on another day")],
            }
        );
    }

    private CalendarValue Weekday(CalendarValue from, int offset)
    {
        if (story.Reference is not { } reference)
            return from;
        var weekday = _frame.Get(Slot.Weekday);
        var back = ((int)reference.DayOfWeek - weekday + 7) % 7;
        return CalendarValue.Of(offset < 0 ? reference.PlusDays(back == 0 ? -7 : -back) : reference.PlusDays(7 - back));
    }
}
