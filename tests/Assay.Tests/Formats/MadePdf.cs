using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Assay.Tests.Formats;

/// <summary>Makes PDF files line by line.</summary>
internal sealed class MadePdf
{
    public const double Top = 780;
    private readonly List<List<(double Left, double Y, string Text, double Size, bool IsBold)>> pages = [];
    private (string? Title, string? Author, string? Made) said;

    public MadePdf Page()
    {
        pages.Add([]);
        return this;
    }

    public MadePdf Line(double left, double y, string text, double size = 10, bool isBold = false)
    {
        pages[^1].Add((left, y, text, size, isBold));
        return this;
    }

    /// <summary>Lines below each other at the usual step.</summary>
    public MadePdf Lines(double left, double y, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
            Line(left, y - 12 * i, lines[i]);
        return this;
    }

    /// <summary>Paragraphs over the width of the page, each in lines of some 80 letters, with a gap between them.</summary>
    public MadePdf Paragraphs(double y, params string[] paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            var lines = Wrapped(paragraph, 80).ToArray();
            Lines(72, y, lines);
            y -= 12 * lines.Length + 10;
        }

        return this;
    }

    public MadePdf Says(string? title = null, string? author = null, string? made = null)
    {
        said = (title, author, made);
        return this;
    }

    public byte[] Bytes()
    {
        using var builder = new PdfDocumentBuilder();
        var (plain, bold) = (builder.AddStandard14Font(Standard14Font.TimesRoman), builder.AddStandard14Font(Standard14Font.TimesBold));
        builder.DocumentInformation.Title = said.Title;
        builder.DocumentInformation.Author = said.Author;
        builder.DocumentInformation.CreationDate = said.Made;
        foreach (var lines in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            foreach (var line in lines)
                page.AddText(line.Text, line.Size, new PdfPoint(line.Left, line.Y), line.IsBold ? bold : plain);
        }

        return builder.Build();
    }

    public static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
                line = line.Length == 0 ? word : $"{line} {word}";
        yield return line;
    }
}
