using Assay.Ground.Anchors;

namespace Assay.Cases.Drafting;

/// <summary>Where else a text names whom it names somewhere.</summary>
/// <param name="source">The source.</param>
internal sealed class Namesakes(SourceReading source)
{
    private const int Reach = 70;
    private const int ShortestName = 4;
    private const int LongestStem = 7;
    private const int Most = 40;
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(".;:!?\"“”()—–\n");

    private readonly Dictionary<string, IReadOnlyList<TextSpan>> named = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<TextSpan>> akin = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the words of a name stand: the whole name as it is used here, the first 40 times.</summary>
    public IReadOnlyList<TextSpan> Of(string name) => Known(named, name, Named);

    /// <summary>"The gendarmes" are those of "the Argentine gendarmerie at the gate": words of one stem, the first 40 times.</summary>
    public IReadOnlyList<TextSpan> Kin(string name) => Known(akin, name, Akin);

    // A text is searched once for a name.
    private static IReadOnlyList<TextSpan> Known(
        Dictionary<string, IReadOnlyList<TextSpan>> known,
        string name,
        Func<string, IEnumerable<TextSpan>> search
    )
    {
        if (!known.TryGetValue(name, out var found))
            known[name] = found = [.. search(name).Take(Most)];
        return found;
    }

    private IEnumerable<TextSpan> Named(string name)
    {
        if (name.Length < ShortestName)
            yield break;
        var isCommon = !name.Contains(' ') && !char.IsUpper(name[0]);
        for (
            var at = source.Text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = source.Text.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase)
        )
            if (!isCommon)
                yield return new TextSpan(at, at + name.Length);
            else if (Phrase(at) is var from and >= 0)
                yield return new TextSpan(from, at + name.Length);
    }

    // "The Uzbek customs committee" for "the committee": from the article on, with something between.
    private int Phrase(int noun)
    {
        var from = Math.Max(0, noun - Reach);
        var before = source.Text.AsSpan(from, noun - from);
        var start = before.LastIndexOfAny(Breaks) + 1;
        before = before[start..];
        var article = Math.Max(
            before.LastIndexOf("the ", StringComparison.OrdinalIgnoreCase),
            Math.Max(
                before.LastIndexOf("a ", StringComparison.OrdinalIgnoreCase),
                before.LastIndexOf("an ", StringComparison.OrdinalIgnoreCase)
            )
        );
        if (article < 0 || article > 0 && before[article - 1] != ' ')
            return -1;
        var words = before[article..];
        return words.Count(' ') is >= 1 and <= 4 && !words.Contains(",", StringComparison.Ordinal) ? from + start + article : -1;
    }

    private IEnumerable<TextSpan> Akin(string name)
    {
        if (name.Length < LongestStem || name.Contains(' ') || char.IsUpper(name[0]))
            yield break;
        var stem = name[..LongestStem];
        for (
            var at = source.Text.IndexOf(stem, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = source.Text.IndexOf(stem, at + LongestStem, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at;
            while (end < source.Text.Length && char.IsLetter(source.Text[end]))
                end++;
            if (at > 0 && !char.IsLetter(source.Text[at - 1]) && Phrase(at) is var from and >= 0)
                yield return new TextSpan(from, end);
        }
    }
}
