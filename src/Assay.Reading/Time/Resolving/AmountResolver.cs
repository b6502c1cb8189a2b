using System.Globalization;
using Assay.Reading.Time.Language;
using NodaTime;
using Unit = Assay.Reading.Time.Resolving.DurationReader.Unit;

namespace Assay.Reading.Time.Resolving;

/// <summary>Makes durations and repeated times.</summary>
internal sealed class AmountResolver(Draft draft, Story story)
{
    private readonly Frame _frame = draft.Frame;

    /// <summary>"Nine hours", "the past three weeks", "a year and two months".</summary>
    public TimeExpression Duration()
    {
        var unit = (Unit)_frame.Get(Slot.Unit);
        var count = draft.Count();
        long? high = _frame.Has(Slot.Num2) ? _frame.Long(Slot.Num2) : null;
        var mod = draft.ModOf(Slot.Mod);
        var expression = draft.Plain(TimexType.Duration, DurationReader.Value(count, unit), "an amount of time") with
        {
            Length = DurationReader.Range(count, high, unit, mod),
            Quant = _frame.Get(Slot.Quant) != 0 ? "EACH" : null,
        };
        if (_frame.Has(Slot.Unit2))
            expression = WithSecondUnit(expression, unit, count);
        if (_frame.Has(Slot.Dir) && story.DocumentDate is { } now)
        {
            var today = CalendarValue.Of(now).ToString();
            expression = _frame.Get(Slot.Dir) < 0 ? expression with { EndPoint = today } : expression with { BeginPoint = today };
        }
        return _frame.Has(Slot.Headfrom) && _frame.Has(Slot.Rel)
            ? expression with
            {
                Anchor = draft.HeadFrom(_frame.Get(Slot.Headfrom)),
            }
            : expression;
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

    /// <summary>"Every Friday", "twice a month".</summary>
    public TimeExpression Set()
    {
        var expression = _frame.Has(Slot.Unit)
            ? draft.Plain(TimexType.Set, DurationReader.Value(draft.Count(), (Unit)_frame.Get(Slot.Unit)), "a repeated time")
            : draft.Plain(TimexType.Set, SetValue(), "a repeated time");
        return expression with
        {
            Quant = _frame.Get(Slot.Quant) != 0 ? "EVERY" : null,
            Freq = _frame.Has(Slot.Freq) ? string.Create(CultureInfo.InvariantCulture, $"{_frame.Long(Slot.Freq) / 1000}X") : null,
        };
    }

    private string SetValue()
    {
        var time = ClockResolver.Read(_frame)?.Suffix ?? "";
        if (_frame.Has(Slot.Weekday))
            return string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{_frame.Get(Slot.Weekday)}{time}");
        if (_frame.Has(Slot.Month))
            return string.Create(
                CultureInfo.InvariantCulture,
                $"XXXX-{_frame.Get(Slot.Month):00}{(_frame.Has(Slot.Dom) ? $"-{_frame.Get(Slot.Dom):00}" : "")}{time}"
            );
        if (_frame.Has(Slot.Season))
            return "XXXX-" + SlotValues.Seasons[_frame.Get(Slot.Season)];
        if (_frame.Has(Slot.Quarter))
            return string.Create(CultureInfo.InvariantCulture, $"XXXX-Q{_frame.Get(Slot.Quarter)}");
        return "XXXX-XX-XX" + time;
    }
}
