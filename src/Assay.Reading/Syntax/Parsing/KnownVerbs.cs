using System.Collections.Frozen;

namespace Assay.Reading.Syntax.Parsing;

/// <summary>Verbs that the lists of the patterns know: they mend lemmas of forms that the treebanks lack ("joked" is no "jok").</summary>
internal static class KnownVerbs
{
    private static readonly Lazy<FrozenSet<string>> Known = new(() =>
    {
        var lists = ReadingFiles.Words("Syntax.Patterns.Data.en.lists.txt");
        return lists.Sections.SelectMany(s => lists.Words(s, StringComparer.Ordinal)).ToFrozenSet(StringComparer.Ordinal);
    });

    /// <summary>A lemma; where it is no known verb, and is one with an "e" or without its last letter doubled, that.</summary>
    public static string Lemma(string lemma) =>
        lemma.Length < 3 || Known.Value.Contains(lemma) ? lemma
        : Known.Value.Contains(lemma + "e") ? lemma + "e"
        : lemma[^1] == lemma[^2] && Known.Value.Contains(lemma[..^1]) ? lemma[..^1]
        : lemma;
}
