using Assay.Ground.Anchors;
using Assay.Reading.Intake;

namespace Assay.Cases.Origins;

/// <summary>What of a source tells where its text comes from: the words of its article, its address, the agency it credits.</summary>
internal sealed class OriginText
{
    private readonly List<OriginParagraph> paragraphs;

    private OriginText(SourceDocument document)
    {
        Document = document;
        paragraphs = [.. Running(document.Layer).Select(b => OriginParagraph.Of(b.Span.Of(document.Layer.Text)))];
        Print = OriginPrint.Of(paragraphs);
    }

    /// <summary>What a source tells.</summary>
    /// <param name="document">The source as taken in.</param>
    public static OriginText Of(SourceDocument document) => new(document);

    /// <summary>The source.</summary>
    public SourceDocument Document { get; }

    /// <summary>Its words. Headlines, captions and what was set aside as furniture are none of them.</summary>
    public OriginPrint Print { get; private set; }

    /// <summary>Its paragraphs and items of lists.</summary>
    public IReadOnlyList<OriginParagraph> Paragraphs => paragraphs;

    /// <summary>The address it was saved from or gives itself, without what differs between two visits; null where there is none, or it
    /// is that of a whole site.</summary>
    public string? Address => field ??= OriginAddress.Of(Document.Metadata.Address?.Value) ?? OriginAddress.Of(Document.Origin.Url);

    /// <summary>The agency that it credits, by its first name; null where it credits none.</summary>
    public string? Agency => (agency ??= new Lazy<string?>(() => AgencyCredit.Of(Document))).Value;

    /// <summary>The site it is from, as it says; the empty string where it says nothing.</summary>
    public string Site => Document.Metadata.Site?.Value ?? OriginAddress.HostOf(Document.Metadata.Address?.Value ?? Document.Origin.Url);

    private Lazy<string?>? agency;

    /// <summary>Sets paragraphs aside that belong to the site and not to the article.</summary>
    /// <param name="isFurniture">True for such a paragraph.</param>
    public void SetAside(Func<OriginParagraph, bool> isFurniture)
    {
        if (paragraphs.RemoveAll(p => isFurniture(p)) > 0)
            Print = OriginPrint.Of(paragraphs);
    }

    private static IEnumerable<Block> Running(TextLayer layer) =>
        layer.Blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem);
}
