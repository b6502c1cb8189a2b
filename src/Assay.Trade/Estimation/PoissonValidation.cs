using Assay.Ground.Outcomes;

namespace Assay.Trade.Estimation;

/// <summary>What a <see cref="PoissonProblem"/> must satisfy before it is solved.</summary>
internal static class PoissonValidation
{
    /// <summary>The first thing that is wrong, or null.</summary>
    public static Error? Check(PoissonProblem problem)
    {
        var n = problem.Outcome.Length;
        if (n == 0)
            return Wrong("There are no observations.", "Give at least one.");
        for (var k = 0; k < problem.Regressors.Length; k++)
            if (Column($"Regressor {k}", problem.Regressors[k], n, double.NegativeInfinity) is { } e)
                return e;
        for (var s = 0; s < problem.Effects.Length; s++)
            if (Levels($"Set of effects {s}", problem.Effects[s], n) is { } e)
                return e;
        return Column("The outcome", problem.Outcome, n, 0)
            ?? (problem.Weights is { } w ? Column("The weight", w, n, double.Epsilon) : null)
            ?? (problem.Offset is { } o ? Column("The offset", o, n, double.NegativeInfinity) : null)
            ?? (problem.Clusters is { } c ? Levels("The set of clusters", c, n) : null);
    }

    private static Error? Column(string name, double[] column, int n, double least)
    {
        if (column.Length != n)
            return Wrong($"{name} has {column.Length} entries where the outcome has {n}.", "Give one per observation.");
        var at = Array.FindIndex(column, v => !double.IsFinite(v) || v < least);
        if (at < 0)
            return null;
        var bound = least switch
        {
            0 => " of zero or more",
            > 0 => " above zero",
            _ => "",
        };
        return Wrong($"{name} of observation {at} is {column[at]:R}.", $"Give a finite number{bound}, or leave the observation out.");
    }

    private static Error? Levels(string name, int[] levels, int n)
    {
        if (levels.Length != n)
            return Wrong($"{name} has {levels.Length} entries where the outcome has {n}.", "Give one per observation.");
        var at = Array.FindIndex(levels, l => l < 0);
        return at < 0 ? null : Wrong($"{name} has level {levels[at]} at observation {at}.", "Number the levels from 0.");
    }

    private static Error Wrong(string message, string hint) => new(ErrorKind.Input, message, hint);
}
