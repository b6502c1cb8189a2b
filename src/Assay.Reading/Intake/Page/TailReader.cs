using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>Reads the end of a page: bio, disclaimer, and what stands after the article's end.</summary>
internal static partial class TailReader
{
    private const int BioWords = 160;

    /// <summary>Finds bio and disclaimer, and where the tail after them begins.</summary>
    public static void ReadBioAndDisclaimer(PageFacts facts)
    {
        var (words, blocks) = (PageWords.English, facts.Blocks);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.IsFurniture || !(block.IsOpen || block.Kind == BlockKind.Byline))
                continue;
            var next = i + 1 < blocks.Count ? blocks[i + 1] : null;
            if (
                block.Words <= 5
                && words.BioHeadings.Contains(block.Folded)
                && next is { Ends: true, Words: >= 5 and <= BioWords }
                && (next.IsOpen || next.Kind == BlockKind.Byline)
                && BeginsWithName(facts.Text, next)
            )
            {
                block.Redecide(BlockKind.Bio, "heading of the bio");
                TakeBio(facts, next, $"under the heading \"{block.Text}\"");
            }
            else if (IsDisclaimer(block))
                TakeDisclaimer(facts, block, "reads like a disclaimer");
            else if (
                block.Words <= 5
                && words.DisclaimerHeadings.Contains(block.Folded)
                && next is { IsOpen: true, Ends: true, Words: <= BioWords }
                && IsDisclaimer(next)
            )
                block.Decide(BlockKind.Disclaimer, "heading of the disclaimer");
        }
        BioWithoutHeading(facts);
        var last = blocks.FindLastIndex(b => b.Kind is BlockKind.Bio or BlockKind.Disclaimer);
        if (last >= 0 && LongestProseRun(blocks, last + 1) < 3 && blocks.Take(last).Any(b => b.IsOpen && b.IsProse))
            facts.TailStart = last + 1;
    }

    /// <summary>Takes the authors' names from the bio where no byline gave them.</summary>
    public static void ReadNamesInBio(PageFacts facts)
    {
        if (facts.Authors.Count > 0)
            return;
        foreach (var bio in facts.Blocks.Where(b => b.Kind == BlockKind.Bio && b.Words > 5))
        {
            if (LeadingName(facts.Text, bio) is { } name)
                facts.AddAuthor(name, "name at the beginning of the bio");
        }
    }

    /// <summary>Sets aside lists and teasers: all after the bio or disclaimer, and what stands under headings of lists.</summary>
    public static void SetAsideTail(PageFacts facts)
    {
        var blocks = facts.Blocks;
        if (facts.TailStart is { } tail)
            for (var i = tail; i < blocks.Count; i++)
                if (!IsCorrection(blocks[i]))
                    blocks[i]
                        .Decide(
                            BlockKind.Furniture,
                            blocks[i].IsItem ? "list after the article's end"
                                : blocks[i].IsProse ? "teaser after the article's end"
                                : "line after the article's end"
                        );
        for (var i = 0; i < blocks.Count; i++)
        {
            if (
                blocks[i].IsProse
                || !(blocks[i].IsOpen || blocks[i].IsFurniture)
                || CueTable.English.Match(blocks[i].Words <= 8 ? blocks[i].Folded : "", CueStrength.ListHeading) is not { } cue
            )
                continue;
            SetAsideList(facts, i, cue);
        }
    }

    /// <summary>Short lines after the last sentence of the article: the writer's name, or leftovers of the page.</summary>
    public static void SetAsideLooseEnds(PageFacts facts)
    {
        var blocks = facts.Blocks;
        var last = blocks.FindLastIndex(b =>
            !b.IsFurniture
            && (b.Kind == BlockKind.Paragraph || b.IsOpen && (b.IsProse || b.Ends && !b.IsItem) || b.Draft.Reason == Timeline.Reason)
        );
        if (last < facts.Body)
            return;
        var furniture = false;
        for (var i = last + 1; i < blocks.Count; i++)
        {
            var block = blocks[i];
            furniture |= block.IsFurniture;
            if (!block.IsOpen)
                continue;
            if (facts.Authors.Count == 0 && !furniture && block.Words <= 5 && Names.IsName(block.Text) && !facts.HasStructure)
                BylineReader.TakeNames(facts, block);
            else if (!block.IsItem && block.Words <= 14)
                block.Decide(BlockKind.Furniture, "short line after the article's last sentence");
            else if (block.IsItem && furniture && !block.Ends)
                block.Decide(BlockKind.Furniture, "list after the article's last sentence");
        }
    }

    private static void SetAsideList(PageFacts facts, int heading, Cue cue)
    {
        var blocks = facts.Blocks;
        if (
            heading > 0
            && heading + 1 < blocks.Count
            && blocks[heading].Draft.Hint is BlockHint.Heading
            && blocks[heading + 1].IsProse
            && blocks[heading + 1].IsOpen
            && PairsToEnd(blocks, heading + 1) < 1
        )
            return;
        blocks[heading].Decide(BlockKind.Furniture, $"{cue.Reason}: reads \"{cue.Pattern}\"");
        var reason = $"under \"{blocks[heading].Text}\"";
        var i = heading + 1;
        for (; i < blocks.Count && !blocks[i].IsProse; i++)
        {
            if (i < facts.Body && !blocks[i].IsItem)
                return;
            if (blocks[i].Draft.Hint is BlockHint.Inside && blocks[i].Ends)
                return;
            if (!blocks[i].Ends || blocks[i].EndMark == '?')
                blocks[i].Decide(BlockKind.Furniture, reason);
            else
                return;
        }
        if (i >= facts.Body && i > heading + 1 && i < blocks.Count && PairsToEnd(blocks, i) >= 2)
            for (; i < blocks.Count; i++)
                blocks[i].Decide(BlockKind.Furniture, $"teaser {reason}");
    }

    // Number of pairs "headline, one paragraph" from a paragraph to the end of the page; 0 where two paragraphs follow each other.
    private static int PairsToEnd(List<PageBlock> blocks, int start)
    {
        var (pairs, run) = (0, 0);
        for (var i = start; i < blocks.Count; i++)
        {
            if (blocks[i].Kind is BlockKind.Bio or BlockKind.Disclaimer)
                return 0;
            if (blocks[i].IsFurniture)
                run = 0;
            if (!blocks[i].IsOpen)
                continue;
            run = blocks[i].IsProse ? run + 1 : 0;
            if (run == 1)
                pairs++;
            if (run > 1)
                return 0;
        }
        return pairs;
    }

    private static int LongestProseRun(List<PageBlock> blocks, int start)
    {
        var (longest, run) = (0, 0);
        for (var i = start; i < blocks.Count; i++)
        {
            if (!blocks[i].IsOpen)
                continue;
            run = blocks[i].IsProse ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    // The last paragraph of the page's text: a known author's name, or a name not mentioned before, then "is a fellow at".
    private static void BioWithoutHeading(PageFacts facts)
    {
        if (facts.Bio is not null)
            return;
        var blocks = facts.Blocks;
        var open = Enumerable.Range(0, blocks.Count).Where(i => blocks[i].IsOpen && blocks[i].IsProse).ToList();
        foreach (var i in open.AsEnumerable().Reverse().Take(8))
        {
            var block = blocks[i];
            if (block.Words > BioWords || LeadingName(facts.Text, block) is not { } name || !HasRole(block) || IsNews(block))
                continue;
            var surname = name.Of(facts.Text).Split(' ')[^1];
            var before = facts.Text.AsSpan(0, block.Inner.Start).IndexOf(surname, StringComparison.Ordinal);
            var byline =
                before >= 0
                && blocks.Exists(b =>
                    b.Inner.Contains(before) && BylineReader.IsByline(facts.Text, b) || b.Inner.Contains(before) && b.Words <= 6 && !b.Ends
                );
            if (before >= 0 && !byline || open.Count(k => k < i) < 2)
                continue;
            TakeBio(
                facts,
                block,
                byline
                    ? "begins with the author's name and office"
                    : "last paragraph, begins with a name not mentioned before and an office"
            );
            return;
        }
    }

    private static void TakeBio(PageFacts facts, PageBlock block, string reason)
    {
        block.Redecide(BlockKind.Bio, reason);
        facts.Bio ??= (block.Inner, reason);
    }

    private static void TakeDisclaimer(PageFacts facts, PageBlock block, string reason)
    {
        block.Decide(BlockKind.Disclaimer, reason);
        facts.Disclaimer ??= (block.Inner, reason);
    }

    private static bool IsDisclaimer(PageBlock block) =>
        block is { IsOpen: true, Words: >= 6 and <= 120, Ends: true }
        && PageWords.English.Disclaimers.Any(p => Glob.Matches(p, block.Folded));

    private static bool IsCorrection(PageBlock block) =>
        block.Folded.StartsWith("correction", StringComparison.Ordinal)
        || block.Folded.StartsWith("clarification", StringComparison.Ordinal)
        || Glob.Matches("this article was amended*", block.Folded)
        || Glob.Matches("this story has been *ed*", block.Folded)
        || Glob.Matches("this article has been *ed*", block.Folded);

    private static bool BeginsWithName(string text, PageBlock block) =>
        LeadingName(text, block) is not null || Names.RunFrom(text, block.Inner.Start, block.Inner.End).Length > 0;

    // "Dr Jane A. Roe is", "Jane Roe, a fellow"
    private static TextSpan? LeadingName(string text, PageBlock block)
    {
        var name = Names.RunFrom(text, block.Inner.Start, block.Inner.End);
        if (name.Length == 0 || !Names.IsName(name.Of(text)))
            return null;
        var rest = text.AsSpan(name.End, Math.Min(24, block.Inner.End - name.End)).TrimStart(" ,");
        var stop = rest.IndexOfAny(' ', ',');
        var verb = stop < 0 ? rest : rest[..stop];
        return PageWords.English.BioVerbs.Contains(verb.ToString()) || verb is "a" or "an" or "the" or "who" ? name : null;
    }

    // "President Roe was woken at 1:20 a.m., her office said": what has hours or somebody's words in it tells what happened, not who wrote.
    private static bool IsNews(PageBlock block) =>
        Hours().IsMatch(block.Folded) || block.Folded.Split(' ', ',', '.').Any(PageWords.English.NewsVerbs.Contains);

    [GeneratedRegex(@"\d\s?[ap]\.?m\b|\b\d{1,2}[:.]\d{2}\b")]
    private static partial Regex Hours();

    private static bool HasRole(PageBlock block) =>
        block.Folded.Split(' ', ',', '.', ';').Any(PageWords.English.Roles.Contains)
        || block.Folded.Contains(" covers ", StringComparison.Ordinal)
        || block.Folded.Contains(" writes ", StringComparison.Ordinal);
}
