namespace Assay.Trade.Scanning;

/// <summary>Which rows a before/after scan adds up.</summary>
/// <param name="Flow">X or M.</param>
/// <param name="Frequency">M or A.</param>
/// <param name="Currency">Currency of the values; others are left out.</param>
/// <param name="Reporters">Codes of the origin bloc's members; null means every reporter.</param>
/// <param name="Before">Periods of the first sum.</param>
/// <param name="After">Periods of the second sum.</param>
/// <param name="Mass">True to add up kilograms in place of values.</param>
public sealed record BeforeAfterQuery(
    char Flow,
    char Frequency,
    string Currency,
    IReadOnlyCollection<string>? Reporters,
    IReadOnlyCollection<int> Before,
    IReadOnlyCollection<int> After,
    bool Mass = false
);

/// <summary>Sums over the two windows per cell (product x partners + partner).</summary>
/// <param name="Before">First sum per cell, in the query's unit.</param>
/// <param name="After">Second sum per cell.</param>
public sealed record BeforeAfterSums(double[] Before, double[] After);
