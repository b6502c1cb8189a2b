using Assay.Ground.Anchors;

namespace Assay.Reading.Intake.Page;

/// <summary>
/// Chooses the headline among the lines above the text by what speaks for each: its length and end, capitals, what stands below it, and how
/// many of its words the text takes up again.
/// </summary>
internal static class TitleChooser
{
    private const int BodyBlocks = 8;
    private const int ContentLetters = 4;

    // A line further down loses more by its place than the best line can win.
    private const int MostLines = 28;

    /// <summary>The headline, or null where no line can be one.</summary>
    /// <param name="facts">The page.</param>
    /// <param name="candidates">The lines, in order.</param>
    public static PageBlock? Choose(PageFacts facts, List<PageBlock> candidates)
    {
        var said = facts
            .Blocks.Skip(facts.Body)
            .Where(b => !b.IsFurniture)
            .Take(BodyBlocks)
            .SelectMany(b => BlockTraits.WordsOf(b.Text))
            .Where(w => w.Length >= ContentLetters)
            .ToHashSet(StringComparer.Ordinal);
        return candidates
            .Where(c => c.Words >= 2 || candidates.Count == 1 && !facts.HasStructure)
            .Take(MostLines)
            .Select((c, i) => (Block: c, Score: Score(facts, c, said) - 0.2 * i))
            .OrderByDescending(c => c.Score)
            .Where(c => c.Score > -2)
            .Select(c => c.Block)
            .FirstOrDefault();
    }

    private static double Score(PageFacts facts, PageBlock block, HashSet<string> said)
    {
        var words = BlockTraits.WordsOf(block.Text).Where(w => w.Length >= ContentLetters).ToList();
        var taken = words.Count == 0 ? 0 : words.Count(w => IsSaid(w, said)) / (double)words.Count;
        var isPlace =
            HeadParts.Of(facts.Text, block.Inner).Exists(p => p.Kind is HeadPartKind.Place or HeadPartKind.Tool)
            || EndsInPlace(facts, block);
        return 1.8 * taken + Length(block.Words) + Shape(block) + Below(facts, block) - (isPlace ? 1.5 : 0);
    }

    // "Smallville, Republic of Somewhere"
    private static bool EndsInPlace(PageFacts facts, PageBlock block)
    {
        var comma = facts.Text.LastIndexOf(", ", block.Inner.End - 1, block.Inner.Length, StringComparison.Ordinal);
        return comma > 0
            && block.Words <= 6
            && Assay
                .Reading.Places.Gazetteer.Scan(facts.Text, new TextSpan(comma + 2, block.Inner.End))
                .Any(p => p.Span.End == block.Inner.End);
    }

    // "Collision" and "collisions", "warned" and "warning".
    private static bool IsSaid(string word, HashSet<string> said) =>
        said.Contains(word) || word.Length > 5 && said.Any(s => s.AsSpan().StartsWith(word.AsSpan(0, word.Length - 2)));

    private static double Length(int words) =>
        words switch
        {
            <= 2 => -0.8,
            3 => 0.2,
            <= 22 => 1,
            _ => 0,
        };

    private static double Shape(PageBlock block)
    {
        var isShout = !block.Text.Any(char.IsLower);
        var isFullStop = block.EndMark == '.';
        var isNumber = char.IsDigit(block.Text[^1]) && block.Words <= 5;
        return (isShout ? -1.5 : 0) + (isFullStop ? -1.6 : 0) + (isNumber ? -1.8 : 0) + (Names.IsName(block.Text) ? -0.6 : 0);
    }

    private static double Below(PageFacts facts, PageBlock block)
    {
        var next = facts.Blocks.Find(b => b.Inner.Start > block.Inner.Start && !b.IsFurniture);
        return next?.Kind is BlockKind.Byline or BlockKind.Dateline ? 0.6 : 0;
    }
}
