using System.Runtime.CompilerServices;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Formats;

namespace Assay.Reading.Intake.Pdf;

/// <summary>PDF with a text layer. What is on a page as a picture of text is not read.</summary>
internal sealed class PdfFormat : IReceivedFormat
{
    private const int SniffedBytes = 1024;

    /// <inheritdoc/>
    public string Name => "PDF";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes, string fileName)
    {
        var at = bytes[..Math.Min(bytes.Length, SniffedBytes)].IndexOf("%PDF-"u8);
        return at == 0 || at > 0 && fileName.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public Result<Received> Open(byte[] bytes, string fileName, IntakeBudget budget) => Read(bytes, fileName, budget);

    // Apart, so that the library is loaded no sooner than a PDF is read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Result<Received> Read(byte[] bytes, string fileName, IntakeBudget budget)
    {
        var read = PdfFile.Read(bytes, fileName, budget);
        if (!read.Succeeded)
            return read.Error;
        var file = read.Value;
        if (Unreadable(file) is var (message, hint))
            return new Error(ErrorKind.Input, message, hint, new Location(fileName));
        var draft = new PdfLayout(file.Pages).Build(file.Declared) with { Notes = Notes(file) };
        return draft.Blocks.Count == 0
            ? NoText(file.Pages.Count, fileName)
            : new Received
            {
                Text = draft,
                Origin = new SourceOrigin { Made = file.Made },
            };
    }

    private static (string, string)? Unreadable(PdfFile file)
    {
        var letters = file.Pages.Sum(p => (long)p.Letters.Count);
        if (letters == 0)
            return NoTextWords(file.Pages.Count);
        var unknown = file.Pages.Sum(p => (long)p.Unknown);
        return unknown * 10 > letters
            ? (
                "The fonts of the PDF do not say which letters their shapes stand for, so its text cannot be told.",
                "Run text recognition (OCR) over it, or save its text as .txt, and give that."
            )
            : null;
    }

    private static (string, string) NoTextWords(int pages) =>
        (
            $"The PDF has no text layer: its {(pages == 1 ? "page is" : $"{pages} pages are")} at most a picture of text.",
            "Run text recognition (OCR) over it and give what that makes."
        );

    private static Error NoText(int pages, string file)
    {
        var (message, hint) = NoTextWords(pages);
        return new Error(ErrorKind.Input, message, hint, new Location(file));
    }

    private static List<string> Notes(PdfFile file)
    {
        var notes = new List<string>();
        var blank = file.Pages.Where(p => p.Letters.Count == 0 && p.HasPictures).Select(p => p.Number).ToList();
        if (blank.Count > 0)
            notes.Add(
                $"Page{(blank.Count == 1 ? "" : "s")} {Ranges(blank)} of the PDF {(blank.Count == 1 ? "has" : "have")} pictures and no text layer, and {(blank.Count == 1 ? "was" : "were")} not read."
            );
        if (file.Broken.Count > 0)
            notes.Add(
                $"Page{(file.Broken.Count == 1 ? "" : "s")} {Ranges(file.Broken)} of the PDF could not be read: the file is broken there."
            );
        if (file.Pages.All(p => p.Letters.Count == 0 || p.IsInvisible))
            notes.Add(
                "The text of the PDF lies invisible behind pictures, as text recognition leaves it: letters and digits may be misread."
            );
        if (file.Pages.Sum(p => p.Turned) is var turned and > 0)
            notes.Add($"{turned} letters that do not stand upright on their page were not read.");
        return notes;
    }

    private static string Ranges(IReadOnlyList<int> numbers)
    {
        var parts = new List<string>();
        for (var i = 0; i < numbers.Count; )
        {
            var last = i;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
                last++;
            parts.Add(last == i ? $"{numbers[i]}" : $"{numbers[i]} to {numbers[last]}");
            i = last + 1;
        }

        return string.Join(", ", parts);
    }
}
