using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>
/// Tells article from furniture and reads the page's metadata, for all formats alike. It goes from the surest evidence to the weakest, and
/// a
/// block once decided stays so: markup, picture credits, furniture cues, the end of the page (bio, disclaimer), its head, what stands under
/// headings of lists, repeats, and last the shape. A paragraph of running text is set aside only by markup, by a cue that covers the whole
/// of
/// it, by repeating another, or by standing among teasers after the article's end.
/// </summary>
internal static class PageReader
{
    /// <summary>Reads a draft.</summary>
    /// <param name="draft">The draft.</param>
    public static (TextLayer Layer, SourceMetadata Metadata) Read(PageDraft draft) => Read(draft, BlockSorter.Default);

    /// <summary>What is decided of a draft's blocks before they are sorted.</summary>
    /// <param name="draft">The draft.</param>
    public static PageFacts Prepare(PageDraft draft)
    {
        var blocks = draft.Blocks.Select(b => new PageBlock(draft.Text, b)).ToList();
        var facts = new PageFacts(draft, blocks);
        FromMarkup(blocks);
        FromCredits(facts);
        if (!facts.IsMarkup)
            HeadLines.Read(facts);
        FromCues(blocks);
        TailReader.ReadBioAndDisclaimer(facts);
        return facts;
    }

    /// <summary>Reads a draft with a sorter of its own, or with none.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="sorter">The sorter; null for the rules alone.</param>
    public static (TextLayer Layer, SourceMetadata Metadata) Read(PageDraft draft, BlockSorter? sorter)
    {
        var facts = Prepare(draft);
        var blocks = facts.Blocks;
        if (!draft.IsWhole)
            sorter?.SetAside(facts);
        HeadReader.Read(facts);
        TailReader.ReadNamesInBio(facts);
        if (!draft.IsWhole)
            SetAsideAround(draft, facts);
        ByShape(blocks);
        SiteReader.Read(facts);
        var layer = new TextLayer(draft.Text, blocks.Select(b => new Block(b.Kind!.Value, b.Draft.Span, b.Reason)).ToList())
        {
            Pages = draft.Pages,
        };
        return (layer, facts.ToMetadata(layer));
    }

    private static void SetAsideAround(PageDraft draft, PageFacts facts)
    {
        TailReader.SetAsideTail(facts);
        Neighbours.Absorb(facts.Blocks);
        Repeats.SetAside(draft.Text, facts.Blocks, facts.Title);
        TailReader.SetAsideLooseEnds(facts);
    }

    private static void FromMarkup(List<PageBlock> blocks)
    {
        foreach (var block in blocks)
        {
            var kind = block.Draft.Hint switch
            {
                BlockHint.Outside => BlockKind.Furniture,
                BlockHint.Caption => BlockKind.Caption,
                BlockHint.Byline => BlockKind.Byline,
                BlockHint.Date => BlockKind.Dateline,
                _ => (BlockKind?)null,
            };
            if (kind is { } k)
                block.Decide(k, block.Draft.Reason);
        }
    }

    private static void FromCredits(PageFacts facts)
    {
        foreach (var block in facts.Blocks)
        {
            if (block.IsFurniture)
                continue;
            if (Credits.Find(facts.Text, block) is not { } parts)
            {
                if (block.Kind == BlockKind.Caption)
                    facts.AddCaption(block.Inner, block.Reason ?? "marked up as a caption");
                continue;
            }
            if (!block.IsOpen && block.Kind != BlockKind.Caption)
                continue;
            block.Redecide(BlockKind.Caption, parts.Credit is null ? "begins like a caption" : "shows a picture credit");
            if (parts.Caption is { } caption)
                facts.AddCaption(caption, block.Reason!);
            if (parts.Credit is { } credit)
                facts.AddCredit(credit, block.Reason!);
        }
    }

    private static void FromCues(List<PageBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (!block.IsOpen || block.Draft.Hint == BlockHint.Title || block.Words > PageBlock.CueWords)
                continue;
            var cue = CueTable.English.Match(block.Folded, CueStrength.Strong);
            if (cue is not null && Convinces(block, cue))
                block.Decide(BlockKind.Furniture, $"{cue.Reason}: reads \"{cue.Pattern}\"");
        }
    }

    // A sentence of some length needs a pattern of at least three words, and quoted speech needs more than any pattern.
    private static bool Convinces(PageBlock block, Cue cue)
    {
        if (cue.Pattern[0] == '[' || !cue.Pattern.Contains('*', StringComparison.Ordinal) || !block.Ends || block.Words < 12)
            return true;
        if (block.Text.AsSpan().ContainsAny("\"“”"))
            return false;
        return cue.Pattern.Split([' ', '*'], StringSplitOptions.RemoveEmptyEntries).Length >= (block.Words > 25 ? 4 : 3);
    }

    private static void ByShape(List<PageBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (!block.IsOpen)
                continue;
            var beforeProse = i + 1 < blocks.Count && !blocks[i + 1].IsFurniture;
            if (block.Draft.Hint is BlockHint.Heading or BlockHint.Title)
                block.Decide(BlockKind.Heading, null);
            else if (block.IsItem)
                block.Decide(BlockKind.ListItem, null);
            else if (!block.Ends && block.Words <= 12 && beforeProse && block.Draft.Hint != BlockHint.Inside)
                block.Decide(BlockKind.Heading, null);
            else
                block.Decide(BlockKind.Paragraph, null);
        }
    }
}
