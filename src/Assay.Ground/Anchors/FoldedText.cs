using System.Globalization;
using System.Text;

namespace Assay.Ground.Anchors;

/// <summary>
/// A text with what typesetting changes taken out: quotation marks and apostrophes made straight, dashes made hyphens, runs of blanks one
/// space, soft
/// hyphens and other invisible characters gone, letters with their marks composed (NFC). Every folded character knows where it came from.
/// </summary>
public sealed class FoldedText
{
    private readonly List<int> from = [];
    private readonly List<int> until = [];

    /// <summary>Folds a text.</summary>
    /// <param name="text">The text as it stands in the source.</param>
    public FoldedText(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            var length = Cluster(text, at);
            foreach (var letter in Fold(text.AsSpan(at, length)))
            {
                if (letter == ' ' && folded.Length > 0 && folded[^1] == ' ')
                {
                    until[^1] = at + length;
                    continue;
                }

                folded.Append(letter);
                from.Add(at);
                until.Add(at + length);
            }

            at += length;
        }

        Text = folded.ToString();
    }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>Where a span of the folded text stands in the text itself; what folds to nothing behind it is left out.</summary>
    /// <param name="start">First folded character.</param>
    /// <param name="length">Number of folded characters, at least one.</param>
    public TextSpan Original(int start, int length) => new(from[start], until[start + length - 1]);

    /// <summary>True where a span of the folded text begins and ends with what it was folded from: half of "…" is no words of the
    /// text.</summary>
    /// <param name="start">First folded character.</param>
    /// <param name="length">Number of folded characters, at least one.</param>
    public bool IsWhole(int start, int length) =>
        (start == 0 || from[start - 1] != from[start])
        && (start + length == from.Count || from[start + length] != from[start + length - 1]);

    // A letter with the marks that belong to it.
    private static int Cluster(string text, int at)
    {
        var end = at + 1;
        if (end < text.Length && char.IsSurrogatePair(text[at], text[end]))
            end++;
        while (end < text.Length && IsMark(text[end]))
            end++;
        return end - at;
    }

    /// <summary>True for a mark that belongs to the letter before it.</summary>
    internal static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static string Fold(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length > 1)
            return char.IsSurrogate(cluster[0]) ? cluster.ToString() : Compositions.Compose(cluster);
        return cluster[0] switch
        {
            '“' or '”' or '„' or '‟' or '«' or '»' or '″' => "\"",
            '‘' or '’' or '‚' or '‛' or '′' or 'ʼ' or '`' => "'",
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => "-",
            '…' => "...",
            '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => "",
            var c when char.IsWhiteSpace(c) => " ",
            _ => cluster.ToString(),
        };
    }
}
