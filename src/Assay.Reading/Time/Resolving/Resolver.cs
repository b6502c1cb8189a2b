using Assay.Reading.Time.Language;
using Assay.Reading.Time.Matching;
using Assay.Reading.Time.Timex;
using NodaTime;

namespace Assay.Reading.Time.Resolving;

/// <summary>Turns the matches of a text into time expressions, in order, remembering what the text has told.</summary>
internal sealed class Resolver
{
    private const int OtherDaysReach = 31;
    private readonly Story _story;
    private readonly Draft _draft;
    private readonly DateResolver _dates;
    private readonly ClockResolver _clocks;
    private readonly AmountResolver _amounts;
    private readonly ShiftResolver _shifts;
    private readonly DirectionReader _directions;

    public Resolver(Grammar grammar, Story story, string text, TimeToken[] tokens, int count, bool dayFirst)
    {
        (_story, _draft) = (story, new Draft(grammar, text, tokens, count));
        _dates = new DateResolver(grammar, story) { DayFirst = dayFirst };
        _clocks = new ClockResolver(grammar, story);
        _amounts = new AmountResolver(_draft, story);
        _shifts = new ShiftResolver(_draft, story, _clocks);
        _directions = new DirectionReader(grammar);
    }

    private Frame Frame => _draft.Frame;

    /// <summary>The expression of a match, or null where its fields make none (30 February).</summary>
    public TimeExpression? Resolve(Match match, ReadOnlySpan<Capture> captures)
    {
        Frame.Load(match, captures);
        _story.At = _draft.Start;
        var expression = Frame.Kind switch
        {
            RuleKind.Duration => _amounts.Duration(),
            RuleKind.Set => _amounts.Set(),
            RuleKind.Ref => _draft.Plain(TimexType.Date, SlotValues.Refs[Frame.Get(Slot.Ref)], "a vague reference"),
            RuleKind.Shift => Moved(_shifts.Shift()),
            RuleKind.Same => Moved(_shifts.Same()),
            _ => DateOrTime(),
        };
        if (expression is null)
            return null;
        var mod = expression.Mod ?? _draft.ModOf(Slot.Mod);
        return expression with { Mod = mod, Edtf = TimexEdtf.ToEdtf(expression.Value, mod), Said = SaidDayReader.Of(Frame, expression) };
    }

    private Direction DirectionHere() =>
        Frame.Has(Slot.Tense)
            ? (Direction)Frame.Get(Slot.Tense)
            : _directions.At(
                _draft.Text,
                _draft.Tokens,
                Frame.Match.First,
                Frame.Match.Last,
                Frame.Has(Slot.Weekday) && !Frame.Has(Slot.Dom)
            );

    private TimeExpression? DateOrTime()
    {
        var clock = ClockResolver.Read(Frame);
        if (Frame.Has(Slot.Hour) && clock is null)
            return null;
        var date = _dates.Resolve(Frame, DirectionHere);
        if (clock is { } time)
            return Clock(time, date);
        return date is { } known ? Date(known) : null;
    }

    /// <summary>What was counted, with the time of day the words add ("the next morning").</summary>
    private TimeExpression Moved(Moved moved)
    {
        if (moved.Ready is { } ready)
            return ready;
        var date = new DateResult(moved.To, null, false);
        return Frame.Kind == RuleKind.Same && ClockResolver.Read(Frame) is { } time ? Clock(time, date) : Date(date);
    }

    private TimeExpression Date(DateResult date)
    {
        if (date.Choice is not { } choice)
            return _draft.Plain(TimexType.Date, date.Partial ?? "XXXX-XX-XX", "nothing in the text completes it");
        Remember(choice.Value, date.IsStated);
        var expression = _draft.Plain(TimexType.Date, choice.Value.ToString(), choice.Reason);
        return choice.Other is { } other
            ? expression with
            {
                Alternatives = [new TimeAlternative(other.ToString(), choice.OtherReason)],
                AnchorTime = Anchor(date),
            }
            : expression with
            {
                AnchorTime = Anchor(date),
            };
    }

