using System.Globalization;
using Assay.Ground.Anchors;
using Assay.Reading.Intake.Page;
using Assay.Reading.Intake.Sorting;

namespace Assay.PageTrainer;

/// <summary>Scores of lines kept as article, mean over pages.</summary>
/// <param name="Precision">Of the lines kept, those of the article.</param>
/// <param name="Recall">Of the article's lines, those kept.</param>
/// <param name="F1">Their harmonic mean.</param>
/// <param name="Words">The harmonic mean by words in place of lines.</param>
internal sealed record LineScore(double Precision, double Recall, double F1, double Words);

/// <summary>Trains on some sites and scores on the others.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;

    /// <summary>Scores the rules alone and the rules with the model.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="isMarkup">True for the pages themselves, false for their texts.</param>
    public static (LineScore Before, LineScore After) Run(List<SavedPage> pages, bool isMarkup)
    {
        var sites = pages.Select(p => p.Site).Distinct().Order(StringComparer.Ordinal).ToList();
        var fold = sites.Select((s, i) => (s, i % Folds)).ToDictionary(p => p.s, p => p.Item2, StringComparer.Ordinal);
        var samples = pages.SelectMany(p => isMarkup ? Samples.OfMarkup(p) : Samples.OfText(p)).ToList();
        var (before, after) = (new List<LineScore>(), new List<LineScore>());
        for (var k = 0; k < Folds; k++)
        {
            var trained = ChainTrainer.Train(
                [.. samples.Where(s => fold[s.Site] != k)],
                Samples.NamesOf(pages.Where(p => fold[p.Site] != k))
            );
            var model = new BlockModel(trained, [.. BlockModel.StepNames.Select(n => trained[n])]);
            foreach (var page in pages.Where(p => fold[p.Site] == k))
            foreach (var draft in DraftsOf(page, isMarkup))
            {
                before.Add(Score(page, draft, null));
                after.Add(Score(page, draft, new BlockSorter(model, model)));
            }
        }

        return (Mean(before), Mean(after));
    }

    private static IEnumerable<PageDraft> DraftsOf(SavedPage page, bool isMarkup) =>
        !isMarkup ? Samples.TextsOf(page).Select(Samples.Draft)
        : Samples.MarkupDraft(page) is { } draft ? [draft]
        : [];

    private static LineScore Score(SavedPage page, PageDraft draft, BlockSorter? sorter)
    {
        var labels = Samples.Labels(page, PageReader.Prepare(draft), new GoldArticle(page.Article));
        var layer = PageReader.Read(draft, sorter).Layer;
        var (lines, words) = (new int[3], new int[3]);
        for (var i = 0; i < layer.Blocks.Count; i++)
        {
            var block = layer.Blocks[i];
            var kept = block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading;
            if (!kept && block.Kind is not (BlockKind.Furniture or BlockKind.Caption))
                continue;
            var at =
                kept && !labels[i] ? 0
                : kept ? 1
                : labels[i] ? -1
                : 2;
            if (at < 0)
                continue;
            lines[at]++;
            words[at] += block.Span.Of(layer.Text).Split(' ').Length;
        }

        return new LineScore(Part(lines[0], lines[1]), Part(lines[0], lines[2]), F1(lines), F1(words));
    }

    private static double Part(int hit, int miss) => hit + miss == 0 ? 1 : hit / (double)(hit + miss);

    private static double F1(int[] n) => n.Sum() == 0 ? 1 : 2.0 * n[0] / (2 * n[0] + n[1] + n[2]);

    private static LineScore Mean(List<LineScore> scores) =>
        new(scores.Average(s => s.Precision), scores.Average(s => s.Recall), scores.Average(s => s.F1), scores.Average(s => s.Words));

    /// <summary>A row of a table.</summary>
    /// <param name="name">What was scored.</param>
    /// <param name="score">Its score.</param>
    public static string Row(string name, LineScore score) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {100 * score.Precision:0.0} | {100 * score.Recall:0.0} | {100 * score.F1:0.0} | {100 * score.Words:0.0} |"
        );
}
