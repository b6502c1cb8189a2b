using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Ground.Anchors;
using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>
/// A source's text with every quote highlighted. Quotes may nest and overlap: the text is cut at every beginning and end, each piece links
/// to
/// the item with the shortest quote around it, and items that no piece links to are listed behind their block.
/// </summary>
internal static class SourceText
{
    private const int LeastTarget = 3;

    /// <summary>Writes the text in a fold, with every quote highlighted.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="index">The report.</param>
    /// <param name="source">The source.</param>
    /// <param name="open">True to show it open on the screen.</param>
    public static void Write(HtmlWriter html, ReportIndex index, SourceEntry source, bool open)
    {
        var (blocks, marks) = (ReportIndex.Blocks(source), Marks.Of(index, source.Id));
        var cited = marks.Where(m => index.Digest.IsCited(m.Item)).ToList();
        Folds.Begin(html, open, "The text, with every quote marked", blocks.Count, blocks.Count(b => Holds(b, cited)), "paragraphs");
        html.Write("<div class=\"text\" lang=\"\">\n");
        Text(html, source, marks, b => Holds(b, cited));
        html.Write("</div></details>\n");
    }

    /// <summary>Writes the text as it stands, with every quote highlighted.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="index">The report.</param>
    /// <param name="source">The source.</param>
    public static void Plain(HtmlWriter html, ReportIndex index, SourceEntry source)
    {
        html.Write("<div class=\"text\" lang=\"\">\n");
        Text(html, source, Marks.Of(index, source.Id), _ => true);
        html.Write("</div>\n");
    }

    private static bool Holds(BlockEntry block, List<Mark> cited) => cited.Exists(m => m.Start < block.End && m.End > block.Start);

    // Block by block, furniture folded away.
    private static void Text(HtmlWriter html, SourceEntry source, IReadOnlyList<Mark> marks, Func<BlockEntry, bool> cited)
    {
        var reasons = source.Furniture.DistinctBy(f => f.Start).ToDictionary(f => f.Start, f => f.Reason);
        var next = 0;
        var open = new List<Mark>();
        var aside = false;
        foreach (var block in ReportIndex.Blocks(source))
        {
            open.RemoveAll(m => m.End <= block.Start);
            while (next < marks.Count && marks[next].Start < block.End)
            {
                if (marks[next].End > block.Start)
                    open.Add(marks[next]);

                next++;
            }

            aside = Fold(html, block.Kind == BlockKind.Furniture, aside);
            html.Write($"<div class=\"block{(cited(block) ? "" : " aside")}\">");
            Block(html, source.Text, block, open, aside ? reasons.GetValueOrDefault(block.Start) : null);
            html.Write("</div>\n");
        }

        Fold(html, false, aside);
    }

    private static bool Fold(HtmlWriter html, bool furniture, bool aside)
    {
        if (furniture && !aside)
            html.Write("<details class=\"furniture quiet\"><summary>Set aside: not part of the article</summary>\n");
        else if (!furniture && aside)
            html.Write("</details>\n");

        return furniture;
    }

    private static void Block(HtmlWriter html, string text, BlockEntry block, List<Mark> marks, string? reason)
    {
        html.Write($"<p class=\"t t-{block.Kind}\" dir=\"auto\">");
        var cuts = marks
            .SelectMany(m => new[] { m.Start, m.End })
            .Append(block.Start)
            .Append(block.End)
            .Where(c => c >= block.Start && c <= block.End)
            .Distinct()
            .Order()
            .ToList();
        var reached = new HashSet<string>();
        var inner = Inner(marks, cuts);
        var beginning = marks.ToLookup(m => m.Start);
        for (var i = 0; i + 1 < cuts.Count; )
        {
            // A cut where nothing begins and the same item goes on is no cut for the reader.
            var end = i + 1;
            while (end + 1 < cuts.Count && !beginning.Contains(cuts[end]) && inner[end] == inner[i])
                end++;

            Piece(html, text[cuts[i]..cuts[end]], beginning[cuts[i]].Where(m => m.Anchor), inner[i], reached);
            i = end;
        }

        html.Write("</p>\n");
        if (reason is not null)
            html.Write($"<p class=\"reason\">{reason}</p>\n");

        var rest = marks.Where(m => m.Anchor && m.Start >= block.Start && !reached.Contains(m.Item)).ToList();
        if (rest.Count > 0)
        {
            html.Write("<p class=\"chips\">also here: ");
            foreach (var mark in rest)
                html.Write($"<a href=\"#{mark.Item}\">{mark.Kind} {mark.Item}</a> ");

            html.Write("</p>\n");
        }
    }

    // The shortest mark around each piece, in one pass: marks are taken up where they begin and dropped once the shortest of them has
    // ended.
    private static List<Mark?> Inner(List<Mark> marks, List<int> cuts)
    {
        var inner = new List<Mark?>(cuts.Count);
        var around = new PriorityQueue<Mark, (int Length, int Order)>();
        var sorted = marks.Select((m, order) => (Mark: m, Order: order)).OrderBy(m => m.Mark.Start).ToList();
        var next = 0;
        foreach (var cut in cuts)
        {
            for (; next < sorted.Count && sorted[next].Mark.Start <= cut; next++)
                around.Enqueue(sorted[next].Mark, (sorted[next].Mark.End - sorted[next].Mark.Start, sorted[next].Order));

            while (around.TryPeek(out var top, out _) && top.End <= cut)
                around.Dequeue();

            inner.Add(around.TryPeek(out var shortest, out _) ? shortest : null);
        }

        return inner;
    }

    private static void Piece(HtmlWriter html, string words, IEnumerable<Mark> beginning, Mark? inner, HashSet<string> reached)
    {
        foreach (var mark in beginning)
            html.Write($"<span id=\"{QuoteLinks.Target(mark.Item)}\"></span>");

        if (inner is null || string.IsNullOrWhiteSpace(words))
        {
            html.Write($"{words}");
            return;
        }

        // A full stop between two quotes is no target for a finger: it is shown as part of the quote, and links from elsewhere.
        if (words.Count(char.IsLetterOrDigit) < LeastTarget)
        {
            html.Write($"<span class=\"m m-{inner.Kind}\">{words}</span>");
            return;
        }

        reached.Add(inner.Item);
        html.Write($"<a class=\"m m-{inner.Kind}\" href=\"#{inner.Item}\">{words}</a>");
    }
}
