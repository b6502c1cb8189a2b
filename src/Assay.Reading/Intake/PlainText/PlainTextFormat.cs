using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Bytes;
using Assay.Reading.Intake.Formats;
using Assay.Reading.Intake.Markdown;
using Assay.Reading.Intake.Page;

namespace Assay.Reading.Intake.PlainText;

/// <summary>Plain text: the layer is the file's own text, character by character, so offsets in it are offsets in the file.</summary>
internal sealed class PlainTextFormat : ISourceFormat
{
    /// <inheritdoc/>
    public string Name => "plain text";

    /// <inheritdoc/>
    public bool Recognises(DecodedText source, string fileName) => true;

    /// <inheritdoc/>
    public Result<PageDraft> Read(DecodedText source, string fileName)
    {
        var blocks = TextTables.Marked(source.Text, LineBlocks.Of(source.Text));
        var front = FrontMatter.Find(source.Text);
        var declared = front?.Read(source.Text);
        // Two rules and what stands between them may be anything; it is front matter where it says what the page is.
        if (front is null || declared is { Title: null, Published: null })
            return new PageDraft(source.Text, blocks, new DeclaredMetadata());
        var marked = blocks.Select(b => b.Span.Start < front.End ? b with { Hint = BlockHint.Outside, Reason = "front matter" } : b);
        return new PageDraft(source.Text, [.. marked], declared!);
    }
}
