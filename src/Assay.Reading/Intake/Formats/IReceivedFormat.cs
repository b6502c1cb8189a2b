using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Page;

namespace Assay.Reading.Intake.Formats;

/// <summary>
/// One format of files whose bytes are not text: it lays out words of its own, holds parts that are sources themselves, or both. Each has a
/// folder of its own and loads its library no sooner than a file of it is opened.
/// </summary>
internal interface IReceivedFormat
{
    /// <summary>Name for people, such as "PDF".</summary>
    string Name { get; }

    /// <summary>True where the bytes are of this format; the name is asked only where the bytes alone leave it open.</summary>
    bool Recognises(ReadOnlySpan<byte> bytes, string fileName);

    /// <summary>Opens a file.</summary>
    /// <param name="bytes">The bytes as received.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="budget">What may still be unpacked.</param>
    Result<Received> Open(byte[] bytes, string fileName, IntakeBudget budget);
}

/// <summary>What a file of a format that is not text holds.</summary>
internal sealed record Received
{
    /// <summary>The words of the file itself; null where it only holds others.</summary>
    public PageDraft? Text { get; init; }

    /// <summary>Where and when the words come from.</summary>
    public SourceOrigin Origin { get; init; } = SourceOrigin.None;

    /// <summary>The character encoding of the words.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>Parts that are sources themselves, in their order.</summary>
    public IReadOnlyList<ReceivedPart> Parts { get; init; } = [];

    /// <summary>Parts that cannot be read, each with the reason.</summary>
    public IReadOnlyList<Error> Refused { get; init; } = [];

    /// <summary>What a reader should know, as sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A part of a file that is a source itself.</summary>
/// <param name="Entry">Its place in the file, for people: a name, or an address with the time of capture.</param>
/// <param name="FileName">A name that tells its format.</param>
/// <param name="Bytes">Its bytes, unpacked.</param>
internal sealed record ReceivedPart(string Entry, string FileName, byte[] Bytes)
{
    /// <summary>Where and when it comes from.</summary>
    public SourceOrigin Origin { get; init; } = SourceOrigin.None;

    /// <summary>The character encoding that what came with it declares, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>Time stamps that stood beside it.</summary>
    public IReadOnlyList<SourceStamp> Stamps { get; init; } = [];
}
