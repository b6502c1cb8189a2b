using System.Security.Cryptography;
using Assay.Cases.Drafting;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Cases.Casework;

/// <summary>Takes in the kept bytes of sources.</summary>
internal static class CaseTexts
{
    /// <summary>The id of a source of a case: the one that a reading of it alone or among others gives it.</summary>
    public static string IdOf(string sha256) => new DraftIds().Of("s", sha256);

    /// <summary>A source as a document.</summary>
    /// <param name="source">What the case knows of it.</param>
    /// <param name="bytes">Its bytes; null where the store has none.</param>
    public static Result<SourceDocument> Of(StoredSource source, byte[]? bytes)
    {
        if (bytes is null || Convert.ToHexStringLower(SHA256.HashData(bytes)) != source.Sha256)
            return new Error(
                ErrorKind.Input,
                "The bytes of the source are not those that were received.",
                "'assay case verify' finds every place that does not hold; take the last good copy or export.",
                new Location(source.File)
            );
        var limits = IntakeOptions.Default with { MaxBytes = bytes.LongLength };
        var read = SoundSources.Guard(source.File, () => Read(source, bytes, limits));
        return read.Succeeded ? Dated(read.Value, source) : read.Error;
    }

    private static Result<SourceDocument> Read(StoredSource source, byte[] bytes, IntakeOptions limits)
    {
        if (source.Origin is not { } origin)
            return SourceIntake.Read(bytes, source.File, limits);
        var file = new SourceContainer(origin.Sha256, origin.Bytes, origin.Format, origin.Entry)
        {
            FileName = origin.Name,
            Charset = origin.Charset,
        };
        return SourceIntake.ReadPart(bytes, origin.File, file, ReceivedSources.OriginOf(origin), limits);
    }

    // The date a person gave stands in for the one that the page does not state.
    private static SourceDocument Dated(SourceDocument document, StoredSource source) =>
        source.Published is not { } date || document.Metadata.Published is not null
            ? document
            : document with
            {
                Metadata = document.Metadata with { Published = new(date, null, "given when the source was added to the case") },
            };
}
