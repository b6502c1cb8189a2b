using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Bytes;
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
    public Result<PageDraft> Read(DecodedText source, string fileName) =>
        new PageDraft(source.Text, LineBlocks.Of(source.Text), new DeclaredMetadata());
}
