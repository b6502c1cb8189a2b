using Assay.Reading.Intake.Page;

namespace Assay.PageTrainer;

/// <summary>Tells by a marked article which blocks of its page belong to it.</summary>
internal sealed class GoldArticle
{
    private const int ShortWords = 8;
    private const int Pieces = 4;
    private readonly HashSet<string> lines;
    private readonly HashSet<string> pieces = new(StringComparer.Ordinal);
    private readonly string whole;

    /// <summary>Takes the lines of the article.</summary>
    /// <param name="article">The lines.</param>
    public GoldArticle(string[] article)
    {
        lines = article.Select(l => Glob.Fold(l)).ToHashSet(StringComparer.Ordinal);
        whole = " " + string.Join(' ', article.Select(l => Glob.Fold(l))) + " ";
        foreach (var piece in PiecesOf(whole))
            pieces.Add(piece);
    }

    /// <summary>True where the block is of the article: a line of it, a part of it, or, where it is longer, mostly made of it.</summary>
    /// <param name="block">The block's words.</param>
    public bool Has(string block)
    {
        var folded = Glob.Fold(block);
        if (lines.Contains(folded))
            return true;
        var words = folded.Split(' ').Length;
        if (words <= ShortWords)
            return false;
        if (whole.Contains(folded, StringComparison.Ordinal))
            return true;
        var own = PiecesOf(folded).ToList();
        return own.Count(pieces.Contains) * 2 > own.Count;
    }

    private static IEnumerable<string> PiecesOf(string text)
    {
        var words = BlockTraits.WordsOf(text).ToArray();
        for (var i = 0; i + Pieces <= words.Length; i++)
            yield return string.Join(' ', words.AsSpan(i, Pieces).ToArray());
    }
}
