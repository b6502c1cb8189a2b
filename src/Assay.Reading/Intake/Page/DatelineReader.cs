using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>Reads an agency's dateline at the head of the first paragraph: "NAIROBI, Kenya (AP) - ", "AARHUS, Jan. 6, 2022 (Xinhua) --
/// ".</summary>
internal static class DatelineReader
{
    private const int Longest = 90;
    private const int ShortDateline = 40;

    /// <summary>Takes place, agency and date.</summary>
    public static void Read(PageFacts facts, PageBlock block)
    {
        var start = block.Inner.Start;
        var head = facts.Text.AsSpan(start, Math.Min(Longest, block.Inner.Length));
        var dash = Dash(head);
        if (dash <= 0)
            return;
        var span = new TextSpan(start, start + dash);
        var open = facts.Text.AsSpan(start, dash).IndexOf('(');
        var place = PlaceSpan(facts.Text, new TextSpan(start, open >= 0 ? start + open : span.End));
        var words = place.Of(facts.Text);
        var capitals = words.TakeWhile(c => c is not (',' or ' ')).ToArray();
        var date = PageDates.Find(facts.Text, span);
        // A place in small letters is one where its date stands before the dash: "Suva, 12 March 2019 - ".
        var dated =
            date is not null
            && place.Length > 0
            && place.End < date.Span.Start
            && facts.Text.AsSpan(date.Span.End, span.End - date.Span.End).IsWhiteSpace();
        if (words.Length == 0 || !char.IsUpper(words[0]))
            return;
        if (open < 0 && !dated && !(capitals.Length >= 3 && capitals.All(c => char.IsUpper(c) || c is '-' or '\'' or '.')))
            return;
        if (
            words
                .Split(' ')
                .Any(w => w.Length > 0 && !char.IsUpper(w[0]) && w is not ("de" or "la" or "el" or "al" or "of" or "and" or "the"))
        )
            return;
        facts.DatelinePlace = (place, "place of the dateline");
        var close = facts.Text.IndexOf(')', start, dash);
        if (open >= 0 && close > start + open && facts.Site is null)
            facts.Site = (new TextSpan(start + open + 1, close), "agency in the dateline");
        if (facts.Published is null && date is not null)
            facts.Published = new PublishedDate(date, "date in the dateline");
    }

    private static int Dash(ReadOnlySpan<char> head)
    {
        for (var at = 2; at + 1 < head.Length; at++)
        {
            if (head[at] is '—' or '–' && !char.IsDigit(head[at + 1]))
                return at;
            if (head[at] == '-' && (head[at - 1] == ' ' && head[at + 1] == ' ' || head[at + 1] == '-'))
                return at;
            // "OSH, Kyrgyzstan. For a night": capitals, and a stop before a sentence begins.
            if (IsSentenceBehind(head, at) && IsCapitals(head[..at]) && head[..at].Contains(',') && at <= ShortDateline)
                return at;
            if (head[at] is '.' && at + 1 < head.Length && head[at + 1] == ' ' && char.IsLower(head[at - 1]) && at > 40)
                return -1;
        }
        return -1;
    }

    // Not the stop of "Feb. 9".
    private static bool IsSentenceBehind(ReadOnlySpan<char> head, int at) =>
        head[at] == '.' && head[at + 1] == ' ' && at + 2 < head.Length && !char.IsDigit(head[at + 2]);

    // The first word is written in capitals.
    private static bool IsCapitals(ReadOnlySpan<char> head)
    {
        var end = head.IndexOfAny(',', ' ');
        return end > 2 && head[..end].IndexOfAnyInRange('a', 'z') < 0;
    }

    private static TextSpan PlaceSpan(string text, TextSpan span)
    {
        var end = span.End;
        foreach (var token in Tokenizer.Tokens(text, span))
        {
            var word = token.Span.Of(text);
            if (token.Kind != TokenKind.Number && !PageWords.English.Months.ContainsKey(word))
                continue;
            end = token.Span.Start;
            break;
        }
        while (end > span.Start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '-' or '/' or '|'))
            end--;
        return new TextSpan(span.Start, end);
    }
}
