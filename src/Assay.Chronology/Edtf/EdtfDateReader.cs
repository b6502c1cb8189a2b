using System.Globalization;
using Assay.Ground.Outcomes;

namespace Assay.Chronology.Edtf;

/// <summary>Reads one date from the characters <c>[from, to)</c> of a text: <c>?2004-06-~11</c>, <c>156X-12-25</c>, <c>Y3388E2S3</c>,
/// <c>2001-21</c>.</summary>
internal ref struct EdtfDateReader(string text, int from, int to)
{
    private int position = from;
    private EdtfQualifier yearQualifier;
    private EdtfQualifier monthQualifier;
    private EdtfQualifier dayQualifier;

    private readonly bool AtEnd => position >= to;

    /// <summary>Reads the whole stretch as one date.</summary>
    public Result<EdtfDate> ReadAll()
    {
        if (Prefix(ref yearQualifier) is { } doubled)
            return doubled;
        var yearAt = position;
        var year = ReadYear();
        if (!year.Succeeded)
            return year.Error;
        if (Suffix(ref yearQualifier, ref yearQualifier, ref yearQualifier) is { } two)
            return two;
        if (AtEnd)
            return new EdtfDate(year.Value) { YearQualifier = yearQualifier };
        if (text[position] != '-')
            return Unexpected(yearAt);
        if (year.Value.Notation != EdtfYearNotation.FourDigits || year.Value.SignificantDigits is not null)
            return EdtfErrors.LoneYearOnly(position);
        position++;
        return ReadMonth(year.Value);
    }

    private Result<EdtfDate> ReadMonth(EdtfYear year)
    {
        if (Prefix(ref monthQualifier) is { } doubled)
            return doubled;
        var at = position;
        if (ReadTwo() is not { } month)
            return EdtfErrors.TwoDigits(at, "month");
        var isSeason = month.Number is >= EdtfSeasons.First and <= EdtfSeasons.Last;
        if (!isSeason && !Enumerable.Range(1, 12).Any(month.Matches))
            return EdtfErrors.BadMonth(at, month.ToString());
        if (Suffix(ref yearQualifier, ref monthQualifier, ref monthQualifier) is { } two)
            return two;
        if (AtEnd)
            return new EdtfDate(year, month) { YearQualifier = yearQualifier, MonthQualifier = monthQualifier };
        if (text[position] != '-')
            return EdtfErrors.Unexpected(position, text[position]);
        if (isSeason)
            return EdtfErrors.DayOfSeason(position);
        position++;
        return ReadDay(year, month);
    }

    private Result<EdtfDate> ReadDay(EdtfYear year, EdtfDigits month)
    {
        if (Prefix(ref dayQualifier) is { } doubled)
            return doubled;
        var at = position;
        if (ReadTwo() is not { } day)
            return EdtfErrors.TwoDigits(at, "day");
        if (!SomeDayExists(year, month, day))
            return EdtfErrors.BadDay(at, day.ToString());
        if (Suffix(ref yearQualifier, ref monthQualifier, ref dayQualifier) is { } two)
            return two;
        if (!AtEnd)
            return EdtfErrors.Unexpected(position, text[position]);
        return new EdtfDate(year, month, day)
        {
            YearQualifier = yearQualifier,
            MonthQualifier = monthQualifier,
            DayQualifier = dayQualifier,
        };
    }

    /// <summary>The error for a character after the year: a fifth digit is a year that is too long, anything else is unexpected.</summary>
    private readonly Error Unexpected(int yearAt) =>
        char.IsAsciiDigit(text[position]) || text[position] == 'X'
            ? EdtfErrors.NotFourDigits(yearAt)
            : EdtfErrors.Unexpected(position, text[position]);

    private static bool SomeDayExists(EdtfYear year, EdtfDigits month, EdtfDigits day)
    {
        var longest = 0;
        for (var m = 1; m <= 12; m++)
        {
            if (!month.Matches(m))
                continue;
            var leapPossible = m == 2 && HasLeapYear(year);
            longest = Math.Max(
                longest,
                leapPossible ? 29
                    : m == 2 ? 28
                    : EdtfCalendar.DaysInMonth(1, m)
            );
        }
        return Enumerable.Range(1, longest).Any(day.Matches);
    }

    private static bool HasLeapYear(EdtfYear year)
    {
        for (var y = year.Earliest; y <= year.Latest; y++)
            if (EdtfCalendar.IsLeap(y) && year.Matches(y))
                return true;
        return false;
    }

    private Result<EdtfYear> ReadYear()
    {
        var at = position;
        if (!AtEnd && text[position] == 'Y')
            return ReadLongYear();
        var negative = Skip('-');
        var digits = TakeWhile(static c => char.IsAsciiDigit(c) || c == 'X');
        if (digits.Length != 4)
            return EdtfErrors.NotFourDigits(at);
        if (negative && digits == "0000")
            return EdtfErrors.NegativeZero(at);
        var year = new EdtfYear(digits, negative, EdtfYearNotation.FourDigits);
        return ReadPrecision(year, digits.Length);
    }

    private Result<EdtfYear> ReadLongYear()
    {
        var at = position++;
        var negative = Skip('-');
        var digits = TakeWhile(char.IsAsciiDigit);
        if (digits.Length == 0)
            return EdtfErrors.LongYearTooShort(at);
        var exponent = 0;
        var isExponential = Skip('E');
        if (isExponential)
        {
            var exponentAt = position;
            var power = TakeWhile(char.IsAsciiDigit);
            if (power.Length == 0)
                return EdtfErrors.BadExponent(exponentAt);
            exponent = power.Length > 2 ? 99 : int.Parse(power, CultureInfo.InvariantCulture);
        }
        else if (digits.Length <= 4)
            return EdtfErrors.LongYearTooShort(at);
        if (digits.TrimStart('0').Length == 0)
            return EdtfErrors.LongYearTooShort(at);
        if (
            digits.Length > 12
            || exponent > 11
            || long.Parse(digits, CultureInfo.InvariantCulture) > EdtfYear.Limit / EdtfYear.PowerOfTen(exponent)
        )
            return EdtfErrors.YearTooFar(at);
        var notation = isExponential ? EdtfYearNotation.Exponential : EdtfYearNotation.Long;
        return ReadPrecision(new EdtfYear(digits, negative, notation, exponent), digits.Length + exponent);
    }

    private Result<EdtfYear> ReadPrecision(EdtfYear year, int length)
    {
        var at = position;
        if (!Skip('S'))
            return year;
        var number = TakeWhile(char.IsAsciiDigit);
        if (!year.IsComplete || number.Length is 0 or > 2)
            return EdtfErrors.BadPrecision(at);
        var significant = int.Parse(number, CultureInfo.InvariantCulture);
        return significant < 1 || significant > length
            ? EdtfErrors.BadPrecision(at)
            : new EdtfYear(year.Digits, year.Negative, year.Notation, year.Exponent, significant);
    }

    private EdtfDigits? ReadTwo()
    {
        if (to - position < 2 || EdtfDigits.Read(text[position], text[position + 1]) is not { } two)
            return null;
        position += 2;
        return two;
    }

    /// <summary>A qualifier before a part holds for that part alone.</summary>
    private Error? Prefix(ref EdtfQualifier part)
    {
        if (AtEnd || EdtfQualifierSigns.Of(text[position]) is not { } qualifier)
            return null;
        part |= qualifier;
        position++;
        return !AtEnd && EdtfQualifierSigns.Of(text[position]) is not null ? EdtfErrors.TwoQualifiers(position) : null;
    }

    /// <summary>A qualifier after a part holds for it and every part before it.</summary>
    private Error? Suffix(ref EdtfQualifier year, ref EdtfQualifier month, ref EdtfQualifier day)
    {
        if (AtEnd || EdtfQualifierSigns.Of(text[position]) is not { } qualifier)
            return null;
        year |= qualifier;
        month |= qualifier;
        day |= qualifier;
        position++;
        return !AtEnd && EdtfQualifierSigns.Of(text[position]) is not null ? EdtfErrors.TwoQualifiers(position) : null;
    }

    private bool Skip(char expected)
    {
        if (AtEnd || text[position] != expected)
            return false;
        position++;
        return true;
    }

    private string TakeWhile(Func<char, bool> matches)
    {
        var start = position;
        while (!AtEnd && matches(text[position]))
            position++;
        return text[start..position];
    }
}
