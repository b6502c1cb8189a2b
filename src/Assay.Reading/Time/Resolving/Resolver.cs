using Assay.Reading.Text;
using Assay.Reading.Time.Language;
using Assay.Reading.Time.Matching;
using Assay.Reading.Time.Timex;
using NodaTime;
using Unit = Assay.Reading.Time.Resolving.DurationReader.Unit;

namespace Assay.Reading.Time.Resolving;

/// <summary>Turns the matches of a text into time expressions, in order, remembering what the text has told.</summary>
internal sealed class Resolver
{
    private const int QuarterReach = 1200;
    private const int OtherDaysReach = 31;
    private readonly Grammar _grammar;
    private readonly Story _story;
    private readonly string _text;
    private readonly TimeToken[] _tokens;
    private readonly int _count;
    private readonly DateResolver _dates;
    private readonly ClockResolver _clocks;
    private readonly DirectionReader _directions;
    private readonly Frame _frame = new();

    public Resolver(Grammar grammar, Story story, string text, TimeToken[] tokens, int count, bool dayFirst)
    {
        (_grammar, _story, _text, _tokens, _count) = (grammar, story, text, tokens, count);
        _dates = new DateResolver(grammar, story) { DayFirst = dayFirst };
        _clocks = new ClockResolver(grammar, story);
        _directions = new DirectionReader(grammar);
    }

    private ReadOnlySpan<TimeToken> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>The expression of a match, or null where its fields make none (30 February).</summary>
    public TimeExpression? Resolve(Match match, ReadOnlySpan<Capture> captures)
    {
        _frame.Load(match, captures);
        var expression = _frame.Kind switch
        {
            RuleKind.Duration => Duration(),
            RuleKind.Set => Set(),
            RuleKind.Ref => Plain(TimexType.Date, SlotValues.Refs[_frame.Get(Slot.Ref)], "a vague reference"),
            RuleKind.Shift => Shift(),
            RuleKind.Same => Same(),
            _ => DateOrTime(),
        };
        if (expression is null)
            return null;
        var mod = expression.Mod ?? ModOf(Slot.Mod);
        return expression with { Mod = mod, Edtf = TimexEdtf.ToEdtf(expression.Value, mod) };
    }

    private string? ModOf(Slot slot) => _frame.Get(slot) is > 0 and var mod ? SlotValues.Mods[mod] : null;

    private TimeExpression Plain(TimexType type, string value, string reason)
    {
        var span = new TextSpan(_tokens[_frame.Match.First].Start, _tokens[_frame.Match.Last - 1].End);
        return new TimeExpression { Span = span, Text = _text[span.Start..span.End], Type = type, Value = value, Reason = reason };
    }

    private Direction DirectionHere() => _frame.Has(Slot.Tense)
        ? (Direction)_frame.Get(Slot.Tense)
        : _directions.At(_text, Tokens, _frame.Match.First, _frame.Match.Last, _frame.Has(Slot.Weekday) && !_frame.Has(Slot.Dom));

    private TimeExpression? DateOrTime()
    {
        var clock = ClockResolver.Read(_frame);
        if (_frame.Has(Slot.Hour) && clock is null)
            return null;
        var date = _dates.Resolve(_frame, DirectionHere);
        if (clock is { } time)
            return Clock(time, date);
        return date is { } known ? Date(known) : null;
    }

    private TimeExpression Date(DateResult date)
    {
        if (date.Choice is not { } choice)
            return Plain(TimexType.Date, date.Partial ?? "XXXX-XX-XX", "nothing in the text completes it");
        Remember(choice.Value, date.IsStated);
        var expression = Plain(TimexType.Date, choice.Value.ToString(), choice.Reason);
        return choice.Other is { } other
            ? expression with { Alternatives = [new TimeAlternative(other.ToString(), choice.OtherReason)], AnchorTime = Anchor(date) }
            : expression with { AnchorTime = Anchor(date) };
    }

    private string? Anchor(DateResult date) => date.IsStated ? null
        : (_story.IsNarrative ? null : _story.DocumentDate)?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private void Remember(CalendarValue value, bool stated)
    {
        _story.Note(value);
        if (value.Grain == Grain.Quarter && _frame.Kind == RuleKind.Date)
            (_story.Quarter, _story.QuarterAt) = (value, _tokens[_frame.Match.First].Start);
        if (stated && value.Grain >= Grain.Year)
            _story.StatedYear = value.Year;
    }

