using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Page;
using NodaTime;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace Assay.Reading.Intake.Pdf;

/// <summary>The letters and the declared metadata of a PDF, taken out of it by the library.</summary>
internal sealed record PdfFile
{
    private const int MostPages = 3_000;
    private const int MostLetters = 12_000_000;
    private const int Deepest = 64;

    /// <summary>The pages that could be read.</summary>
    public required IReadOnlyList<PdfPage> Pages { get; init; }

    /// <summary>Numbers of the pages that could not.</summary>
    public required IReadOnlyList<int> Broken { get; init; }

    /// <summary>Title and author as the file declares them.</summary>
    public required DeclaredMetadata Declared { get; init; }

    /// <summary>When the file was made, as it says.</summary>
    public Stated<OffsetDateTime>? Made { get; init; }

    /// <summary>Reads a file.</summary>
    public static Result<PdfFile> Read(byte[] bytes, string file, IntakeBudget budget)
    {
        try
        {
            var options = new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = Deepest,
                FilterProvider = new BoundedFilters(budget),
            };
            using var document = PdfDocument.Open(bytes, options);
            return document.NumberOfPages > MostPages
                ? Fail(file, $"The PDF has {document.NumberOfPages} pages; the limit is {MostPages}.", "Cut it into parts.")
                : Read(document, file);
        }
        catch (PdfDocumentEncryptedException)
        {
            return Fail(file, "The PDF is encrypted and needs a password.", "Save it without one, and give that.");
        }
    }

    private static Result<PdfFile> Read(PdfDocument document, string file)
    {
        var (pages, broken, letters) = (new List<PdfPage>(), new List<int>(), 0L);
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            if (ReadPage(document, number) is not { } page)
            {
                broken.Add(number);
                continue;
            }

            pages.Add(page);
            letters += page.Letters.Count;
            if (letters > MostLetters)
                return Fail(file, $"The PDF has more than {MostLetters} letters, the limit.", "Cut it into parts.");
        }

        if (pages.Count == 0)
            return Fail(file, "No page of the PDF could be read: the file is broken.", "Get it again from where it came.");
        return new PdfFile
        {
            Pages = pages,
            Broken = broken,
            Declared = PdfInformation.Declared(document.Information),
            Made = PdfInformation.Made(document.Information),
        };
    }

    // A broken page does not take the others with it.
    private static PdfPage? ReadPage(PdfDocument document, int number)
    {
        try
        {
            return ReadPage(document.GetPage(number));
        }
        catch (Exception e) when (e is not TooMuchUnpackedException)
        {
            return null;
        }
    }

    private static PdfPage ReadPage(UglyToad.PdfPig.Content.Page page)
    {
        var letters = new List<PdfLetter>(page.Letters.Count);
        var (turned, unknown, drawn) = (0, 0, false);
        foreach (var letter in page.Letters)
        {
            if (letter.TextOrientation != TextOrientation.Horizontal)
            {
                turned += string.IsNullOrWhiteSpace(letter.Value) ? 0 : 1;
                continue;
            }

            if (PdfLetters.IsUnknown(letter.Value))
                unknown++;
            drawn |= letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip);
            letters.Add(Letter(letter));
        }

        return new PdfPage(page.Number, page.Height, letters)
        {
            Turned = turned,
            Unknown = unknown,
            HasPictures = page.NumberOfImages > 0,
            IsInvisible = !drawn,
        };
    }

    private static PdfLetter Letter(Letter letter)
    {
        var size = letter.PointSize > 0 ? letter.PointSize : letter.BoundingBox.Height;
        var (left, right) = (letter.StartBaseLine.X, letter.EndBaseLine.X);
        return new PdfLetter(
            PdfLetters.Plain(letter.Value),
            Math.Min(left, right),
            Math.Max(left, right),
            letter.StartBaseLine.Y,
            size is > 0 and < 10_000 ? size : 1,
            letter.FontDetails?.IsBold == true
                || letter.FontName?.Contains("bold", StringComparison.OrdinalIgnoreCase) == true
                || letter.FontName?.Contains("black", StringComparison.OrdinalIgnoreCase) == true
        );
    }

    private static Error Fail(string file, string message, string hint) => new(ErrorKind.Input, message, hint, new Location(file));
}
