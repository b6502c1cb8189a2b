using Assay.Reading.Intake.Page;
using Assay.Reading.Intake.Sorting;

namespace Assay.PageTrainer;

/// <summary>
/// Trains a linear chain by the likelihood of the marked sequences: AdaGrad, a fixed order of the pages, the mean of the weights of the
/// later rounds, and in the end only the weights that say something.
/// </summary>
internal static class ChainTrainer
{
    private const int Rounds = 14;
    private const int MeanFrom = 4;
    private const int FewestSites = 6;
    private const double Rate = 0.15;
    private const double Shrink = 0.02;
    private const double Least = 0.12;
    private const int MostWeights = 1500;

    /// <summary>Trains.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="proper">Words that get no weight: names.</param>
    /// <returns>The weights of the traits, and of the steps under their names.</returns>
    public static Dictionary<string, double> Train(List<Sample> samples, HashSet<string> proper)
    {
        var names = Names(samples, proper);
        var index = names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i, StringComparer.Ordinal);
        var coded = samples
            .Select(s => s.Traits.Select(t => t.Where(index.ContainsKey).Select(n => index[n]).ToArray()).ToArray())
            .ToList();
        var state = new Ascent(names.Count);
        for (var round = 0; round < Rounds; round++)
        {
            for (var k = 0; k < coded.Count; k++)
            {
                // A stride that has no divisor in common with the count visits every sample once.
                var at = (int)((k * 7919L + round * 31) % coded.Count);
                state.Learn(coded[at], samples[at].IsFurniture);
            }

            if (round >= MeanFrom)
                state.Keep();
        }

        return Weights(names, state);
    }

    // A trait is worth a weight where pages of several sites show it, and a word where it is not a name.
    private static List<string> Names(List<Sample> samples, HashSet<string> proper)
    {
        var sites = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var sample in samples)
        foreach (var trait in sample.Traits.SelectMany(t => t))
            (sites.TryGetValue(trait, out var found) ? found : sites[trait] = new HashSet<string>(StringComparer.Ordinal)).Add(sample.Site);
        return
        [
            .. sites
                .Where(s => s.Value.Count >= Math.Min(FewestSites, samples.Count))
                .Select(s => s.Key)
                .Where(n => !IsProper(n, proper))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsProper(string trait, HashSet<string> proper) =>
        trait.StartsWith("w:", StringComparison.Ordinal) && proper.Contains(trait[2..])
        || trait.StartsWith("first:", StringComparison.Ordinal) && proper.Contains(trait[6..])
        || trait.StartsWith("w2:", StringComparison.Ordinal) && trait[3..].Split(' ').Any(proper.Contains);

    private static Dictionary<string, double> Weights(List<string> names, Ascent state)
    {
        var mean = state.Mean();
        var made = names
            .Select((n, i) => (Name: n, Weight: Math.Round(mean[i], 2)))
            .Where(w => Math.Abs(w.Weight) >= Least)
            .OrderByDescending(w => Math.Abs(w.Weight))
            .ThenBy(w => w.Name, StringComparer.Ordinal)
            .Take(MostWeights)
            .ToDictionary(w => w.Name, w => w.Weight, StringComparer.Ordinal);
        for (var i = 0; i < 4; i++)
            made[BlockModel.StepNames[i]] = Math.Round(mean[names.Count + i], 2);
        return made;
    }

    private sealed class Ascent(int traits)
    {
        private readonly double[] weights = new double[traits + 4];
        private readonly double[] squares = new double[traits + 4];
        private readonly double[] sums = new double[traits + 4];
        private int kept;

        public double[] Mean() => [.. sums.Select(s => s / kept)];

        public void Keep()
        {
            kept++;
            for (var i = 0; i < weights.Length; i++)
                sums[i] += weights[i];
        }

        public void Learn(int[][] blocks, bool[] isFurniture)
        {
            var scores = blocks.Select(b => b.Sum(t => weights[t])).ToArray();
            var steps = weights[traits..];
            var likely = BlockModel.Likelihoods(scores, steps);
            for (var i = 0; i < blocks.Length; i++)
            {
                var error = (isFurniture[i] ? 1 : 0) - likely[i];
                if (Math.Abs(error) < 1e-4)
                    continue;
                foreach (var trait in blocks[i])
                    Move(trait, error);
            }

            var pairs = BlockModel.Pairs(scores, steps);
            for (var i = 1; i < blocks.Length; i++)
                pairs[(isFurniture[i - 1] ? 2 : 0) + (isFurniture[i] ? 1 : 0)]--;
            for (var k = 0; k < 4 && blocks.Length > 1; k++)
                Move(traits + k, -pairs[k]);
        }

        private void Move(int at, double slope)
        {
            slope -= Shrink * weights[at] * 0.01;
            squares[at] += slope * slope;
            weights[at] += Rate * slope / Math.Sqrt(1 + squares[at]);
        }
    }
}
