using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>Reads the site's name from its disclaimer, sign-up boxes and copyright line, where several agree or the disclaimer names
/// it.</summary>
internal static class SiteReader
{
    /// <summary>Takes the site.</summary>
    public static void Read(PageFacts facts)
    {
        var best = Candidates(facts).OrderBy(c => c.Rank).ThenBy(c => c.Span.Start).FirstOrDefault();
        if (best.Reason is not null && (facts.Site is null || best.Rank == 0))
            facts.Site = (best.Span, best.Reason);
        else
            facts.Site ??= TitleSuffix(facts);
    }

    private static IEnumerable<(TextSpan Span, string Reason, int Rank)> Candidates(PageFacts facts)
    {
        foreach (var block in facts.Blocks)
        {
            if (block.Kind is not (BlockKind.Furniture or BlockKind.Disclaimer) || block.Folded.Length == 0)
                continue;
            var disclaimer = block.Kind == BlockKind.Disclaimer;
            foreach (var lead in PageWords.English.SiteLeads)
            {
                var at = facts.Text.IndexOf(lead, block.Inner.Start, block.Inner.Length, StringComparison.OrdinalIgnoreCase);
                if (at < 0 || !disclaimer && at != block.Inner.Start)
                    continue;
                if (NameAfter(facts.Text, at + lead.Length, block.Inner.End) is not { } name)
                    continue;
                yield return (
                    name,
                    disclaimer ? "named in the disclaimer" : $"named after \"{lead}\"",
                    disclaimer ? 0
                    : lead is "©" or "copyright" ? 1
                    : 2
                );
                break;
            }
        }
    }

    private static TextSpan? NameAfter(string text, int at, int end)
    {
        var stops = PageWords.English.SiteStopWords;
        while (at < end && (char.IsWhiteSpace(text[at]) || char.IsDigit(text[at]) || text[at] is '-' or ',' or '“' or '"'))
            at++;
        if (text.AsSpan(at, end - at).StartsWith("the ", StringComparison.OrdinalIgnoreCase))
            at += char.IsUpper(text[at]) ? 0 : 4;
        var (start, last) = (at, at);
        while (at < end)
        {
            var stop = at;
            while (stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] is '.' or '-' or '\'' or '’' or '&'))
                stop++;
            var word = text[at..stop].TrimEnd('.');
            if (
                word.Length == 0
                || !(char.IsUpper(word[0]) || word.Skip(1).Any(char.IsUpper))
                || stops.Contains(word) && !(at == start && word == "The")
            )
                break;
            last = at + word.Length;
            if (stop > last || stop >= end || text[stop] != ' ')
                break;
            at = stop + 1;
        }
        return last - start is > 1 and <= 50 && !stops.Contains(text[start..last]) ? new TextSpan(start, last) : null;
    }

    // Headline | Site
    private static (TextSpan, string)? TitleSuffix(PageFacts facts)
    {
        if (facts.Title is not { } title)
            return null;
        var bar = facts.Text.LastIndexOf(" | ", title.Inner.End - 1, title.Inner.Length, StringComparison.Ordinal);
        return bar > title.Inner.Start && title.Inner.End - bar < 40
            ? (new TextSpan(bar + 3, title.Inner.End), "after the bar in the headline")
            : null;
    }
}
