using Assay.Ground.Anchors;
using Assay.Reading.Time;

namespace Assay.Reading.Places;

/// <summary>Zones that the head of a table names, over a column of clocks: "UTC | what", "Time (UTC) Event", "Station | UT |
/// Entry".</summary>
internal static class ZonesOfColumns
{
    private const char Column = '|';
    private const int Longest = 60;

    /// <summary>The zone of the first column below which a figure stands; null where the words are no such head.</summary>
    /// <param name="text">The text.</param>
    /// <param name="head">The words that may be a head.</param>
    /// <param name="next">Where the first row below it begins.</param>
    public static ZoneMention? Of(string text, TextSpan head, int next)
    {
        var words = head.Of(text);
        if (words.Length > Longest || words.EndsWith('.') || words.Any(char.IsAsciiDigit) || next >= text.Length)
            return null;
        var row = text[next..(text.IndexOf('\n', next) is >= 0 and var end ? end : text.Length)].Split(Column);
        var (cell, at) = (0, head.Start);
        foreach (var name in words.Split(Column))
        {
            if (
                cell < row.Length
                && row[cell].TrimStart() is [>= '0' and <= '9', ..]
                && FreeZones.At(text, Start(text, at, name)) is { } zone
                && zone.Span.End <= at + name.Length
            )
                return zone;
            (cell, at) = (cell + 1, at + name.Length + 1);
        }

        return null;
    }

    // Where the name of a column begins, or what stands in brackets behind it.
    private static int Start(string text, int at, string name)
    {
        var from = at + name.IndexOf('(', StringComparison.Ordinal) + 1;
        while (from < at + name.Length && text[from] == ' ')
            from++;
        return from;
    }
}