    private string? Anchor(DateResult date) =>
        date.IsStated
            ? null
            : (_story.IsNarrative ? null : _story.DocumentDate)?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private void Remember(CalendarValue value, bool stated)
    {
        _story.Note(value);
        if (value.Grain == Grain.Quarter && Frame.Kind == RuleKind.Date)
            (_story.Quarter, _story.QuarterAt) = (value, _draft.Start);
        if ((stated || IsOldYear(value)) && value.Grain >= Grain.Year)
            (_story.StatedYear, _story.StatedYearAt) = (value.Year, _draft.Start);
    }

    /// <summary>"The following year" of a story long past: the dates after it are of that year, as after a year in figures.</summary>
    private bool IsOldYear(CalendarValue value) =>
        value.Grain == Grain.Year
        && (Frame.Kind == RuleKind.Same || (Frame.Kind == RuleKind.Shift && Frame.Get(Slot.Rel) != 0))
        && _story.DocumentDate is { } now
        && value.Year < now.Year - YearChooser.OldYears;

    private TimeExpression Clock(ClockResolver.Reading time, DateResult? date)
    {
        var (day, reason, other) = DayOf(time, date);
        var zone =
            _clocks.Zone(Frame, _draft.Text, _draft.Tokens)
            ?? (Frame.Has(Slot.Hour) ? UnknownZones.After(_draft.Text, _draft.Tokens[Frame.Match.Last - 1].End) : null);
        var head =
            day is { } known ? CalendarValue.Of(known).ToString()
            : date is { Choice: { } coarse } ? coarse.Value.ToString()
            : date?.Partial ?? "XXXX-XX-XX";
        var mod = _draft.ModOf(Slot.Mod) ?? _draft.ModOf(Slot.Clockmod);
        var approximate = mod is "APPROX" or "BEFORE" or "AFTER";
        var clockDay = time.EndOfDay ? day?.PlusDays(1) : day;
        if (day is { } told)
        {
            if (date is { Choice: { } choice })
                Remember(choice.Value, date.Value.IsStated);
            if (Frame.Has(Slot.Hour))
                _clocks.Note(time.EndOfDay ? told.PlusDays(1) : told, time);
            else
                _clocks.NotePart(told, time);
        }
        var plain = _draft.Plain(TimexType.Time, head + time.Suffix, reason);
        // A zone that is not known belongs to the words of the clock as any other does.
        var end = zone is { Zones.Count: 0, Place: null } ? Math.Max(plain.Span.End, zone.Span.End) : plain.Span.End;
        return plain with
        {
            Span = new Assay.Ground.Anchors.TextSpan(plain.Span.Start, end),
            Text = _draft.Text[plain.Span.Start..end],
            Mod = mod,
            Alternatives = other is { } second
                ? [new TimeAlternative(CalendarValue.Of(second) + time.Suffix, "if the day is the other one")]
                : [],
            Clock = new ClockTime(
                clockDay,
                time.Time,
                time.Granularity,
                approximate,
                zone,
                other is { } o ? [time.EndOfDay ? o.PlusDays(1) : o] : null
            )
            {
                Tolerance = approximate ? NodaTime.Duration.FromMinutes(15) : NodaTime.Duration.Zero,
            },
        };
    }

    private (LocalDate? Day, string Reason, LocalDate? Other) DayOf(ClockResolver.Reading time, DateResult? date)
    {
        if (date is { Choice: { } choice })
            return (
                choice.Value.Date,
                choice.Reason,
                choice.Other?.Date is { } o && choice.Value.Date is { } d && Math.Abs(Period.DaysBetween(d, o)) <= OtherDaysReach ? o : null
            );
        if (date is { Partial: not null })
            return (null, "nothing in the text completes its day", null);
        if (Frame.Has(Slot.Dir) && _story.DocumentDate is { } now)
            return (Frame.Get(Slot.Dir) < 0 ? now.PlusDays(-1) : now, "counted from the document's date", null);
        return _clocks.DayFor(time, Frame.Get(Slot.Tense) < 0 || _directions.IsBackward(_draft.Tokens, Frame.Match.First));
    }
}
