using System.IO.Compression;
using System.Xml;
using Assay.Ground.Outcomes;

namespace Assay.Reading.Intake.Word;

/// <summary>
/// Looks through the XML of a package before a library loads it as a tree: what unpacks to too much, declares a document type or nests too
/// deep is refused.
/// </summary>
internal static class ZipGuard
{
    private const int MostEntries = 10_000;
    private const int Deepest = 256;

    /// <summary>Why the package is refused; null where it is sound.</summary>
    public static Error? Refusal(ZipArchive zip, string file, IntakeBudget budget)
    {
        if (zip.Entries.Count > MostEntries)
            return Fail(file, $"The DOCX file has more than {MostEntries} parts.", "Save it again from the word processor.");
        if (zip.Entries.GroupBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Fail(file, $"The DOCX file has two parts named “{Printable.Of(twice.Key)}”.", "Save it again from the word processor.");
        foreach (var entry in zip.Entries.Where(IsMarkup))
        {
            using var packed = entry.Open();
            if (budget.Unpack(packed) is not { } bytes)
                return IntakeBudget.TooMuch(file);
            if (Wrong(bytes) is { } wrong)
                return Fail(
                    file,
                    $"The part “{Printable.Of(entry.FullName)}” of the DOCX file {wrong}.",
                    "Save it again from the word processor."
                );
        }

        return null;
    }

    private static bool IsMarkup(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static string? Wrong(byte[] bytes)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            while (reader.Read())
                if (reader.Depth > Deepest)
                    return $"nests its elements more than {Deepest} deep";
            return null;
        }
        catch (XmlException e)
        {
            return bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).IndexOf("<!DOCTYPE"u8) >= 0
                ? "declares a document type, which may hide anything"
                : $"is broken at line {e.LineNumber}";
        }
    }

    private static Error Fail(string file, string message, string hint) => new(ErrorKind.Input, message, hint, new Location(file));
}