    private TimeExpression Clock(ClockResolver.Reading time, DateResult? date)
    {
        var (day, reason, other) = DayOf(time, date);
        var zone = _clocks.Zone(_frame, _text, Tokens);
        var head = day is { } known ? CalendarValue.Of(known).ToString()
            : date is { Choice: { } coarse } ? coarse.Value.ToString() : date?.Partial ?? "XXXX-XX-XX";
        var mod = ModOf(Slot.Mod) ?? ModOf(Slot.Clockmod);
        var approximate = mod is "APPROX" or "BEFORE" or "AFTER";
        var clockDay = time.EndOfDay ? day?.PlusDays(1) : day;
        if (day is { } told)
        {
            if (date is { Choice: { } choice })
                Remember(choice.Value, date.Value.IsStated);
            if (_frame.Has(Slot.Hour))
                _clocks.Note(time.EndOfDay ? told.PlusDays(1) : told, time);
            else
                _story.Note(CalendarValue.Of(told));
        }
        return Plain(TimexType.Time, head + time.Suffix, reason) with
        {
            Mod = mod,
            Alternatives = other is { } second ? [new TimeAlternative(CalendarValue.Of(second) + time.Suffix, "if the day is the other one")] : [],
            Clock = new ClockTime(clockDay, time.Time, time.Granularity, approximate, zone,
                other is { } o ? [time.EndOfDay ? o.PlusDays(1) : o] : null)
            {
                Tolerance = approximate ? NodaTime.Duration.FromMinutes(15) : NodaTime.Duration.Zero,
            },
        };
    }

    private (LocalDate? Day, string Reason, LocalDate? Other) DayOf(ClockResolver.Reading time, DateResult? date)
    {
        if (date is { Choice: { } choice })
            return (choice.Value.Date, choice.Reason, choice.Other?.Date is { } o && choice.Value.Date is { } d && Math.Abs(Period.DaysBetween(d, o)) <= OtherDaysReach ? o : null);
        if (date is { Partial: not null })
            return (null, "nothing in the text completes its day", null);
        if (_frame.Has(Slot.Dir) && _story.DocumentDate is { } now)
            return (_frame.Get(Slot.Dir) < 0 ? now.PlusDays(-1) : now, "counted from the document's date", null);
        return _clocks.DayFor(time, _frame.Get(Slot.Tense) < 0);
    }

    private TimeExpression Duration()
    {
        var unit = (Unit)_frame.Get(Slot.Unit);
        var count = Count();
        long? high = _frame.Has(Slot.Num2) ? _frame.Long(Slot.Num2) : null;
        var mod = ModOf(Slot.Mod);
        var expression = Plain(TimexType.Duration, DurationReader.Value(count, unit), "an amount of time") with
        {
            Length = DurationReader.Range(count, high, unit, mod),
            Quant = _frame.Get(Slot.Quant) != 0 ? "EACH" : null,
        };
        if (_frame.Has(Slot.Unit2))
            expression = WithSecondUnit(expression, unit, count);
        if (_frame.Has(Slot.Dir) && _story.DocumentDate is { } now)
        {
            var today = CalendarValue.Of(now).ToString();
            expression = _frame.Get(Slot.Dir) < 0 ? expression with { EndPoint = today } : expression with { BeginPoint = today };
        }
        return _frame.Has(Slot.Headfrom) && _frame.Has(Slot.Rel) ? expression with { Anchor = HeadFrom(_frame.Get(Slot.Headfrom)) } : expression;
    }

    private TimeExpression WithSecondUnit(TimeExpression expression, Unit unit, long count)
    {
        var second = (Unit)_frame.Get(Slot.Unit2);
        var rest = DurationReader.Value(_frame.Has(Slot.Plus) ? _frame.Long(Slot.Plus) : 1000, second);
        var first = DurationReader.Value(count, unit);
        var joined = first.Contains('T', StringComparison.Ordinal) ? first + rest[2..] : first + rest[1..];
        var (a, b) = (DurationReader.Range(count, null, unit, null), DurationReader.Range(_frame.Long(Slot.Plus), null, second, null));
        return expression with { Value = joined, Length = a is null || b is null ? null : Sum(a.Stated + b.Stated) };
    }

    private static DurationRange Sum(Period period) => new(period, period, period);

