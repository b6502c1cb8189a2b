using System.Globalization;
using Assay.Reading.Time.Language;
using Assay.Reading.Time.Matching;
using NodaTime;

namespace Assay.Reading.Time.Resolving;

/// <summary>Reads what the words of an expression themselves say of its day.</summary>
internal static class SaidDayReader
{
    private const int LengthOfDay = 10;
    private const int LengthOfMonth = 7;
    private const int Earlier = 2;
    private const int Later = 3;
    private const int Thousandths = 1000;
    private const int MostDays = 14;

    /// <summary>Reads what the words of a match say, given the value they came to.</summary>
    public static SaidDay? Of(Frame frame, TimeExpression made)
    {
        if (made.Type is not (TimexType.Date or TimexType.Time))
            return null;
        var (year, month, day) = frame.Kind == RuleKind.Date ? Calendar(frame, made.Value) : default;
        var counted = frame.Kind == RuleKind.Shift && frame.Get(Slot.Rel) > 1;
        return new SaidDay
        {
            Year = year,
            Month = month,
            Day = day,
            Weekday = day is null && frame.Has(Slot.Weekday) && IsDay(made.Value) ? (IsoDayOfWeek)frame.Get(Slot.Weekday) : null,
            DayOfWeek = day is not null && month is not null && frame.Has(Slot.Weekday) ? (IsoDayOfWeek)frame.Get(Slot.Weekday) : null,
            Offset = OffsetOf(frame),
            Step = StepOf(frame),
            Direction = frame.Has(Slot.Dir) ? frame.Get(Slot.Dir) : null,
            IsFeast = frame.Has(Slot.Holiday),
            Part = frame.Get(Slot.Part),
            IsBareHour = IsBare(frame),
            IsPadded = frame.Has(Slot.Hour) && made.Text.FirstOrDefault(char.IsAsciiDigit) == '0',
            IsCounted = counted,
            IsSpelled = frame.Has(Slot.Fraction) || !made.Text.Any(char.IsAsciiDigit),
        };
    }

    // "That night", "the next day", "two days later".
    private static int? StepOf(Frame frame)
    {
        if ((DurationReader.Unit)frame.Get(Slot.Unit) != DurationReader.Unit.Day || frame.Has(Slot.Ord))
            return null;
        if (frame.Kind == RuleKind.Same)
            return frame.Get(Slot.Offset);
        var days = frame.Has(Slot.Num) ? frame.Long(Slot.Num) / (double)Thousandths : 0;
        return frame.Kind == RuleKind.Shift && frame.Get(Slot.Rel) is Earlier or Later && days is >= 1 and <= MostDays && days % 1 == 0
            ? (int)days * (frame.Get(Slot.Rel) == Earlier ? -1 : 1)
            : null;
    }

    private static bool IsBare(Frame frame) =>
        frame.Has(Slot.Hour)
        && !frame.Has(Slot.Ampm)
        && !frame.Has(Slot.Part)
        && frame.Get(Slot.Hour) is >= 1 and <= 12
        && !(frame.Get(Slot.Hour) == 12 && frame.Has(Slot.Minute) && frame.Get(Slot.Minute) == 0 && !frame.Has(Slot.Second));

    private static int? OffsetOf(Frame frame)
    {
        if (frame.Kind == RuleKind.Same || frame.Has(Slot.Weekday))
            return null;
        if (frame.Has(Slot.Offset) && (DurationReader.Unit)frame.Get(Slot.Unit) == DurationReader.Unit.Day)
            return frame.Get(Slot.Offset);
        return frame.Has(Slot.Dir) && frame.Has(Slot.Part) && !frame.Has(Slot.Month) ? frame.Get(Slot.Dir) : null;
    }

    // Month and day stand in the value, whatever the order and the words they were written in.
    private static (int? Year, int? Month, int? Day) Calendar(Frame frame, string value)
    {
        var stated = frame.Has(Slot.Year) || frame.Has(Slot.Year2);
        if (value.Length == LengthOfMonth && frame.Has(Slot.Month) && stated)
            return (Number(value.AsSpan(0, 4)), Number(value.AsSpan(5, 2)), null);
        var isNumeric = frame.Has(Slot.Num) && frame.Has(Slot.Num2);
        if (!IsDay(value) || !(isNumeric || frame.Has(Slot.Dom) || frame.Has(Slot.Holiday) || frame.Has(Slot.Ord) && frame.Has(Slot.Month)))
            return default;
        var hasMonth = isNumeric || frame.Has(Slot.Month) || frame.Has(Slot.Holiday) || frame.Has(Slot.Dom) && frame.Has(Slot.Weekday);
        return (stated ? Number(value.AsSpan(0, 4)) : null, hasMonth ? Number(value.AsSpan(5, 2)) : null, Number(value.AsSpan(8, 2)));
    }

    private static bool IsDay(string value) =>
        value.Length >= LengthOfDay && value[4] == '-' && value[7] == '-' && (value.Length == LengthOfDay || value[LengthOfDay] == 'T');

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
