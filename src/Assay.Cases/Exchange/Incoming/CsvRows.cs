using System.Text;
using Assay.Ground.Anchors;

namespace Assay.Cases.Exchange.Incoming;

/// <summary>A cell of CSV.</summary>
/// <param name="Words">Its words, quotation marks taken off.</param>
/// <param name="At">Where they stand in the file, without the marks around them.</param>
internal sealed record CsvCell(string Words, TextSpan At);

/// <summary>A row of CSV.</summary>
/// <param name="Number">Its number, from 1, the header counted.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Wrong">Why it cannot be read; null where it can.</param>
internal sealed record CsvRow(int Number, IReadOnlyList<CsvCell> Cells, string? Wrong);

/// <summary>Reads CSV by RFC 4180 and keeps where each cell stands. The delimiter is that of the header: comma, semicolon or
/// tab.</summary>
internal static class CsvRows
{
    /// <summary>Longest row that is read, in characters.</summary>
    public const int LongestRow = 1 << 20;

    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>The rows in order; empty lines are none.</summary>
    public static IEnumerable<CsvRow> Of(string text)
    {
        var delimiter = Delimiter(text);
        var (at, number) = (0, 0);
        while (at < text.Length)
        {
            var (row, end) = Row(text, at, delimiter, ++number);
            if (row.Cells is not [{ Words.Length: 0 }] || row.Wrong is not null)
                yield return row;
            at = end;
        }
    }

    private static char Delimiter(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text[..end];
        return Delimiters.MaxBy(d => header.Count(c => c == d));
    }

    private static (CsvRow Row, int End) Row(string text, int from, char delimiter, int number)
    {
        var (cells, at) = (new List<CsvCell>(), from);
        while (true)
        {
            var (cell, end, wrong) = Cell(text, at, delimiter);
            if (wrong is not null)
                return (new(number, cells, wrong), end);
            cells.Add(cell);
            at = end;
            if (at - from > LongestRow)
                return (new(number, [], $"The row is longer than {LongestRow} characters."), NextLine(text, at));
            if (at < text.Length && text[at] == delimiter)
            {
                at++;
                continue;
            }

            return (new(number, cells, null), EndOfLine(text, at));
        }
    }

    private static (CsvCell Cell, int End, string? Wrong) Cell(string text, int at, char delimiter)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var stop = text.AsSpan(at).IndexOfAny(delimiter, '\r', '\n');
            var end = stop < 0 ? text.Length : at + stop;
            return (new(text[at..end], new TextSpan(at, end)), end, null);
        }

        var (words, i) = (new StringBuilder(), at + 1);
        for (; i < text.Length; i++)
        {
            if (text[i] != '"')
                words.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '"')
                words.Append(text[i++]);
            else
                break;
            if (words.Length > LongestRow)
                return (None, text.Length, $"A cell is longer than {LongestRow} characters: a quotation mark is not closed. {Rest}");
        }

        if (i >= text.Length)
            return (None, text.Length, $"A quotation mark is not closed. {Rest}");
        var isEnd = i + 1 >= text.Length || text[i + 1] == delimiter || text[i + 1] is '\r' or '\n';
        return isEnd
            ? (new(words.ToString(), new TextSpan(at + 1, i)), i + 1, null)
            : (None, NextLine(text, i), "There are words behind the quotation mark that closes a cell.");
    }

    private const string Rest = "Nothing from here to the end of the file was read.";

    private static CsvCell None => new("", new TextSpan(0, 0));

    private static int NextLine(string text, int from)
    {
        var stop = text.AsSpan(from).IndexOfAny('\r', '\n');
        return stop < 0 ? text.Length : EndOfLine(text, from + stop);
    }

    private static int EndOfLine(string text, int at)
    {
        if (at < text.Length && text[at] == '\r')
            at++;
        return at < text.Length && text[at] == '\n' ? at + 1 : Math.Min(Math.Max(at, 0), text.Length);
    }
}
