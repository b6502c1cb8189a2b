using System.Globalization;
using Assay.Ground.Anchors;
using Assay.Reading.Text;
using NodaTime;
using NodaTime.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>A date found on a page.</summary>
/// <param name="Date">The date.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Time">The time of day beside it, or null.</param>
/// <param name="Other">The other reading of an all-number date (05/06/2022), or null.</param>
internal sealed record PageDate(LocalDate Date, TextSpan Span, LocalTime? Time = null, LocalDate? Other = null);

/// <summary>Reads publication dates: whole dates with a year, in words or numbers. Relative dates and dates without a year are no
/// publication date.</summary>
internal static class PageDates
{
    /// <summary>Years before it come from empty fields of machines, not from pages.</summary>
    private const int FirstYear = 1900;
    private const string Marks = ",|/·•–—";

    /// <summary>The first date of the span, or null.</summary>
    public static PageDate? Find(string text, TextSpan span)
    {
        var tokens = Tokenizer.Tokens(text, span);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(text, tokens, i) is not { } found)
                continue;
            return found with { Time = TimeIn(text, tokens) };
        }
        return null;
    }

    /// <summary>
    /// True where the line is a date and nothing else but words that go with dates, and a place set off behind it: "Published 4 May 2022,
    /// London".
    /// The date's line may also be a weekday alone.
    /// </summary>
    public static bool IsDateLine(string text, TextSpan span, PageDate date)
    {
        var words = PageWords.English;
        if (PlaceBehind(text, span, date) is { } place)
            span = new TextSpan(span.Start, place.Start);
        else if (BracketBehind(text, span, date) is { } bracket)
            span = new TextSpan(span.Start, bracket);
        foreach (var token in Tokenizer.Tokens(text, span))
        {
            if (token.Span.Overlaps(date.Span) || token.Kind is TokenKind.Number or TokenKind.Punctuation or TokenKind.Symbol)
                continue;
            var word = token.Span.Of(text);
            if (words.DateWords.Contains(word) || words.Weekdays.Contains(word) || words.Months.ContainsKey(word))
                continue;
            if (word.Length <= 4 && word.All(char.IsUpper))
                continue;
            return false;
        }
        return true;
    }

    /// <summary>The place that a line ends in behind its date, set off by a mark, or null.</summary>
    public static TextSpan? PlaceBehind(string text, TextSpan span, PageDate date)
    {
        var start = date.Span.End;
        while (start < span.End && char.IsWhiteSpace(text[start]))
            start++;
        if (start >= span.End || !Marks.Contains(text[start]))
            return null;
        do start++;
        while (start < span.End && char.IsWhiteSpace(text[start]));
        var end = span.End;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '.'))
            end--;
        var behind = new TextSpan(start, end);
        return end > start && Places.Gazetteer.Scan(text, behind).Any(p => p.Span == behind) ? behind : null;
    }

    // "June 20, 2019 (Agencia Norte) --": who filed it, and the dash before the text.
    private static int? BracketBehind(string text, TextSpan span, PageDate date)
    {
        var behind = text.AsSpan(date.Span.End..Math.Max(date.Span.End, span.End));
        var tail = behind.TrimEnd(" -–—:");
        return behind.TrimStart().StartsWith("(") && tail.EndsWith(")") && tail.Count('(') == 1 ? date.Span.End : null;
    }

    /// <summary>Reads a declared date: ISO 8601 with or without time, RFC 1123, or a date in words.</summary>
    public static PageDate? Declared(string value)
    {
        value = value.Trim();
        var span = new TextSpan(0, value.Length);
        if (value.Length >= 10 && LocalDatePattern.Iso.Parse(value[..10]) is { Success: true } day)
        {
            if (day.Value.Year < FirstYear)
                return null;
            var time =
                value.Length >= 16 && value[10] is 'T' or ' '
                    ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(value.Substring(11, Math.Min(5, value.Length - 11)))
                    : null;
            return new PageDate(day.Value, span, time is { Success: true } t ? t.Value : null);
        }
        return Find(value, span);
    }

    private static PageDate? At(string text, List<Token> tokens, int i)
    {
        string Word(int k) => k < tokens.Count ? tokens[k].Span.Of(text) : "";
        var months = PageWords.English.Months;
        PageDate? Make(int year, int month, int day, int last) =>
            Date(year, month, day) is { } date ? new PageDate(date, new TextSpan(tokens[i].Span.Start, tokens[last].Span.End)) : null;

        // 20 May 2022, 20th of May, 2022, 20-May-2022
        if (Day(Word(i)) is { } d)
        {
            var k = i + 1;
            while (k < i + 3 && Word(k) is "of" or "-" or "." or "," or "–")
                k++;
            if (months.TryGetValue(Word(k), out var m) && Year(Word(Skip(Word, k + 1))) is { } y)
                return Make(y, m, d, Skip(Word, k + 1));
        }
        // May 20, 2022
        if (months.TryGetValue(Word(i), out var month) && Day(Word(i + 1)) is { } day && Year(Word(Skip(Word, i + 2))) is { } year)
            return Make(year, month, day, Skip(Word, i + 2));
        // 2022 May 20; 2022-05-20; 2022/05/20
        if (Year(Word(i)) is { } y1)
        {
            if (months.TryGetValue(Word(i + 1), out var m1) && Day(Word(i + 2)) is { } d1)
                return Make(y1, m1, d1, i + 2);
            if (
                Word(i + 1) is "-" or "/" or "."
                && Number(Word(i + 2), 12) is { } m2
                && Word(i + 3) == Word(i + 1)
                && Number(Word(i + 4), 31) is { } d2
            )
                return Make(y1, m2, d2, i + 4);
        }
        // 20/05/2022, 20/05/22, 20-05-2022; "23-06-13/I" is the number of a report
        if (
            Number(Word(i), 31) is { } a
            && Word(i + 1) is "/" or "-"
            && Number(Word(i + 2), 31) is { } b
            && Word(i + 3) == Word(i + 1)
            && (Word(i + 1) == "/" ? ShortYear(Word(i + 4)) : Year(Word(i + 4))) is { } y3
        )
            return Numeric(a, b, y3, new TextSpan(tokens[i].Span.Start, tokens[i + 4].Span.End));
        // 20.05.2022 is one token and day first by custom; 2022.05.20 is year first
        var parts = Word(i).Split('.');
        if (parts.Length == 3 && Number(parts[0], 31) is { } d4 && Number(parts[1], 12) is { } m4 && Year(parts[2]) is { } y4)
            return Make(y4, m4, d4, i);
        return parts.Length == 3 && Year(parts[0]) is { } y5 && Number(parts[1], 12) is { } m5 && Number(parts[2], 31) is { } d5
            ? Make(y5, m5, d5, i)
            : null;
    }

    private static int Skip(Func<int, string> word, int k) => word(k) is "," or "." or "-" or "/" or "–" ? k + 1 : k;

    // Day first, as most of the world writes it, unless only month first is possible; where both are, the other is kept.
    private static PageDate? Numeric(int a, int b, int year, TextSpan span)
    {
        var (dayFirst, monthFirst) = (Date(year, b, a), Date(year, a, b));
        if (dayFirst is { } d)
            return new PageDate(d, span, null, monthFirst == dayFirst ? null : monthFirst);
        return monthFirst is { } m ? new PageDate(m, span) : null;
    }

    private static LocalDate? Date(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static int? Day(string word)
    {
        var digits = word.AsSpan().TrimEnd("stndrhSTNDRH");
        return digits.Length is 1 or 2 && word.Length - digits.Length is 0 or 2 ? Number(digits.ToString(), 31) : null;
    }

    private static int? Year(string word) => word.Length == 4 && Number(word, 2199) is { } year and >= FirstYear ? year : null;

    private static int? ShortYear(string word) => word.Length == 2 && Number(word, 99) is { } short2 ? 2000 + short2 : Year(word);

    private static int? Number(string word, int most) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : null;

    // 4:40 PM, 14:05, 10.05 BST, 5 pm
    private static LocalTime? TimeIn(string text, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Number)
                continue;
            var next = i + 1 < tokens.Count ? tokens[i + 1].Span.Of(text).Replace(".", "", StringComparison.Ordinal) : "";
            var half =
                next.Equals("pm", StringComparison.OrdinalIgnoreCase) ? 12
                : next.Equals("am", StringComparison.OrdinalIgnoreCase) ? 0
                : -1;
            var word = tokens[i].Span.Of(text);
            var parts = word.Split(':', '.');
            if (
                parts.Length is not (1 or 2 or 3)
                || parts.Length == 1 && half < 0
                || parts.Length == 3 && word.Contains('.', StringComparison.Ordinal)
            )
                continue;
            if (
                parts.Length == 2
                && word.Contains('.', StringComparison.Ordinal)
                && half < 0
                && !(next.Length is 3 or 4 && next.All(char.IsUpper))
            )
                continue;
            if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || hour > 23)
                continue;
            var minute = 0;
            if (
                parts.Length > 1
                && (
                    parts[1].Length != 2
                    || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minute)
                    || minute > 59
                )
            )
                continue;
            if (half >= 0 && hour is >= 1 and <= 12)
                hour = hour % 12 + half;
            return new LocalTime(hour, minute);
        }
        return null;
    }
}
