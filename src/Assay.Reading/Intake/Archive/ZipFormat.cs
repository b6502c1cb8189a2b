using System.IO.Compression;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Formats;

namespace Assay.Reading.Intake.Archive;

/// <summary>A ZIP archive of documents: each file in it that can be read is a source. Archives that are documents themselves (ODT, EPUB,
/// spreadsheets) are not of this format, and neither is an export of a case.</summary>
internal sealed class ZipFormat : IReceivedFormat
{
    // What only documents, programs and exports of cases have in them.
    private static readonly string[] Others = ["mimetype", "[Content_Types].xml", "META-INF/MANIFEST.MF", "META-INF/container.xml"];

    /// <inheritdoc/>
    public string Name => "ZIP archive";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes, string fileName)
    {
        if (!bytes.StartsWith("PK\u0003\u0004"u8) && !bytes.StartsWith("PK\u0005\u0006"u8))
            return false;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray()), ZipArchiveMode.Read);
            return !Array.Exists(Others, o => zip.GetEntry(o) is not null);
        }
        catch (Exception e)
            when (e is InvalidDataException or NotSupportedException or ArgumentException or IOException or OverflowException)
        {
            return fileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase); // broken, which opening it says
        }
    }

    /// <inheritdoc/>
    public Result<Received> Open(byte[] bytes, string fileName, IntakeBudget budget)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (zip.GetEntry("manifest.json") is not null && zip.GetEntry("journal.jsonl") is not null)
                return new Error(
                    ErrorKind.Input,
                    "This is an export of a case.",
                    "'assay case import' makes a case of it.",
                    new Location(fileName)
                );
            return new ZipMembers(fileName, budget).Read(zip);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException or OverflowException)
        {
            return new Error(
                ErrorKind.Input,
                "The ZIP archive is broken and cannot be opened.",
                "Get it again from where it came, or unpack it and give what is in it.",
                new Location(fileName)
            );
        }
    }
}
