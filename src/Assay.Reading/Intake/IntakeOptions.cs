namespace Assay.Reading.Intake;

/// <summary>Limits and choices of intake.</summary>
public sealed record IntakeOptions
{
    /// <summary>The defaults.</summary>
    public static IntakeOptions Default { get; } = new();

    /// <summary>Largest file that is read, in bytes, and largest part of one; checked before the file is read. 64 MB unless set.</summary>
    public long MaxBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Most bytes that one file may unpack to, over all that lies inside it: four times <see cref="MaxBytes"/>.</summary>
    public long MaxUnpackedBytes => 4 * MaxBytes;

    /// <summary>Most sources that are taken from one file.</summary>
    public int MaxParts { get; init; } = 200;

    /// <summary>How deep files may lie inside each other: a mail in a mail in an archive is 3.</summary>
    public int MaxDepth { get; init; } = 4;

    /// <summary>How long the opening of one file that is not text may take. A minute unless set.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(1);
}
