using System.Globalization;
using Assay.Reading.Time;
using Assay.Reading.Time.Timex;
using NodaTime;

namespace Assay.Reading.Days;

/// <summary>Writes the days decided into the expressions.</summary>
/// <param name="text">The text.</param>
/// <param name="mentions">The mentions of days.</param>
/// <param name="clocks">The clocks.</param>
/// <param name="doubles">For each expression, the index of the clock it repeats in brackets, or -1.</param>
/// <param name="published">The day of publication, or null.</param>
internal sealed class DayRewriter(
    DayText text,
    IReadOnlyList<DayMention> mentions,
    IReadOnlyList<ClockPoint> clocks,
    int[] doubles,
    int? published
)
{
    private const double HalfDay = 720;
    private readonly Dictionary<int, DayMention> byStart = mentions.ToDictionary(m => m.Span.Start);
    private readonly TimeExpression[] made = [.. text.Times];
    private bool? namesPublication;
    private readonly TimeExpression?[] told = new TimeExpression?[text.Times.Count];

    /// <summary>The expressions anew.</summary>
    public IReadOnlyList<TimeExpression> Rewrite(DecidedDay[] decided, StoryFrame frame)
    {
        var unknown = Passages(decided);
        for (var i = 0; i < clocks.Count; i++)
            made[clocks[i].Index] = Clock(clocks[i], decided[i], frame, unknown[i]);
        TimeExpression? before = null;
        for (var i = 0; i < made.Length; i++)
        {
            if (doubles[i] >= 0)
            {
                made[i] = Double(made[doubles[i]], made[i]);
                made[doubles[i]] = DoubleClocks.Zoned(made[doubles[i]], made[i]);
            }
            else if (made[i].Clock is null || ClockPointReader.IsClock(made[i])) { }
            else if (made[i].Said is { IsCounted: true } || made[i].Length is not null)
                made[i] = Counted(made[i], before, i);
            else
                made[i] = Part(i, frame);
            if (made[i].Clock is null)
                continue;
            before = made[i];
            told[i] = before;
        }

        Ranges();
        return made;
    }

    // A run of clocks on unknown days is one passage, and its clocks go on over midnight; a day named without its year, or another weekday,
    // begins another.
    private (int Passage, int Offset)[] Passages(DecidedDay[] decided)
    {
        var found = new (int, int)[decided.Length];
        var (passage, offset) = (0, 0);
        for (var i = 0; i < decided.Length; i++)
        {
            if (decided[i].State.Day is not null)
                continue;
            var goesOn =
                i > 0 && decided[i - 1].State.Day is null && Name(clocks[i]) is null or { Length: 0 } && clocks[i].Step is null or 0;
            if (i == 0 || !goesOn)
                (passage, offset) = (passage + 1, 0);
            else if (decided[i].State.Minute - decided[i - 1].State.Minute > HalfDay)
                offset--;
            else if (decided[i].State.Minute - decided[i - 1].State.Minute < -HalfDay)
                offset++;
            found[i] = (passage, offset);
        }

        return found;
    }

    // What the words at a clock say of a day that could not be told.
    private static string? Name(ClockPoint clock) =>
        clock.Said.NamesDay || clock.Touching.Count > 0 || clock.InSentence.Count > 0 || clock.Between.Count > 0 ? "named" : null;

    private TimeExpression Clock(ClockPoint clock, DecidedDay decided, StoryFrame frame, (int Passage, int Offset) unknown)
    {
        var time = made[clock.Index];
        var state = decided.State;
        var hour = state.IsOtherHalf ? time.Clock!.Time.PlusHours(12) : time.Clock!.Time;
        var value = Value(time.Value, state.IsOtherHalf);
        if (state.Day is not { } day)
        {
            return With(
                time,
                "XXXX-XX-XX" + value,
                "nothing in the text tells the day",
                time.Clock with
                {
                    Date = null,
                    Time = hour,
                    OtherDates = null,
                    DayEvidence = Evidence.Read,
                    UnknownDay = unknown.Passage,
                    UnknownDayOffset = unknown.Offset,
                    DayMargin = decided.Margin,
                }
            );
        }

        var isStated = ClockScore.IsStated(clock, state, frame.Day);
        var isGuessed = !isStated && (decided.Margin < DayWeights.Default.GuessedBelow || IsOnlyPublication(clock, day, frame));
        if (clock.Zone is { } zone && time.Clock.Zone is null)
            time = time with { Clock = time.Clock with { Zone = zone } };
        var evidence =
            isStated ? Evidence.Stated
            : isGuessed ? Evidence.Guessed
            : Evidence.Read;
        LocalDate? other = isGuessed && decided.Other is { } second ? DayNumber.Date(second) : null;
        var same = other is null && time.Clock.Date == DayNumber.Date(day) && !state.IsOtherHalf ? time.Clock.OtherDates : null;
        return With(
            time,
            Written(day, clock.IsEndOfDay) + value,
            Reason(clock, state, frame, isStated, isGuessed),
            time.Clock with
            {
                Date = DayNumber.Date(day),
                Time = hour,
                OtherDates = other is { } o ? [o] : same,
                DayEvidence = evidence,
                UnknownDay = null,
                DayMargin = double.IsPositiveInfinity(decided.Margin) ? null : decided.Margin,
                DayShift = decided.Other is { } next ? next - day : null,
            }
        ) with
        {
            Alternatives =
                other is { } alternative ? [new TimeAlternative(Iso(alternative) + value, "if the day is the other one")]
                : same is not null || clock.Said.NamesDay && time.Clock.Date == DayNumber.Date(day) ? time.Alternatives
                : [],
        };
    }

    // Publication is a day that no word of the text gives, but for a page that was written while it happened.
    private bool IsOnlyPublication(ClockPoint clock, int day, StoryFrame frame) =>
        day == published
        && clock.Touching.Count == 0
        && !(namesPublication ??= mentions.Any(m => m.Day(frame.Day) == day) || LivePage.Is(text.Layer, clocks));

    private static string Reason(ClockPoint clock, DayState state, StoryFrame frame, bool isStated, bool isGuessed)
    {
        if (isStated)
            return clock.Touching.Count > 0 ? "the day at the clock" : "the day named in its sentence or heading";
        if (isGuessed)
            return "the likelier of several days";
        if (clock.Touching.Count > 0)
            return "the weekday at the clock";
        return frame.Holds(state)
            ? frame.Shape == StoryShape.Day
                ? "the day of the story"
                : "the night of the story"
            : "the day its passage is on";
    }

    private static TimeExpression With(TimeExpression time, string value, string reason, ClockTime clock) =>
        time with
        {
            Value = value,
            Edtf = TimexEdtf.ToEdtf(value, time.Mod),
            Reason = reason,
            Clock = clock,
        };

    // T16:40 of a value, with its hour moved by half a day where the half was left open.
    private static string Value(string value, bool isOtherHalf)
    {
        var at = value.IndexOf('T', StringComparison.Ordinal);
        var suffix = at < 0 ? "" : value[at..];
        if (
            !isOtherHalf
            || suffix.Length < 3
            || !int.TryParse(suffix.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
        )
            return suffix;
        return string.Create(CultureInfo.InvariantCulture, $"T{(hour + 12) % 24:00}{suffix[3..]}");
    }

    private static string Written(int day, bool isEndOfDay) => Iso(DayNumber.Date(isEndOfDay ? day - 1 : day));

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    // The same instant on another zone: the day that brings the two readings closest.
    private static TimeExpression Double(TimeExpression first, TimeExpression second)
    {
        if (first.Clock!.Date is not { } day)
            return With(
                second,
                "XXXX-XX-XX" + Value(second.Value, false),
                first.Reason,
                second.Clock! with
                {
                    Date = null,
                    OtherDates = null,
                    UnknownDay = first.Clock.UnknownDay,
                    UnknownDayOffset = first.Clock.UnknownDayOffset,
                    DayEvidence = first.Clock.DayEvidence,
                }
            ) with
            {
                IsRepeat = true,
            };
        var apart = (second.Clock!.Time.TickOfDay - first.Clock.Time.TickOfDay) / (double)NodaConstants.TicksPerHour;
        var own = day.PlusDays(
            apart > 12 ? -1
            : apart < -12 ? 1
            : 0
        );
        return With(
            second,
            Iso(own) + Value(second.Value, false),
            "the same instant as the clock before it",
            second.Clock with
            {
                Date = own,
                OtherDates = null,
                DayEvidence = first.Clock.DayEvidence,
                DayMargin = first.Clock.DayMargin,
                DayShift = first.Clock.DayShift,
            }
        ) with
        {
            IsRepeat = true,
        };
    }

    // "Two hours later": as far from the clock before it as it was read, on the day that clock is now on.
    private TimeExpression Counted(TimeExpression time, TimeExpression? before, int index)
    {
        if (before?.Clock is not { } from || time.Clock!.Date is not { } old)
            return time;
        var read = text.Times[Math.Max(0, index - 1)];
        for (var i = index - 1; i >= 0; i--)
        {
            read = text.Times[i];
            if (read.Clock is not null)
                break;
        }

        if (read.Clock?.Date is not { } then)
            return time;
        var moved = Period.Between(then.At(read.Clock.Time), old.At(time.Clock.Time), PeriodUnits.Minutes).Minutes;
        if (from.Date is not { } now)
        {
            var turned = from.Time.PlusMinutes(moved);
            return With(
                time,
                "XXXX-XX-XXT" + turned.ToString("HH:mm", CultureInfo.InvariantCulture),
                before.Reason,
                time.Clock with
                {
                    Date = null,
                    Time = turned,
                    OtherDates = null,
                    UnknownDay = from.UnknownDay,
                    UnknownDayOffset = from.UnknownDayOffset,
                    DayEvidence = from.DayEvidence,
                }
            );
        }

        var at = now.At(from.Time).PlusMinutes(moved);
        return With(
            time,
            at.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            time.Reason,
            time.Clock with
            {
                Date = at.Date,
                Time = at.TimeOfDay,
                OtherDates = null,
                DayEvidence = from.DayEvidence,
                DayMargin = from.DayMargin,
                DayShift = from.DayShift,
            }
        );
    }

    // A part of a day is on the day it names, else on that of the nearest clock of its paragraph, else on the story's.
    private TimeExpression Part(int index, StoryFrame frame)
    {
        var time = made[index];
        var named = byStart.GetValueOrDefault(time.Span.Start)?.Day(frame.Day);
        if (named is { } day)
            return Dated(time, day, time.Clock!.DayEvidence);
        if (time.Said is { NamesDay: true })
            return time;
        var nearest = Nearest(index);
        if (nearest is { Clock: { Date: { } date } clock })
        {
            var isMorningOfNight = time.Said?.Part == 5 && clock.Time.Hour < 10;
            return DayNumber.Of(date) is { } known ? Dated(time, isMorningOfNight ? known - 1 : known, Evidence.Read) : time;
        }

        if (nearest is null && frame.Day is { } story)
            return Dated(time, story, Evidence.Guessed);
        return With(
            time,
            "XXXX-XX-XX" + Value(time.Value, false),
            "nothing in the text tells the day",
            time.Clock! with
            {
                Date = null,
                OtherDates = null,
                DayEvidence = Evidence.Guessed,
                UnknownDay = nearest?.Clock?.UnknownDay,
                UnknownDayOffset = nearest?.Clock?.UnknownDayOffset ?? 0,
            }
        );
    }

    private static TimeExpression Dated(TimeExpression time, int day, Evidence evidence) =>
        With(
            time,
            Iso(DayNumber.Date(day)) + Value(time.Value, false),
            time.Reason,
            time.Clock! with
            {
                Date = DayNumber.Date(day),
                OtherDates = null,
                DayEvidence = evidence,
            }
        );

    private TimeExpression? Nearest(int index)
    {
        var block = text.BlockOf(index);
        for (var i = index - 1; i >= 0 && text.BlockOf(i) == block; i--)
            if (told[i] is { } before)
                return before;
        for (var i = index + 1; i < made.Length && text.BlockOf(i) == block; i++)
            if (ClockPointReader.IsClock(made[i]))
                return made[i];
        return null;
    }

    // The ends of a range carry each other's value.
    private void Ranges()
    {
        for (var i = 0; i + 1 < made.Length; i++)
        {
            if (
                text.Times[i].BeginPoint is null
                || text.Times[i].BeginPoint != text.Times[i].Value
                || text.Times[i].EndPoint != text.Times[i + 1].Value
            )
                continue;
            made[i] = made[i] with { BeginPoint = made[i].Value, EndPoint = made[i + 1].Value };
            made[i + 1] = made[i + 1] with { BeginPoint = made[i].Value, EndPoint = made[i + 1].Value };
        }
    }
}
