using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>Sets aside blocks that repeat another: a second teaser, the headline again, a pull quote.</summary>
internal static class Repeats
{
    private const int FewestWords = 4;

    /// <summary>The first of equal blocks stays, and a pull quote yields to the paragraph it was taken from.</summary>
    public static void SetAside(string text, List<PageBlock> blocks, PageBlock? title)
    {
        var seen = new Dictionary<string, PageBlock>(StringComparer.Ordinal);
        if (title is { Folded.Length: > 0 })
            seen[title.Folded] = title;
        foreach (var block in blocks)
        {
            if (
                block == title
                || block.Words < FewestWords
                || block.Folded.Length == 0
                || block.Kind is BlockKind.Bio or BlockKind.Disclaimer
            )
                continue;
            if (!seen.TryAdd(block.Folded, block) && !block.IsFurniture)
                block.Redecide(BlockKind.Furniture, seen[block.Folded] == title ? "repeats the headline" : "repeats an earlier block");
        }
        PullQuotes(text, blocks);
    }

    private static void PullQuotes(string text, List<PageBlock> blocks)
    {
        var candidates = blocks
            .Where(b => b.IsOpen && b.Words is >= 6 and <= 40 && b.Folded.Length > 0)
            .GroupBy(b => b.Folded)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        if (candidates.Count == 0)
            return;
        foreach (var block in blocks)
        {
            if (!block.IsOpen || block.Words < 12)
                continue;
            foreach (var sentence in SentenceSplitter.Split(text, block.Inner))
            {
                if (sentence.Span == block.Inner || sentence.Span.Length < 20)
                    continue;
                if (
                    candidates.TryGetValue(Glob.Fold(text.AsSpan(sentence.Span.Start, sentence.Span.Length)), out var pull)
                    && pull != block
                )
                    pull.Decide(BlockKind.Furniture, "pull quote: repeats a sentence of the article");
            }
        }
    }
}
