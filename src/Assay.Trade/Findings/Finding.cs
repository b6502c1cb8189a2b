namespace Assay.Trade.Findings;

/// <summary>State of an innocent explanation.</summary>
public enum ExplanationState
{
    /// <summary>The data speak against it.</summary>
    RuledOut,

    /// <summary>The data leave room for it.</summary>
    Possible,

    /// <summary>The data cannot say.</summary>
    Unknown,
}

/// <summary>An innocent explanation and what the data say of it.</summary>
/// <param name="Name">Such as <c>own demand</c>.</param>
/// <param name="State">What the data say.</param>
/// <param name="Why">One sentence with the numbers.</param>
public sealed record Explanation(string Name, ExplanationState State, string Why);

/// <summary>
/// A cell of destination and product whose trade rose as direct trade with the target fell. Amounts are sums over the periods after, in
/// the
/// panel's unit. "Consistent with re-routing", never proof of it.
/// </summary>
public sealed record Finding
{
    /// <summary>Place in the ranking, from 1: found cells by <see cref="Floor"/>, then the others by theirs.</summary>
    public int Rank { get; init; }

    /// <summary>Destination, ISO alpha-2.</summary>
    public required string Destination { get; init; }

    /// <summary>Product family.</summary>
    public required string Product { get; init; }

    /// <summary>Same months before the effective date.</summary>
    public required double Before { get; init; }

    /// <summary>Observed after.</summary>
    public required double After { get; init; }

    /// <summary>What would have been.</summary>
    public required double Counterfactual { get; init; }

    /// <summary>How the counterfactual was found.</summary>
    public required CounterfactualMethod Method { get; init; }

    /// <summary>E = after less counterfactual.</summary>
    public double Excess => After - Counterfactual;

    /// <summary>E-: 5 % lower bound, from the spread of placebo cells of like size.</summary>
    public required double ExcessLow { get; init; }

    /// <summary>L: what direct trade with the target fell by in this product.</summary>
    public required double Loss { get; init; }

    /// <summary>F: rise of the destination's own exports of the product to the target; NaN where it does not report.</summary>
    public required double Onward { get; init; }

    /// <summary>F-: its lower bound.</summary>
    public required double OnwardLow { get; init; }

    /// <summary>Months by which onward trade follows best, 0 to 3.</summary>
    public int Lag { get; init; }

    /// <summary>Where imports are the outcome, which periods the destination reports of them; <see cref="Leg.None"/> where it is the bloc's
    /// exports.</summary>
    public Leg OutcomeLeg { get; init; } = Leg.None;

    /// <summary>What is known of the destination's exports to the target.</summary>
    public Leg OnwardLeg { get; init; } = Leg.None;

    /// <summary>What is known of its imports from the bloc; of the bloc's exports to it where imports are the outcome.</summary>
    public Leg MirrorLeg { get; init; } = Leg.None;

    /// <summary>Whether the destination reports its exports.</summary>
    public bool OnwardKnown => !double.IsNaN(Onward);

    /// <summary>Value that the bloc reports as sent and the destination does not report as received, beyond the gap before, lower bound;
    /// NaN where unknown.</summary>
    public required double Missing { get; init; }

    /// <summary>ln X_O - ln M_j after less before; NaN where unknown.</summary>
    public double GapChange { get; init; } = double.NaN;

    /// <summary>Robust z of the change of ln(value/kg) against other destinations; NaN where weights are not given.</summary>
    public double UnitValueZ { get; init; } = double.NaN;

    /// <summary>Excess in unrestricted goods of the same heading, as a share of their counterfactual; NaN where there are none.</summary>
    public double SiblingGrowth { get; init; } = double.NaN;

    /// <summary>D = min(E-, L, max(F-, missing)); where neither is known min(E-, L). Not below zero.</summary>
    public double FloorAlone
    {
        get
        {
            var bound = Math.Min(ExcessLow, Loss);
            var seen = (double.IsNaN(Onward), double.IsNaN(Missing)) switch
            {
                (true, true) => bound,
                (true, false) => bound, // what is sent on is unknown: a gap alone cannot bound it from above
                (false, true) => OnwardLow,
                _ => Math.Max(OnwardLow, Missing),
            };
            return Math.Max(0, Math.Min(bound, seen));
        }
    }

    /// <summary><see cref="FloorAlone"/>, scaled so that the floors of all destinations together do not exceed the loss.</summary>
    public double Floor { get; init; }

    /// <summary>Empirical p-value of the excess against placebo cells, joined with that of onward trade or the mirror gap where
    /// known.</summary>
    public double P { get; init; } = 1;

    /// <summary>Empirical p-value of the excess alone.</summary>
    public required double PExcess { get; init; }

    /// <summary>What <see cref="PExcess"/> rests on.</summary>
    public Standing Standing { get; init; } = Standing.None;

    /// <summary>p-value of the second witness: onward trade where reported, else the mirror gap; NaN where neither is known.</summary>
    public required double PSecond { get; init; }

    /// <summary>
    /// Placebo over destinations: share of all destinations, itself among them, whose trade in the same product stands out at least as
    /// much; 1/n where none does.
    /// </summary>
    public double PDestinations { get; init; } = 1;

    /// <summary>Placebo over products: share of all products, itself among them, in which the same destination's trade stands out at
    /// least
    /// as much.</summary>
    public double PProducts { get; init; } = 1;

    /// <summary>Benjamini-Hochberg q-value over all cells scanned; NaN where there are no controls, so that none holds.</summary>
    public double Q { get; init; } = 1;

    /// <summary>Whether the scan could tell a diversion in this cell from chance.</summary>
    public ScanPower Power { get; init; }

    /// <summary>Best break period by the largest F statistic.</summary>
    public int Since { get; init; }

    /// <summary>Nothing in the 24 periods before.</summary>
    public bool NewRoute { get; init; }

    /// <summary>Growth ratio after / before; infinite where there was nothing.</summary>
    public double GrowthRatio => Before > 0 ? After / Before : double.PositiveInfinity;

    /// <summary>Innocent explanations.</summary>
    public IReadOnlyList<Explanation> Explanations { get; init; } = [];

    /// <summary>True where registration of ships or aircraft explains such trade: listed as explained, not as found.</summary>
    public bool Explained => Explanations.Any(e => e.Name == ExplanationTests.Registration && e.State == ExplanationState.Possible);

    /// <summary>
    /// True where neither onward trade nor goods that never arrived come to a tenth of the sure excess; never where onward trade is
    /// unknown, since
    /// the floor is then all that can have been diverted.
    /// </summary>
    public bool StaysThere => FloorAlone < 0.1 * Math.Min(ExcessLow, Loss);

    /// <summary>
    /// True where there is an excess and a loss, and surely more was sent on to the target, or surely more never arrived, than before:
    /// re-routing is then witnessed
    /// even where the excess alone is within its noise, though no amount is sure.
    /// </summary>
    public bool Witnessed => Excess > 0 && Loss > 0 && (OnwardLow > 0 || Missing > 0);

    /// <summary>True where the cell stands out (q at most 0.1), has a floor above zero or is witnessed, does not stay there and is not
    /// explained.</summary>
    public bool Found =>
        Power != ScanPower.NoControls && Q <= Findings.Power.Accepted && (Floor > 0 || Witnessed) && !StaysThere && !Explained;
}
