using Assay.Ground.Anchors;

namespace Assay.Reading.Intake.Page;

/// <summary>
/// Reads the lines of facts above the running text: dates, names, places and sections, several on a line where marks part them, with counts
/// and tools between them; and the menus there. It goes before the cues, which would set a line of facts aside for a tool at its end.
/// </summary>
internal static class HeadLines
{
    private const int MostLines = 40;
    private const int MostWords = 26;
    private const int MostTitles = 12;
    private const int SectionReach = 6;
    private const int LongParagraph = 35;
    private const int LongestStandfirst = 60;
    private const int FewestMenuParts = 4;

    /// <summary>Decides the lines of facts and the menus.</summary>
    /// <param name="facts">The page.</param>
    public static void Read(PageFacts facts)
    {
        var end = Limit(facts);
        if (end == facts.Blocks.Count)
            return;
        for (var i = Math.Max(0, end - MostLines); i < end; i++)
            if (facts.Blocks[i].IsOpen && facts.Blocks[i].Words <= MostWords && facts.Blocks[i].Draft.Hint is BlockHint.None)
                ReadLine(facts, facts.Blocks[i], i);
        if (facts.Authors.Count == 0)
            NamesAlone(facts, end);
        ChooseTitle(facts, end);
    }

    // Before anything is sorted: a headline looks like a line of a list.
    private static void ChooseTitle(PageFacts facts, int end)
    {
        var blocks = facts.Blocks;
        if (facts.HasStructure || blocks.Exists(b => b.Draft.Hint == BlockHint.Title))
            return;
        var candidates = blocks
            .Take(end)
            .Where(b =>
                b is { IsOpen: true, IsItem: false, Words: <= 35 }
                && !PageWords.English.Sections.Contains(b.Folded)
                && CueTable.English.Match(b.Folded, CueStrength.ListHeading) is null
                && CueTable.English.Match(b.Folded, CueStrength.Strong) is null
            )
            .TakeLast(MostTitles)
            .ToList();
        facts.Body = end;
        if (TitleChooser.Choose(facts, candidates) is not { } title)
            return;
        title.Decide(BlockKind.Title, "likeliest headline of the lines above the text");
        facts.Title = title;
        SectionAlone(facts, blocks.IndexOf(title));
    }

    // The name of a section on a line of its own, above the headline or just below; several in a row are a menu.
    private static void SectionAlone(PageFacts facts, int title)
    {
        bool IsSection(int i) =>
            i >= 0
            && i < facts.Blocks.Count
            && facts.Blocks[i].IsOpen
            && HeadParts.Of(facts.Text, facts.Blocks[i].Inner) is [{ Kind: HeadPartKind.Section }];
        for (var i = title + 2; i >= Math.Max(0, title - SectionReach); i--)
        {
            if (!IsSection(i) || IsSection(i - 1) || IsSection(i + 1))
                continue;
            facts.Section ??= (facts.Blocks[i].Inner, "name of a section at the head of the page");
            facts.Blocks[i].Decide(BlockKind.Dateline, "section");
            return;
        }
    }