    /// <summary>The count in thousandths; negative where it is vague. A fraction stands alone where the rule sets <c>plus=0</c> ("half an hour").</summary>
    private long Count()
    {
        if (_frame.Has(Slot.Num))
            return Math.Max(-1, _frame.Long(Slot.Num) + _frame.Long(Slot.Fraction));
        return _frame.Has(Slot.Fraction) && _frame.Has(Slot.Plus) ? _frame.Long(Slot.Fraction) : 1000 + _frame.Long(Slot.Fraction);
    }

    /// <summary>What an expression is relative to: the words after it, to the end of the clause.</summary>
    private EventAnchor? HeadFrom(int first)
    {
        const int longest = 16;
        var last = first;
        while (last < _count && last < first + longest && (_tokens[last].Flags & TokenFlags.Sentence) == 0
            && !(_tokens[last].Kind == TimeTokenKind.Punctuation && _tokens[last].Value is ',' or '.' or ';' or ':' or '!' or '?' or '"' or ')'))
        {
            if (last > first && Grammar.Has(_tokens[last], _grammar.ClauseClass))
                break;
            last++;
        }
        return last == first ? null : new EventAnchor(SlotValues.Relations[_frame.Get(Slot.Rel)], new TextSpan(_tokens[first].Start, _tokens[last - 1].End));
    }

