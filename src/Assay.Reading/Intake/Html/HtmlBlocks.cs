using System.Text;
using AngleSharp.Dom;
using Assay.Reading.Intake.Page;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Html;

/// <summary>Walks a document and lays its visible text out as blocks, each with what the markup says of it.</summary>
/// <param name="document">The document.</param>
/// <param name="article">The folded words of the blocks a library counts to the article; null where it was not asked.</param>
/// <param name="into">Where the blocks go; a draft of their own where null.</param>
internal sealed class HtmlBlocks(IDocument document, HashSet<string>? article, DraftBuilder? into = null)
{
    /// <summary>Why the words of an earlier mail are set aside: they are those of whoever wrote it.</summary>
    public const string QuotedMail = "quoted from an earlier mail";

    private const int DeepestElement = 400;
    private static readonly HashSet<string> Skipped =
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
        "select",
        "textarea",
        "datalist",
    ];
    private static readonly HashSet<string> BlockElements =
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
    ];
    private static readonly string[] OutsideWords =
    [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "sidebar",
        "related",
        "newsletter",
        "promo",
        "promotion",
        "share",
        "sharing",
        "social",
        "cookie",
        "cookies",
        "consent",
        "gdpr",
        "comments",
        "comment",
        "disqus",
        "advert",
        "advertisement",
        "ad",
        "ads",
        "sponsor",
        "sponsored",
        "paywall",
        "subscribe",
        "subscription",
        "signup",
        "recommended",
        "recommendations",
        "recirculation",
        "trending",
        "popular",
        "teaser",
        "teasers",
        "outbrain",
        "taboola",
        "skip",
        "toolbar",
        "masthead",
        "pagination",
        "donate",
        "donation",
        "popup",
        "modal",
        "banner",
    ];
    private readonly DraftBuilder builder = into ?? new();
    private readonly StringBuilder line = new();
    private readonly ArticleHolders holders = new(document);
    private readonly int strong = document.QuerySelectorAll("p").Count(IsStrong);
    private readonly bool hasArticleElement = document.QuerySelectorAll("article, main, [role=main]").Length > 0;
    private (BlockHint Hint, string? Reason) lineHint;
    private int links;
    private int boxes;

    /// <summary>The finished draft.</summary>
    public PageDraft Build(DeclaredMetadata declared)
    {
        Walk();
        return builder.Build(declared) with { IsMarkup = true };
    }

    /// <summary>Adds the blocks of the document.</summary>
    public void Walk()
    {
        if (document.Body is { } body)
            Walk(body, new Place(BlockHint.None, null, false, false, 0), 0);
        Flush();
    }

    private readonly record struct Place(BlockHint Hint, string? Reason, bool InLink, bool InArticle, int Box);

    private void Walk(INode node, Place place, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                Append(text.Data, place);
            else if (child is IElement element && depth < DeepestElement)
                Element(element, place, depth);
        }
    }

    private void Element(IElement element, Place place, int depth)
    {
        var name = element.LocalName;
        if (Skipped.Contains(name) || IsHidden(element))
            return;
        if (name == "br")
        {
            if (line.Length > 0 && line[^1] == '\n')
                Flush();
            else
                line.Append('\n');
            return;
        }
        var inner = Enter(element, name, place);
        if (name == "table" && Timeline.Entries(Rows(element), RowMarks.Gap) is { } entries)
        {
            Flush();
            foreach (var entry in entries)
                builder.Add(entry, inner.Hint == BlockHint.None ? BlockHint.ListItem : inner.Hint, inner.Reason ?? Timeline.Reason);
            return;
        }

        var isBlock = BlockElements.Contains(name) && name != "time" || inner.Hint != place.Hint;
        if (isBlock)
            Flush();
        lineHint = (inner.Hint, inner.Reason);
        if (isBlock)
            builder.Box = inner.Box;
        Walk(element, inner, depth + 1);
        if (isBlock)
        {
            Flush();
            builder.Box = place.Box;
        }

        lineHint = (place.Hint, place.Reason);
    }

    private static List<IReadOnlyList<string>> Rows(IElement table) =>
        table.QuerySelector("table, ul, ol, p + p") is not null
            ? []
            : table
                .QuerySelectorAll("tr")
                .Select(r =>
                    (IReadOnlyList<string>)
                        [
                            .. r.Children.Select(c =>
                                string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                            ),
                        ]
                )
                .ToList();

    // What the element says of the blocks in it. Outside once is outside for all inside it, except for a headline.
    private Place Enter(IElement element, string name, Place place)
    {
        var next = place with
        {
            InLink = place.InLink || name == "a",
            Box = place.Box == 0 && name is not ("p" or "h1") && holders.HoldsNothing(element) ? ++boxes : place.Box,
            InArticle = place.InArticle || name is "article" or "main" || element.GetAttribute("role") is "main",
        };
        if (name == "h1" && !(place.Hint == BlockHint.Outside && hasArticleElement && !place.InArticle))
            return next with { Hint = BlockHint.Title, Reason = "h1 element" };
        if (place.Hint is BlockHint.Outside or BlockHint.Title)
            return next;
        if (OutsideReason(element, name, next.InArticle) is { } reason)
            return next with { Hint = BlockHint.Outside, Reason = reason };
        return name switch
        {
            "h2" or "h3" or "h4" or "h5" or "h6" => next with { Hint = BlockHint.Heading, Reason = null },
            "li" => next with { Hint = BlockHint.ListItem, Reason = null },
            "p" when IsStrong(element) && strong >= StrongHeads.Fewest => next with { Hint = BlockHint.Heading, Reason = null },
            "figcaption" => next with { Hint = BlockHint.Caption, Reason = "figcaption element" },
            "time" when place.Hint == BlockHint.None && element.ParentElement?.LocalName is not ("p" or "li" or "td") => next with
            {
                Hint = BlockHint.Date,
                Reason = "time element",
            },
            _ => IsByline(element) ? next with { Hint = BlockHint.Byline, Reason = "marked up as the byline" } : next,
        };
    }

    private static bool IsStrong(IElement paragraph) =>
        paragraph is { ChildElementCount: 1, FirstElementChild: { LocalName: "strong" or "b" } bold }
        && bold.TextContent.Trim() is var words
        && words == paragraph.TextContent.Trim()
        && StrongHeads.May(words);

    private string? OutsideReason(IElement element, string name, bool inArticle)
    {
        if (IsQuotedMail(element, name))
            return QuotedMail;
        if (name is "nav" or "aside" or "form" or "button" or "dialog")
            return $"{name} element";
        if (name == "footer" || name == "header" && !inArticle && !holders.HoldsHeadline(element))
            return $"{name} element";
        if (
            element.GetAttribute("role")
            is "navigation"
                or "complementary"
                or "banner"
                or "contentinfo"
                or "search"
                or "dialog"
                or "alertdialog"
        )
            return $"role {element.GetAttribute("role")}";
        if (name is "body" or "main" or "article" or "html")
            return null;
        var words = $"{element.ClassName} {element.Id}".ToLowerInvariant().Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
        var cue = Array.Find(words, w => OutsideWords.Contains(w, StringComparer.Ordinal));
        return cue is null || holders.HoldsArticle(element) ? null : $"class or id \"{cue}\"";
    }

    private static bool IsQuotedMail(IElement element, string name) =>
        name == "blockquote" && element.GetAttribute("type") == "cite"
        || element.ClassList.Contains("gmail_quote")
        || element.ClassList.Contains("moz-cite-prefix")
        || element.ClassList.Contains("yahoo_quoted");

    private static bool IsByline(IElement element) =>
        element.GetAttribute("rel") == "author"
        || element.GetAttribute("itemprop") == "author"
        || element.ClassList.Any(c =>
            c.ToLowerInvariant()
                is "byline"
                    or "author"
                    or "authors"
                    or "article-author"
                    or "article__author"
                    or "article-byline"
                    or "post-author"
                    or "c-byline"
                    or "entry-author"
                    or "author-name"
        )
            && element.TextContent.Length < 160;

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true" && element.LocalName != "div"
        || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal) is { } style
            && (
                style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
            );

    private void Append(string data, Place place)
    {
        foreach (var c in data)
        {
            var space = char.IsWhiteSpace(c);
            if (space && (line.Length == 0 || char.IsWhiteSpace(line[^1])))
                continue;
            line.Append(space ? ' ' : c);
            if (place.InLink)
                links++;
        }
    }

    private void Flush()
    {
        var words = line.ToString().Trim();
        var (hint, reason) = lineHint;
        if (words.Length > 0)
        {
            if (hint is BlockHint.None or BlockHint.ListItem && article is not null)
                (hint, reason) = Judge(words, hint, reason);
            builder.Add(words, hint, reason, Math.Min(1, links / (double)words.Length));
        }
        line.Clear();
        links = 0;
    }

    // Inside the article by readability; outside only where the block is mostly links: the library may miss a paragraph, the cues may not.
    private (BlockHint, string?) Judge(string words, BlockHint hint, string? reason)
    {
        var inside = article!.Contains(Glob.Fold(words));
        var mostlyLinks = links * 10 > words.Length * 7;
        if (!inside && mostlyLinks)
            return (BlockHint.Outside, "links outside the article (readability)");
        return (inside && hint == BlockHint.None && words.Length > 60 ? BlockHint.Inside : hint, reason);
    }
}
