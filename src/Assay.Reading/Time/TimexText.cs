using NodaTime;
using NodaTime.Text;

namespace Assay.Reading.Time;

/// <summary>A TIMEX3 value as ISO-TimeML writes it, such as <c>2022-01-05T16:40</c>, <c>P9H</c> or <c>PAST_REF</c>, and the day or month
/// in it. Two are equal where they are written alike.</summary>
/// <param name="Text">The value as written.</param>
public readonly record struct TimexText(string Text)
{
    private const int LengthOfDay = 10;

    /// <summary>The day it names, or whose hour or part it names; null where it is no such value.</summary>
    public LocalDate? Day =>
        Text.Length >= LengthOfDay
        && Text[LengthOfDay..] is "" or ['T', ..]
        && LocalDatePattern.Iso.Parse(Text[..LengthOfDay]) is { Success: true } day
            ? day.Value
            : null;

    /// <summary>The month it names, no day within it; null where it is no such value.</summary>
    public YearMonth? Month => YearMonthPattern.Iso.Parse(Text) is { Success: true, Value: { Year: > 0 } month } ? month : null;

    /// <summary>The first day of what it names; null where it names neither a day nor a month.</summary>
    public LocalDate? FirstDay => Day ?? Month?.OnDayOfMonth(1);

    /// <summary>The value as written.</summary>
    public override string ToString() => Text;
}
