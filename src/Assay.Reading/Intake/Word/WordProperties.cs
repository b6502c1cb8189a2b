using Assay.Reading.Intake.Page;
using DocumentFormat.OpenXml.Packaging;
using NodaTime;

namespace Assay.Reading.Intake.Word;

/// <summary>What the properties of a document say. Word processors fill them in by themselves, so that they come after the words.</summary>
internal static class WordProperties
{
    /// <summary>Title and author.</summary>
    public static DeclaredMetadata Declared(WordprocessingDocument document)
    {
        var properties = document.PackageProperties;
        return new DeclaredMetadata
        {
            Title = Said(properties.Title, "DOCX property title"),
            Authors = Said(properties.Creator, "DOCX property creator") is { } author ? [author] : [],
        };
    }

    /// <summary>When the document was made; it is no date of publication.</summary>
    public static Stated<OffsetDateTime>? Made(WordprocessingDocument document) =>
        document.PackageProperties.Created is { } made
            ? new Stated<OffsetDateTime>(
                Instant.FromDateTimeUtc(made.ToUniversalTime()).WithOffset(Offset.Zero),
                null,
                "DOCX property created"
            )
            : null;

    private static Declared? Said(string? value, string reason) =>
        string.IsNullOrWhiteSpace(value) ? null : new Declared(value.Trim(), reason);
}
