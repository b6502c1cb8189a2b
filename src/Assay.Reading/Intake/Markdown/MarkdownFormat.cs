using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Bytes;
using Assay.Reading.Intake.Formats;
using Assay.Reading.Intake.Page;
using Markdig;
using Markdig.Syntax;

namespace Assay.Reading.Intake.Markdown;

/// <summary>Markdown with optional front matter in YAML or TOML. The layer holds the words without the marks.</summary>
internal sealed class MarkdownFormat : ISourceFormat
{
    private const int BracketLimit = 5_000;
    private static readonly Lazy<MarkdownPipeline> Pipeline = new(() =>
        new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().Build()
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
        var front = FrontMatter.Find(source.Text);
        if (Parse(front is null ? source.Text : source.Text[front.End..]) is not { } document)
            return new Error(
                ErrorKind.Input,
                "The marks of this Markdown lie too deep inside each other to be read.",
                "Save it as .txt to have it read as it stands.",
                new Location(fileName)
            );
        var walk = new MarkdownBlocks();
        walk.Add(document);
        var draft = walk.Build(front?.Read(source.Text) ?? new DeclaredMetadata());
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
}
