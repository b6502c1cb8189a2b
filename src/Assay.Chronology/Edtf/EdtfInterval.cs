namespace Assay.Chronology.Edtf;

/// <summary>Whether an end of an interval is dated.</summary>
public enum EdtfEndKind
{
    /// <summary>It exists but nobody says when (an empty end: <c>1985/</c>).</summary>
    Unknown,

    /// <summary>It has a date.</summary>
    Dated,

    /// <summary>It is open: the interval has no end there, or none yet (<c>1985/..</c>).</summary>
    Open,
}

/// <summary>One end of an interval: a date, unknown (the default value), or open.</summary>
public readonly record struct EdtfEnd
{
    private EdtfEnd(EdtfEndKind kind, EdtfDate? date) => (Kind, Date) = (kind, date);

    /// <summary>An end that exists at an unknown time.</summary>
    public static EdtfEnd Unknown { get; } = new(EdtfEndKind.Unknown, null);

    /// <summary>No end.</summary>
    public static EdtfEnd Open { get; } = new(EdtfEndKind.Open, null);

    /// <summary>Whether it is dated.</summary>
    public EdtfEndKind Kind { get; }

    /// <summary>The date where there is one.</summary>
    public EdtfDate? Date { get; }

    /// <summary>A dated end.</summary>
    public static EdtfEnd At(EdtfDate date) => new(EdtfEndKind.Dated, date);

    /// <summary>The end as EDTF writes it.</summary>
    public override string ToString() =>
        Kind switch
        {
            EdtfEndKind.Dated => Date?.ToString() ?? "",
            EdtfEndKind.Open => "..",
            _ => "",
        };
}

/// <summary>
/// A stretch that begins sometime in its start and ends sometime in its end: <c>1964/2008</c> begins on some day of 1964. Ends have day
/// precision
/// at the finest.
/// </summary>
public sealed record EdtfInterval : EdtfValue
{
    /// <summary>Creates an interval. The caller sees to it that the end may lie at or after the start.</summary>
    internal EdtfInterval(EdtfEnd start, EdtfEnd end) => (Start, End) = (start, end);

    /// <summary>Its start.</summary>
    public EdtfEnd Start { get; }

    /// <summary>Its end.</summary>
    public EdtfEnd End { get; }

    /// <inheritdoc/>
    public override int Level => Math.Max(Start.Date?.Level ?? 1, End.Date?.Level ?? 1);

    /// <summary>True where no reading of the two ends puts the end at or after the start.</summary>
    internal bool IsBackward =>
        Start.Date is { } from
        && End.Date is { } to
        && EdtfPossibilities.Of(to, EdtfTolerance.Default).Latest < EdtfPossibilities.Of(from, EdtfTolerance.Default).Earliest;

    /// <summary>The interval as EDTF writes it.</summary>
    public override string ToString() => $"{Start}/{End}";
}
