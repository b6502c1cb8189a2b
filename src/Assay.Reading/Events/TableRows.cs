using System.Buffers;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>
/// The rows of tables as a parser can read them: what a row tells stands in its first cell, and the time in another. The cells between and
/// behind say who says so and the like; they are blanked, so that every position stays.
/// </summary>
internal static class TableRows
{
    private static readonly SearchValues<char> Bars = SearchValues.Create(RowMarks.All);
    private const char Dash = '–';

    /// <summary>The text for the parser: a bar is what a dash is after the time of an entry.</summary>
    /// <param name="text">The text.</param>
    /// <param name="times">Its time expressions, in order.</param>
    public static string Of(string text, IReadOnlyList<TimeExpression> times)
    {
        if (!RowMarks.IsRow(text))
            return text;
        var plain = text.ToCharArray();
        var row = -1;
        foreach (var time in times.Where(t => t.Clock is not null))
        {
            // Of a row with two times the first is its own.
            var start = StartOf(text, time.Span.Start);
            if (start != row && text.AsSpan(start..time.Span.Start).IndexOfAny(Bars) > 0)
                Blank(plain, text, time, start);
            else if (start != row)
                BlankBehind(plain, text, time.Span.End);
            row = start;
        }

        plain.AsSpan().ReplaceAny(Bars, Dash);
        return new string(plain);
    }

    // Of a row that begins with its time the next cell tells what happened, and those behind it who says so.
    private static void BlankBehind(char[] plain, string text, int from)
    {
        var end = text.IndexOf('\n', from) is var line and >= 0 ? line : text.Length;
        var told = Next(text, from, end);
        // The cell of who tells is blank already.
        while (told >= 0 && Next(text, told + 1, end) is var own and > 0 && text.AsSpan(told + 1, own - told - 1).IsWhiteSpace())
        {
            plain[told] = ' ';
            told = own;
        }

        var behind = told < 0 ? -1 : Next(text, told + 1, end);
        for (var i = behind; i >= 0 && i < end; i++)
            plain[i] = ' ';
        BlankBrackets(plain, from, end);
    }

    // "First debit (nobody saw it)": what a row says in brackets is beside what happened.
    private static void BlankBrackets(char[] plain, int from, int end)
    {
        var open = Array.IndexOf(plain, '(', from, end - from);
        var close = open < 0 ? -1 : Array.IndexOf(plain, ')', open, end - open);
        if (close < 0 || plain.AsSpan(from, open - from).IndexOfAnyInRange('A', 'z') < 0)
            return;
        plain.AsSpan(open, close + 1 - open).Fill(' ');
    }

    private static int Next(string text, int from, int end) =>
        text.AsSpan(from, end - from).IndexOfAny(Bars) is var at and >= 0 ? from + at : -1;

    private static int StartOf(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private static void Blank(char[] plain, string text, TimeExpression time, int start)
    {
        var end = text.IndexOf('\n', time.Span.End) is var line and >= 0 ? line : text.Length;
        var first = Next(text, start, text.Length);
        var own = text.AsSpan(0, time.Span.Start).LastIndexOfAny(Bars);
        var behind = Next(text, time.Span.End, end);
        for (var i = first + 1; i < own; i++)
            plain[i] = ' ';
        for (var i = behind; i >= 0 && i < end; i++)
            plain[i] = ' ';
    }
}
