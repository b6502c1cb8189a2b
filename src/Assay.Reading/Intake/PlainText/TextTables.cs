using Assay.Reading.Intake.Page;

namespace Assay.Reading.Intake.PlainText;

/// <summary>
/// Rows of bars in plain text that are a list of what happened when: entries of the article, whatever their lines look like.
/// </summary>
internal static class TextTables
{
    private const int LongestRow = 400;
    private const int FewestCells = 2;
    private const char Bar = '|';

    /// <summary>The blocks, rows of a table of times among them marked as its entries.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">Its blocks, in order.</param>
    public static List<DraftBlock> Marked(string text, List<DraftBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var rows = new List<IReadOnlyList<string>>();
            while (i + rows.Count < blocks.Count && Cells(text, blocks[i + rows.Count]) is { } cells)
                rows.Add(cells);
            if (rows.Count > 0 && Timeline.Entries(rows, " | ") is not null)
                for (var row = i; row < i + rows.Count; row++)
                    blocks[row] = blocks[row] with { Hint = BlockHint.ListItem, Reason = Timeline.Reason };
            i += rows.Count;
        }

        return blocks;
    }

    private static List<string>? Cells(string text, DraftBlock block)
    {
        var line = block.Span.Of(text);
        if (line.Length > LongestRow || line.Contains('\n', StringComparison.Ordinal) || !line.Contains(Bar, StringComparison.Ordinal))
            return null;
        var cells = line.Trim().Trim(Bar).Split(Bar).Select(c => c.Trim()).ToList();
        return cells.Count >= FewestCells ? cells : null;
    }
}
