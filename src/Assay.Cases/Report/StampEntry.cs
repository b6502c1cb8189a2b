using Assay.Reading.Intake.Stamps;
using NodaTime;

namespace Assay.Cases.Report;

/// <summary>A time stamp (RFC 3161) that stood beside a source, and what it shows here. Revocation is not looked up.</summary>
public sealed record StampEntry
{
    /// <summary>Its name, as given.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of its bytes as received, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>damaged; otherBytes: it is not over the bytes of the source; notTrusted: it is, by an authority not trusted here;
    /// trusted.</summary>
    public required StampState State { get; init; }

    /// <summary>All of it as one sentence in plain words.</summary>
    public required string Words { get; init; }

    /// <summary>Why it shows no more; null where all of it holds.</summary>
    public string? Reason { get; init; }

    /// <summary>Who stamped, by the name in the certificate; null where that is not shown.</summary>
    public string? By { get; init; }

    /// <summary>When it was stamped, in UTC, as it says; null where it is damaged.</summary>
    public Instant? At { get; init; }

    /// <summary>Name of the hash algorithm, such as "SHA-256"; null where it is damaged.</summary>
    public string? Algorithm { get; init; }

    /// <summary>The hash that it stands over, lower-case hexadecimal; null where it is damaged.</summary>
    public string? Hash { get; init; }

    /// <summary>Name of the root that is trusted here and that its chain leads to, or null.</summary>
    public string? Root { get; init; }
}
