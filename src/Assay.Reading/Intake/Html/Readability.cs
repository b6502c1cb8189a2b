using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Assay.Reading.Intake.Page;

namespace Assay.Reading.Intake.Html;

/// <summary>Asks the readability library for the article of a page.</summary>
internal static class Readability
{
    private const int MostElements = 20_000;
    private const long MostPairs = 8_000_000;

    /// <summary>
    /// True where the library would take too long: its work grows with the square of the number of elements that lie beside each other.
    /// </summary>
    public static bool IsTooMuch(IDocument document)
    {
        var beside = new Dictionary<IElement, long>();
        var elements = 0;
        foreach (var element in document.All)
        {
            if (++elements > MostElements)
                return true;
            if (element.ParentElement is { } parent)
                beside[parent] = beside.GetValueOrDefault(parent) + 1;
        }

        return beside.Values.Sum(n => n * n) > MostPairs;
    }

    /// <summary>
    /// The folded text of every block the library counts to the article; null where it finds none. The library changes and moves the nodes
    /// it
    /// keeps, so its answer is matched by words.
    /// </summary>
    public static HashSet<string>? ArticleBlocks(string html)
    {
        using var reader = new SmartReader.Reader("https://page.invalid/", html);
        var article = reader.GetArticle();
        if (!article.IsReadable || string.IsNullOrWhiteSpace(article.Content))
            return null;
        var blocks = new HashSet<string>(StringComparer.Ordinal);
        var content = new HtmlParser().ParseDocument(article.Content);
        foreach (
            var element in content.QuerySelectorAll(
                "p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, td, th, dd, dt, figcaption, div, section"
            )
        )
        {
            if (element.QuerySelector("p, div, section, ul, ol, table") is null || element.LocalName == "p")
                blocks.Add(Glob.Fold(element.TextContent));
            foreach (var text in element.ChildNodes.OfType<IText>())
                if (text.Data.Length > 20)
                    blocks.Add(Glob.Fold(text.Data));
        }
        return blocks;
    }
}
