using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Time.Resolving;

/// <summary>
/// Reads a word right after a clock that looks like the abbreviation of a zone and is none the language knows: "9:05 PM XYZT". The text
/// then states a zone, only not one that can be looked up.
/// </summary>
internal static class UnknownZones
{
    private const int Shortest = 3;
    private const int Longest = 5;

    /// <summary>The zone after a clock, or null where nothing there looks like one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">One past the clock.</param>
    public static ZoneMention? After(string text, int end)
    {
        var from = end;
        if (from < text.Length && text[from] == ' ')
            from++;
        if (from < text.Length && text[from] == '(')
            from++;
        var stop = from;
        while (stop < text.Length && char.IsAsciiLetter(text[stop]))
            stop++;
        var word = text.AsSpan(from, stop - from);
        if (from == end || !LooksLikeOne(word) || Continues(text, stop))
            return null;
        // "BOAT leaves" and "NEXT" are words in capitals; what can be spoken has to stand alone.
        if (word.ContainsAny("AEIOU") && stop < text.Length && text[stop] == ' ')
            return null;
        return new ZoneMention(new TextSpan(from, stop), text[from..stop], []);
    }

    // Capitals with at most one small letter, the last of them the T of "time".
    private static bool LooksLikeOne(ReadOnlySpan<char> word)
    {
        if (word.Length is < Shortest or > Longest || word[^1] != 'T' || !char.IsAsciiLetterUpper(word[0]))
            return false;
        var small = 0;
        foreach (var c in word)
            small += char.IsAsciiLetterLower(c) ? 1 : 0;
        return small <= 1;
    }

    private static bool Continues(string text, int at) =>
        at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '\'' or '’' or '/');
}
