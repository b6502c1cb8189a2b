using System.Collections.Frozen;
using System.Globalization;

namespace Assay.Reading.Intake.Sorting;

/// <summary>
/// A linear model of a page: every trait of a block speaks by its weight for furniture (above zero) or for the article (below), and every
/// step from a block to the next by the weight of staying or changing. Immutable.
/// </summary>
internal sealed class BlockModel
{
    /// <summary>Weights of the steps: from the article to itself and to furniture, from furniture to the article and to itself.</summary>
    private readonly double[] steps;
    private readonly FrozenDictionary<string, double> traits;

    /// <summary>Makes a model.</summary>
    /// <param name="traits">The weights of the traits.</param>
    /// <param name="steps">The four weights of the steps.</param>
    public BlockModel(IReadOnlyDictionary<string, double> traits, double[] steps)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(steps.Length, 4);
        (this.traits, this.steps) = (traits.ToFrozenDictionary(StringComparer.Ordinal), [.. steps]);
    }

    /// <summary>Reads a model: a line <c>weight trait</c> for each trait, and the four steps under their names.</summary>
    /// <param name="lines">The lines; those that begin with # are comments.</param>
    public static BlockModel Read(IEnumerable<string> lines)
    {
        var traits = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            traits[line[(blank + 1)..]] = double.Parse(line.AsSpan(0, blank), CultureInfo.InvariantCulture);
        }

        return new BlockModel(traits, [.. StepNames.Select(n => traits.GetValueOrDefault(n))]);
    }

    /// <summary>The names of the four steps, in their order.</summary>
    public static IReadOnlyList<string> StepNames { get; } = ["step:a>a", "step:a>f", "step:f>a", "step:f>f"];

    /// <summary>The sum of the weights of a block's traits.</summary>
    /// <param name="of">Its traits.</param>
    public double Score(List<string> of)
    {
        var sum = 0.0;
        foreach (var trait in of)
            sum += traits.TryGetValue(trait, out var weight) ? weight : 0;
        return sum;
    }

    /// <summary>How likely each block is furniture, given all of them.</summary>
    /// <param name="scores">The score of each block, in the order of the page.</param>
    public double[] Likelihoods(IReadOnlyList<double> scores) => Likelihoods(scores, steps);

    /// <summary>How likely each block is furniture, given all of them: forward and backward over the page.</summary>
    /// <param name="scores">The score of each block, in the order of the page.</param>
    /// <param name="steps">The weights of the steps.</param>
    public static double[] Likelihoods(IReadOnlyList<double> scores, double[] steps)
    {
        var ahead = Forward(scores, steps);
        var likely = new double[scores.Count];
        var (article, furniture) = (0.0, 0.0);
        for (var i = scores.Count - 1; i >= 0; i--)
        {
            likely[i] = 1 / (1 + Math.Exp(ahead[i].Article + article - ahead[i].Furniture - furniture));
            (article, furniture) = Back(article, furniture + scores[i], steps);
        }

        return likely;
    }

    /// <summary>How often each of the four steps is expected on a page.</summary>
    /// <param name="scores">The score of each block, in the order of the page.</param>
    /// <param name="steps">The weights of the steps.</param>
    public static double[] Pairs(IReadOnlyList<double> scores, double[] steps)
    {
        var ahead = Forward(scores, steps);
        var pairs = new double[4];
        var (article, furniture) = (0.0, 0.0);
        for (var i = scores.Count - 1; i > 0; i--)
        {
            var all = Sum(ahead[i].Article + article, ahead[i].Furniture + furniture);
            furniture += scores[i];
            pairs[0] += Math.Exp(ahead[i - 1].Article + steps[0] + article - all);
            pairs[1] += Math.Exp(ahead[i - 1].Article + steps[1] + furniture - all);
            pairs[2] += Math.Exp(ahead[i - 1].Furniture + steps[2] + article - all);
            pairs[3] += Math.Exp(ahead[i - 1].Furniture + steps[3] + furniture - all);
            (article, furniture) = Back(article, furniture, steps);
        }

        return pairs;
    }

    private static (double Article, double Furniture)[] Forward(IReadOnlyList<double> scores, double[] steps)
    {
        var ahead = new (double Article, double Furniture)[scores.Count];
        for (var i = 0; i < ahead.Length; i++)
        {
            var (a, f) = i == 0 ? (0, 0) : ahead[i - 1];
            ahead[i] = i == 0 ? (0, scores[0]) : (Sum(a + steps[0], f + steps[2]), scores[i] + Sum(a + steps[1], f + steps[3]));
        }

        return ahead;
    }

    private static (double Article, double Furniture) Back(double article, double furniture, double[] steps) =>
        (Sum(steps[0] + article, steps[1] + furniture), Sum(steps[2] + article, steps[3] + furniture));

    // The logarithm of the sum of two exponentials.
    private static double Sum(double a, double b) => Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));
}
