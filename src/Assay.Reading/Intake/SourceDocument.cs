using Assay.Ground.Anchors;
using Assay.Reading.Intake.Formats;
using Assay.Reading.Text;
using NodaTime;

namespace Assay.Reading.Intake;

/// <summary>A document as received, with its text layer and what its page says about itself. Never changed after intake.</summary>
/// <param name="File">File name as the user gave it.</param>
/// <param name="Bytes">Number of bytes as received.</param>
/// <param name="Sha256">SHA-256 of the bytes as received, in lower-case hexadecimal.</param>
/// <param name="Format">Name of the format that read it, such as "plain text" or "HTML".</param>
/// <param name="Layer">The text layer all anchors point into.</param>
/// <param name="Metadata">Title, date, author and the rest, each with its quote where it stands in the text layer.</param>
/// <param name="Encoding">Name of the character encoding the bytes were read in, such as "utf-8".</param>
public sealed record SourceDocument(
    string File,
    long Bytes,
    string Sha256,
    string Format,
    TextLayer Layer,
    SourceMetadata Metadata,
    string Encoding = "utf-8"
)
{
    /// <summary>What a reader should know about how this file was read: a guessed encoding, characters taken out. Whole
    /// sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The bytes as received, those that <see cref="Sha256"/> was taken of; empty where they were not kept.</summary>
    public ReadOnlyMemory<byte> Received { get; init; }

    /// <summary>The file that this document was taken from, where it is a part of one; null where it is the file itself.</summary>
    public SourceContainer? Container { get; init; }

    /// <summary>Where and when it comes from, by what came with it.</summary>
    public SourceOrigin Origin { get; init; } = SourceOrigin.None;

    /// <summary>Time stamps that stood beside it, not verified.</summary>
    public IReadOnlyList<SourceStamp> Stamps { get; init; } = [];
}

/// <summary>What a page says about itself. Absent items are null or empty: nothing is guessed.</summary>
public sealed record SourceMetadata
{
    /// <summary>The headline.</summary>
    public Stated<string>? Title { get; init; }

    /// <summary>The section it ran in, such as News or Opinion.</summary>
    public Stated<string>? Section { get; init; }

    /// <summary>The publication date: the document creation time for relative dates.</summary>
    public Stated<LocalDate>? Published { get; init; }

    /// <summary>The month of publication, where the page gives no day.</summary>
    public Stated<YearMonth>? PublishedMonth { get; init; }

    /// <summary>Other dates the same words allow (05/06/2022), empty where there is no doubt.</summary>
    public IReadOnlyList<LocalDate> PublishedAlternatives { get; init; } = [];

    /// <summary>Local time of publication where the page gives it; its zone is as unstated as any other clock unless the page says
    /// so.</summary>
    public LocalTime? PublishedTime { get; init; }

    /// <summary>The authors, in order.</summary>
    public IReadOnlyList<Stated<string>> Authors { get; init; } = [];

    /// <summary>About the author, with disclosed interests.</summary>
    public Stated<string>? Bio { get; init; }

    /// <summary>The publisher's disclaimer.</summary>
    public Stated<string>? Disclaimer { get; init; }

    /// <summary>Captions of pictures.</summary>
    public IReadOnlyList<Stated<string>> Captions { get; init; } = [];

    /// <summary>Credits of pictures.</summary>
    public IReadOnlyList<Stated<string>> Credits { get; init; } = [];

    /// <summary>The site or outlet.</summary>
    public Stated<string>? Site { get; init; }

    /// <summary>The address that the page gives itself, whatever it was saved from; not checked.</summary>
    public Stated<string>? Address { get; init; }

    /// <summary>The place of a dateline such as "NAIROBI, Kenya (AP)".</summary>
    public Stated<string>? DatelinePlace { get; init; }

    /// <summary>Language as a BCP 47 tag where known, such as "en".</summary>
    public string? Language { get; init; }
}

/// <summary>A value together with the words it was read from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Quote">Where it stands in the text layer; null where it comes from markup that is not text (a meta element, say).</param>
/// <param name="Reason">Where it was read: "line after the date", "meta property article:published_time".</param>
public sealed record Stated<T>(T Value, Quote? Quote, string Reason);
