namespace Assay.Chronology.Edtf;

/// <summary>A two-digit month or day of which either digit may be unspecified (<c>X</c>). The default value is <c>00</c>.</summary>
public readonly record struct EdtfDigits
{
    private const sbyte Unspecified = -1;
    private readonly sbyte tens;
    private readonly sbyte units;

    private EdtfDigits(sbyte tens, sbyte units) => (this.tens, this.units) = (tens, units);

    /// <summary>True where both digits are stated.</summary>
    public bool IsComplete => tens != Unspecified && units != Unspecified;

    /// <summary>True where neither digit is stated.</summary>
    public bool IsAny => tens == Unspecified && units == Unspecified;

    /// <summary>The number, where both digits are stated; null otherwise.</summary>
    public int? Number => IsComplete ? (tens * 10) + units : null;

    /// <summary>The digits of a number from 0 to 99.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 0 to 99.</exception>
    public static EdtfDigits Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 99);
        return new((sbyte)(number / 10), (sbyte)(number % 10));
    }

    /// <summary>True where the number from 0 to 99 has the stated digits.</summary>
    public bool Matches(int number) => (tens == Unspecified || tens == number / 10) && (units == Unspecified || units == number % 10);

    /// <summary>The two digits, <c>X</c> for an unspecified one.</summary>
    public override string ToString() =>
        string.Create(
            2,
            this,
            static (span, d) =>
            {
                span[0] = d.tens == Unspecified ? 'X' : (char)('0' + d.tens);
                span[1] = d.units == Unspecified ? 'X' : (char)('0' + d.units);
            }
        );

    /// <summary>Reads two characters; null where one is neither a digit nor <c>X</c>.</summary>
    internal static EdtfDigits? Read(char tens, char units) => Digit(tens) is { } t && Digit(units) is { } u ? new EdtfDigits(t, u) : null;

    private static sbyte? Digit(char c) =>
        c == 'X' ? Unspecified
        : char.IsAsciiDigit(c) ? (sbyte)(c - '0')
        : null;
}
