using System.Globalization;

namespace Assay.Chronology.Edtf;

/// <summary>How a year is written.</summary>
public enum EdtfYearNotation
{
    /// <summary>Four digits, any of which may be <c>X</c>: <c>1985</c>, <c>-0044</c>, <c>19XX</c>.</summary>
    FourDigits,

    /// <summary><c>Y</c> and more than four digits: <c>Y170000002</c>.</summary>
    Long,

    /// <summary><c>Y</c>, a number and a power of ten: <c>Y-17E7</c>.</summary>
    Exponential,
}

/// <summary>
/// A year of the proleptic Gregorian calendar, astronomically numbered (year 0 is 1 BC), as EDTF writes it. Two years are equal where they
/// are
/// written alike. Years beyond <see cref="Limit"/> in either direction are refused by the parser.
/// </summary>
public readonly record struct EdtfYear
{
    /// <summary>Largest absolute year: 100 thousand million, seven times the age of the universe, so that seconds fit 64 bits.</summary>
    public const long Limit = 100_000_000_000;

    private readonly string? digits;

    internal EdtfYear(string digits, bool negative, EdtfYearNotation notation, int exponent = 0, int? significant = null) =>
        (this.digits, Negative, Notation, Exponent, SignificantDigits) = (digits, negative, notation, exponent, significant);

    /// <summary>The digits as written, without sign, exponent and precision; <c>X</c> for an unspecified one.</summary>
    public string Digits => digits ?? "0000";

    /// <summary>True for a year written with a minus.</summary>
    public bool Negative { get; }

    /// <summary>How the year is written.</summary>
    public EdtfYearNotation Notation { get; }

    /// <summary>Power of ten of <see cref="EdtfYearNotation.Exponential"/>; 0 otherwise.</summary>
    public int Exponent { get; }

    /// <summary>Number of significant digits where <c>S</c> states it; null otherwise.</summary>
    public int? SignificantDigits { get; }

    /// <summary>True where no digit is <c>X</c>.</summary>
    public bool IsComplete => !Digits.Contains('X', StringComparison.Ordinal);

    /// <summary>The year, or the estimate where only some digits are significant; null where digits are unspecified.</summary>
    public long? Number => IsComplete ? Signed(Scaled(Digits)) : null;

    /// <summary>The earliest year these digits allow.</summary>
    public long Earliest => Negative ? -Highest : Lowest;

    /// <summary>The latest year these digits allow.</summary>
    public long Latest => Negative ? -Lowest : Highest;

    private long Lowest => SignificantDigits is null ? Scaled(Digits.Replace('X', '0')) : Block.First;

    private long Highest => SignificantDigits is null ? Scaled(Digits.Replace('X', '9')) : Block.Last;

    /// <summary>All years that share the significant digits: <c>1950S2</c> is 1900 to 1999.</summary>
    private (long First, long Last) Block
    {
        get
        {
            var year = Scaled(Digits);
            var length = year.ToString(CultureInfo.InvariantCulture).Length;
            var size = PowerOfTen(Math.Max(0, length - SignificantDigits!.Value));
            var first = year / size * size;
            return (first, first + size - 1);
        }
    }

    /// <summary>A year from -9999 to 9999 in four digits, or a longer one with <c>Y</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year lies beyond <see cref="Limit"/>.</exception>
    public static EdtfYear Of(long year)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, Limit);
        ArgumentOutOfRangeException.ThrowIfLessThan(year, -Limit);
        return Write(year);
    }

    /// <summary>As <see cref="Of"/>, also just beyond the limit, where a tolerance or a winter leads.</summary>
    internal static EdtfYear Write(long year)
    {
        var text = Math.Abs(year).ToString("0000", CultureInfo.InvariantCulture);
        return new(text, year < 0, text.Length > 4 ? EdtfYearNotation.Long : EdtfYearNotation.FourDigits);
    }

    /// <summary>True where the year has the stated digits.</summary>
    public bool Matches(long year)
    {
        if (year < Earliest || year > Latest)
            return false;
        if (IsComplete)
            return true;
        var rest = Math.Abs(year);
        for (var i = Digits.Length - 1; i >= 0; i--, rest /= 10)
            if (Digits[i] != 'X' && Digits[i] - '0' != rest % 10)
                return false;
        return true;
    }

    /// <summary>The year as EDTF writes it.</summary>
    public override string ToString()
    {
        var sign = Negative ? "-" : "";
        var prefix = Notation == EdtfYearNotation.FourDigits ? "" : "Y";
        var exponent = Notation == EdtfYearNotation.Exponential ? string.Create(CultureInfo.InvariantCulture, $"E{Exponent}") : "";
        var precision = SignificantDigits is { } s ? string.Create(CultureInfo.InvariantCulture, $"S{s}") : "";
        return prefix + sign + Digits + exponent + precision;
    }

    /// <summary>Ten to a power from 0 to 18.</summary>
    internal static long PowerOfTen(int power)
    {
        var result = 1L;
        for (var i = 0; i < power; i++)
            result *= 10;
        return result;
    }

    private long Signed(long year) => Negative ? -year : year;

    private long Scaled(string number) => long.Parse(number, CultureInfo.InvariantCulture) * PowerOfTen(Exponent);
}
