using Assay.Ground.Outcomes;
using Assay.Trade.Simulation;
using Assay.Trade.Validation;

namespace Assay.Cases.Books;

/// <summary>The synthetic worlds to try the scan on.</summary>
/// <param name="Worlds">How many, from 1.</param>
/// <param name="FirstSeed">Seed of the first; each next one has the next.</param>
public sealed record ValidationRequest(int Worlds, int FirstSeed)
{
    private static readonly SyntheticOptions Usual = new();

    /// <summary>Whether the partners' files are laid out as offices do: several levels side by side, national codes, missing
    /// months.</summary>
    public bool Mixed { get; init; } = true;

    /// <summary>Destinations of each world.</summary>
    public int Destinations { get; init; } = Usual.Destinations;

    /// <summary>Products of each world; up to a quarter of them are restricted.</summary>
    public int Products { get; init; } = Usual.Products;

    /// <summary>What a world is drawn from.</summary>
    internal SyntheticOptions World(int seed) =>
        Usual with
        {
            Seed = (ulong)seed,
            Mixed = Mixed,
            Destinations = Destinations,
            Products = Products,
            Restricted = Math.Min(Usual.Restricted, Math.Max(1, Products / 4)),
        };
}

/// <summary>Diversions of one size, added up over the worlds.</summary>
/// <param name="Size">Share of the base.</param>
/// <param name="Planted">How many were planted.</param>
/// <param name="Found">How many the scan found.</param>
/// <param name="Naive">How many the naive rule found.</param>
public sealed record SizeScore(double Size, int Planted, int Found, int Naive);

/// <summary>How one rule did over all worlds.</summary>
/// <param name="Recall">Mean share found of the diversions of at least half of base.</param>
/// <param name="Precision">Mean share of planted cells among the first k, k being the number planted of at least half of base.</param>
/// <param name="Flagged">Cells flagged.</param>
/// <param name="Planted">Those of them that were planted.</param>
/// <param name="QuietFlagged">Cells flagged in worlds in which nothing happens.</param>
public sealed record RuleScore(double Recall, double Precision, int Flagged, int Planted, int QuietFlagged);

/// <summary>How the scan did, beside the rule "doubled and over EUR 0.75m".</summary>
/// <param name="Sizes">By size of the diversion, smallest first.</param>
/// <param name="Cells">Cells scanned.</param>
/// <param name="Ours">The scan.</param>
/// <param name="Naive">The naive rule.</param>
/// <param name="AtNaiveRecall">Cells of the scan's ranking that it takes to have as many planted ones as the naive rule finds.</param>
/// <param name="QuietCells">Cells scanned in worlds in which nothing happens.</param>
/// <param name="QuietLow">Those of them with p at most 0.05.</param>
/// <param name="QuietShares">Their share in each world, smallest first.</param>
public sealed record ValidationReply(
    IReadOnlyList<SizeScore> Sizes,
    int Cells,
    RuleScore Ours,
    RuleScore Naive,
    int AtNaiveRecall,
    int QuietCells,
    int QuietLow,
    IReadOnlyList<double> QuietShares
)
{
    /// <summary>Diversions of at least half of base to destinations that report what they send on: planted, and found by the
    /// scan.</summary>
    public (int Planted, int Found) OnwardReported { get; init; }
}

/// <summary>
/// Plants diversions in synthetic worlds, and none in others like them, writes both as files, imports and scans them, and counts what is
/// found.
/// </summary>
public sealed class ValidateScan
{
    private const double Large = 0.5;
    private const double Low = 0.05;
    private const int QuietSince = 202203;

    /// <summary>Tries the scan.</summary>
    /// <returns>The scores, or the error of the step that failed.</returns>
    public static Result<ValidationReply> Run(ValidationRequest request, CancellationToken cancellation = default)
    {
        var (trials, quiet) = (new List<WorldTrial>(), new List<WorldTrial>());
        foreach (var world in Enumerable.Range(request.FirstSeed, request.Worlds).Select(request.World))
        {
            var eventful = FrontDoor.Try(world, world.Effective, cancellation);
            var still = eventful.Succeeded ? FrontDoor.Try(world with { Effective = 0 }, QuietSince, cancellation) : eventful;
            if (!still.Succeeded)
                return still.Error;
            trials.Add(eventful.Value);
            quiet.Add(still.Value);
        }

        return Score(trials, quiet);
    }

    private static ValidationReply Score(List<WorldTrial> trials, List<WorldTrial> quiet)
    {
        return new ValidationReply(
            [.. trials.SelectMany(t => t.Ours.Planted.Keys).Distinct().Order().Select(size => Size(trials, size))],
            trials.Sum(t => t.Ours.Cells),
            Rule(trials, quiet, t => t.Ours),
            Rule(trials, quiet, t => t.Naive),
            trials.Sum(t => t.AtNaiveRecall),
            quiet.Sum(t => t.Ours.Cells),
            quiet.Sum(LowCells),
            [.. quiet.Select(t => LowCells(t) / (double)Math.Max(1, t.Ours.Cells)).Order()]
        )
        {
            OnwardReported = (trials.Sum(t => t.OnwardReported.Planted), trials.Sum(t => t.OnwardReported.Found)),
        };
    }

    private static int LowCells(WorldTrial trial) => trial.Report.Findings.Count(f => f.P <= Low);

    private static SizeScore Size(List<WorldTrial> trials, double size)
    {
        int Sum(Func<WorldTrial, IReadOnlyDictionary<double, int>> of) => trials.Sum(t => of(t).GetValueOrDefault(size));
        return new SizeScore(size, Sum(t => t.Ours.Planted), Sum(t => t.Ours.Recalled), Sum(t => t.Naive.Recalled));
    }

    private static RuleScore Rule(List<WorldTrial> trials, List<WorldTrial> quiet, Func<WorldTrial, PlantedScore> of) =>
        new(
            trials.Average(t => of(t).Recall(Large)),
            trials.Average(t => of(t).AtK),
            trials.Sum(t => of(t).Flagged),
            trials.Sum(t => of(t).Recalled.Values.Sum()),
            quiet.Sum(t => of(t).Flagged)
        );
}
