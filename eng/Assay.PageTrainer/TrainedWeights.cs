using System.Globalization;
using System.Text;

namespace Assay.PageTrainer;

/// <summary>Writes weights as a file a person can read.</summary>
internal static class TrainedWeights
{
    /// <summary>The text of the file: traits in ordinal order, two decimals.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="pages">Number of pages they were trained on.</param>
    public static string Text(IReadOnlyDictionary<string, double> weights, int pages)
    {
        var text = new StringBuilder()
            .Append(
                CultureInfo.InvariantCulture,
                $"# Weights of blocks of a page: above zero for furniture, below for the article. Trained on {pages} pages of\n"
            )
            .Append("# scrapinghub/article-extraction-benchmark (MIT) by eng/Assay.PageTrainer; not to be edited by hand.\n");
        foreach (var (trait, weight) in weights.OrderBy(w => w.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{weight:0.##} {trait}\n");
        return text.ToString();
    }
}
