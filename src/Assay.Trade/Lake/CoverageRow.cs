namespace Assay.Trade.Lake;

/// <summary>What the lake holds for one reporter, flow, frequency, product level and currency.</summary>
/// <param name="Reporter">Reporter code.</param>
/// <param name="ReporterKind">country, bloc, world or bucket.</param>
/// <param name="Flow">X or M.</param>
/// <param name="Frequency">M or A.</param>
/// <param name="Level">CN8, HS6, HS4, HS2, TOTAL or OTHER.</param>
/// <param name="Currency">Currency of the values.</param>
/// <param name="First">First period, yyyymm or yyyy00.</param>
/// <param name="Last">Last period.</param>
/// <param name="Periods">How many distinct periods were reported between them, both included.</param>
/// <param name="Rows">Rows before overlaps are resolved.</param>
public sealed record CoverageRow(
    string Reporter,
    string ReporterKind,
    string Flow,
    string Frequency,
    string Level,
    string Currency,
    int First,
    int Last,
    int Periods,
    long Rows
)
{
    /// <summary>Periods between first and last that nobody reported: unknown, not zero.</summary>
    public int Missing => Expected - Periods;

    private int Expected =>
        Frequency == "A" ? (Last / 100) - (First / 100) + 1 : ((Last / 100 * 12) + (Last % 100)) - ((First / 100 * 12) + (First % 100)) + 1;
}
