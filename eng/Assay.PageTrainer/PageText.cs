using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Assay.PageTrainer;

/// <summary>Renders a page to text the way a person saves it.</summary>
internal static class PageText
{
    private static readonly HashSet<string> Skipped =
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "iframe",
        "object",
        "select",
        "textarea",
        "audio",
        "video",
        "canvas",
    ];

    private static readonly HashSet<string> Paragraphs =
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "figure",
        "table",
        "ul",
        "ol",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "aside",
        "form",
    ];

    private static readonly HashSet<string> Lines =
    [
        "div",
        "li",
        "tr",
        "dt",
        "dd",
        "figcaption",
        "main",
        "body",
        "button",
        "address",
        "hr",
        "center",
        "fieldset",
        "label",
    ];

    // What stands between the entries of a menu that lies across the page.
    private static readonly string[] Joints = [" | ", "    ", " · ", "  |  ", "   ", " / "];

    /// <summary>All of the page selected and copied: paragraphs parted by a blank line, other blocks by a line.</summary>
    /// <param name="html">The page.</param>
    public static string Copied(string html) => Render(Body(html), items: "", joint: null);

    /// <summary>Saved as text by a browser: items with a mark, blank lines between all blocks.</summary>
    /// <param name="html">The page.</param>
    public static string Saved(string html) =>
        Render(Body(html), items: "* ", Joints[html.Length % Joints.Length]).Replace("\n", "\n\n", StringComparison.Ordinal);

    /// <summary>The part of the page that holds the article, with what stands around it there.</summary>
    /// <param name="html">The page.</param>
    /// <param name="isArticle">Tells the paragraphs of the article.</param>
    public static string Middle(string html, Func<string, bool> isArticle)
    {
        var body = Body(html);
        var inside = body.QuerySelectorAll("p").Where(p => isArticle(p.TextContent)).ToList();
        if (inside.Count < 2)
            return Render(body, items: "", joint: null);
        var holder = inside[0].ParentElement!;
        while (holder != body && inside.Count(holder.Contains) * 10 < inside.Count * 9)
            holder = holder.ParentElement!;
        for (var up = 0; up < 2 && holder != body; up++)
            holder = holder.ParentElement!;
        return Render(holder, items: "• ", Joints[html.Length % Joints.Length]);
    }

    private static IElement Body(string html) => new HtmlParser().ParseDocument(html).Body!;

    private static string Render(IElement root, string items, string? joint)
    {
        var text = new StringBuilder();
        Walk(root, text, items, joint, 0);
        return text.ToString().Trim();
    }

    private static void Walk(INode node, StringBuilder text, string items, string? joint, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
                Append(words.Data, text);
            else if (child is IElement element && depth < 300 && !IsHidden(element))
                Element(element, text, items, joint, depth);
        }
    }

    private static void Element(IElement element, StringBuilder text, string items, string? joint, int depth)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            Break(text, 1);
            return;
        }

        if (joint is not null && name is "ul" or "ol" && Menu(element) is { Count: >= 3 } menu)
        {
            Break(text, 1);
            text.Append(string.Join(joint, menu));
            Break(text, 1);
            return;
        }

        var breaks =
            Paragraphs.Contains(name) ? 2
            : Lines.Contains(name) ? 1
            : 0;
        Break(text, breaks);
        if (name == "li")
            text.Append(items);
        if (name is "td" or "th" && text.Length > 0 && text[^1] != '\n')
            text.Append('\t');
        Walk(element, text, items, joint, depth + 1);
        Break(text, breaks);
    }

    // The entries of a list that are a few words each; none where one is longer.
    private static List<string> Menu(IElement list)
    {
        var entries = list
            .Children.Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(e => e.Length > 0)
            .ToList();
        return entries.Count <= 14 && entries.TrueForAll(e => e.Split(' ').Length <= 3) ? entries : [];
    }

    private static void Append(string data, StringBuilder text)
    {
        foreach (var c in data)
        {
            var blank = char.IsWhiteSpace(c);
            if (blank && (text.Length == 0 || char.IsWhiteSpace(text[^1])))
                continue;
            text.Append(blank ? ' ' : c);
        }
    }

    private static void Break(StringBuilder text, int lines)
    {
        if (lines == 0 || text.Length == 0)
            return;
        while (text.Length > 0 && text[^1] is ' ' or '\t')
            text.Length--;
        var have = 0;
        while (have < text.Length && text[text.Length - 1 - have] == '\n')
            have++;
        if (text.Length > have)
            text.Append('\n', Math.Max(0, lines - have));
    }

    private static bool IsHidden(IElement element) =>
        Skipped.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || element
            .GetAttribute("style")
            ?.Replace(" ", "", StringComparison.Ordinal)
            .Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;
}
