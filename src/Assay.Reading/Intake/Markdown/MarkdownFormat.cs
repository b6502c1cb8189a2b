using System.Text;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Bytes;
using Assay.Reading.Intake.Page;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Assay.Reading.Intake.Markdown;

/// <summary>Markdown with optional YAML front matter. The layer holds the words without the marks.</summary>
internal sealed class MarkdownFormat : ISourceFormat
{
    private const int BracketLimit = 5_000;
    private static readonly Lazy<MarkdownPipeline> Pipeline = new(() =>
        new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseFootnotes().Build()
    );

    /// <inheritdoc/>
    public string Name => "Markdown";

    /// <inheritdoc/>
    public bool Recognises(DecodedText source, string fileName) => Path.GetExtension(fileName).ToLowerInvariant() is ".md" or ".markdown";

    /// <inheritdoc/>
    public Result<PageDraft> Read(DecodedText source, string fileName)
    {
        if (MostBrackets(source.Text) > BracketLimit)
            return new Error(
                ErrorKind.Input,
                $"The Markdown has more than {BracketLimit} opening brackets between two blank lines.",
                "Save it as .txt to have it read as it stands.",
                new Location(fileName)
            );
        if (Parse(source.Text) is not { } document)
            return new Error(
                ErrorKind.Input,
                "The marks of this Markdown lie too deep inside each other to be read.",
                "Save it as .txt to have it read as it stands.",
                new Location(fileName)
            );
        var builder = new DraftBuilder();
        var title = false;
        Add(document, builder, ref title, BlockHint.None);
        var front = document.Descendants<YamlFrontMatterBlock>().FirstOrDefault();
        var declared = front is null ? new DeclaredMetadata() : FrontMatter.Read(front.Lines.ToString());
        var draft = builder.Build(declared);
        return draft.Blocks.Count > 0
            ? draft
            : new Error(ErrorKind.Input, "The file has front matter at most, and no text.", "Save the page again.", new Location(fileName));
    }

    // The library looks back over all open brackets of a paragraph at each of them.
    private static int MostBrackets(string text)
    {
        var (most, run) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            run = line.IsWhiteSpace() ? 0 : run + line.Count('[');
            most = Math.Max(most, run);
        }

        return most;
    }

    // The library throws where quotes, lists or emphasis nest beyond its limit of 128.
    private static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdig.Markdown.Parse(text, Pipeline.Value);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void Add(ContainerBlock container, DraftBuilder builder, ref bool title, BlockHint hint)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case YamlFrontMatterBlock or LinkReferenceDefinitionGroup or HtmlBlock or ThematicBreakBlock:
                    break;
                case HeadingBlock heading:
                    builder.Add(
                        Words(heading.Inline),
                        heading.Level == 1 && !title ? BlockHint.Title : BlockHint.Heading,
                        heading.Level == 1 && !title ? "first heading" : null
                    );
                    title |= heading.Level == 1;
                    break;
                case ParagraphBlock paragraph:
                    builder.Add(Words(paragraph.Inline), hint);
                    break;
                case CodeBlock code:
                    builder.Add(code.Lines.ToString(), hint);
                    break;
                case ListItemBlock item:
                    Add(item, builder, ref title, BlockHint.ListItem);
                    break;
                case ContainerBlock inner:
                    Add(inner, builder, ref title, hint);
                    break;
            }
        }
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
                    words.Append('\n');
                    break;
                case ContainerInline inner:
                    Append(inner, words);
                    break;
            }
        }
    }
}
