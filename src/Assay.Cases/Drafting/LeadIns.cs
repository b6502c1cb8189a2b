using Assay.Ground.Anchors;

namespace Assay.Cases.Drafting;

/// <summary>
/// The words that introduce a list: "The ministry in Yerevan, statement of 9 July:" says whose every entry below it is.
/// </summary>
/// <param name="layer">The text and its blocks.</param>
internal sealed class LeadIns(TextLayer layer)
{
    private const int Longest = 160;
    private SpanIndex<TextSpan>? items;

    /// <summary>The words that name who tells the entry in which a position stands, up to a comma; null outside such lists.</summary>
    public TextSpan? At(int position) => Before(position) is { } lead ? Introducing(lead) : null;

    /// <summary>The paragraph right before the list in which a position stands; null outside lists.</summary>
    public TextSpan? Before(int position) =>
        (items ??= Read()).Overlapping(new TextSpan(position, position + 1)).Select(s => (TextSpan?)s).FirstOrDefault();

    private SpanIndex<TextSpan> Read()
    {
        var found = new List<(TextSpan, TextSpan)>();
        TextSpan? lead = null;
        foreach (var block in layer.Article)
        {
            if (block.Kind != BlockKind.ListItem)
                lead = block.Kind is BlockKind.Paragraph or BlockKind.Caption ? block.Span : null;
            else if (lead is { } before)
                found.Add((block.Span, before));
        }

        return new SpanIndex<TextSpan>(found);
    }

    private TextSpan? Introducing(TextSpan block)
    {
        var words = block.Of(layer.Text).TrimEnd();
        if (words.Length > Longest || !words.EndsWith(':') || words.Contains(". ", StringComparison.Ordinal))
            return null;
        var end = words.IndexOf(',', StringComparison.Ordinal);
        return new TextSpan(block.Start, block.Start + (end > 0 ? end : words.Length - 1));
    }
}
