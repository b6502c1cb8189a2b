using Assay.Ground.Anchors;
using Assay.Reading.Places;

namespace Assay.Reading.Intake.Page;

/// <summary>What a part of a line at the head of a page says.</summary>
internal enum HeadPartKind
{
    /// <summary>Nothing known.</summary>
    Other,

    /// <summary>A whole date.</summary>
    Date,

    /// <summary>A month with its year.</summary>
    Month,

    /// <summary>A personal name.</summary>
    Name,

    /// <summary>A name with the office of one who writes: "Rapporteur: A. Name".</summary>
    Role,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A section of the paper.</summary>
    Section,

    /// <summary>A tool or a count: "6 min read", "48 comments".</summary>
    Tool,
}

/// <summary>A part of a line.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Words">Number of its words.</param>
/// <param name="Date">Its date; for a month, the first of it.</param>
/// <param name="Name">The name in it.</param>
/// <param name="IsChange">True where its date is that of a change.</param>
internal sealed record HeadPart(
    HeadPartKind Kind,
    TextSpan Span,
    int Words,
    PageDate? Date = null,
    TextSpan Name = default,
    bool IsChange = false
);

/// <summary>Takes a line at the head of a page apart at its marks.</summary>
internal static class HeadParts
{
    private const int MostNameWords = 5;

    /// <summary>The parts of a line, each with what it says.</summary>
    /// <param name="text">The text of the page.</param>
    /// <param name="line">The line.</param>
    public static List<HeadPart> Of(string text, TextSpan line)
    {
        var parts = new List<HeadPart>();
        foreach (var part in Split(text, line))
            parts.AddRange(Read(text, part));
        return parts;
    }

    // Bars, dots, arrows, wide gaps; a stop with a capital after it.
    private static IEnumerable<TextSpan> Split(string text, TextSpan line)
    {
        var start = line.Start;
        for (var at = line.Start; at < line.End; at++)
        {
            var width = MarkAt(text, line, at);
            if (width == 0)
                continue;
            if (Trimmed(text, start, at) is { Length: > 0 } part)
                yield return part;
            start = at + width;
            at = start - 1;
        }

        if (Trimmed(text, start, line.End) is { Length: > 0 } last)
            yield return last;
    }

    private static int MarkAt(string text, TextSpan line, int at)
    {
        if (text[at] is '|' or '·' or '•' or '›' or '»' or '>' or '\t' or '\n' or '→')
            return 1;
        var rest = text.AsSpan(at, line.End - at);
        if (rest.StartsWith("  ") || rest.StartsWith(" - ") || rest.StartsWith(" – ") || rest.StartsWith(" — ") || rest.StartsWith(" / "))
            return rest.StartsWith("  ") ? 2 : 3;
        var isStop = rest.Length > 3 && rest[0] == '.' && rest[1] == ' ' && char.IsUpper(rest[2]) && at - line.Start > 5;
        return isStop && IsWordEnd(text, at) && !IsMonth(text, line.Start, at) ? 2 : 0;
    }

    // A small letter, or the last figure of a year.
    private static bool IsWordEnd(string text, int stop) =>
        char.IsLower(text[stop - 1]) || char.IsDigit(text[stop - 1]) && char.IsDigit(text[stop - 2]) && char.IsDigit(text[stop - 3]);

    // "Sept. 5" is no end.
    private static bool IsMonth(string text, int from, int stop)
    {
        var start = stop;
        while (start > from && char.IsLetter(text[start - 1]))
            start--;
        return PageWords.English.Months.ContainsKey(text[start..stop]);
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '|'))
            end--;
        return new TextSpan(start, end);
    }

    private static List<HeadPart> Read(string text, TextSpan span)
    {
        var words = span.Of(text);
        var count = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var folded = Glob.Fold(words);
        if (HeadDates.Find(text, span) is { } dated)
            return dated;
        if (PageWords.English.Sections.Contains(words) || PageWords.English.Sections.Contains(folded))
            return [new HeadPart(HeadPartKind.Section, span, count)];
        if (IsTool(folded, count))
            return [new HeadPart(HeadPartKind.Tool, span, count)];
        if (Office(text, span) is { } name)
            return [new HeadPart(HeadPartKind.Role, span, count, Name: name)];
        return Names(text, span) ?? [new HeadPart(Place(text, span) ? HeadPartKind.Place : HeadPartKind.Other, span, count)];
    }

    private static bool IsTool(string folded, int count) =>
        count <= 6
        && (
            CueTable.English.Match(folded, CueStrength.Strong) is not null
            || folded.Length > 0 && char.IsDigit(folded[0]) && count is 2 or 3
        );

    // "Rapporteur: A. Name", "Investigator-in-charge: A. Name"
    private static TextSpan? Office(string text, TextSpan span)
    {
        var colon = text.IndexOf(':', span.Start, span.Length);
        if (colon < 0)
            return null;
        var name = Trimmed(text, colon + 1, span.End);
        var label = text[span.Start..colon].ToLowerInvariant().Split(' ', '-', '/');
        return label.Length <= MostNameWords && label.Any(PageWords.English.Roles.Contains) && IsPerson(text, name) ? name : null;
    }

    // "A. Name", "A. Name, Place", "A. Name, Office", "A. Name and B. Name"
    private static List<HeadPart>? Names(string text, TextSpan span)
    {
        var parts = Page.Names.Parts(text, span);
        if (parts.Count is 0 or > 4 || !IsPerson(text, parts[0]))
            return null;
        var made = new List<HeadPart>();
        foreach (var part in parts)
        {
            var count = part.Of(text).Split(' ').Length;
            var kind =
                IsPerson(text, part) ? HeadPartKind.Name
                : Place(text, part) ? HeadPartKind.Place
                : part.Of(text).ToLowerInvariant().Split(' ').Any(PageWords.English.Roles.Contains) ? HeadPartKind.Tool
                : HeadPartKind.Other;
            made.Add(new HeadPart(kind, part, count, Name: part));
        }

        return made;
    }

    private static bool IsPerson(string text, TextSpan span)
    {
        var words = span.Of(text);
        return span.Length > 0
            && words.Split(' ').Length <= MostNameWords
            && Page.Names.IsName(words)
            && words.Any(char.IsLower)
            && !words.ToLowerInvariant().Split(' ').Any(w => PageWords.English.Sections.Contains(w) || PageWords.English.Roles.Contains(w))
            && !PageWords.English.Agencies.Contains(words)
            && !Place(text, span);
    }

    private static bool Place(string text, TextSpan span) => span.Length > 0 && Gazetteer.Scan(text, span).Any(p => p.Span == span);
}
