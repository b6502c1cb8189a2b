using Assay.Ground.Anchors;
using Assay.Reading.Voices;

namespace Assay.Cases.Drafting;

/// <summary>Headings that name a record of somebody ("The control centre's record", "Mrs Pell's notebook"): whose what stands below them is.</summary>
/// <param name="layer">The text and its blocks.</param>
internal sealed class HeadedKeepers(TextLayer layer)
{
    private const int MostWords = 6;
    private static readonly string[] Possessives = ["'s ", "’s ", "s' ", "s’ "];
    private IReadOnlyList<(int Start, TextSpan? Keeper)>? headings;

    /// <summary>The words that name the record under whose heading a position stands, or null.</summary>
    /// <param name="position">The position.</param>
    public TextSpan? At(int position)
    {
        headings ??= [.. layer.Article.Where(b => b.Kind == BlockKind.Heading).Select(b => (b.Span.Start, Keeper(b.Span)))];
        var before = Ordered.CountBefore(headings, position, (h, at) => h.Start <= at);
        return before == 0 ? null : headings[before - 1].Keeper;
    }

    private TextSpan? Keeper(TextSpan heading)
    {
        var words = heading.Of(layer.Text).TrimEnd();
        var isOwned = Array.Exists(Possessives, p => words.Contains(p, StringComparison.Ordinal));
        var last = words[(words.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        return isOwned && words.AsSpan().Count(' ') < MostWords && KeeperReader.IsRecordNoun(last)
            ? new TextSpan(heading.Start, heading.Start + words.Length)
            : null;
    }
}
