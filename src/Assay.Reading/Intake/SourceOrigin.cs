using Assay.Reading.Intake.Formats;
using NodaTime;

namespace Assay.Reading.Intake;

/// <summary>
/// Where and when a document comes from, by what came with it: none of it is a publication date. Absent items are null.
/// </summary>
public sealed record SourceOrigin
{
    /// <summary>Nothing known.</summary>
    public static SourceOrigin None { get; } = new();

    /// <summary>The address it was saved from.</summary>
    public string? Url { get; init; }

    /// <summary>When it was saved, by the archive.</summary>
    public Stated<OffsetDateTime>? Captured { get; init; }

    /// <summary>When the file was made, or the mail was sent, by the file itself.</summary>
    public Stated<OffsetDateTime>? Made { get; init; }

    /// <summary>Who signed the archive it lies in, in words; null where it lies in none that is signed or could be.</summary>
    public string? Signature { get; init; }
}

/// <summary>A file that holds a document, as received.</summary>
/// <param name="Sha256">SHA-256 of the whole file, in lower-case hexadecimal.</param>
/// <param name="Bytes">Number of its bytes.</param>
/// <param name="Format">Name of its format.</param>
/// <param name="Entry">The place of the document in it: a name or an address, one behind the other where files lie in files.</param>
public sealed record SourceContainer(string Sha256, long Bytes, string Format, string Entry)
{
    /// <summary>The bytes as received; empty where they are not at hand.</summary>
    public ReadOnlyMemory<byte> Received { get; init; }

    /// <summary>The name of the document by which its format is told.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The character encoding that came with the document, or null.</summary>
    public string? Charset { get; init; }
}
