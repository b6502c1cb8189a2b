namespace Assay.Trade.Findings;

/// <summary>Trade before and after a date, over the periods for which the reporter reports both.</summary>
/// <param name="Before">Sum over the like periods before; NaN where none is reported.</param>
/// <param name="After">Sum over the periods after; NaN where none is reported.</param>
/// <param name="Compared">How many periods after are compared.</param>
public readonly record struct TradeSide(double Before, double After, int Compared)
{
    /// <summary>Trade that nobody reports: unknown, not zero.</summary>
    public static TradeSide Unknown { get; } = new(double.NaN, double.NaN, 0);

    /// <summary>Whether it is reported at all.</summary>
    public bool Known => Compared > 0;

    /// <summary>After / before; infinite where there was nothing, NaN where neither is known or both are nothing.</summary>
    public double Change => After / Before;

    /// <summary>Two sides together; what is unknown adds nothing.</summary>
    public static TradeSide Sum(IEnumerable<TradeSide> sides)
    {
        var known = sides.Where(s => s.Known).ToList();
        return known.Count == 0 ? Unknown : new TradeSide(known.Sum(s => s.Before), known.Sum(s => s.After), known.Max(s => s.Compared));
    }
}
