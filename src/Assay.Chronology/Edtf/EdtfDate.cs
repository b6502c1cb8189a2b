namespace Assay.Chronology.Edtf;

/// <summary>The parts of a date, coarsest first.</summary>
public enum EdtfPart
{
    /// <summary>The year.</summary>
    Year,

    /// <summary>The month, or the season or other grouping in its place.</summary>
    Month,

    /// <summary>The day of the month.</summary>
    Day,
}

/// <summary>A year, a month, a day, or a season of a year, each part with unspecified digits and its own qualifier where needed.</summary>
public sealed record EdtfDate : EdtfValue
{
    internal EdtfDate(EdtfYear year, EdtfDigits? month = null, EdtfDigits? day = null) => (Year, Month, Day) = (year, month, day);

    /// <summary>The year.</summary>
    public EdtfYear Year { get; internal init; }

    /// <summary>The month, or a grouping of months from 21 to 41; null for a year.</summary>
    public EdtfDigits? Month { get; internal init; }

    /// <summary>The day of the month; null for a year, month or season.</summary>
    public EdtfDigits? Day { get; internal init; }

    /// <summary>Qualifier of the year.</summary>
    public EdtfQualifier YearQualifier { get; internal init; }

    /// <summary>Qualifier of the month or season.</summary>
    public EdtfQualifier MonthQualifier { get; internal init; }

    /// <summary>Qualifier of the day.</summary>
    public EdtfQualifier DayQualifier { get; internal init; }

    /// <summary>The code of the season or other grouping, 21 to 41; null for a month, day or year.</summary>
    public int? Season => Month?.Number is { } m and >= EdtfSeasons.First and <= EdtfSeasons.Last ? m : null;

    /// <summary>The finest part that is written.</summary>
    public EdtfPart Precision =>
        Day is not null ? EdtfPart.Day
        : Month is not null ? EdtfPart.Month
        : EdtfPart.Year;

    /// <summary>True where any part is qualified.</summary>
    public bool IsQualified => (YearQualifier | MonthQualifier | DayQualifier) != EdtfQualifier.None;

    /// <summary>True where every digit of every part is stated and significant.</summary>
    public bool IsComplete => Year.IsComplete && Year.SignificantDigits is null && (Month?.IsComplete ?? true) && (Day?.IsComplete ?? true);

    /// <inheritdoc/>
    public override int Level => Math.Max(DigitsLevel(), Math.Max(YearLevel(), Math.Max(QualifierLevel(), SeasonLevel())));

    /// <summary>The qualifier of a part.</summary>
    public EdtfQualifier QualifierOf(EdtfPart part) =>
        part switch
        {
            EdtfPart.Year => YearQualifier,
            EdtfPart.Month => MonthQualifier,
            _ => DayQualifier,
        };

    /// <summary>The same date with every part qualified alike.</summary>
    public EdtfDate Qualified(EdtfQualifier qualifier) =>
        this with
        {
            YearQualifier = qualifier,
            MonthQualifier = Month is null ? EdtfQualifier.None : qualifier,
            DayQualifier = Day is null ? EdtfQualifier.None : qualifier,
        };

    /// <summary>
    /// The canonical form. A qualifier that holds for the year and every part up to some part is written after that part; where that does
    /// not
    /// cover all qualifiers each is written before its own part.
    /// </summary>
    public override string ToString()
    {
        var last = LastOfLeadingGroup();
        var grouped = Enumerable.Range(0, (int)Precision + 1).All(p => p <= last || QualifierOf((EdtfPart)p) == EdtfQualifier.None);
        var parts = Enumerable
            .Range(0, (int)Precision + 1)
            .Select(p =>
            {
                var sign = QualifierOf((EdtfPart)p).Sign();
                var text = TextOf((EdtfPart)p);
                return grouped ? (p == last ? text + sign : text) : sign + text;
            });
        return string.Join('-', parts);
    }

    private string TextOf(EdtfPart part) =>
        part switch
        {
            EdtfPart.Year => Year.ToString(),
            EdtfPart.Month => Month!.Value.ToString(),
            _ => Day!.Value.ToString(),
        };

    /// <summary>The last part of the run that begins with the year and shares its qualifier; -1 where the year has none.</summary>
    private int LastOfLeadingGroup()
    {
        if (YearQualifier == EdtfQualifier.None)
            return -1;
        var last = 0;
        while (last < (int)Precision && QualifierOf((EdtfPart)(last + 1)) == YearQualifier)
            last++;
        return last;
    }

    private int QualifierLevel() =>
        !IsQualified ? 0
        : YearQualifier != EdtfQualifier.None && LastOfLeadingGroup() == (int)Precision ? 1
        : 2;

    private int SeasonLevel() =>
        Season switch
        {
            null => 0,
            <= 24 => 1,
            _ => 2,
        };

    private int YearLevel() =>
        Year.SignificantDigits is not null || Year.Notation == EdtfYearNotation.Exponential ? 2
        : Year.Notation == EdtfYearNotation.Long || Year.Negative ? 1
        : 0;

    /// <summary>Level 1 knows unspecified digits only from the right: the last one or two of a lone year, a whole day, a whole month and
    /// day.</summary>
    private int DigitsLevel()
    {
        if (Year.IsComplete && (Month?.IsComplete ?? true) && (Day?.IsComplete ?? true))
            return 0;
        var lastDigits =
            Year.Digits.EndsWith('X')
            && Year.Digits.TrimEnd('X').Length >= 2
            && !Year.Digits.TrimEnd('X').Contains('X', StringComparison.Ordinal);
        var simple =
            !Year.IsComplete ? Month is null && lastDigits
            : Month is { IsComplete: true } ? Day is { IsAny: true }
            : Month is { IsAny: true } && (Day is null || Day is { IsAny: true });
        return simple ? 1 : 2;
    }
}
