using Assay.Ground.Anchors;
using Assay.Reading.Places;

namespace Assay.Cases.Drafting;

/// <summary>
/// Where a passage of a text is: a heading that is a place, or ends in one ("Darwin", "The quay at Taiohae", "A reader in Tonga"), says it of
/// what stands below it; words at the beginning of a sentence ("In Iran,", "On Nuku Hiva the sea") of the rest of their paragraph.
/// </summary>
/// <param name="source">The source.</param>
internal sealed class PassagePlaces(SourceReading source)
{
    private const int LeadingWord = 4;
    private static readonly string[] In = ["in", "at", "on"];
    private SpanIndex<PlaceMention>? headings;

    /// <summary>The place of the passage in which a position stands, or null.</summary>
    public PlaceMention? At(int position) => Led(position) ?? Headed(position);

    private PlaceMention? Headed(int position) =>
        (headings ??= new SpanIndex<PlaceMention>(Headings())).Overlapping(new TextSpan(position, position + 1)).FirstOrDefault();

    // Each heading down to the next one.
    private IEnumerable<(TextSpan, PlaceMention)> Headings()
    {
        var blocks = source.Document.Layer.Blocks.Where(b => b.Kind != BlockKind.Furniture).ToList();
        PlaceMention? place = null;
        foreach (var block in blocks)
            if (block.Kind == BlockKind.Heading)
                place = Heading(block.Span);
            else if (place is not null && block.Kind is BlockKind.Paragraph or BlockKind.ListItem)
                yield return (block.Span, place);
    }

    private PlaceMention? Heading(TextSpan heading) =>
        Places(heading).ToList() is [var only] && (only.Span.Start == heading.Start || IsAfter(only.Span.Start, heading.Start))
            ? only
            : null;

    private IEnumerable<PlaceMention> Places(TextSpan span) =>
        source.PlacesAt.Inside(span).Select(i => source.Places[i]).Where(p => p.Settled is not null);

    private bool IsAfter(int place, int from)
    {
        var before = source.Text[from..place].TrimEnd();
        return In.Any(w => before.EndsWith(" " + w, StringComparison.OrdinalIgnoreCase));
    }

    // The last sentence before in the paragraph, or the own one, that begins with a place.
    private PlaceMention? Led(int position)
    {
        var own = source.SentenceAt(position);
        for (var i = own; i >= 0 && source.Sentences[i].Block == source.Sentences[own].Block; i--)
            if (Leading(source.Sentences[i].Span) is { } place && place.Span.Start < position)
                return place;
        return null;
    }

    private PlaceMention? Leading(TextSpan sentence) =>
        Places(sentence).FirstOrDefault() is { } first
        && source.Text[sentence.Start..first.Span.Start].Trim() is { Length: <= LeadingWord } word
        && In.Contains(word, StringComparer.OrdinalIgnoreCase)
            ? first
            : null;
}
