namespace Assay.Reading.Intake;

/// <summary>Limits and choices of intake.</summary>
public sealed record IntakeOptions
{
    /// <summary>The defaults.</summary>
    public static IntakeOptions Default { get; } = new();

    /// <summary>Largest file that is read, in bytes; checked before the file is read. 64 MB unless set.</summary>
    public long MaxBytes { get; init; } = 64L * 1024 * 1024;
}
