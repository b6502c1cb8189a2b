using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;
using NodaTime;

namespace Assay.Reading.Intake.Page;

/// <summary>The date a page gives of itself.</summary>
/// <param name="Date">The date.</param>
/// <param name="Reason">Where it was read.</param>
/// <param name="IsChange">True where it is that of the last change.</param>
internal sealed record PublishedDate(PageDate Date, string Reason, bool IsChange = false);

/// <summary>Reads the date in a part of a line at the head of a page, with the place before it and the words that say what was done on
/// it.</summary>
internal static class HeadDates
{
    private const int MostSaid = 6;
    private const int ShortestVerb = 4; // "in" and "of" stand among the words around the place

    /// <summary>The parts of what has a date and nothing else but a place and words that go with dates; null where it is more.</summary>
    /// <param name="text">The text of the page.</param>
    /// <param name="span">The part of the line.</param>
    public static List<HeadPart>? Find(string text, TextSpan span)
    {
        var words = span.Of(text).Split(' ').Length;
        var found = PageDates.Find(text, span);
        var kind = found is null ? HeadPartKind.Month : HeadPartKind.Date;
        found ??= Month(text, span);
        if (found is null)
            return null;
        if (!PageDates.IsDateLine(text, new TextSpan(found.Span.Start, WithoutZone(text, found.Span.Start, span.End)), found))
            return null;
        var lead = text[span.Start..found.Span.Start].TrimEnd(' ', ',', ':', '-');
        var isChange = IsAnyOf(lead, PageWords.English.UpdatedWords);
        var date = new HeadPart(kind, found.Span, words, found, IsChange: isChange);
        if (
            lead.Length == 0
            || isChange
            || PageWords.English.BylineLeads.Any(l => lead.StartsWith(l + " ", StringComparison.OrdinalIgnoreCase))
        )
            return [date];
        return Before(text, new TextSpan(span.Start, span.Start + lead.Length)) is { } before ? [.. before, date]
            : IsSaid(lead) ? [date]
            : null;
    }

    // "Published on this site", "Issued by the registry on".
    private static bool IsSaid(string lead) =>
        lead.Split(' ') is { Length: <= MostSaid and > 1 } said
        && said[0].Length >= ShortestVerb
        && PageWords.English.HeadVerbs.Contains(said[0])
        && char.IsLower(said[^1][0]);

    // "at 17.30 (Victoria time)": what the clock of the date keeps is no part of the line.
    private static int WithoutZone(string text, int start, int end) =>
        text[end - 1] == ')'
        && text.LastIndexOf('(', end - 1, end - start) is var open and > 0
        && text.AsSpan(open, end - 1 - open).EndsWith(" time", StringComparison.OrdinalIgnoreCase)
            ? open
            : end;

    private static bool IsAnyOf(string lead, System.Collections.Frozen.FrozenSet<string> words) =>
        lead.Split(' ').Any(w => words.Contains(w.TrimEnd(':').ToLowerInvariant()));

    // "Mae Sot", "Mae Sot, Thailand".
    private static bool IsPlace(string text, TextSpan words)
    {
        var places = Gazetteer.Scan(text, words).Select(p => p.Span).OrderBy(p => p.Start).ToList();
        return places.Contains(words)
            || places is [var town, var country]
                && town.Start == words.Start
                && country.End == words.End
                && text[town.End..country.Start] == ", ";
    }

    // Words that go with dates and, anywhere among them, one place or a name.
    private static List<HeadPart>? Before(string text, TextSpan lead)
    {
        var tokens = Tokenizer.Tokens(text, lead).Where(t => t.Kind is not (TokenKind.Punctuation or TokenKind.Symbol)).ToList();
        var other = tokens.Where(t => !IsDateWord(t.Span.Of(text))).ToList();
        if (other.Count == 0)
            return [];
        var rest = new TextSpan(other[0].Span.Start, other[^1].Span.End);
        if (IsPlace(text, rest))
            return [new HeadPart(HeadPartKind.Place, rest, other.Count)];
        if (Names.IsName(rest.Of(text)))
            return [new HeadPart(HeadPartKind.Name, rest, other.Count, Name: rest)];
        return
            IsUnknownPlace(text, rest, lead, other.Count) && !other.Exists(t => PageWords.English.HappeningWords.Contains(t.Span.Of(text)))
            ? [new HeadPart(HeadPartKind.Place, rest, other.Count)]
            : null;
    }

    // "Smallville, 4 October 2021": a capital and a comma before the date.
    private static bool IsUnknownPlace(string text, TextSpan rest, TextSpan lead, int words) =>
        words <= 3 && rest.Start == lead.Start && char.IsUpper(text[rest.Start]) && rest.End < text.Length && text[rest.End] == ',';

    private static bool IsDateWord(string word) =>
        PageWords.English.DateWords.Contains(word)
        || PageWords.English.Weekdays.Contains(word)
        || PageWords.English.HeadVerbs.Contains(word);

    // "March 2017"
    private static PageDate? Month(string text, TextSpan span)
    {
        var tokens = Tokenizer.Tokens(text, span);
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var year = tokens[i + 1].Span.Of(text);
            if (
                PageWords.English.Months.TryGetValue(tokens[i].Span.Of(text), out var month)
                && year.Length == 4
                && int.TryParse(year, System.Globalization.CultureInfo.InvariantCulture, out var number)
                && number is >= 1900 and <= 2199
            )
                return new PageDate(new LocalDate(number, month, 1), new TextSpan(tokens[i].Span.Start, tokens[i + 1].Span.End));
        }

        return null;
    }
}
