using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>
/// Who tells a row of a table: the cell of the column headed "who says so", "source" and the like. Heads:
/// <c>Voices/Data/en.keepers.txt</c>.
/// </summary>
public static class TellerCell
{
    private const int MostRows = 400;
    private const int LongestSpanning = 40;

    /// <summary>The cell that says who tells the row in which a position stands; null where it stands in no table, the table has no such
    /// column, or the cell is empty.</summary>
    /// <param name="text">The text; the cells of a row are parted by bars or tabs.</param>
    /// <param name="at">The position.</param>
    public static TextSpan? At(string text, int at)
    {
        var row = LineAt(text, at);
        if (!RowMarks.IsRow(row.Of(text)) || HeadAbove(text, row) is not { } head || Column(text, head) is not (>= 0 and var column))
            return null;
        var cells = Cells(text, row);
        return column < cells.Count && cells[column] is { Length: > 0 } cell && !cell.Contains(new TextSpan(at, at)) ? cell : null;
    }

    private static int Column(string text, TextSpan head) =>
        Cells(text, head).FindIndex(c => KeeperWords.English.TellerColumns.Contains(c.Of(text).ToLowerInvariant()));

    // The first row of the table that a row belongs to; a line over all columns, such as a date, parts it from nothing.
    private static TextSpan? HeadAbove(string text, TextSpan row)
    {
        TextSpan? head = null;
        for (var rows = 0; row.Start > 0 && rows < MostRows; rows++)
        {
            row = LineAt(text, row.Start - 1);
            if (RowMarks.IsRow(row.Of(text)))
                head = row;
            else if (row.Length is 0 or > LongestSpanning)
                break;
        }

        return head;
    }

    private static TextSpan LineAt(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        return new TextSpan(start, text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length);
    }

    private static List<TextSpan> Cells(string text, TextSpan row)
    {
        var cells = new List<TextSpan>();
        var start = row.Start + (row.Length > 0 && text[row.Start] == '|' ? 1 : 0);
        while (start < row.End)
        {
            var end = text.IndexOfAny(RowMarks.All, start, row.End - start) is var bar and >= 0 ? bar : row.End;
            cells.Add(Trimmed(text, start, end));
            start = end + 1;
        }

        return cells;
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}
