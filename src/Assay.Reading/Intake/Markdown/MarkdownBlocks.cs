using System.Text;
using AngleSharp.Html.Parser;
using Assay.Reading.Intake.Html;
using Assay.Reading.Intake.Page;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Assay.Reading.Intake.Markdown;

/// <summary>Lays Markdown out as blocks of words without marks. HTML in it is read as HTML.</summary>
internal sealed class MarkdownBlocks
{
    // A library call for each; beyond that many the tags are cut without it.
    private const int MostHtml = 2_000;
    private static readonly string[] OutsideElements = ["aside", "nav", "footer", "form"];
    private readonly DraftBuilder builder = new();
    private const int LongestLine = 14; // words
    private bool hasTitle;
    private bool isHead = true;
    private int html;
    private int strong;
    private string? outside;

    /// <summary>The finished draft.</summary>
    /// <param name="declared">What the front matter says.</param>
    public PageDraft Build(DeclaredMetadata declared) => builder.Build(declared);

    /// <summary>Adds the blocks of a container.</summary>
    /// <param name="container">The container.</param>
    public void Add(ContainerBlock container)
    {
        strong = container.OfType<ParagraphBlock>().Count(IsStrong);
        Add(container, BlockHint.None);
    }

    private void Add(ContainerBlock container, BlockHint hint)
    {
        foreach (var block in container)
            Add(block, hint);
    }

    // "**When did it fall?**": a paragraph in bold alone, where there are several, is a heading.
    private static bool IsStrong(ParagraphBlock paragraph) =>
        paragraph.Inline is { FirstChild: EmphasisInline { DelimiterCount: 2, NextSibling: null } }
        && StrongHeads.May(Words(paragraph.Inline));

    private void Add(Block block, BlockHint hint)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup:
                break;
            case ThematicBreakBlock:
                builder.Box++;
                break;
            case HtmlBlock markup:
                AddHtml(markup.Lines.ToString());
                break;
            case HeadingBlock heading:
                AddHeading(heading);
                break;
            case ParagraphBlock paragraph when hint == BlockHint.None && HeadLines(Words(paragraph.Inline)) is { } lines:
                foreach (var line in lines)
                    Add(line, hint);
                break;
            case ParagraphBlock paragraph:
                isHead &= Words(paragraph.Inline).Split(' ').Length <= LongestLine;
                Add(
                    Words(paragraph.Inline),
                    hint == BlockHint.None && IsStrong(paragraph) && strong >= StrongHeads.Fewest ? BlockHint.Heading : hint
                );
                break;
            case CodeBlock code when Timeline.Entries(code.Lines.ToString()) is { } lines:
                foreach (var line in lines)
                    Add(line, BlockHint.ListItem, Timeline.Reason);
                break;
            case CodeBlock code:
                Add(code.Lines.ToString(), hint);
                break;
            case ListItemBlock item:
                Add(item, BlockHint.ListItem);
                break;
            case Table table when Timeline.Entries(Rows(table), " | ") is { } entries:
                foreach (var entry in entries)
                    Add(entry, BlockHint.ListItem, Timeline.Reason);
                break;
            case ContainerBlock inner:
                Add(inner, hint);
                break;
        }
    }

    // The lines between the title and the text: who wrote it, where and when.
    private string[]? HeadLines(string words) =>
        isHead
        && words.Split('\n', StringSplitOptions.TrimEntries) is { Length: > 1 } lines
        && lines.All(l => l.Split(' ').Length <= LongestLine)
            ? lines
            : null;

    private static List<IReadOnlyList<string>> Rows(Table table) =>
        table
            .OfType<TableRow>()
            .Select(r =>
                (IReadOnlyList<string>)
                    [.. r.OfType<TableCell>().Select(c => string.Join(' ', c.OfType<ParagraphBlock>().Select(p => Words(p.Inline))).Trim())]
            )
            .ToList();

    private void Add(string words, BlockHint hint, string? reason = null) =>
        builder.Add(words, outside is null ? hint : BlockHint.Outside, outside is null ? reason : $"{outside} element");

    private void AddHeading(HeadingBlock heading)
    {
        var isTitle = heading.Level == 1 && !hasTitle && outside is null;
        if (isTitle)
            builder.Add(Words(heading.Inline), BlockHint.Title, "first heading");
        else
            Add(Words(heading.Inline), BlockHint.Heading);
        hasTitle |= isTitle;
    }

    // An element that the block leaves open holds the Markdown after it, up to the block that closes it.
    private void AddHtml(string markup)
    {
        if (outside is { } open && markup.Contains("</" + open, StringComparison.OrdinalIgnoreCase))
            outside = null;
        var box = builder.Box;
        if (++html > MostHtml || HtmlNesting.IsTooDeep(markup))
            Add(PlainHtml.Words(markup), BlockHint.None);
        else
            new HtmlBlocks(new HtmlParser().ParseDocument(markup), null, builder).Walk();
        builder.Box = box;
        outside ??= Array.Find(
            OutsideElements,
            e =>
                markup.Contains("<" + e, StringComparison.OrdinalIgnoreCase)
                && !markup.Contains("</" + e, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static string Words(ContainerInline? inlines)
    {
        var words = new StringBuilder();
        if (inlines is not null)
            Append(inlines, words);
        return words.ToString();
    }

    private static void Append(ContainerInline inlines, StringBuilder words)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    words.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    words.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    words.Append(link.Url);
                    break;
                case LineBreakInline:
                case HtmlInline { Tag: "<br>" or "<br/>" or "<br />" }:
                    words.Append('\n');
                    break;
                case ContainerInline inner:
                    Append(inner, words);
                    break;
            }
        }
    }
}
