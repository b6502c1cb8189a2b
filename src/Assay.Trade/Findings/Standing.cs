namespace Assay.Trade.Findings;

/// <summary>What the p-value of an excess rests on: how far the cell stands out, over how many periods, among how many placebo
/// cells.</summary>
/// <param name="T">T, how lastingly and how far the cell rose (<see cref="Growth.Rise"/>); without unit, 0 where it did not rise.</param>
/// <param name="Periods">Periods after that are compared.</param>
/// <param name="PeriodsBefore">Periods of the year before.</param>
/// <param name="Steadiness">Effective share of them in which the cell traded, 0 to 1; times <paramref name="PeriodsBefore"/> the effective
/// number of periods.</param>
/// <param name="Witnesses">The placebo cells of like size and steadiness, in each of the two ways that they are cut.</param>
public sealed record Standing(double T, int Periods, int PeriodsBefore, double Steadiness, IReadOnlyList<PlaceboWitnesses> Witnesses)
{
    /// <summary>Nothing is known.</summary>
    public static Standing None { get; } = new(0, 0, 0, 0, []);

    /// <summary>Effective number of periods before: all of them where each traded alike, one where one holds everything.</summary>
    public double EffectivePeriods => Steadiness * PeriodsBefore;
}

/// <summary>The placebo cells that a cell is compared with.</summary>
/// <param name="Cells">How many.</param>
/// <param name="AtLeast">How many of them stand out at least as much.</param>
/// <param name="Prolonged">Whether they are so few that the tail is prolonged by a generalised Pareto distribution.</param>
public sealed record PlaceboWitnesses(int Cells, int AtLeast, bool Prolonged);
