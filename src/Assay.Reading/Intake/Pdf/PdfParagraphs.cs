using Assay.Reading.Intake.Page;
using Assay.Reading.Intake.PlainText;

namespace Assay.Reading.Intake.Pdf;

/// <summary>A paragraph, heading or item.</summary>
/// <param name="Rows">Its lines, which may go over columns and pages.</param>
/// <param name="IsEntry">True for a row of a table of times.</param>
internal sealed record PdfParagraph(List<PdfRow> Rows, bool IsEntry = false);

/// <summary>Parts the lines of columns into paragraphs.</summary>
/// <param name="body">Size of the letters of running text.</param>
internal sealed class PdfParagraphs(double body)
{
    private const double OtherSize = 0.09;
    private const double WideGap = 1.28;
    private const double Indent = 0.8;
    private const int FewRows = 3;
    private const int ManyRows = 6;
    private const double SameEdge = 0.35;
    private double pitch = 1.2;

    /// <summary>The paragraphs of all columns, in order.</summary>
    public List<PdfParagraph> Of(IReadOnlyList<IReadOnlyList<PdfRow>> columns)
    {
        pitch = Pitch(columns.SelectMany(Steps), 1.2);
        var all = new List<PdfParagraph>();
        PdfRow? last = null;
        var lastRight = 0.0;
        foreach (var column in columns)
        {
            var paragraphs = Entries(Cut(column));
            var right = column.Max(r => r.Right);
            if (last is not null && paragraphs.Count > 0 && all.Count > 0 && GoesOn(all[^1], lastRight, paragraphs[0]))
            {
                all[^1].Rows.AddRange(paragraphs[0].Rows);
                paragraphs.RemoveAt(0);
            }

            all.AddRange(paragraphs);
            (last, lastRight) = (column[^1], right);
        }

        return all;
    }

    private static IEnumerable<double> Steps(IReadOnlyList<PdfRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
            if (Math.Abs(rows[i].Size - rows[i - 1].Size) < OtherSize * rows[i].Size)
                yield return (rows[i - 1].Base - rows[i].Base) / rows[i].Size;
    }

    // The usual step from line to line: the one most steps are near to.
    private static double Pitch(IEnumerable<double> steps, double otherwise)
    {
        var near = steps.Where(s => s is > 0.8 and < 3.2).GroupBy(s => Math.Round(s, 1)).ToList();
        return near.Count == 0 ? otherwise : near.OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Average();
    }

    private List<PdfParagraph> Cut(IReadOnlyList<PdfRow> rows)
    {
        var own = Pitch(Steps(rows), pitch);
        var step = rows.Count >= 8 ? own : Math.Min(own, pitch);
        var paragraphs = new List<PdfParagraph>();
        var isFirstSet = SetsFirstLinesIn([.. rows.Where(r => Math.Abs(r.Size - body) < OtherSize * body)]);
        foreach (var group in Groups(rows, step))
        {
            var (left, right) = Edges(group, rows);
            var current = new PdfParagraph([group[0]]);
            paragraphs.Add(current);
            for (var i = 1; i < group.Count; i++)
            {
                if (Begins(group[i - 1], group[i], left, right, isFirstSet))
                    paragraphs.Add(current = new PdfParagraph([]));
                current.Rows.Add(group[i]);
            }
        }

        return paragraphs;
    }

    // Lines of one kind at the usual step.
    private static IEnumerable<List<PdfRow>> Groups(IReadOnlyList<PdfRow> rows, double step)
    {
        var group = new List<PdfRow> { rows[0] };
        for (var i = 1; i < rows.Count; i++)
        {
            var (above, row) = (rows[i - 1], rows[i]);
            var size = Math.Max(above.Size, row.Size);
            var isApart =
                Math.Abs(above.Size - row.Size) > OtherSize * size
                || above.IsBold != row.IsBold
                || above.Base - row.Base > step * WideGap * size;
            if (isApart)
            {
                yield return group;
                group = [];
            }

            group.Add(row);
        }

        yield return group;
    }

