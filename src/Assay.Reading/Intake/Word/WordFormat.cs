using System.IO.Compression;
using System.Runtime.CompilerServices;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Formats;
using DocumentFormat.OpenXml.Packaging;

namespace Assay.Reading.Intake.Word;

/// <summary>A document of a word processor (DOCX).</summary>
internal sealed class WordFormat : IReceivedFormat
{
    private const long MostLetters = 100_000_000;

    /// <inheritdoc/>
    public string Name => "DOCX";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes, string fileName) =>
        bytes.StartsWith("PK\u0003\u0004"u8)
        && (bytes.IndexOf("word/document.xml"u8) >= 0 || fileName.EndsWith(".docx", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public Result<Received> Open(byte[] bytes, string fileName, IntakeBudget budget) => Read(bytes, fileName, budget);

    // Apart, so that the library is loaded no sooner than such a document is read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Result<Received> Read(byte[] bytes, string fileName, IntakeBudget budget)
    {
        using (var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read))
        {
            if (ZipGuard.Refusal(zip, fileName, budget) is { } refusal)
                return refusal;
        }

        var settings = new OpenSettings { MaxCharactersInPart = MostLetters, AutoSave = false };
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), false, settings);
        if (document.MainDocumentPart?.Document?.Body is not { } body)
            return new Error(
                ErrorKind.Input,
                "The DOCX file has no text part.",
                "Save it again from the word processor.",
                new Location(fileName)
            );
        var draft = new WordBlocks(document.MainDocumentPart).Read(body);
        return draft.Blocks.Count == 0
            ? new Error(ErrorKind.Input, "The DOCX file has no text in it.", "Save it again, or give its text.", new Location(fileName))
            : new Received
            {
                Text = draft with { Declared = WordProperties.Declared(document) },
                Origin = new SourceOrigin { Made = WordProperties.Made(document) },
            };
    }
}
