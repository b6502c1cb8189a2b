using Assay.Trade.Findings;
using Assay.Trade.Simulation;

namespace Assay.Trade.Validation;

/// <summary>How well one rule finds what was planted in one world.</summary>
/// <param name="Planted">Diversions planted under restricted codes, by size class.</param>
/// <param name="Recalled">Those found.</param>
/// <param name="AtK">Share of planted cells among the first k, where k is the number planted of at least half of base.</param>
/// <param name="Flagged">Cells flagged.</param>
/// <param name="Cells">Cells scanned.</param>
public sealed record PlantedScore(
    IReadOnlyDictionary<double, int> Planted,
    IReadOnlyDictionary<double, int> Recalled,
    double AtK,
    int Flagged,
    int Cells
)
{
    private const double Half = 0.5;

    /// <summary>Share found of diversions of at least <paramref name="size"/> of base.</summary>
    public double Recall(double size)
    {
        var all = Planted.Where(p => p.Key >= size).Sum(p => p.Value);
        return all == 0 ? double.NaN : Recalled.Where(p => p.Key >= size).Sum(p => p.Value) / (double)all;
    }

    /// <summary>Scores flags and a ranking, each a list of (destination, product).</summary>
    public static PlantedScore Of(
        SyntheticWorld world,
        IReadOnlyCollection<(string, string)> flagged,
        IReadOnlyList<(string, string)> ranking,
        int cells
    )
    {
        var restricted = world.Products.Where(p => p.Restricted).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var truth = world.Planted.Where(d => d.IsDiversion && restricted.Contains(d.DeclaredAs)).ToList();
        var cellsOfTruth = truth.Select(d => (d.Destination, d.DeclaredAs)).ToHashSet();
        var found = flagged.ToHashSet();
        var k = truth.Where(d => Class(world, d.Size) >= Half).Select(d => (d.Destination, d.DeclaredAs)).Distinct().Count();
        var classes = truth.GroupBy(d => Class(world, d.Size)).ToList();
        return new PlantedScore(
            classes.ToDictionary(g => g.Key, g => g.Count()),
            classes.ToDictionary(g => g.Key, g => g.Count(d => found.Contains((d.Destination, d.DeclaredAs)))),
            k == 0 ? double.NaN : ranking.Take(k).Count(cellsOfTruth.Contains) / (double)Math.Min(k, Math.Max(1, ranking.Count)),
            flagged.Count,
            cells
        );
    }

    /// <summary>Of the diversions of at least half of base to destinations that report what they send on, how many were planted and
    /// found.</summary>
    /// <param name="world">The world.</param>
    /// <param name="findings">The scan of it.</param>
    public static (int Planted, int Found) Reported(SyntheticWorld world, IReadOnlyCollection<Finding> findings)
    {
        var scanned = findings.Where(f => f.OnwardKnown).ToDictionary(f => (f.Destination, f.Product), f => f.Found);
        var truth = world
            .Planted.Where(d => d.IsDiversion && Class(world, d.Size) >= Half && scanned.ContainsKey((d.Destination, d.DeclaredAs)))
            .ToList();
        return (truth.Count, truth.Count(d => scanned[(d.Destination, d.DeclaredAs)]));
    }

    /// <summary>How many cells of a ranking it takes to have so many planted ones; all of them where it never has.</summary>
    public static int Reach(SyntheticWorld world, IReadOnlyList<(string, string)> ranking, int planted)
    {
        var restricted = world.Products.Where(p => p.Restricted).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var truth = world
            .Planted.Where(d => d.IsDiversion && restricted.Contains(d.DeclaredAs))
            .Select(d => (d.Destination, d.DeclaredAs))
            .ToHashSet();
        for (var i = 0; i < ranking.Count && planted >= 0; i++)
        {
            if (planted == 0)
                return i;
            if (truth.Contains(ranking[i]))
                planted--;
        }

        return ranking.Count;
    }

    /// <summary>The rule in use: doubled, and above EUR 0.75m.</summary>
    public static bool Naive(Finding cell) => cell.After > 2 * cell.Before && cell.After > 750_000;

    private static double Class(SyntheticWorld world, double size) =>
        world.Options.Sizes.OrderBy(s => Math.Abs(Math.Log(s / size))).First();
}
