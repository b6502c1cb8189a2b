using System.Globalization;

namespace Assay.Chronology.Edtf;

/// <summary>A complete day with a time of day to the second, and the offset from UTC where it is stated. Level 0.</summary>
public sealed record EdtfDateTime : EdtfValue
{
    internal EdtfDateTime(EdtfDate date, int secondOfDay, EdtfOffset? offset) => (Date, SecondOfDay, Offset) = (date, secondOfDay, offset);

    /// <summary>The day; complete and unqualified.</summary>
    public EdtfDate Date { get; }

    /// <summary>Seconds since midnight, 0 to 86,399.</summary>
    public int SecondOfDay { get; }

    /// <summary>Offset from UTC; null for a local time of an unstated zone.</summary>
    public EdtfOffset? Offset { get; }

    /// <inheritdoc/>
    public override int Level => Date.Level;

    /// <summary><c>2004-01-01T10:10:10Z</c>.</summary>
    public override string ToString()
    {
        var (h, m, s) = (SecondOfDay / 3600, SecondOfDay / 60 % 60, SecondOfDay % 60);
        return string.Create(CultureInfo.InvariantCulture, $"{Date}T{h:00}:{m:00}:{s:00}{Offset}");
    }
}

/// <summary>An offset from UTC as written: <c>Z</c>, <c>+05</c> or <c>+05:30</c>.</summary>
/// <param name="Minutes">Minutes ahead of UTC, -840 to 840.</param>
/// <param name="Notation">How it is written.</param>
public readonly record struct EdtfOffset(int Minutes, EdtfOffsetNotation Notation)
{
    /// <summary>The offset as written.</summary>
    public override string ToString()
    {
        if (Notation == EdtfOffsetNotation.Z)
            return "Z";
        var sign = Minutes < 0 ? '-' : '+';
        var minutes = Math.Abs(Minutes);
        return Notation == EdtfOffsetNotation.Hours
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes / 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes / 60:00}:{minutes % 60:00}");
    }
}

/// <summary>How an offset is written.</summary>
public enum EdtfOffsetNotation
{
    /// <summary><c>Z</c>.</summary>
    Z,

    /// <summary><c>+05</c>.</summary>
    Hours,

    /// <summary><c>+05:30</c>.</summary>
    HoursAndMinutes,
}
