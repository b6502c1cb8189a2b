using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Places;

/// <summary>Which statement of a text, or which words beside it, say in what zone a clock is that states none itself.</summary>
public static partial class ZoneLookup
{
    private const int Reach = 60;
    private const int LongestMark = 5;

    /// <summary>The zone that a text states for a clock that states none, or null; null too where two statements differ.</summary>
    /// <param name="statements">The statements of the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the clock stands.</param>
    /// <param name="teller">Words of whose clock it is, or null where the text itself speaks.</param>
    public static ZoneStatement? For(IReadOnlyList<ZoneStatement> statements, string text, int at, string? teller)
    {
        if (statements.Count == 0)
            return null;
        var words = ZoneStatements.Content(teller ?? "");
        // "At 03:20, her phone being on South African time": said of the clock before it.
        var own = statements.FirstOrDefault(s => s.Keeper is not null && s.Span.Contains(new TextSpan(at, at)) && IsTrailing(s, text, at));
        if (own is not null)
            return own;
        // "The analyser, which logs in UTC, has chlorine back at 19:30": said of the clocks that follow in its sentence.
        return One(statements.Where(s => s.Keeper is not null && s.Span.Contains(new TextSpan(at, at)) && s.Zone.Span.End < at).ToList())
            ?? One(statements.Where(s => s.Subject is { } subject && subject.Contains(new TextSpan(at, at))).ToList())
            ?? One(statements.Where(s => IsKeptBy(s, words, teller, text, at)).ToList())
            ?? Nearest([
                .. statements.Where(s => s is { Keeper: null, IsOfCountry: false } && IsIn(s, text, at) && !IsMarked(s, text, at)),
            ]);
    }

    // The head of a table tells of its rows what the text says of all clocks in other words.
    private static ZoneStatement? Nearest(List<ZoneStatement> said) => One(said.FindAll(s => s.Part is not null)) ?? One(said);

    // "All entries by the tower's clock unless marked RXL": not those that begin so.
    private static bool IsMarked(ZoneStatement statement, string text, int at)
    {
        var line = text.AsSpan(0, at).LastIndexOf('\n') + 1;
        var mark = text.AsSpan(line, at - line).Trim();
        return mark.Length is > 1 and <= LongestMark
            && !mark.ContainsAnyExceptInRange('A', 'Z')
            && statement.Span.Of(text).AsSpan().IndexOf(mark, StringComparison.Ordinal) >= 0;
    }

    private static bool IsTrailing(ZoneStatement statement, string text, int at) =>
        statement.Subject is { } subject
        && subject.Start > at
        && text[at..subject.Start] is var between
        && (ReferringWords.English.Owners.Contains(subject.Of(text).Split(' ')[0].ToLowerInvariant()) || IsNamed(statement, between))
        && between.LastIndexOfAny(Figures) < LongestClock;

    // "It says 1:52 on my phone, and the phone was still on Nova Scotia time."
    private static bool IsNamed(ZoneStatement statement, string words) =>
        words.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Any(w => statement.Heads.Contains(w.ToLowerInvariant()));

    private static readonly char[] Figures = [.. "0123456789"];
    private const int LongestClock = 8;

    // "Its log" is another's in another paragraph; of "the harbour office at Batam" neither "harbour" nor "at" is enough.
    private static bool IsKeptBy(ZoneStatement statement, HashSet<string> words, string? teller, string text, int at)
    {
        if (statement.Keeper is not { } keeper || !keeper.Overlaps(words))
            return false;
        var shared = keeper.Where(words.Contains).ToList();
        if (statement.Heads.Count == 0)
            return statement.Subject is null || shared.Count > 1 || keeper.Count == 1 || words.Count == 1;
        if (shared.Count > 1)
            return true;
        // "The ship writes her log in UTC": "the centre's log" is another, and "its log" of another paragraph may be.
        var isBare = words.Count == 1 || !statement.IsRecord(shared[0]);
        var isTheirs = ReferringWords.English.Owners.Contains(teller!.Split(' ')[0].ToLowerInvariant());
        var isNear = IsOneParagraph(text, statement.Span.Start, at);
        return statement.Heads.Contains(shared[0]) && (isTheirs ? isNear : isBare);
    }

    private static bool IsOneParagraph(string text, int from, int to) => from <= to && text.IndexOf('\n', from, to - from) < 0;

    /// <summary>The zone that stands after a clock and a comma, a bracket ("at 10:22 on Monday, Greek time") or in the next cell of its
    /// row,
    /// or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">One past the clock.</param>
    public static ZoneMention? After(string text, int end)
    {
        end += OfDay().Match(text[end..Math.Min(text.Length, end + Reach)]).Length;
        if (Marks.FirstOrDefault(m => text.AsSpan(end).StartsWith(m, StringComparison.Ordinal)) is not { } mark)
            return null;
        var at = end + mark.Length;
        if (mark == " (" && InBrackets().Match(text, at, Math.Min(Reach, text.Length - at)) is { Success: true } place)
            if (FreeZones.IsPlace(place.Groups[1].Value))
                return new ZoneMention(new TextSpan(at, at + place.Groups[1].Length), place.Groups[1].Value, [], place.Groups[1].Value);
        if (at >= text.Length || FreeZones.Named(text, at, Math.Min(text.Length, at + Reach)) is not { } zone)
            return null;
        return char.IsUpper(text[at]) || RelativeTime.Is(zone.Place) ? zone : null;
    }

    // "At 4:22 in the afternoon of Thursday their time", "at twenty past eleven on the Thursday night, Amazon time".
    [GeneratedRegex(
        @"^(?:\s(?:of|on)\s(?:the\s|that\s)?(?:\p{Lu}\p{Ll}+day(?:\s(?:morning|afternoon|evening|night))?|\d{1,2}\s\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\s\d{1,2}(?!\d)))?"
    )]
    private static partial Regex OfDay();

    // "11:47 (Tashkent)".
    [GeneratedRegex(@"\G(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*)\)")]
    private static partial Regex InBrackets();

    private static readonly string[] Marks = [", by the ", ", on the same ", " on the same ", ", in ", ", ", " (", " | ", " by the ", " "];

    private static ZoneStatement? One(List<ZoneStatement> found) =>
        found.Count > 0 && found.TrueForAll(f => f.Zone.Text == found[0].Zone.Text || f.Zone.Zones.SequenceEqual(found[0].Zone.Zones))
            ? found[0]
            : null;

    private static bool IsIn(ZoneStatement statement, string text, int at)
    {
        if (statement.Part is { } part && !part.Contains(new TextSpan(at, at)) || statement.IsOfTable && !IsInRow(text, at))
            return false;
        if (statement.IsOfStamps && !IsFirst(text, at))
            return false;
        if (statement.Sections.Count == 0)
            return true;
        var heading = Numbered().Matches(text[..at]);
        return heading.Count > 0 && statement.Sections.Contains(heading[^1].Groups[1].Value);
    }

    private static bool IsFirst(string text, int at) => at == 0 || text[at - 1] == '\n';

    private static bool IsInRow(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at) is var line and >= 0 ? line : text.Length;
        return RowMarks.IsRow(text.AsSpan(start..end)) || text.AsSpan(start..at).TrimStart(" -*•–").IsEmpty;
    }

    [GeneratedRegex(@"^[ \t#]*(\d{1,2})(?:\.\d+)*[.)]?[ \t]", RegexOptions.Multiline)]
    private static partial Regex Numbered();
}
