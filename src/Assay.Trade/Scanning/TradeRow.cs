namespace Assay.Trade.Scanning;

/// <summary>One observation as the column store takes it in.</summary>
/// <param name="Reporter">Who reports, ISO alpha-2 or the publisher's bucket.</param>
/// <param name="Partner">The other side.</param>
/// <param name="Flow">X exports, M imports.</param>
/// <param name="Product">Code with leading zeros.</param>
/// <param name="Level">CN8, HS6, HS4, HS2, TOTAL or OTHER.</param>
/// <param name="Frequency">M or A.</param>
/// <param name="Period">yyyymm; yyyy00 for a year.</param>
/// <param name="Currency">Currency of the value.</param>
/// <param name="Value">Value in that currency.</param>
/// <param name="Kilograms">Net mass; 0 where not given.</param>
public readonly record struct TradeRow(
    string Reporter,
    string Partner,
    char Flow,
    string Product,
    string Level,
    char Frequency,
    int Period,
    string Currency,
    double Value,
    double Kilograms
);
