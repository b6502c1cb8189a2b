namespace Assay.Trade.Findings;

/// <summary>
/// The upper tail of scores as a generalised Pareto distribution, fitted to the largest of them by probability-weighted moments (J. Hosking
/// and J. Wallis,
/// Technometrics 1987), for p-values finer than the number of placebo cells allows (T. Knijnenburg et al., Bioinformatics 2009).
/// </summary>
/// <param name="Threshold">Where the tail begins.</param>
/// <param name="Share">Share of scores above it.</param>
/// <param name="Shape">Shape; 0 is the exponential. Never below 0: no score is taken to be impossible.</param>
/// <param name="Scale">Scale.</param>
internal sealed record ParetoTail(double Threshold, double Share, double Shape, double Scale)
{
    /// <summary>Scores the fit rests on.</summary>
    public const int Excesses = 250;

    /// <summary>No p-value is given below this.</summary>
    private const double Least = 1e-7;

    /// <summary>Fits the tail of at least twice as many scores as it rests on.</summary>
    public static ParetoTail Fit(double[] scores)
    {
        Array.Sort(scores);
        var from = scores.Length - Excesses;
        var threshold = (scores[from - 1] + scores[from]) / 2;
        var (mean, weighted) = (0.0, 0.0);
        for (var i = 0; i < Excesses; i++)
        {
            var excess = scores[from + i] - threshold;
            mean += excess / Excesses;
            weighted += excess * (Excesses - 1 - i) / (Excesses - 1) / Excesses;
        }

        var shape = 2 - (mean / (mean - (2 * weighted)));
        if (!(shape > 0.01))
            return new ParetoTail(threshold, Excesses / (double)scores.Length, 0, Math.Max(mean, 1e-9));
        return new ParetoTail(
            threshold,
            Excesses / (double)scores.Length,
            shape,
            Math.Max(2 * mean * weighted / (mean - (2 * weighted)), 1e-9)
        );
    }

    /// <summary>Share of scores at least as high.</summary>
    public double P(double score)
    {
        var beyond = Math.Max(0, score - Threshold) / Scale;
        return Math.Max(Least, Share * (Shape == 0 ? Math.Exp(-beyond) : Math.Pow(1 + (Shape * beyond), -1 / Shape)));
    }
}
