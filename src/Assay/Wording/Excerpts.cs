namespace Assay.Wording;

/// <summary>Words cut to fit.</summary>
internal static class Excerpts
{
    /// <summary>The words as a sentence: a capital first, a full stop last.</summary>
    public static string Sentence(string words) =>
        words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..] + (words[^1] is '.' or '!' or '?' ? "" : ".");

    /// <summary>The words on one line, cut between two of them where they are longer than <paramref name="most"/> characters.</summary>
    public static string Of(string words, int most)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most)
            return line;

        var end = line.LastIndexOf(' ', most - 2);
        return line[..(end > most / 2 ? end : most - 2)].TrimEnd(' ', '…', ',', ';') + " …";
    }
}
