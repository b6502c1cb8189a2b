using Assay.Ground.DataFiles;

namespace Assay.Reading.Syntax.Parsing;

/// <summary>Which written words of a language are several tokens; immutable.</summary>
internal sealed class TokenRules
{
    /// <summary>The rules of English.</summary>
    public static TokenRules English { get; } = new(ReadingFiles.Words("Syntax.Parsing.Data.en.tokens.txt"));

    private readonly string[] clitics;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> prefixes;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> whole;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> fused;

    /// <summary>Reads the sections clitics, prefixes, whole and fused.</summary>
    public TokenRules(WordFile words)
    {
        clitics = [.. words.Entries("clitics")];
        prefixes = Lookup(words, "prefixes");
        whole = Lookup(words, "whole");
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, cut) in words.Keyed("fused"))
            parts[word] = cut[0];
        fused = parts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many letters of a word belong to its clitic ("n't", "'re"); 0 where it has none.</summary>
    public int Clitic(ReadOnlySpan<char> word)
    {
        foreach (var clitic in clitics)
            if (word.Length > clitic.Length && EndsWith(word, clitic))
                return clitic.Length;
        return 0;
    }

    /// <summary>After how many letters a word without an apostrophe is cut in two ("cannot"); 0 where it is not.</summary>
    public int Fused(ReadOnlySpan<char> word) => fused.TryGetValue(word, out var parts) ? parts.IndexOf(' ', StringComparison.Ordinal) : 0;

    /// <summary>True for a word whose hyphens are no tokens ("e-mail").</summary>
    public bool IsWhole(ReadOnlySpan<char> word) => whole.Contains(word);

    /// <summary>True for what stands before a hyphen and is no word of its own ("non-").</summary>
    public bool IsPrefix(ReadOnlySpan<char> part) => prefixes.Contains(part);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(WordFile words, string section) =>
        new HashSet<string>(words.Entries(section), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool EndsWith(ReadOnlySpan<char> word, string clitic)
    {
        var end = word[^clitic.Length..];
        for (var i = 0; i < end.Length; i++)
            if (char.ToLowerInvariant(end[i] is '’' or 'ʼ' or '`' or '´' ? '\'' : end[i]) != clitic[i])
                return false;
        return true;
    }
}
