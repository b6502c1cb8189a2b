using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Syntax.Patterns;

/// <summary>Tokens that were taken, as spans of the text.</summary>
internal static class TokenRuns
{
    /// <summary>
    /// The runs of taken tokens. Marks between two taken tokens go with them; commas, stops and dashes at the ends are left; a
    /// quotation mark
    /// stays where its other half stays.
    /// </summary>
    public static IReadOnlyList<TextSpan> Of(SyntaxTree tree, bool[] taken)
    {
        var spans = new List<TextSpan>();
        for (var at = 0; at < taken.Length; )
        {
            var end = at;
            while (end < taken.Length && taken[end])
                end++;
            if (end > at && Trimmed(tree, at, end) is { } span)
                spans.Add(span);
            at = Math.Max(end, at + 1);
        }
        return spans;
    }

    private static TextSpan? Trimmed(SyntaxTree tree, int first, int end)
    {
        while (first < end && IsEdge(tree, first, first, end))
            first++;
        while (end > first && IsEdge(tree, end - 1, first, end))
            end--;
        if (end > first + 1 && IsQuote(tree[first].Form) && !HasOther(tree, first, first + 1, end))
            first++;
        if (end > first + 1 && IsQuote(tree[end - 1].Form) && !HasOther(tree, end - 1, first, end - 1))
            end--;
        return end > first ? new TextSpan(tree[first].Span.Start, tree[end - 1].Span.End) : null;
    }

    private static bool IsEdge(SyntaxTree tree, int index, int first, int end) =>
        tree[index].Upos == "PUNCT"
        && !(IsQuote(tree[index].Form) && HasOther(tree, index, first, end))
        && !IsBracketPair(tree, index, first, end);

    private static bool IsBracketPair(SyntaxTree tree, int index, int first, int end) =>
        tree[index].Form is ")" or "]" && Enumerable.Range(first, end - first).Any(i => tree[i].Form is "(" or "[");

    private static bool HasOther(SyntaxTree tree, int index, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (i != index && IsQuote(tree[i].Form))
                return true;
        return false;
    }

    private static bool IsQuote(string form) => form is "\"" or "“" or "”" or "``" or "''" or "‘" or "«" or "»" or "„";
}
