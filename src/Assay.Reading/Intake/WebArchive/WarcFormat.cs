using System.IO.Compression;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Formats;

namespace Assay.Reading.Intake.WebArchive;

/// <summary>A web archive: every HTML page in it that was answered with status 200 is a source.</summary>
internal sealed class WarcFormat : IReceivedFormat
{
    /// <inheritdoc/>
    public string Name => "WARC";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes, string fileName) =>
        bytes.StartsWith("WARC/"u8) || WarcReader.IsPacked(bytes) && BeginsAsWarc(bytes);

    /// <inheritdoc/>
    public Result<Received> Open(byte[] bytes, string fileName, IntakeBudget budget)
    {
        var pages = new WarcPages(fileName, budget, null);
        pages.Read(bytes);
        if (pages.Parts.Count == 0)
            return pages.Refused.Count > 0
                ? pages.Refused[0]
                : new Error(
                    ErrorKind.Input,
                    "There is no HTML page in the WARC file that was answered with status 200.",
                    "Capture the page again.",
                    new Location(fileName)
                );
        return new Received
        {
            Parts = pages.Parts,
            Refused = pages.Refused,
            Notes = pages.Notes,
        };
    }

    private static bool BeginsAsWarc(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var stream = new GZipStream(
                new MemoryStream(bytes[..Math.Min(bytes.Length, 65536)].ToArray()),
                CompressionMode.Decompress
            );
            Span<byte> head = stackalloc byte[5];
            return stream.ReadAtLeast(head, 5, throwOnEndOfStream: false) == 5 && head.SequenceEqual("WARC/"u8);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
