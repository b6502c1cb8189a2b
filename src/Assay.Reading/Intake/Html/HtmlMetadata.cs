using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Assay.Reading.Intake.Page;

namespace Assay.Reading.Intake.Html;

/// <summary>Reads what a page declares: JSON-LD, then Open Graph and other meta elements, then its title element.</summary>
internal static class HtmlMetadata
{
    private static readonly string[] DateNames =
    [
        "article:published_time",
        "og:article:published_time",
        "datePublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "cxenseparse:recs:publishtime",
        "citation_publication_date",
    ];
    private static readonly string[] AuthorNames =
    [
        "author",
        "article:author",
        "dc.creator",
        "parsely-author",
        "sailthru.author",
        "byl",
        "citation_author",
    ];
    private static readonly string[] SectionNames =
    [
        "article:section",
        "og:article:section",
        "section",
        "parsely-section",
        "articleSection",
    ];
    private static readonly string[] SiteNames =
    [
        "og:site_name",
        "application-name",
        "publisher",
        "dc.publisher",
        "twitter:app:name:iphone",
    ];
    private static readonly string[] ArticleTypes =
    [
        "Article",
        "NewsArticle",
        "OpinionNewsArticle",
        "AnalysisNewsArticle",
        "ReportageNewsArticle",
        "BlogPosting",
        "Report",
        "LiveBlogPosting",
        "WebPage",
    ];

    /// <summary>The declared metadata of a document.</summary>
    public static DeclaredMetadata Of(IHtmlDocument document)
    {
        var ld = LinkedData(document);
        var authors =
            ld.Authors.Count > 0 ? ld.Authors
            : Meta(document, AuthorNames) is { } meta && !meta.Value.StartsWith("http", StringComparison.Ordinal) ? Split(meta)
            : [];
        var html = document.DocumentElement?.GetAttribute("lang");
        return ld with
        {
            Title =
                ld.Title
                ?? Meta(document, ["og:title", "twitter:title", "dc.title"])
                ?? (string.IsNullOrWhiteSpace(document.Title) ? null : new Declared(document.Title.Trim(), "title element")),
            Section = ld.Section ?? Meta(document, SectionNames),
            Published = ld.Published ?? Meta(document, DateNames) ?? TimeElement(document),
            Authors = authors,
            Site = Meta(document, SiteNames) ?? ld.Site,
            Address = Canonical(document) ?? Meta(document, ["og:url"]),
            Language = ld.Language ?? (string.IsNullOrWhiteSpace(html) ? null : html.Trim()),
        };
    }

    private static Declared? Meta(IHtmlDocument document, string[] names)
    {
        foreach (var name in names)
        {
            var element = document
                .QuerySelectorAll("meta")
                .FirstOrDefault(m =>
                    (m.GetAttribute("property") ?? m.GetAttribute("name") ?? m.GetAttribute("itemprop"))?.Equals(
                        name,
                        StringComparison.OrdinalIgnoreCase
                    ) == true
                );
            if (element?.GetAttribute("content")?.Trim() is { Length: > 0 } content)
                return new Declared(content, $"meta element {name}");
        }
        return null;
    }

    private static Declared? Canonical(IHtmlDocument document) =>
        document.QuerySelector("link[rel~=canonical i][href]")?.GetAttribute("href")?.Trim() is { Length: > 0 } address
            ? new Declared(address, "link element canonical")
            : null;

    private static Declared? TimeElement(IHtmlDocument document)
    {
        var time = document.QuerySelector(
            "time[itemprop=datePublished][datetime], time[pubdate][datetime], article header time[datetime], article time[datetime], main time[datetime]"
        );
        return time?.GetAttribute("datetime") is { Length: >= 8 } value ? new Declared(value, "time element") : null;
    }

    private static List<Declared> Split(Declared names)
    {
        var value = names.Value.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? names.Value[3..] : names.Value;
        return Names
            .Parts(value, new Assay.Ground.Anchors.TextSpan(0, value.Length))
            .Select(p => new Declared(p.Of(value), names.Reason))
            .ToList();
    }

    private static DeclaredMetadata LinkedData(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(
                    script.TextContent,
                    new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
                );
                if (Article(json.RootElement, 0) is { } article)
                    return FromArticle(article);
            }
            catch (JsonException)
            {
                // A broken script says nothing; the meta elements are asked next.
            }
        }
        return new DeclaredMetadata();
    }

    private static JsonElement? Article(JsonElement element, int depth)
    {
        if (depth > 4)
            return null;
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Select(e => Article(e, depth + 1)).FirstOrDefault(e => e is not null);
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (
            element.TryGetProperty("@type", out var type)
            && Texts(type).Any(t => ArticleTypes.Contains(t, StringComparer.Ordinal))
            && element.TryGetProperty("datePublished", out _)
        )
            return element;
        return element.TryGetProperty("@graph", out var graph) ? Article(graph, depth + 1) : null;
    }

    private static DeclaredMetadata FromArticle(JsonElement article)
    {
        Declared? Read(string name) =>
            article.TryGetProperty(name, out var value) && Texts(value).FirstOrDefault() is { } text
                ? new Declared(System.Net.WebUtility.HtmlDecode(text), $"JSON-LD {name}")
                : null;
        var authors = article.TryGetProperty("author", out var author)
            ? Texts(author).Select(a => new Declared(a, "JSON-LD author")).ToList()
            : [];
        return new DeclaredMetadata
        {
            Title = Read("headline"),
            Section = Read("articleSection"),
            Published = Read("datePublished"),
            Authors = authors,
            Site = Read("publisher"),
            Language = Read("inLanguage")?.Value,
        };
    }

    private static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? [text.Trim()] : [],
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
            JsonValueKind.Object => value.TryGetProperty("name", out var name) ? Texts(name) : [],
            _ => [],
        };
}