    // A few lines by themselves say little of the edges they were set between; those of their size in the column say more, unless the lines
    // are set in as a whole.
    private static (double Left, double Right) Edges(List<PdfRow> group, IReadOnlyList<PdfRow> rows)
    {
        var own = (Left: group.Min(r => r.Left), Right: group.Max(r => r.Right));
        var alike = rows.Where(r => Math.Abs(r.Size - group[0].Size) < OtherSize * r.Size).ToList();
        if (group.Count > FewRows || alike.Count < ManyRows)
            return own;
        var left = alike.Min(r => r.Left);
        var rights = alike.Select(r => r.Right).Order().ToList();
        return own.Left > left + 2 * group[0].Size ? own : (left, Math.Max(own.Right, rights[rights.Count * 4 / 5]));
    }

    // Where first lines are set in, a line that is set in is followed by one that is not.
    private static bool SetsFirstLinesIn(List<PdfRow> rows)
    {
        var left = rows.Select(r => r.Left).DefaultIfEmpty(0).Min();
        var (back, on) = (0, 0);
        for (var i = 0; i + 1 < rows.Count; i++)
            if (IsSetIn(rows[i], left))
                _ = IsSetIn(rows[i + 1], left) ? on++ : back++;
        return back >= 3 && on <= 4 * back;
    }

    private static bool IsSetIn(PdfRow row, double left) => row.Left > left + Indent * row.Size && row.Left < left + 6 * row.Size;

    private static bool Begins(PdfRow above, PdfRow row, double left, double right, bool isFirstSet)
    {
        if (IsCellBelow(above, row))
            return false;
        if (IsTableRow(above, row))
            return true;
        var isShort = above.Right + 0.3 * row.Size + row.Words[0].Right - row.Words[0].Left < right - 1.2 * row.Size;
        if (isShort)
            return true;
        var isBullet =
            ListMarks.MarkLength(row.Text) is var mark and > 0
            && (mark == 2 || EndsSentence(above.Text))
            && !char.IsAsciiDigit(above.Text[^1]);
        if (isBullet || !IsSetIn(row, left))
            return isBullet;
        return isFirstSet || row.Left > above.Left + Indent * row.Size && above.Left < left + SameEdge * row.Size;
    }

    // A cell of a table that goes on in a second line.
    private static bool IsCellBelow(PdfRow above, PdfRow row) =>
        above.Cells.Count > 1 && above.Cells.Skip(1).Any(c => Math.Abs(c.Left - row.Left) < SameEdge * row.Size);

    // Cells below cells.
    private static bool IsTableRow(PdfRow above, PdfRow row) =>
        above.Cells.Count > 1
        && row.Cells.Count > 1
        && Math.Abs(above.Left - row.Left) < SameEdge * row.Size
        && Math.Abs(above.Cells[1].Left - row.Cells[1].Left) < SameEdge * row.Size;

    private static bool EndsSentence(string text) =>
        text.TrimEnd('"', '”', '’', ')', ']') is { Length: > 0 } t && t[^1] is '.' or '!' or '?' or ':' or ';';

    // From the foot of a column to the head of the next.
    private bool GoesOn(PdfParagraph before, double right, PdfParagraph after)
    {
        var (last, first) = (before.Rows[^1], after.Rows[0]);
        var isBody = Math.Abs(last.Size - body) < OtherSize * body && Math.Abs(first.Size - body) < OtherSize * body;
        if (!isBody || before.IsEntry || after.IsEntry || last.IsBold != first.IsBold || ListMarks.MarkLength(first.Text) > 0)
            return false;
        return !EndsSentence(last.Text) && (char.IsLower(first.Text[0]) || last.Right > right - 3 * last.Size);
    }

    // Rows of a table of times, each an entry with its cells in their order.
    private static List<PdfParagraph> Entries(List<PdfParagraph> paragraphs)
    {
        for (var i = 0; i < paragraphs.Count; )
        {
            var end = i;
            while (end < paragraphs.Count && paragraphs[end].Rows[0].Cells.Count > 1)
                end++;
            if (end - i > 1 && Timeline.Entries([.. paragraphs.Skip(i).Take(end - i).Select(Cells)], " ") is not null)
                for (var k = i; k < end; k++)
                    paragraphs[k] = paragraphs[k] with { IsEntry = true };
            i = Math.Max(end, i + 1);
        }

        return paragraphs;
    }

    private static IReadOnlyList<string> Cells(PdfParagraph paragraph) => [.. paragraph.Rows[0].Cells.Select(c => c.Text)];
}
