using NodaTime;

namespace Assay.Reading.Time.Resolving;

/// <summary>What a text has told so far: the times that later expressions may continue from.</summary>
internal sealed class Story
{
    /// <summary>Date of the document, where known.</summary>
    public LocalDate? DocumentDate { get; init; }

    /// <summary>Time of the document, where known.</summary>
    public LocalTime? DocumentTime { get; init; }

    /// <summary>True where the text continues from its own dates rather than from the document's.</summary>
    public bool IsNarrative { get; init; }

    /// <summary>The day last spoken of.</summary>
    public LocalDate? Day { get; set; }

    /// <summary>The value last spoken of, of any grain.</summary>
    public CalendarValue? Last { get; set; }

    /// <summary>The year last given in full.</summary>
    public int? StatedYear { get; set; }

    /// <summary>Where that year stood in the text.</summary>
    public int StatedYearAt { get; set; }

    /// <summary>Where the expression at hand begins in the text.</summary>
    public int At { get; set; }

    /// <summary>The day from which "the second day", "the third day" are counted; null until they are.</summary>
    public LocalDate? FirstDay { get; set; }

    /// <summary>The quarter last spoken of.</summary>
    public CalendarValue? Quarter { get; set; }

    /// <summary>Where that quarter stood in the text.</summary>
    public int QuarterAt { get; set; }

    /// <summary>The clock time last spoken of, on <see cref="Day"/>.</summary>
    public LocalTime? Clock { get; set; }

    /// <summary>The day the last clock time was on.</summary>
    public LocalDate? ClockDay { get; set; }

    /// <summary>The day that relative expressions of the story count from: its last day, or the document's.</summary>
    public LocalDate? Reference =>
        Last is { Year: < 2 } ? null
        : IsNarrative ? Last?.Start ?? Day ?? DocumentDate
        : Day ?? Last?.Start ?? DocumentDate;

    /// <summary>Takes note of a value.</summary>
    public void Note(CalendarValue value)
    {
        if (value.Grain >= Grain.Year)
            Last = value;
        if (value.Date is { } day)
        {
            if (day != Day)
                Clock = null;
            (Day, FirstDay) = (day, null);
        }
    }

    /// <summary>Takes note of a day counted from <see cref="FirstDay"/>, from which the next one is counted as well.</summary>
    public void NoteCounted(CalendarValue value)
    {
        var first = FirstDay;
        Note(value);
        FirstDay = first;
    }
}