    private TimeExpression Set()
    {
        var expression = _frame.Has(Slot.Unit)
            ? Plain(TimexType.Set, DurationReader.Value(Count(), (Unit)_frame.Get(Slot.Unit)), "a repeated time")
            : Plain(TimexType.Set, SetValue(), "a repeated time");
        return expression with
        {
            Quant = _frame.Get(Slot.Quant) != 0 ? "EVERY" : null,
            Freq = _frame.Has(Slot.Freq) ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_frame.Long(Slot.Freq) / 1000}X") : null,
        };
    }

    private string SetValue()
    {
        var time = ClockResolver.Read(_frame)?.Suffix ?? "";
        if (_frame.Has(Slot.Weekday))
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"XXXX-WXX-{_frame.Get(Slot.Weekday)}{time}");
        if (_frame.Has(Slot.Month))
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"XXXX-{_frame.Get(Slot.Month):00}{(_frame.Has(Slot.Dom) ? $"-{_frame.Get(Slot.Dom):00}" : "")}{time}");
        if (_frame.Has(Slot.Season))
            return "XXXX-" + SlotValues.Seasons[_frame.Get(Slot.Season)];
        if (_frame.Has(Slot.Quarter))
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"XXXX-Q{_frame.Get(Slot.Quarter)}");
        return "XXXX-XX-XX" + time;
    }

    /// <summary>"Two days ago", "a year earlier", "three weeks later".</summary>
    private TimeExpression? Shift()
    {
        var unit = (Unit)_frame.Get(Slot.Unit);
        var count = Count();
        var relation = _frame.Get(Slot.Rel);
        var back = relation is 0 or 2;
        if (count < 0)
            return Plain(TimexType.Date, back ? "PAST_REF" : "FUTURE_REF", "a vague distance");
        if (unit < Unit.Day)
            return ShiftClock(unit, back ? -count : count, relation);
        if (unit == Unit.Year && count == 1000 && back && _story.Quarter is { } quarter && _tokens[_frame.Match.First].Start - _story.QuarterAt < QuarterReach && !_story.IsNarrative)
            return Date(new DateResult(new Choice(quarter.Plus(-4), "the quarter spoken of, a year before", new CalendarValue(Grain.Year, quarter.Year - 1), "if the whole year"), null, false));
        var from = relation <= 1 && _story.DocumentDate is not null ? _story.DocumentDate : _story.Reference;
        if (from is not { } start)
            return Plain(TimexType.Duration, DurationReader.Value(count, unit), "no time is known to count from");
        if (_story is { IsNarrative: true, Last: { Year: < 2 } last } && unit == Unit.Year)
            return Date(new DateResult(new Choice(new CalendarValue(Grain.Year, last.Year).Plus((int)(count / 1000) * (back ? -1 : 1)), "counted in the story"), null, false));
        var value = Counted(start, unit, back ? -count : count);
        return Date(new DateResult(new Choice(value, relation <= 1 ? "counted from the document's date" : "counted from the time last spoken of"), null, false));
    }

    private CalendarValue Counted(LocalDate start, Unit unit, long thousandths)
    {
        var (whole, half) = ((int)Math.Clamp(thousandths / 1000, -9_000_000, 9_000_000), thousandths % 1000 != 0);
        return unit switch
        {
            Unit.Decade => new CalendarValue(Grain.Year, start.Year).Plus(whole * 10),
            Unit.Century => new CalendarValue(Grain.Year, start.Year).Plus(whole * 100),
            Unit.Millennium => new CalendarValue(Grain.Year, start.Year).Plus(whole * 1000),
            Unit.Fortnight => CalendarValue.Around(start, Grain.Week).Plus(whole * 2),
            Unit.Year when half => CalendarValue.Around(start, Grain.Month).Plus((int)(thousandths * 12 / 1000)),
            Unit.Year when _frame.Get(Slot.Rel) > 1 && _story.Last is { Grain: Grain.Day or Grain.Month or Grain.Quarter } last && whole is 1 or -1 && _frame.Has(Slot.Anchor) => last with { Year = last.Year + whole },
            _ => CalendarValue.Around(start, DateResolver.GrainOf(unit)).Plus(whole),
        };
    }

    /// <summary>"Two hours later" counts on the clock where one is known.</summary>
    private TimeExpression ShiftClock(Unit unit, long thousandths, int relation)
    {
        var fromDocument = relation <= 1;
        var (day, time) = fromDocument ? (_story.DocumentDate, _story.DocumentTime) : (_story.ClockDay, _story.Clock);
        if (day is not { } d || time is not { } t)
            return Plain(TimexType.Duration, DurationReader.Value(Math.Abs(thousandths), unit), "no clock time is known to count from") with
            {
                Length = DurationReader.Range(Math.Abs(thousandths), null, unit, null),
            };
        var seconds = Math.Clamp(thousandths * (unit == Unit.Hour ? 3600 : unit == Unit.Minute ? 60 : 1) / 1000, -1_000_000_000, 1_000_000_000);
        var moved = d.At(t).PlusSeconds(seconds);
        var reading = new ClockResolver.Reading("", moved.TimeOfDay, NodaTime.Duration.FromMinutes(1), false, false);
        _clocks.Note(moved.Date, reading);
        return Plain(TimexType.Time, moved.ToString("uuuu-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            fromDocument ? "counted from the document's time" : "counted from the clock time last spoken of") with
        {
            Clock = new ClockTime(moved.Date, moved.TimeOfDay, reading.Granularity),
            Length = DurationReader.Range(Math.Abs(thousandths), null, unit, null),
        };
    }

    /// <summary>"That year", "the next day", "the quarter": counted in the unit from the time last spoken of.</summary>
    private TimeExpression? Same()
    {
        var unit = (Unit)_frame.Get(Slot.Unit);
        var grain = DateResolver.GrainOf(unit);
        var offset = _frame.Get(Slot.Offset);
        CalendarValue? value = null;
        if (grain == Grain.Quarter && _frame.Has(Slot.Rel) && _story.DocumentDate is { } now)
            value = CalendarValue.Around(now, Grain.Quarter).Plus(-1);
        else if (grain == Grain.Quarter && _story.Quarter is { } quarter)
            value = quarter.Plus(offset);
        else if (grain == Grain.Year && _frame.Has(Slot.Rel) && !_story.IsNarrative && _story.DocumentDate is { } present)
            value = new CalendarValue(Grain.Year, present.Year);
        else if (grain == Grain.Year && _story.Last is { } last)
            value = new CalendarValue(Grain.Year, last.Grain is Grain.Decade or Grain.Century ? last.Start?.Year ?? last.Year : last.Year).Plus(offset);
        else if (_story.Reference is { } reference)
            value = CalendarValue.Around(reference, grain).Plus(offset);
        if (value is not { } known)
            return Plain(TimexType.Date, DateResolver.Unknown(grain), "no time was spoken of before");
        if (_frame.Has(Slot.Weekday) && grain == Grain.Day)
            known = Weekday(known, offset);
        var choice = new Choice(known, offset == 0 ? "the time last spoken of" : "counted from the time last spoken of");
        return ClockResolver.Read(_frame) is { } time ? Clock(time, new DateResult(choice, null, false)) : Date(new DateResult(choice, null, false));
    }

    private CalendarValue Weekday(CalendarValue from, int offset)
    {
        if (_story.Reference is not { } reference)
            return from;
        var weekday = _frame.Get(Slot.Weekday);
        var back = ((int)reference.DayOfWeek - weekday + 7) % 7;
        return CalendarValue.Of(offset < 0 ? reference.PlusDays(back == 0 ? -7 : -back) : reference.PlusDays(7 - back));
    }
}
