using Assay.Ground.Outcomes;
using Assay.Trade.Findings;
using Assay.Trade.Simulation;
using Assay.Trade.Validation;

namespace Assay.Cases.Books;

/// <summary>How the scan did on worlds whose files lack something.</summary>
/// <param name="Files">What the files are or lack.</param>
/// <param name="Planted">Diversions of at least half of base under restricted codes.</param>
/// <param name="Found">Those of them that were found.</param>
/// <param name="Flagged">Cells flagged.</param>
/// <param name="FlaggedPlanted">Those of them that were planted, whatever their size.</param>
/// <param name="QuietCells">Cells scanned in worlds in which nothing happens.</param>
/// <param name="QuietFlagged">Those of them that were flagged.</param>
/// <param name="QuietLow">Those of them with p at most 0.05.</param>
/// <param name="Scans">What the scans were, to say what they could tell.</param>
public sealed record PoorScore(
    string Files,
    int Planted,
    int Found,
    int Flagged,
    int FlaggedPlanted,
    int QuietCells,
    int QuietFlagged,
    int QuietLow,
    IReadOnlyList<ScanReport> Scans
);

/// <summary>
/// Plants the same worlds in files that hold everything and in files that lack something: fourteen months alone, no unrestricted goods,
/// months or reporters that are missing. None of them may be flagged more often than nominal where nothing happens.
/// </summary>
public sealed class ValidatePoorFiles
{
    private const double Large = 0.5;
    private const double Low = 0.05;
    private const int Since = 202203;
    private const int YearBefore = 202103;
    private const int FewMonths = 14;

    /// <summary>The kinds of files, by what they are called.</summary>
    internal static IReadOnlyList<(string Files, Func<SyntheticOptions, SyntheticOptions> Made)> Kinds { get; } =
    [
        ("nothing lacking", world => world),
        ("14 months alone", world => world with { FirstMonth = YearBefore, Months = FewMonths }),
        ("no unrestricted goods", world => world with { Gaps = new SyntheticGaps { RestrictedAlone = true } }),
        ("one month in thirty missing, of every reporter", world => world with { Gaps = new SyntheticGaps { Months = 1 / 30.0 } }),
        ("one month in ten missing, of every reporter", world => world with { Gaps = new SyntheticGaps { Months = 0.1 } }),
        ("one reporter in five missing", world => world with { Gaps = new SyntheticGaps { Reporters = 0.2 } }),
    ];

    /// <summary>Tries the scan on every kind of file.</summary>
    /// <returns>A row for each kind, or the error of the step that failed.</returns>
    public static Result<IReadOnlyList<PoorScore>> Run(ValidationRequest request, CancellationToken cancellation = default)
    {
        var scores = new List<PoorScore>();
        foreach (var (files, made) in Kinds)
        {
            var score = Score(
                files,
                [.. Enumerable.Range(request.FirstSeed, request.Worlds).Select(s => made(request.World(s)))],
                cancellation
            );
            if (!score.Succeeded)
                return score.Error;
            scores.Add(score.Value);
        }

        return scores;
    }

    private static Result<PoorScore> Score(string files, IReadOnlyList<SyntheticOptions> worlds, CancellationToken cancellation)
    {
        var (trials, quiet) = (new List<WorldTrial>(), new List<WorldTrial>());
        foreach (var world in worlds)
        {
            var eventful = FrontDoor.Try(world, Since, cancellation);
            var still = eventful.Succeeded ? FrontDoor.Try(world with { Effective = 0 }, Since, cancellation) : eventful;
            if (!still.Succeeded)
                return still.Error;
            trials.Add(eventful.Value);
            quiet.Add(still.Value);
        }

        int Sum(IReadOnlyDictionary<double, int> sizes) => sizes.Where(s => s.Key >= Large).Sum(s => s.Value);
        return new PoorScore(
            files,
            trials.Sum(t => Sum(t.Ours.Planted)),
            trials.Sum(t => Sum(t.Ours.Recalled)),
            trials.Sum(t => t.Ours.Flagged),
            trials.Sum(t => t.Ours.Recalled.Values.Sum()),
            quiet.Sum(t => t.Ours.Cells),
            quiet.Sum(t => t.Ours.Flagged),
            quiet.Sum(t => t.Report.Findings.Count(f => f.P <= Low)),
            [.. trials.Concat(quiet).Select(t => t.Report)]
        );
    }
}