    /// <summary>Index of the first block that is text of the article for sure: a long paragraph, or the first of two. A standfirst may
    /// stand before it.</summary>
    /// <param name="facts">The page.</param>
    public static int Limit(PageFacts facts)
    {
        var blocks = facts.Blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!IsText(blocks[i]) || blocks[i].IsFurniture || IsFacts(facts.Text, blocks[i]))
                continue;
            if (blocks[i].Words >= LongParagraph && !IsLongStandfirst(facts.Text, blocks, i))
                return i;
            if (i + 1 < blocks.Count && IsText(blocks[i + 1]))
                return i;
            if (!HasFactsBelow(facts.Text, blocks, i))
                return i;
        }

        return blocks.Count;
    }

    // "PORTO. Published Saturday, 4 May 2024, 7:15 a.m." is no sentence for the stop it ends with.
    private static bool IsFacts(string text, PageBlock block) =>
        block.Words <= MostWords
        && HeadParts.Of(text, block.Inner) is var parts
        && parts.Exists(p => p.Kind is HeadPartKind.Date)
        && parts.TrueForAll(p => p.Kind is not HeadPartKind.Other);

    // The byline is the next line, which a long paragraph of the article has not below it.
    private static bool IsLongStandfirst(string text, List<PageBlock> blocks, int index) =>
        blocks[index].Words < LongestStandfirst
        && index + 1 < blocks.Count
        && BylineReader.IsByline(text, blocks[index + 1])
        && blocks.Skip(index + 2).Take(5).Any(IsText);

    // Below a standfirst stand the date and the names; text comes after them.
    private static bool HasFactsBelow(string text, List<PageBlock> blocks, int index) =>
        blocks
            .Skip(index + 1)
            .Take(3)
            .Any(b =>
                !b.Ends
                && b.Words <= MostWords
                && HeadParts
                    .Of(text, b.Inner)
                    .Exists(p => p.Kind is HeadPartKind.Date or HeadPartKind.Month or HeadPartKind.Name or HeadPartKind.Role)
            ) && blocks.Skip(index + 1).Take(6).Any(IsText);

    // A paragraph; one with a number is text as well where it is long.
    private static bool IsText(PageBlock block) => block.IsProse || block is { IsItem: true, Ends: true, Words: >= 15 };

    private static void ReadLine(PageFacts facts, PageBlock block, int index)
    {
        var parts = HeadParts.Of(facts.Text, block.Inner);
        if (BylineReader.Read(facts, block))
        {
            parts.FindAll(p => p.Kind is HeadPartKind.Date).ForEach(p => TakeDate(facts, p));
            if (parts.Exists(p => p.Kind is HeadPartKind.Date))
                TakePlace(facts, parts);
            return;
        }

        var date = parts.Find(p => p.Kind is HeadPartKind.Date);
        var month = parts.Find(p => p.Kind is HeadPartKind.Month);
        if (date is null && month is null)
        {
            if (IsMenu(parts))
                block.Decide(BlockKind.Furniture, "menu: several short entries on a line");
            else if (parts.Find(p => p.Kind is HeadPartKind.Role) is { } named)
                TakeAuthor(facts, block, named);
            else if (parts.Count > 1 && parts.TrueForAll(p => p.Kind is not HeadPartKind.Other))
                TakeSection(facts, block, parts);
            return;
        }

        if (parts.Exists(p => p is { Kind: HeadPartKind.Other, Words: > 7 }))
            return;
        foreach (var part in parts)
        {
            if (part.Kind is HeadPartKind.Date)
                TakeDate(facts, part);
            else if (part.Kind is HeadPartKind.Role || part.Kind is HeadPartKind.Name && index > 0)
                facts.AddAuthor(part.Name, part.Kind is HeadPartKind.Role ? "named with the office of an author" : "name beside the date");
        }

        if (month is not null)
            facts.PublishedMonth ??= (month.Date!, "month of the issue, at the head of the page");
        TakeSection(facts, block, parts);
        TakePlace(facts, parts);
        block.Decide(BlockKind.Dateline, "line of facts at the head of the page");
    }

    private static void TakeAuthor(PageFacts facts, PageBlock block, HeadPart part)
    {
        facts.AddAuthor(part.Name, "named with the office of an author");
        block.Decide(BlockKind.Byline, "names the author by office");
    }

    private static void TakeDate(PageFacts facts, HeadPart part)
    {
        var isChange = part.IsChange;
        if (facts.Published is null || facts.Published.IsChange && !isChange)
            facts.Published = new PublishedDate(
                part.Date!,
                isChange ? "date of the last change; no other is given"
                    : part.Date!.Other is null ? "date line at the head of the page"
                    : "date line at the head of the page; the day is taken to come before the month",
                isChange
            );
    }

    private static void TakeSection(PageFacts facts, PageBlock block, List<HeadPart> parts)
    {
        if (parts.FindLast(p => p.Kind is HeadPartKind.Section) is not { } section)
            return;
        facts.Section ??= (section.Span, "name of a section at the head of the page");
        block.Decide(BlockKind.Dateline, "section");
    }

    private static void TakePlace(PageFacts facts, List<HeadPart> parts)
    {
        if (parts.Find(p => p.Kind is HeadPartKind.Place) is { } place)
            facts.DatelinePlace ??= (place.Span, "place beside the date");
    }

    // Entries of two words or three, four of them or more; or three of a word or two.
    private static bool IsMenu(List<HeadPart> parts) =>
        parts.Count >= FewestMenuParts && parts.Count(p => p.Words <= 3) * 10 >= parts.Count * 8
        || parts.Count == FewestMenuParts - 1 && parts.TrueForAll(p => p.Words <= 2 && p.Kind is not HeadPartKind.Name);

    // A name on a line of its own, below another line and beside the date, or just above the text; with a place or an office after it.
    private static void NamesAlone(PageFacts facts, int end)
    {
        for (var i = Math.Max(1, end - MostLines); i < end; i++)
        {
            var block = facts.Blocks[i];
            if (!block.IsOpen || block.Words > 8 || block.Draft.Hint is not BlockHint.None || block.Ends)
                continue;
            var parts = HeadParts.Of(facts.Text, block.Inner);
            var isNamed = parts.Count > 0 && parts[0].Kind is HeadPartKind.Name && parts.TrueForAll(p => p.Kind is not HeadPartKind.Other);
            if (!isNamed || !IsBesideFacts(facts.Blocks, i, end))
                continue;
            foreach (var part in parts.Where(p => p.Kind is HeadPartKind.Name))
                facts.AddAuthor(part.Name, "name on a line of its own at the head of the page");
            TakePlace(facts, parts);
            block.Decide(BlockKind.Byline, "name on a line of its own");
            return;
        }
    }

    private static bool IsBesideFacts(List<PageBlock> blocks, int index, int end) =>
        blocks[index - 1].Kind is BlockKind.Dateline or BlockKind.Byline && blocks.Take(index - 1).Any(b => b.IsOpen && b.Words >= 2)
        || index + 1 < blocks.Count && blocks[index + 1].Kind is BlockKind.Dateline
        || index + 2 < blocks.Count && blocks[index + 2].Kind is BlockKind.Dateline && blocks[index + 1].Words <= 8
        || index + 1 == end;
}
