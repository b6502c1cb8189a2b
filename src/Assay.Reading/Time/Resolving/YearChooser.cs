using NodaTime;

namespace Assay.Reading.Time.Resolving;

/// <summary>A value chosen, with the reason and the other values the words allow.</summary>
internal readonly record struct Choice(CalendarValue Value, string Reason, CalendarValue? Other = null, string OtherReason = "");

/// <summary>Completes dates that leave out their year, or everything but the weekday, from the document or the story.</summary>
internal sealed class YearChooser(Story story)
{
    private const int FewMonths = 5;
    internal const int OldYears = 15;
    private const int StatedReach = 250;
    private const int NearDays = 45;
    private const int RecentDays = 90;
    private const int NearDaysOfDay = 100;
    private const int NearDaysOfPast = 60;

    /// <summary>
    /// The stretch of a year (month, day, quarter, season) in the year that direction and context ask for. <paramref name="inYear"/> makes
    /// it
    /// for a given year.
    /// </summary>
    /// <param name="inYear">Makes the value for a year.</param>
    /// <param name="direction">What the clause says.</param>
    /// <param name="relative">-1 for "last", 0 for "this", 1 for "next", null where the words say none of them.</param>
    public Choice? Choose(Func<int, CalendarValue> inYear, Direction direction, int? relative)
    {
        if (story.IsNarrative && relative is null && story.Last is { Year: > 1 and < 9990 } last && last.Grain >= Grain.Year)
            return Continue(inYear, last);
        if (story.DocumentDate is not { } now)
            return story.StatedYear is { } stated ? new Choice(inYear(stated), "the year last stated") : null;
        if (relative is { } r)
            return Relative(inYear, now, r);
        if (
            direction != Direction.Future
            && story.StatedYear is { } old
            && old < now.Year - OldYears
            && story.At - story.StatedYearAt < StatedReach
            && story.Last is { } near
            && near.Year == old
            && near.Grain >= Grain.Year
        )
            return Continue(inYear, near);
        var (here, past, future) = (inYear(now.Year), inYear(now.Year - 1), inYear(now.Year + 1));
        if (here.Start is not { } start)
            return new Choice(here, "the document's year");
        var (isPast, isNow) = (start <= now, Contains(here, now));
        if (!isPast && IsNear(here.Grain, now, start, direction))
            return new Choice(here, "close ahead of the document's date", past, "if the clause looked back");
        if (future.Start is { } ahead && IsNear(here.Grain, now, ahead, direction))
            return new Choice(future, "close ahead of the document's date", here, "if the clause looked back");
        if (direction == Direction.Future && here.Grain == Grain.Day && isPast && Period.DaysBetween(start, now) <= RecentDays)
            return new Choice(here, "a day of the last weeks", future, "if the clause looks ahead");
        if (direction == Direction.Future)
            return isPast && !isNow && here.Grain != Grain.Quarter
                ? new Choice(future, "the clause looks ahead: the next one", here, "if the clause looked back")
                : new Choice(here, "the clause looks ahead: this year's", past, "if the clause looked back");
        return isPast
            ? new Choice(here, "reporting looks back: the latest one", future, "if the clause looked ahead")
            : new Choice(past, "reporting looks back: the latest one", here, "if the clause looked ahead");
    }

    /// <summary>A day of the next weeks is rarely that of a year ago, whose year would be named; a month needs a clause that does not look
    /// back.</summary>
    private static bool IsNear(Grain grain, LocalDate now, LocalDate ahead, Direction direction) =>
        grain switch
        {
            Grain.Day => ahead > now && Period.DaysBetween(now, ahead) <= (direction == Direction.Past ? NearDaysOfPast : NearDaysOfDay),
            Grain.Month => ahead > now && direction != Direction.Past && Period.DaysBetween(now, ahead) <= NearDays,
            _ => false,
        };

    private static bool Contains(CalendarValue value, LocalDate day) =>
        value.Start is { } start && start <= day && (value.Grain == Grain.Season ? start.PlusMonths(3) : value.Plus(1).Start) > day;

    private static Choice? Relative(Func<int, CalendarValue> inYear, LocalDate now, int relative)
    {
        var here = inYear(now.Year);
        if (here.Start is not { } start)
            return null;
        var over = !Contains(here, now) && start < now;
        return relative switch
        {
            < 0 => new Choice(over ? here : inYear(now.Year - 1), "the last one before the document's date"),
            0 => new Choice(here, "the one in the document's year"),
            _ => new Choice(start > now ? here : inYear(now.Year + 1), "the next one after the document's date"),
        };
    }

    /// <summary>A story goes on in its own year, and into the next where it would otherwise jump far back.</summary>
    private static Choice Continue(Func<int, CalendarValue> inYear, CalendarValue last)
    {
        var year = last.Grain is Grain.Day or Grain.Week ? last.Start?.Year ?? last.Year : last.Year;
        var same = inYear(year);
        if (
            last.Grain >= Grain.Quarter
            && same.Start is { } start
            && last.Start is { } from
            && Period.Between(start, from, PeriodUnits.Months).Months > 12 - FewMonths
        )
            return new Choice(inYear(year + 1), "the story goes on into the next year", same, "if the story went back");
        return new Choice(same, "the year of the story");
    }

    /// <summary>The weekday that direction and context ask for.</summary>
    public Choice? Weekday(IsoDayOfWeek weekday, Direction direction, int? relative)
    {
        var from = story.IsNarrative && relative is null ? story.Day ?? story.DocumentDate : story.DocumentDate;
        if (from is not { } now)
            return null;
        var back = ((int)now.DayOfWeek - (int)weekday + 7) % 7;
        var past = now.PlusDays(-back);
        var future = back == 0 ? now : past.PlusDays(7);
        if (story.IsNarrative && relative is null)
            return new Choice(CalendarValue.Of(future), "the next such day of the story", CalendarValue.Of(past), "if the story went back");
        return relative switch
        {
            -1 => new Choice(CalendarValue.Of(back == 0 ? past.PlusDays(-7) : past), "the last one before the document's date"),
            1 => new Choice(
                CalendarValue.Of(back == 0 ? now.PlusDays(7) : future),
                "the first one after the document's date",
                CalendarValue.Of((back == 0 ? now.PlusDays(7) : future).PlusDays(7)),
                "if the one in the week after is meant"
            ),
            0 => new Choice(
                CalendarValue.WeekOf(now).Start is { } monday
                    ? CalendarValue.Of(monday.PlusDays((int)weekday - 1))
                    : CalendarValue.Of(past),
                "the one in the document's week"
            ),
            _ when direction == Direction.Future && back != 0 => new Choice(
                CalendarValue.Of(future),
                "the clause looks ahead: the next one",
                CalendarValue.Of(past),
                "if the clause looked back"
            ),
            _ when back == 0 => new Choice(
                CalendarValue.Of(now),
                "the document's own day",
                CalendarValue.Of(now.PlusDays(-7)),
                "if a week before"
            ),
            _ => new Choice(
                CalendarValue.Of(past),
                "reporting looks back: the latest one",
                CalendarValue.Of(future),
                "if the clause looked ahead"
            ),
        };
    }
}
