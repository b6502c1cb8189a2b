using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>Reads the head of a page, everything above its running text: menus, section, date, headline, byline, standfirst; and the
/// dateline of the first paragraph.</summary>
internal static class HeadReader
{
    private const int LongestDateLine = 18;
    private const int LongestSaid = 25;
    private const int LongestDay = 5;
    private const int LinesBelow = 3;

    /// <summary>Reads the head and sets <see cref="PageFacts.Body"/>.</summary>
    public static void Read(PageFacts facts)
    {
        facts.Body = FirstProse(facts);
        var hasBody = facts.Body < facts.Blocks.Count;
        for (var i = 0; i < facts.Body && hasBody; i++)
        {
            if (facts.Blocks[i].Kind is null or BlockKind.Dateline or BlockKind.Byline)
                ReadLine(facts, facts.Blocks[i]);
        }
        if (hasBody)
            BylinesBelow(facts);
        if (facts.Published is null)
            DateElsewhere(facts);
        if (facts.Published is null)
            DateSaid(facts);
        ChooseTitle(facts);
        if (!hasBody)
            return;
        var title = facts.Title is null ? 0 : facts.Blocks.IndexOf(facts.Title);
        SectionLine(facts, title);
        if (!facts.HasStructure)
            Leftovers(facts, title);
        DatelineReader.Read(facts, facts.Blocks[facts.Body]);
    }

    // In marked-up pages the body begins below the headline; a one-line question on top of plain text is a headline.
    private static int FirstProse(PageFacts facts)
    {
        var blocks = facts.Blocks;
        if (!facts.HasStructure && HeadLines.Limit(facts) is var limit && limit < blocks.Count)
            return limit;
        var start = Math.Max(0, blocks.FindIndex(b => b.Draft.Hint == BlockHint.Title && !b.IsFurniture));
        for (var i = start; i < blocks.Count; i++)
        {
            if (!blocks[i].IsOpen || !blocks[i].IsProse || BylineReader.IsByline(facts.Text, blocks[i]))
                continue;
            if (PageDates.Find(facts.Text, blocks[i].Inner) is { } date && PageDates.IsDateLine(facts.Text, blocks[i].Inner, date))
                continue;
            if (blocks[i].Words < 10 && !blocks.Skip(i + 1).Take(6).Any(b => b.IsOpen && b.IsProse))
                continue;
            return i;
        }
        var any = blocks.FindIndex(start, b => b.IsOpen && b.Ends && !b.IsItem);
        return any >= 0 ? any : blocks.Count;
    }

    private static void ReadLine(PageFacts facts, PageBlock block)
    {
        var date = block.Words <= LongestDateLine ? PageDates.Find(facts.Text, block.Inner) : null;
        if (BylineReader.Read(facts, block))
            TakeDate(facts, block, date, "beside the byline");
        else if (date is not null && (block.Kind == BlockKind.Dateline || PageDates.IsDateLine(facts.Text, block.Inner, date)))
        {
            TakeDate(facts, block, date, "date line at the head of the page");
            if (facts.DatelinePlace is null && PageDates.PlaceBehind(facts.Text, block.Inner, date) is { } behind)
                facts.DatelinePlace = (behind, "place beside the date");
            block.Decide(BlockKind.Dateline, "date line");
        }
        else if (date is not null && !facts.IsAnotherDay(date) && EndsInDate(facts, block, date))
        {
            TakeDate(facts, block, date, "date at the end of a line above the text");
            PlaceBeside(facts, block, date);
            block.Decide(BlockKind.Dateline, "line above the text that ends in the date");
        }
        else if (PageWords.English.Weekdays.Contains(block.Folded))
            block.Decide(BlockKind.Dateline, "weekday of the date line");
    }

    // A headline that ends in the day it tells of, below the paper's own date.
    private static bool IsAnotherDay(PageFacts facts, PageDate date) =>
        facts.Published is { IsChange: false } own && own.Date.Date != date.Date;

    // "Foreign desk | The Border Post | 5 February 2021", below the headline: a date set apart by a mark. A headline may end in a date too.
    private static bool EndsInDate(PageFacts facts, PageBlock block, PageDate date)
    {
        if (block.IsItem || block.EndMark is '?' or '!' || !facts.Blocks.TakeWhile(b => b != block).Any(IsTitle))
            return false;
        var before = facts.Text.AsSpan(block.Inner.Start, DateStart(facts.Text, block, date) - block.Inner.Start).TrimEnd();
        return before.Length > 0
            && before[^1] is ',' or '|' or '/' or '-' or '–' or '—' or '·' or '•'
            && !Tokenizer
                .Tokens(facts.Text, new TextSpan(block.Inner.Start, date.Span.Start))
                .Exists(t => PageWords.English.HappeningWords.Contains(t.Span.Of(facts.Text)))
            && PageDates.IsDateLine(facts.Text, new TextSpan(date.Span.Start, block.Inner.End), date);
    }

