using AngleSharp.Dom;

namespace Assay.Reading.Intake.Html;

/// <summary>Tells which elements hold the article, or its headline, from one pass over the page.</summary>
internal sealed class ArticleHolders
{
    private const int LongParagraph = 120;
    private const int FewestParagraphs = 3;
    private readonly HashSet<IElement> holdHeadline = [];
    private readonly HashSet<IElement> holdArticle = [];
    private readonly Dictionary<IElement, int> paragraphs = [];
    private readonly int all;

    /// <summary>Looks through a page.</summary>
    public ArticleHolders(IDocument document)
    {
        foreach (var headline in document.QuerySelectorAll("h1"))
            Mark(headline, holdHeadline);
        foreach (var article in document.QuerySelectorAll("h1, article, main"))
            Mark(article, holdArticle);
        foreach (var paragraph in document.QuerySelectorAll("p").Where(p => p.TextContent.Length > LongParagraph))
        {
            all++;
            for (var above = paragraph.ParentElement; above is not null; above = above.ParentElement)
                paragraphs[above] = paragraphs.GetValueOrDefault(above) + 1;
        }
    }

    /// <summary>True where an h1 element lies inside.</summary>
    public bool HoldsHeadline(IElement element) => holdHeadline.Contains(element);

    /// <summary>True where neither a headline nor a long paragraph lies inside.</summary>
    public bool HoldsNothing(IElement element) => !holdHeadline.Contains(element) && !paragraphs.ContainsKey(element);

    /// <summary>True for a wrapper whose class has a word of furniture by accident ("has-sidebar"): it holds most of the page's
    /// paragraphs.</summary>
    public bool HoldsArticle(IElement element)
    {
        var inside = paragraphs.GetValueOrDefault(element);
        return holdArticle.Contains(element) || inside >= FewestParagraphs && inside * 2 > all;
    }

    private static void Mark(IElement element, HashSet<IElement> marked)
    {
        for (var above = element.ParentElement; above is not null && marked.Add(above); )
            above = above.ParentElement;
    }
}
