using NodaTime;

namespace Assay.Cases.Report;

/// <summary>Where and when a source comes from, by what came with it. None of its moments is a date of publication.</summary>
public sealed record OriginEntry
{
    /// <summary>The address it was saved from, or null.</summary>
    public string? Url { get; init; }

    /// <summary>When an archive saved it, or null.</summary>
    public MomentEntry? Captured { get; init; }

    /// <summary>When the file was made, or the mail was sent, as it says itself; or null.</summary>
    public MomentEntry? Made { get; init; }

    /// <summary>Who signed the archive it lies in, in words; null where it lies in none that can be signed.</summary>
    public string? Signature { get; init; }

    /// <summary>Its place in the file that holds it; null where it is the file itself.</summary>
    public string? Entry { get; init; }

    /// <summary>SHA-256 of the file that holds it, lower-case hexadecimal; null where it is the file itself.</summary>
    public string? FileSha256 { get; init; }

    /// <summary>Number of bytes of the file that holds it; null where it is the file itself.</summary>
    public long? FileBytes { get; init; }

    /// <summary>Format of the file that holds it; null where it is the file itself.</summary>
    public string? FileFormat { get; init; }
}

/// <summary>A moment as something states it.</summary>
/// <param name="Value">Date, time and offset (RFC 3339).</param>
/// <param name="Reason">What states it, such as "PDF information CreationDate".</param>
public sealed record MomentEntry(OffsetDateTime Value, string Reason);

/// <summary>Where a page of the file begins in the text.</summary>
/// <param name="Page">Number of the page in the file, from 1.</param>
/// <param name="Start">UTF-16 code unit.</param>
public sealed record PageEntry(int Page, int Start);
