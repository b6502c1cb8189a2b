using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Days;

/// <summary>How words name a day.</summary>
internal enum DayKind
{
    /// <summary>Day and month.</summary>
    Date,

    /// <summary>A weekday, or a day of a month that is not named.</summary>
    PartOfDate,

    /// <summary>"Yesterday" and its kind, counted from publication.</summary>
    Counted,
}

/// <summary>A place where the text names a day.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Block">Index of its block.</param>
/// <param name="Kind">How it names the day.</param>
/// <param name="Said">What the words say.</param>
/// <param name="Written">The day, as a <see cref="DayNumber"/>, as its words or the day of publication give it; null where they do
/// not.</param>
/// <param name="Published">The day of publication that a weekday counts from; null where it counts from the story's day alone.</param>
/// <param name="IsWeak">True where it dates a document, a saying, a procedure, an end set for something, or stands in the
/// pluperfect.</param>
/// <param name="IsAside">True where it is weak for the pluperfect alone: it then serves its sentence.</param>
/// <param name="IsBody">True where it tells of the story: not in a caption, and not the publication date in the page's head.</param>
internal sealed record DayMention(
    TextSpan Span,
    int Sentence,
    int Block,
    DayKind Kind,
    SaidDay Said,
    int? Written,
    int? Published,
    bool IsWeak,
    bool IsAside,
    bool IsBody
)
{
    private const int RecentDays = 8;
    private const int NearDays = 31;
    private const int HalfMonth = 15;

    /// <summary>True where a night is named: it has two days.</summary>
    public bool IsNight => Said.Part == 5;

    /// <summary>True where a date is named, or a weekday counted from one.</summary>
    public bool IsDate => Kind == DayKind.Date || IsCounted;

    /// <summary>True where the day is counted from a date before it: "on Thursday 23 July ... on the Friday".</summary>
    public bool IsCounted { get; init; }

    /// <summary>The day that it is not: "the Thursday" is never the day on which one writes; null for any.</summary>
    public int? NotOn { get; init; }

    /// <summary>True where the day may depend on the story's.</summary>
    public bool IsOpen => !IsCounted && Kind == DayKind.PartOfDate || Kind == DayKind.Date && Said.Year is null;

    /// <summary>The day, given the story's; null where it cannot be told.</summary>
    public int? Day(int? story)
    {
        if (!IsOpen || story is not { } day)
            return Written;
        if (Kind == DayKind.Date)
            return InYearOf(day) ?? Written;
        if (Said.Weekday is null)
            return SameMonth(day);
        if (Written is { } written && Published is { } now && day >= now - RecentDays)
            return written;
        var near = NearestWeekday(day);
        return near == NotOn ? near - 7 : near;
    }

    // A date without a year is that of the story's year where it lies close to the story's day.
    private int? InYearOf(int story)
    {
        var year = DayNumber.Date(story).Year;
        for (var y = year - 1; y <= year + 1; y++)
            if (DayNumber.Of(y, Said.Month!.Value, Said.Day!.Value) is { } day && Math.Abs(day - story) <= NearDays)
                return day;
        return null;
    }

    private int NearestWeekday(int story)
    {
        var ahead = ((int)Said.Weekday!.Value - (int)DayNumber.Date(story).DayOfWeek + 7) % 7;
        return ahead > 3 ? story + ahead - 7 : story + ahead;
    }

    // "The ninth": the nearest day of that number.
    private int? SameMonth(int story)
    {
        for (var off = 0; off <= HalfMonth; off++)
        {
            if (DayNumber.Date(story + off).Day == Said.Day)
                return story + off;
            if (DayNumber.Date(story - off).Day == Said.Day)
                return story - off;
        }

        return null;
    }
}
