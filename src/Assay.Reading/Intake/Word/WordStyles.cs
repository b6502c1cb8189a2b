using Assay.Reading.Intake.Page;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assay.Reading.Intake.Word;

/// <summary>What the styles of a document make of its paragraphs.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 12;
    private readonly Dictionary<string, Style> styles;

    /// <summary>Learns the styles of a document.</summary>
    public WordStyles(MainDocumentPart part) =>
        styles = (part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
            .Where(s => s.StyleId?.Value is not null)
            .DistinctBy(s => s.StyleId!.Value!)
            .ToDictionary(s => s.StyleId!.Value!, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a paragraph is.</summary>
    public (BlockHint Hint, string? Reason) HintOf(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var id = properties?.ParagraphStyleId?.Val?.Value;
        var name = NameOf(id);
        if (name == "title")
            return (BlockHint.Title, "style Title");
        if (name == "caption")
            return (BlockHint.Caption, "style Caption");
        if (name is "subtitle" || Level(properties, id) is >= 0 and < 9 || name.StartsWith("heading", StringComparison.Ordinal))
            return (BlockHint.Heading, null);
        return IsItem(properties, id) ? (BlockHint.ListItem, null) : (BlockHint.None, null);
    }

    private string NameOf(string? id) =>
        id is null ? "" : ((styles.TryGetValue(id, out var style) ? style.StyleName?.Val?.Value : null) ?? id).ToLowerInvariant();

    private static int? OwnLevel(ParagraphProperties? properties) => properties?.OutlineLevel?.Val?.Value;

    private int? Level(ParagraphProperties? properties, string? id) =>
        OwnLevel(properties)
        ?? Chain(id).Select(s => (int?)s.StyleParagraphProperties?.OutlineLevel?.Val?.Value).FirstOrDefault(l => l is not null);

    private bool IsItem(ParagraphProperties? properties, string? id)
    {
        var number = properties?.NumberingProperties?.NumberingId?.Val?.Value;
        return number is { } own ? own != 0 : Chain(id).Any(s => s.StyleParagraphProperties?.NumberingProperties is not null);
    }

    private IEnumerable<Style> Chain(string? id)
    {
        for (var i = 0; i < LongestChain && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
