using System.Globalization;
using Assay.Ground.Outcomes;

namespace Assay.Chronology.Edtf;

/// <summary>The texts of everything the EDTF parser can object to. Columns count from 1.</summary>
internal static class EdtfErrors
{
    public static Error Empty() => At(0, "The EDTF text is empty.", "Write at least a year, such as 1985.");

    public static Error NotFourDigits(int position) =>
        At(
            position,
            "A year is expected here: four digits, any of which may be X.",
            "Write 0985 for 985, 198X for the 1980s, Y and the digits for a year of more than four."
        );

    public static Error LongYearTooShort(int position) =>
        At(position, "A year after Y needs more than four digits, or an exponent.", "Write the year without Y where it has four digits.");

    public static Error YearTooFar(int position) =>
        At(
            position,
            string.Create(CultureInfo.InvariantCulture, $"The year lies more than {EdtfYear.Limit:#,0} years from year 0."),
            "Dates that far cannot be compared to the second; leave it as text."
        );

    public static Error BadExponent(int position) => At(position, "A whole number is expected after E.", "Write for example Y-17E7.");

    public static Error BadPrecision(int position) =>
        At(
            position,
            "A number of significant digits is expected after S, from 1 to the number of digits of the year.",
            "Write for example 1950S2."
        );

    public static Error NegativeZero(int position) => At(position, "There is no year -0.", "Write 0000 for 1 BC, -0001 for 2 BC.");

    public static Error LoneYearOnly(int position) =>
        At(position, "A year with Y, E or S cannot be followed by a month.", "Write the month only after a year of four digits.");

    public static Error BadMonth(int position, string text) =>
        At(
            position,
            $"'{text}' is no month and no season.",
            "Months are 01 to 12, X where a digit is not known; seasons, quarters, thirds and halves are 21 to 41."
        );

    public static Error BadDay(int position, string text) =>
        At(position, $"'{text}' is no day of that month.", "Days are 01 to the last of the month, X where a digit is not known.");

    public static Error TwoDigits(int position, string what) =>
        At(position, $"Two characters, digits or X, are expected for the {what}.", "Write one-digit numbers with a leading 0.");

    public static Error DayOfSeason(int position) =>
        At(position, "A season, quarter, third or half has no days.", "Write a month from 01 to 12 before the day.");

    public static Error TwoQualifiers(int position) =>
        At(position, "Two qualifiers in a row.", "Write % for both uncertain (?) and approximate (~).");

    public static Error Unexpected(int position, char found) =>
        found == 'T'
            ? TimeInInterval(position)
            : At(
                position,
                char.IsControl(found) || char.IsSurrogate(found)
                    ? string.Create(CultureInfo.InvariantCulture, $"Unexpected character U+{(int)found:X4}.")
                    : $"Unexpected '{found}'.",
                "A date is written YYYY, YYYY-MM or YYYY-MM-DD, with T and the time after it, / between two dates, or in [ ] or { }."
            );

    public static Error BadTime(int position) =>
        At(
            position,
            "A time of day is written hh:mm:ss, from 00:00:00 to 23:59:59.",
            "EDTF has no shorter times; write 00:00:00 of the next day for 24:00."
        );

    public static Error BadOffset(int position) =>
        At(position, "An offset is written Z, +hh or +hh:mm, up to 14 hours.", "Write for example +05:30.");

    public static Error DateBeforeTimeNotWhole(int position) =>
        At(position, "A time of day needs a complete day without X or qualifiers before it.", "Write for example 2004-01-01T10:10:10Z.");

    private static Error TimeInInterval(int position) =>
        At(position, "Intervals and sets hold dates, not times of day.", "Write the days only.");

    public static Error TwoSlashes(int position) => At(position, "An interval has one '/'.", "Write start/end.");

    public static Error NothingKnown() =>
        At(0, "An interval needs at least one end that is dated or open.", "Write a date or .. on one side of '/'.");

    public static Error Backward(int position) =>
        At(position, "The interval or range ends before it begins.", "Write the earlier date first.");

    public static Error Unclosed(int position, char close) =>
        At(position, $"The set is not closed with '{close}'.", $"Write '{close}' at the end.");

    public static Error EmptyMember(int position) =>
        At(position, "A member of the set is empty.", "Write a date, or dates with .. between them.");

    public static Error RangeOutside(int position) =>
        At(
            position,
            "A range without its first date must be the first member, one without its last date the last.",
            "Move it there, or write both dates."
        );

    public static Error UnevenRange(int position) =>
        At(position, "The two dates of a range need the same precision.", "Write both as years, months or days.");

    private static Error At(int position, string message, string hint) =>
        new(ErrorKind.Input, message, hint, new Location("EDTF", 1, position + 1));
}
