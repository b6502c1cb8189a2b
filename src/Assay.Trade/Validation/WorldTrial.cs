using Assay.Trade.Findings;
using Assay.Trade.Simulation;

namespace Assay.Trade.Validation;

/// <summary>Runs the scan and the naive rule on one synthetic world.</summary>
/// <param name="Ours">Score of the scan.</param>
/// <param name="Naive">Score of the rule "doubled and over EUR 0.75m".</param>
/// <param name="Report">The scan.</param>
/// <param name="AtNaiveRecall">How many cells of the scan's ranking it takes to have as many planted ones as the naive rule
/// finds.</param>
public sealed record WorldTrial(PlantedScore Ours, PlantedScore Naive, ScanReport Report, int AtNaiveRecall)
{
    /// <summary>Diversions of at least half of base to destinations that report what they send on.</summary>
    public (int Planted, int Found) OnwardReported { get; init; }

    /// <summary>Draws the world and scans it from <paramref name="since"/> (0: from its effective month).</summary>
    public static WorldTrial Run(SyntheticOptions options, int since = 0)
    {
        var world = new SyntheticWorld(options);
        using var columns = WorldColumns.From(world);
        var request = new PanelRequest([WorldColumns.Bloc], options.Target, Restricted(world));
        return Of(world, Investigation.Run(columns, request, since == 0 ? options.Effective : since).Value);
    }

    /// <summary>The restricted products of a world.</summary>
    public static IReadOnlyList<string> Restricted(SyntheticWorld world) =>
        [.. world.Products.Where(p => p.Restricted).Select(p => p.Code)];

    /// <summary>Scores a scan of a world, however it was made.</summary>
    public static WorldTrial Of(SyntheticWorld world, ScanReport report)
    {
        var naive = report.Findings.Where(PlantedScore.Naive).ToList();
        var ranking = Cells(report.Findings.Where(f => !f.Explained));
        var naiveScore = PlantedScore.Of(
            world,
            Cells(naive),
            Cells(naive.OrderByDescending(f => f.After - f.Before)),
            report.Findings.Count
        );
        return new WorldTrial(
            PlantedScore.Of(world, Cells(report.Findings.Where(f => f.Found)), ranking, report.Findings.Count),
            naiveScore,
            report,
            PlantedScore.Reach(world, ranking, naiveScore.Recalled.Values.Sum())
        )
        {
            OnwardReported = PlantedScore.Reported(world, report.Findings),
        };
    }

    private static List<(string, string)> Cells(IEnumerable<Finding> findings) => [.. findings.Select(f => (f.Destination, f.Product))];
}