    // "Broken Hill, Friday 19 May 2023": the weekday is of the date.
    private static int DateStart(string text, PageBlock block, PageDate date)
    {
        var before = text.AsSpan(block.Inner.Start, Math.Max(0, date.Span.Start - block.Inner.Start)).TrimEnd(" ,");
        var word = before.LastIndexOf(' ') + 1;
        return block.Inner.Start
            + (
                PageWords.English.Weekdays.Contains(before[word..].ToString().ToLowerInvariant())
                    ? word
                    : Math.Max(0, date.Span.Start - block.Inner.Start)
            );
    }

    private static bool IsTitle(PageBlock block) =>
        block.Words >= 2 && (block.IsOpen || block.Kind is BlockKind.Title or BlockKind.Heading);

    // "By our staff, New York, 15 March 2023": the part before the date, where it is a place.
    private static void PlaceBeside(PageFacts facts, PageBlock block, PageDate date)
    {
        var text = facts.Text;
        var end = DateStart(text, block, date);
        while (end > block.Inner.Start && !char.IsLetter(text[end - 1]))
            end--;
        var start = end;
        while (start > block.Inner.Start && text[start - 1] is not (',' or '|' or '/' or '–' or '—' or '·' or '•'))
            start--;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        var part = new TextSpan(start, end);
        if (facts.DatelinePlace is null && Gazetteer.Scan(text, part).Any(p => p.Span == part))
            facts.DatelinePlace = (part, "place beside the date");
    }

    private static void TakeDate(PageFacts facts, PageBlock block, PageDate? date, string reason)
    {
        if (date is null)
            return;
        var updated =
            PageWords.English.UpdatedWords.Contains(block.Folded.Split(' ')[0].TrimEnd(':'))
            || block.Folded.StartsWith("last ", StringComparison.Ordinal);
        if (facts.Published is null || facts.Published.IsChange && !updated)
            facts.Published = new PublishedDate(
                date,
                updated ? "date of the last change; no other is given"
                    : date.Other is null ? reason
                    : reason + "; the day is taken to come before the month",
                updated
            );
    }

    // Below a standfirst that reads like text, and at the end ("Reporting by ...").
    private static void BylinesBelow(PageFacts facts)
    {
        for (var i = facts.Body + 1; i < facts.Blocks.Count; i++)
        {
            var block = facts.Blocks[i];
            if (!block.IsOpen || block.Words > 30)
                continue;
            var near = i <= facts.Body + 3 && !block.Ends && block.Words <= 14;
            if (
                near
                || block.Folded.StartsWith("reporting by ", StringComparison.Ordinal)
                || block.Folded.StartsWith("(reporting by ", StringComparison.Ordinal)
            )
                BylineReader.Read(facts, block);
        }
    }

    // Below the head: a short line that is a date and nothing else, or that says "published".
    private static void DateElsewhere(PageFacts facts)
    {
        // Several dates that stand alone are the heads of its days.
        var days = facts.Blocks.Skip(facts.Body).Count(b => IsDay(facts, b));
        for (var i = facts.Body; i < facts.Blocks.Count; i++)
        {
            var block = facts.Blocks[i];
            if (block.Kind is not (null or BlockKind.Dateline or BlockKind.Byline) || block.Words > LongestDateLine || i >= facts.TailStart)
                continue;
            if (days > 1 && IsDay(facts, block))
                continue;
            if (PageDates.Find(facts.Text, block.Inner) is not { } date)
                continue;
            var said =
                block.Folded.StartsWith("published", StringComparison.Ordinal)
                || block.Folded.StartsWith("first published", StringComparison.Ordinal)
                || block.Folded.StartsWith("posted", StringComparison.Ordinal)
                || block.Folded.StartsWith("this article was published", StringComparison.Ordinal);
            if (!said && !PageDates.IsDateLine(facts.Text, block.Inner, date))
                continue;
            TakeDate(facts, block, date, said ? "line that says when it was published" : "date line");
            block.Decide(BlockKind.Dateline, "date line");
        }
    }

    private static bool IsDay(PageFacts facts, PageBlock block) =>
        block.Words <= LongestDay
        && PageDates.Find(facts.Text, block.Inner) is { } date
        && PageDates.IsDateLine(facts.Text, block.Inner, date);

    // "Sitting of Wednesday 17 July 2019, morning", "14 December 2025. Free edition.": a line above the text that is about the paper.
    private static void DateSaid(PageFacts facts)
    {
        for (var i = 0; i < Math.Min(facts.Body + LinesBelow, facts.Blocks.Count); i++)
        {
            var block = facts.Blocks[i];
            if (block.Words > LongestSaid || block.Kind is BlockKind.Title || block.Draft.Hint == BlockHint.Title)
                continue;
            if (block.Kind == BlockKind.Furniture && (i >= facts.Body || block.Draft.Hint == BlockHint.Outside))
                continue;
            if (PageDates.Find(facts.Text, block.Inner) is not { } date || !IsSaidOfPaper(facts.Text, block, date))
                continue;
            TakeDate(facts, block, date, "date that a line above the text gives the paper");
            return;
        }
    }

