using Assay.Ground.Anchors;

namespace Assay.Reading.Intake.Page;

/// <summary>The marks that items of lists begin with.</summary>
internal static class ListMarks
{
    /// <summary>True where the line begins with a bullet, a number with a stop, or a bracketed number.</summary>
    public static bool IsItem(string text, TextSpan line) => MarkLength(text.AsSpan(line.Start, line.Length)) > 0;

    /// <summary>Length of the list mark and the space after it, or 0.</summary>
    public static int MarkLength(ReadOnlySpan<char> line)
    {
        if (line.Length < 3)
            return 0;
        var at = 0;
        if (line[0] is '•' or '‣' or '▪' or '·' or '*' or '◦' or '-' or '–' or '●' or '■')
            at = 1;
        else
        {
            while (at < line.Length && at < 3 && char.IsAsciiDigit(line[at]))
                at++;
            if (at == 0 || at >= line.Length || line[at] is not ('.' or ')'))
                return 0;
            at++;
        }
        if (at >= line.Length || !char.IsWhiteSpace(line[at]))
            return 0;
        while (at < line.Length && char.IsWhiteSpace(line[at]))
            at++;
        return at;
    }
}
