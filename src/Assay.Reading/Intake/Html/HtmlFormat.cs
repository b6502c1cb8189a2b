using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Bytes;
using Assay.Reading.Intake.Formats;
using Assay.Reading.Intake.Page;

namespace Assay.Reading.Intake.Html;

/// <summary>A saved web page. The readability library says which blocks are inside the article; the words of the blocks have the last
/// say.</summary>
internal sealed class HtmlFormat : ISourceFormat
{
    private const int SniffedCharacters = 2048;
    private const string TooMuch =
        "The page has so many elements that its article was told by its markup and words alone, without the library that looks for the article.";

    /// <inheritdoc/>
    public string Name => "HTML";

    /// <inheritdoc/>
    public bool Recognises(DecodedText source, string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (extension is ".html" or ".htm" or ".xhtml")
            return true;
        if (extension is ".md" or ".markdown")
            return false;
        var head = source.Text.AsSpan(0, Math.Min(SniffedCharacters, source.Text.Length)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith('<')
                && head.Contains("<head", StringComparison.OrdinalIgnoreCase)
                && head.Contains("<meta", StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public Result<PageDraft> Read(DecodedText source, string fileName)
    {
        if (HtmlNesting.IsTooDeep(source.Text))
            return new Error(
                ErrorKind.Input,
                $"The page nests its elements more than {HtmlNesting.Deepest} deep, or leaves too many of them open.",
                "Save it from a browser as text, and give that.",
                new Location(fileName)
            );
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(source.Text);
        var declared = HtmlMetadata.Of(document);
        var isTooMuch = Readability.IsTooMuch(document);
        var draft = new HtmlBlocks(document, isTooMuch ? null : Readability.ArticleBlocks(source.Text)).Build(declared) with
        {
            Notes = isTooMuch ? [TooMuch] : [],
        };
        return draft.Blocks.Count > 0
            ? draft
            : new Error(
                ErrorKind.Input,
                "The page has no text in it.",
                "It may be filled in by a script: save it from the browser after it has loaded, as a complete page or as text.",
                new Location(fileName)
            );
    }
}
