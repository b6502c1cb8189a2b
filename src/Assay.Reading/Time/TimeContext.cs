using Assay.Ground.Anchors;
using Assay.Reading.Text;
using NodaTime;

namespace Assay.Reading.Time;

/// <summary>What is known of a text beside its words. Everything is optional: without a date, relative expressions stay unresolved
/// (<c>XXXX</c>).</summary>
public sealed record TimeContext
{
    /// <summary>A context that knows nothing.</summary>
    public static TimeContext Unknown { get; } = new();

    /// <summary>First year of dates that others may be counted from.</summary>
    public const int FirstYear = 1;

    /// <summary>Last year of dates that others may be counted from: the calendar ends with the year 9999.</summary>
    public const int LastYear = 9000;

    /// <summary>
    /// Date the text was written or published (document creation time); relative expressions count from it. A date outside
    /// <see cref="FirstYear"/> to
    /// <see cref="LastYear"/> is as good as none, and null is kept.
    /// </summary>
    public LocalDate? DocumentDate
    {
        get;
        init => field = value is { Year: >= FirstYear and <= LastYear } ? value : null;
    }

    /// <summary>Local time the text was written, where known; "two hours ago" counts from it.</summary>
    public LocalTime? DocumentTime { get; init; }

    /// <summary>True where numeric dates are day first ("05/01" is 5 January), false where month first, null to decide from the
    /// text.</summary>
    public bool? DayFirst { get; init; }

    /// <summary>
    /// True where the text tells a story of its own time (history, a chronicle): dates then continue from one another and not from the
    /// document's date. Null to decide from the text.
    /// </summary>
    public bool? Narrative { get; init; }

    /// <summary>
    /// The parts of the text to read, in order and without overlap (blocks of a text layer); null reads all of it. Nothing is found
    /// outside or across them.
    /// </summary>
    public IReadOnlyList<TextSpan>? Blocks { get; init; }
}
