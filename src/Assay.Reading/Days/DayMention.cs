using Assay.Reading.Text;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Reading.Days;

/// <summary>How firmly words name a day.</summary>
internal enum DayKind
{
    /// <summary>Day and month.</summary>
    Date,

    /// <summary>A weekday, or a day of a month that is not named: one near the story's day.</summary>
    OfStory,

    /// <summary>A weekday, "yesterday" and its kind: counted from publication.</summary>
    OfPublication,
}

/// <summary>A place where the text names a day.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Block">Index of its block.</param>
/// <param name="Kind">How it names the day.</param>
/// <param name="Said">What the words say.</param>
/// <param name="Fixed">The day, as a <see cref="DayNumber"/>, where it does not depend on the story's day.</param>
/// <param name="IsWeak">True where it dates a document, a saying, a procedure, an end set for something, or stands in the pluperfect.</param>
/// <param name="IsBody">True where it tells of the story: not in a caption, and not the publication date in the page's head.</param>
internal sealed record DayMention(TextSpan Span, int Sentence, int Block, DayKind Kind, SaidDay Said, int? Fixed, bool IsWeak, bool IsBody)
{
    /// <summary>True where a night is named: it has two days.</summary>
    public bool IsNight => Said.Part == 5;

    /// <summary>True where a date is named, not a weekday.</summary>
    public bool IsDate => Kind == DayKind.Date;

    /// <summary>The day, given the story's; null where it cannot be told.</summary>
    public int? Day(int? story) => Fixed ?? (story is { } day && Kind == DayKind.OfStory ? Near(day) : null);

    // The weekday, or the day of the month, nearest to the story's day.
    private int? Near(int story)
    {
        if (Said.Weekday is { } weekday)
        {
            var ahead = ((int)weekday - (int)DayNumber.Date(story).DayOfWeek + 7) % 7;
            return ahead > 3 ? story + ahead - 7 : story + ahead;
        }

        for (var off = 0; off <= 15; off++)
        {
            if (DayNumber.Date(story + off).Day == Said.Day) return story + off;
            if (DayNumber.Date(story - off).Day == Said.Day) return story - off;
        }

        return null;
    }
}
