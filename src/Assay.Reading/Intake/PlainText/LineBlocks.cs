using Assay.Ground.Anchors;
using Assay.Reading.Intake.Page;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.PlainText;

/// <summary>
/// Cuts plain text into blocks. Blank lines always part blocks. Between lines without one, the text's own habit decides: where lines run on
/// beyond <see cref="WidestWrap"/> characters each line is a block; where they do not, a line goes on with the next as long as the next
/// line's first word would not have fitted on it. A long line that stops in the middle of a sentence goes on where the next begins with a
/// small letter.
/// </summary>
internal static class LineBlocks
{
    /// <summary>Widest line, in characters, that counts as broken by hand or by a mail program.</summary>
    public const int WidestWrap = 110;

    /// <summary>The blocks of the text, in order.</summary>
    public static List<DraftBlock> Of(string text)
    {
        var lines = Lines(text);
        var width = WrapWidth(lines);
        var blocks = new List<DraftBlock>(lines.Count / 2 + 1);
        for (var i = 0; i < lines.Count; )
        {
            if (lines[i].Length == 0)
            {
                i++;
                continue;
            }
            var first = lines[i];
            var last = first;
            var item = ListMarks.IsItem(text, first);
            for (i++; i < lines.Count && lines[i].Length > 0 && GoesOn(text, last, lines[i], width); i++)
                last = lines[i];
            blocks.Add(new DraftBlock(new TextSpan(first.Start, last.End), item ? BlockHint.ListItem : BlockHint.None));
        }
        return blocks;
    }

    // The trimmed lines; a blank one has length 0.
    private static List<TextSpan> Lines(string text)
    {
        var lines = new List<TextSpan>();
        for (var at = 0; at <= text.Length; )
        {
            var stop = text.AsSpan(at).IndexOfAny("\n\r\u2028\u2029\f");
            var end = stop < 0 ? text.Length : at + stop;
            var (from, to) = (at, end);
            while (from < to && IsBlank(text[from]))
                from++;
            while (to > from && IsBlank(text[to - 1]))
                to--;
            lines.Add(new TextSpan(from, to));
            if (text.AsSpan(Math.Min(end, text.Length)).StartsWith("\r\n"))
                end++;
            at = end + 1;
        }
        return lines;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff';

    // The width the text is wrapped at, or 0 where it is not wrapped: at least three lines, a tenth of those that another follows, come
    // near it.
    private static int WrapWidth(List<TextSpan> lines)
    {
        var widest = lines.Count == 0 ? 0 : lines.Max(l => l.Length);
        if (widest is > WidestWrap or < 40)
            return 0;
        var (followed, near) = (0, 0);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length == 0 || lines[i + 1].Length == 0)
                continue;
            followed++;
            if (lines[i].Length > widest - 16)
                near++;
        }
        return near >= 3 && near * 10 >= followed ? widest : 0;
    }

    // A long line that stops in the middle of a sentence, and a small letter after it.
    private static bool RunsOn(string text, TextSpan line, TextSpan next) =>
        line.Length >= 50
        && char.IsLower(text[next.Start])
        && (char.IsLetterOrDigit(text[line.End - 1]) || text[line.End - 1] is ',' or '-');

    private static bool GoesOn(string text, TextSpan line, TextSpan next, int width)
    {
        if (ListMarks.IsItem(text, next))
            return false;
        if (RunsOn(text, line, next))
            return true;
        if (width == 0)
            return false;
        var word = text.AsSpan(next.Start, next.Length).IndexOf(' ');
        return line.Length + 1 + (word < 0 ? next.Length : word) > width - 6;
    }
}
