namespace Assay.Reading.Days;

/// <summary>How a story lies around its day.</summary>
internal enum StoryShape
{
    /// <summary>Midnight to midnight.</summary>
    Day,

    /// <summary>A night that begins on the day: noon to ten the next morning.</summary>
    Night,

    /// <summary>A night that ends on the day.</summary>
    EndingNight,
}

/// <summary>A story day and its shape.</summary>
/// <param name="Day">The day, or null where the text and its page name none.</param>
/// <param name="Shape">The shape.</param>
internal readonly record struct StoryFrame(int? Day, StoryShape Shape)
{
    private const double Noon = 720;
    private const double Ten = 600;

    /// <summary>True where the state lies inside the window of the story.</summary>
    public bool Holds(DayState state)
    {
        if (Day is not { } day || state.Day is null)
            return false;
        var (from, end) = Shape switch
        {
            StoryShape.Night => (day * 1440.0 + Noon, (day + 1) * 1440.0 + Ten),
            StoryShape.EndingNight => ((day - 1) * 1440.0 + Noon, day * 1440.0 + Ten),
            _ => (day * 1440.0, (day + 1) * 1440.0),
        };
        return state.At >= from && state.At < end;
    }

    /// <summary>True where the state lies within a day of the window.</summary>
    public bool IsNear(DayState state) =>
        Day is { } day && state.Day is { } own && Math.Abs(own - day) <= (Shape == StoryShape.Day ? 1 : 2);
}
