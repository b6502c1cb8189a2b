using Assay.Trade.Flows;

namespace Assay.Trade.Findings;

/// <summary>Flows of one origin bloc as a dense block: destination, product family, period. Immutable by convention after
/// building.</summary>
/// <param name="Destinations">Destinations; the order is that of the store's partners.</param>
/// <param name="Products">Product families: restricted families first, then groups of unrestricted goods.</param>
/// <param name="RestrictedCount">How many of the products are restricted families.</param>
/// <param name="Periods">The periods, ascending, without gaps; yyyymm or yyyy00.</param>
/// <param name="Reported">Per period, share of the bloc's reporters that reported it (0 to 1).</param>
/// <param name="Values">Value at ((destination x products) + product) x periods + period.</param>
/// <param name="Masses">Kilograms at the same place.</param>
public sealed record TradePanel(
    string[] Destinations,
    string[] Products,
    int RestrictedCount,
    int[] Periods,
    double[] Reported,
    double[] Values,
    double[] Masses
)
{
    /// <summary>Codes of those who report for the bloc.</summary>
    public IReadOnlySet<string> Members { get; init; } = new HashSet<string>();

    /// <summary>Digits of the level that products are told apart by; 0 for the total.</summary>
    public int Digits { get; init; } = 6;

    /// <summary>How many codes are on another list than the one scanned, and so in no group of unrestricted goods.</summary>
    public int HeldOut { get; init; }

    /// <summary>The rates that the bloc's reports were converted by.</summary>
    public IReadOnlyList<RateUsed> Rates { get; init; } = [];

    /// <summary>Reports of the bloc that are not in the panel for want of a rate.</summary>
    public IReadOnlyList<RateLacking> Lacking { get; init; } = [];

    /// <summary>What of the bloc's reports is left out since some of its members lack periods.</summary>
    public LeftOut LeftOut { get; init; } = LeftOut.Nothing;

    /// <summary>Periods that members of the bloc lack, worth too little to leave anything out.</summary>
    public IReadOnlyList<MemberGap> Gaps { get; init; } = [];

    /// <summary>Per destination x period whether it is reported at all; null where whoever reports the panel reports every
    /// destination.</summary>
    public bool[]? Known { get; init; }

    /// <summary>Whether trade of a destination in a period is known; else its value is no zero.</summary>
    public bool Knows(int destination, int period) => Known is null || Known[(destination * Periods.Length) + period];

    /// <summary>
    /// The part of a window for which a destination's trade is known, both after and before; without periods where that is fewer than half
    /// of it.
    /// </summary>
    public Window Seen(int destination, Window window)
    {
        const int leastShare = 2;
        if (Known is null)
            return window;
        int[] pairs =
        [
            .. Enumerable
                .Range(0, window.After.Length)
                .Where(i => Knows(destination, window.After[i]) && Knows(destination, window.Before[i])),
        ];
        if (pairs.Length * leastShare < window.After.Length)
            pairs = [];
        return window with { After = [.. pairs.Select(i => window.After[i])], Before = [.. pairs.Select(i => window.Before[i])] };
    }

    /// <summary>Value of one cell in one period.</summary>
    public double Value(int destination, int product, int period) => Values[At(destination, product, period)];

    /// <summary>Position of a cell and period in the arrays.</summary>
    public int At(int destination, int product, int period) => (((destination * Products.Length) + product) * Periods.Length) + period;

    /// <summary>Sum of a column over periods.</summary>
    public double Sum(double[] column, int destination, int product, IEnumerable<int> periods) =>
        periods.Sum(t => column[At(destination, product, t)]);

    /// <summary>Sum of all unrestricted groups of a destination in a period.</summary>
    public double Unrestricted(int destination, int period)
    {
        var sum = 0.0;
        for (var p = RestrictedCount; p < Products.Length; p++)
            sum += Value(destination, p, period);
        return sum;
    }

    /// <summary>The first so many periods.</summary>
    public TradePanel Until(int count)
    {
        var (values, masses) = (
            new double[Destinations.Length * Products.Length * count],
            new double[Destinations.Length * Products.Length * count]
        );
        for (var cell = 0; cell < Destinations.Length * Products.Length; cell++)
        {
            Array.Copy(Values, cell * Periods.Length, values, cell * count, count);
            Array.Copy(Masses, cell * Periods.Length, masses, cell * count, count);
        }

        return this with
        {
            Known = Known is null
                ? null
                : [.. Enumerable.Range(0, Destinations.Length).SelectMany(j => Known.Skip(j * Periods.Length).Take(count))],
            Periods = Periods[..count],
            Reported = Reported[..count],
            Values = values,
            Masses = masses,
        };
    }
}
