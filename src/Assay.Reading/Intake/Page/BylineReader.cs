using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>Reads authors from bylines: "By A. Name and B. Name, Agency", "Reporting by A. Name; Editing by B. Name", a name beside the
/// date.</summary>
internal static partial class BylineReader
{
    private const int MostWords = 30;
    private const int LongestPlace = 40;

    /// <summary>True where the block begins like a byline with a name or an agency.</summary>
    public static bool IsByline(string text, PageBlock block) => NamesOf(text, block) is not null;

    /// <summary>Takes the authors of the block, where it is a byline.</summary>
    public static bool Read(PageFacts facts, PageBlock block)
    {
        if (NamesOf(facts.Text, block) is not { } list)
        {
            if (block.Kind != BlockKind.Byline)
                return false;
            TakeNames(facts, block);
            return true;
        }
        Take(facts, list, "byline");
        TakePlace(facts, block.Inner);
        block.Decide(BlockKind.Byline, "begins like a byline");
        return true;
    }

    // "By Ada Moor in Lima", "By Ada Moor, Lima": where it was filed from.
    private static void TakePlace(PageFacts facts, TextSpan byline)
    {
        var words = byline.Of(facts.Text);
        var at = words.LastIndexOf(" in ", StringComparison.Ordinal) + " in ".Length;
        if (at < " in ".Length && BehindName().Match(words) is { Success: true } behind)
            at = behind.Groups[1].Index;
        var line = words.IndexOf('\n', at) is var end and >= 0 ? end : words.Length;
        if (facts.DatelinePlace is not null || at < " in ".Length || line - at > LongestPlace)
            return;
        var place = new TextSpan(byline.Start + at, byline.Start + at + words[at..line].TrimEnd(' ', '.', ',').Length);
        if (place.Length > 1 && Gazetteer.Find(place.Of(facts.Text)).Count > 0)
            facts.DatelinePlace = (place, "place of the byline");
    }

    [GeneratedRegex(@"^\s*By\s+\p{Lu}\S*(?:\s\S+){1,3},\s(\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*)?)\s*$")]
    private static partial Regex BehindName();

    /// <summary>True for a line of names alone, under the headline and next to a date, a role, or another byline.</summary>
    public static bool IsNameBesideDate(PageFacts facts, int index)
    {
        var block = facts.Blocks[index];
        if (block.Words > 10 || block.Ends && block.EndMark != '.')
            return false;
        var parts = Names.Parts(facts.Text, ListSpan(facts.Text, block.Inner));
        if (parts.Count == 0 || !parts.TrueForAll(p => IsAuthor(p.Of(facts.Text))))
            return false;
        return Neighbour(index - 1) || Neighbour(index + 1);

        bool Neighbour(int at) =>
            at >= 0
            && at < facts.Blocks.Count
            && facts.Blocks[at] is var other
            && (
                other.Kind is BlockKind.Dateline or BlockKind.Byline
                || other.Words <= 6 && other.Folded.Split(' ').Any(PageWords.English.Roles.Contains)
            );
    }

    /// <summary>Takes all names of a block as authors.</summary>
    public static void TakeNames(PageFacts facts, PageBlock block)
    {
        Take(facts, ListSpan(facts.Text, block.Inner), block.Reason ?? "name beside the date");
        block.Decide(BlockKind.Byline, "name beside the date");
    }

    private static void Take(PageFacts facts, TextSpan list, string reason)
    {
        var parts = Names.Parts(facts.Text, list);
        var persons = parts.Where(p => !PageWords.English.Agencies.Contains(p.Of(facts.Text)) && IsAuthor(p.Of(facts.Text))).ToList();
        if (persons.Count == 0)
            persons = parts.Where(p => PageWords.English.Agencies.Contains(p.Of(facts.Text))).ToList();
        foreach (var person in persons)
            facts.AddAuthor(person, reason);
    }

    private static bool IsAuthor(string words) => Names.IsName(words) && !PageWords.English.Sections.Contains(words);

    private static TextSpan? NamesOf(string text, PageBlock block)
    {
        if (block.Words is 0 or > MostWords || block.IsItem)
            return null;
        var words = text.AsSpan(block.Inner.Start, block.Inner.Length);
        var open = words[0] == '(' ? 1 : 0;
        foreach (var lead in PageWords.English.BylineLeads)
        {
            if (!words[open..].StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                continue;
            var at = open + lead.Length;
            if (at >= words.Length || !char.IsWhiteSpace(words[at]) && words[at] != ':' && lead[^1] != ':')
                continue;
            while (at < words.Length && (char.IsWhiteSpace(words[at]) || words[at] == ':'))
                at++;
            var list = ListSpan(text, new TextSpan(block.Inner.Start + at, block.Inner.End));
            var parts = Names.Parts(text, list);
            if (parts.Count > 0 && (IsAuthor(parts[0].Of(text)) || PageWords.English.Agencies.Contains(parts[0].Of(text))))
                return list;
        }
        return null;
    }

    // The list of names ends at " in Kyiv", "| date", "; Editing by", a digit, or a closing bracket.
    private static TextSpan ListSpan(string text, TextSpan span)
    {
        var tails = PageWords.English.BylineTails;
        for (var at = span.Start; at < span.End; at++)
        {
            if (char.IsDigit(text[at]) || text[at] is '|' or ';' or ')' or '@' or '•' or '·' or '\n')
                return new TextSpan(span.Start, at);
            if (!char.IsWhiteSpace(text[at]))
                continue;
            var stop = at + 1;
            while (stop < span.End && !char.IsWhiteSpace(text[stop]))
                stop++;
            var word = text[(at + 1)..stop];
            if (
                tails.Contains(word)
                || PageWords.English.Months.ContainsKey(word.TrimEnd(','))
                || PageWords.English.DateWords.Contains(word) && word.Length > 3 && char.IsLetter(word[0])
            )
                return new TextSpan(span.Start, at);
        }
        return span;
    }
}