    private static bool IsSaidOfPaper(string text, PageBlock block, PageDate date)
    {
        var before = Tokenizer.Tokens(text, new TextSpan(block.Inner.Start, date.Span.Start));
        return before.Count == 0
            ? date.Span.End < block.Inner.End && text[date.Span.End] is '.' or '|' or ';'
            : before.Exists(t => PageWords.English.PaperWords.Contains(t.Span.Of(text)));
    }

    private static void ChooseTitle(PageFacts facts)
    {
        var blocks = facts.Blocks;
        if (facts.Title is not null)
            return;
        var marked = blocks.FirstOrDefault(b => b.IsOpen && b.Draft.Hint == BlockHint.Title);
        var end = Math.Min(facts.Body, blocks.Count);
        var sections = PageWords.English.Sections;
        var candidates = blocks
            .Take(end)
            .Where(b =>
                b.IsOpen
                && !b.IsItem
                && b.Words <= 35
                && !sections.Contains(b.Folded)
                && CueTable.English.Match(b.Folded, CueStrength.ListHeading) is null
            )
            .ToList();
        var title = marked ?? (facts.HasStructure ? candidates.FirstOrDefault(b => b.Words >= 4) : TitleChooser.Choose(facts, candidates));
        if (title is null)
            return;
        title.Decide(
            BlockKind.Title,
            marked is null ? "likeliest headline of the lines above the text" : marked.Draft.Reason ?? "marked up as the headline"
        );
        facts.Title = title;
    }

    // The nearest section word above the headline, else just below it; a run of four or more is a menu.
    private static void SectionLine(PageFacts facts, int title)
    {
        var words = PageWords.English.Sections;
        var lines = facts.Blocks.Take(facts.Body).Where(b => b.IsOpen && SectionPart(facts.Text, b, words) is not null).ToList();
        if (lines.Count >= 4)
        {
            foreach (var line in lines)
                line.Decide(BlockKind.Furniture, "menu: one of several section names in a row");
            return;
        }
        var best = lines.LastOrDefault(b => b.Inner.Start < facts.Blocks[title].Inner.Start) ?? lines.FirstOrDefault();
        if (best is not null)
            facts.Section = (SectionPart(facts.Text, best, words)!.Value, "name of a section at the head of the page");
        foreach (var line in lines)
            line.Decide(BlockKind.Dateline, "section");
        if (facts.Section is null && facts.Title is { } headline)
            SectionInTitle(facts, headline, words);
    }

    // Opinion: ..., Analysis | ...
    private static void SectionInTitle(PageFacts facts, PageBlock title, System.Collections.Frozen.FrozenSet<string> words)
    {
        var mark = facts.Text.AsSpan(title.Inner.Start, Math.Min(24, title.Inner.Length)).IndexOfAny(":|");
        if (mark > 0 && words.Contains(facts.Text.Substring(title.Inner.Start, mark).Trim()))
            facts.Section = (
                new TextSpan(title.Inner.Start, title.Inner.Start + facts.Text.AsSpan(title.Inner.Start, mark).TrimEnd().Length),
                "word before the headline"
            );
    }

    // Opinion; World / Europe: the last part that names a section.
    private static TextSpan? SectionPart(string text, PageBlock block, System.Collections.Frozen.FrozenSet<string> words)
    {
        if (block.Words > 8)
            return null;
        TextSpan? found = null;
        var start = block.Inner.Start;
        for (var at = start; at <= block.Inner.End; at++)
        {
            if (at < block.Inner.End && text[at] is not ('>' or '|' or '/' or '»' or '›' or '•' or '·'))
                continue;
            var part = text.AsSpan(start, at - start);
            var lead = part.Length - part.TrimStart().Length;
            part = part.Trim();
            if (words.Contains(part.ToString()))
                found = new TextSpan(start + lead, start + lead + part.Length);
            else if (part.Length > 0 && part.ToString().Split(' ').Length > 3)
                return null;
            start = at + 1;
        }
        return found;
    }

    // What is left above the text: names beside the byline, places, short lines of a menu; longer lines stay as standfirst.
    private static void Leftovers(PageFacts facts, int title)
    {
        for (var i = 0; i < facts.Body; i++)
        {
            var block = facts.Blocks[i];
            if (!block.IsOpen)
                continue;
            if (i < title && block.Words <= 5)
                block.Decide(BlockKind.Furniture, "menu: short line above the headline");
            else if (i > title && BylineReader.IsNameBesideDate(facts, i))
                BylineReader.TakeNames(facts, block);
            else if (i > title && block.Words <= 4 && !block.Ends && !block.IsItem)
                block.Decide(BlockKind.Dateline, "short line under the headline");
            else if (i > title)
                block.Decide(block.IsItem ? BlockKind.ListItem : BlockKind.Paragraph, "standfirst");
        }
    }
}
