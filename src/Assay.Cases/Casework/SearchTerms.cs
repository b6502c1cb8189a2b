using Assay.Ground.Anchors;

namespace Assay.Cases.Casework;

/// <summary>The words of a search, and where they stand.</summary>
internal static class SearchTerms
{
    /// <summary>The words and phrases, the longest first: it is the rarest.</summary>
    public static List<string> Of(string words)
    {
        var terms = new List<string>();
        foreach (var (i, part) in words.Split('"', '“', '”', '„').Index())
            if (i % 2 == 1)
                terms.Add(part.Trim());
            else
                terms.AddRange(part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return
        [
            .. terms.Where(t => t.Any(char.IsLetterOrDigit)).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(t => t.Length),
        ];
    }

    /// <summary>The paragraphs with all terms, each with the place of the longest one.</summary>
    /// <param name="layer">The text.</param>
    /// <param name="terms">The terms; at least one.</param>
    public static IEnumerable<(TextSpan Block, TextSpan Word)> Places(TextLayer layer, IReadOnlyList<string> terms)
    {
        var (text, until) = (layer.Text, 0);
        for (var at = Next(text, terms[0], 0, text.Length); at >= 0; at = Next(text, terms[0], Math.Max(at + 1, until), text.Length))
        {
            var block = Around(layer, at);
            until = block.End;
            if (terms.Skip(1).All(t => Next(text, t, block.Start, block.End) >= 0))
                yield return (block, new TextSpan(at, at + terms[0].Length));
        }
    }

    // The next place where a term stands at the beginning of a word, before an end; -1 where there is none.
    private static int Next(string text, string term, int from, int end)
    {
        while (from < end && text.IndexOf(term, from, end - from, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(term[0]))
                return at;
            from = at + 1;
        }

        return -1;
    }

    private static TextSpan Around(TextLayer layer, int at)
    {
        var blocks = layer.Blocks;
        var last = Ordered.CountBefore(blocks, at, static (b, at) => b.Span.Start <= at) - 1;
        return last >= 0 && at < blocks[last].Span.End ? blocks[last].Span : Line(layer.Text, at);
    }

    private static TextSpan Line(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at);
        return new TextSpan(start, end < 0 ? text.Length : end);
    }
}
