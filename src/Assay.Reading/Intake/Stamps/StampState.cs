using NodaTime;

namespace Assay.Reading.Intake.Stamps;

/// <summary>What a time stamp beside a source shows.</summary>
public enum StampState
{
    /// <summary>It cannot be read, or its signature does not hold: it shows nothing.</summary>
    Damaged,

    /// <summary>It is sound, and stands over other bytes than those of the source.</summary>
    OtherBytes,

    /// <summary>It stands over the bytes of the source; who signed it leads to no root that is trusted here.</summary>
    NotTrusted,

    /// <summary>It stands over the bytes of the source, and who signed it leads to a root that is trusted here.</summary>
    Trusted,
}

/// <summary>What was found of a time stamp.</summary>
/// <param name="State">What it shows.</param>
/// <param name="Reason">Why it is no more, as the end of a sentence without its stop; null where all of it holds.</param>
public sealed record StampFinding(StampState State, string? Reason)
{
    /// <summary>Who signed it, by the name in the certificate, safe to print; null where the signature does not show it.</summary>
    public string? By { get; init; }

    /// <summary>When it was stamped, as it says; null where it cannot be read, or its signature does not hold.</summary>
    public Instant? At { get; init; }

    /// <summary>Name of the hash algorithm, such as "SHA-256", or its object identifier; null as <see cref="At"/>.</summary>
    public string? Algorithm { get; init; }

    /// <summary>The hash that it stands over, lower-case hexadecimal; null as <see cref="At"/>.</summary>
    public string? Hash { get; init; }

    /// <summary>The root that its chain leads to, safe to print; null where it is not trusted.</summary>
    public string? Root { get; init; }
}
