using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Cases.Drafting;

/// <summary>
/// Where a passage of a text is: a heading that is a place, or ends in one ("Darwin", "The quay at Taiohae", "A reader in Tonga"), says
/// it of
/// what stands below it; words at the beginning of a sentence ("In Iran,", "On Nuku Hiva the sea") of the rest of their paragraph; "the
/// town" is
/// the one named last.
/// </summary>
/// <param name="source">The source.</param>
internal sealed class PassagePlaces(SourceReading source)
{
    private const int LeadingWord = 4;
    private static readonly ReferringWords Words = ReferringWords.English;
    private readonly Dictionary<int, PlaceMention?> again = [];
    private SpanIndex<PlaceMention>? headings;

    /// <summary>The place of the passage in which a position stands, or null.</summary>
    public PlaceMention? At(int position) => Again(position) ?? Led(position) ?? Headed(position);

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
        return Words.Leading.Any(w => before.EndsWith(" " + w, StringComparison.OrdinalIgnoreCase));
    }

    // "The lights in the town failed": the settlement named last before, in the paragraph or the one above.
    private PlaceMention? Again(int position)
    {
        var sentence = source.SentenceAt(position);
        if (!again.TryGetValue(sentence, out var known))
            again[sentence] = known = Settlement(source.Sentences[sentence]);
        return known;
    }

    private PlaceMention? Settlement(Sentence sentence) =>
        SettlementWord(sentence.Span) is { } word
        && Cities.Before(word).FirstOrDefault() is { } last
        && sentence.Block - source.Sentences[source.SentenceAt(last.Span.Start)].Block <= 1
            ? last
            : null;

    private SpanIndex<PlaceMention> Cities =>
        field ??= new(source.Places.Where(p => p.Settled is { Kind: PlaceKind.City }).Select(p => (p.Span, p)));

    // Where "the town" stands in a sentence.
    private int? SettlementWord(TextSpan sentence)
    {
        var before = "";
        foreach (var token in Tokenizer.Tokens(source.Text, sentence))
        {
            var word = token.Span.Of(source.Text);
            if (Words.Settlements.Contains(word) && Words.Again.Contains(before.ToLowerInvariant()))
                return token.Span.Start;
            before = word;
        }

        return null;
    }

    // The last sentence before in the paragraph, or the own one, that begins with a place.
    private PlaceMention? Led(int position)
    {
        var own = source.SentenceAt(position);
        var place = Leads[own];
        return place is null || place.Span.Start < position ? place
            : IsOneParagraph(own - 1, own) ? Leads[own - 1]
            : null;
    }

    private PlaceMention?[] Leads
    {
        get
        {
            if (field is not null)
                return field;
            field = new PlaceMention?[source.Sentences.Count];
            for (var i = 0; i < field.Length; i++)
                field[i] = Leading(source.Sentences[i].Span) ?? (IsOneParagraph(i - 1, i) ? field[i - 1] : null);
            return field;
        }
    }

    private bool IsOneParagraph(int before, int sentence) =>
        before >= 0 && source.Sentences[before].Block == source.Sentences[sentence].Block;

    private PlaceMention? Leading(TextSpan sentence) =>
        Places(sentence).FirstOrDefault() is { } first
        && source.Text[sentence.Start..first.Span.Start].Trim() is { Length: <= LeadingWord } word
        && Words.Leading.Contains(word.ToLowerInvariant())
            ? first
            : null;
}
