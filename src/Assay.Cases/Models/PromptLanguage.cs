namespace Assay.Cases.Models;

/// <summary>How a text in a language is told by its letters.</summary>
/// <param name="Tag">Tag of the language.</param>
/// <param name="Own">Letters that a text in it has, in one of two hundred letters at least.</param>
/// <param name="Foreign">Letters that no text in it has more than a few of.</param>
internal sealed record PromptLanguage(string Tag, string Own, string Foreign)
{
    private const int Looked = 20_000;
    private const int FewInAll = 200;

    /// <summary>Reads the table.</summary>
    public static IReadOnlyList<PromptLanguage> Read(string table) =>
        [
            .. table
                .ReplaceLineEndings("\n")
                .Split('\n')
                .Where(l => l.Length > 0 && l[0] != '#')
                .Select(l => l.Split('\t'))
                .Select(c => new PromptLanguage(c[0], c[1], c[2])),
        ];

    /// <summary>True where most letters of a text are beyond the Latin alphabet, it has those of the language, and of its neighbours' at
    /// most one in
    /// two hundred: a name, a quotation.</summary>
    public bool IsLike(string text)
    {
        var letters = text.AsSpan(0, Math.Min(text.Length, Looked));
        var (own, foreign, all, plain) = (0, 0, 0, 0);
        foreach (var letter in letters)
        {
            own += Own.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal) ? 1 : 0;
            foreign += Foreign.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal) ? 1 : 0;
            all += char.IsLetter(letter) ? 1 : 0;
            plain += char.IsAsciiLetter(letter) ? 1 : 0;
        }

        return plain * 2 < all && own * FewInAll > all && foreign * FewInAll <= all;
    }
}
