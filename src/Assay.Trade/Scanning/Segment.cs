namespace Assay.Trade.Scanning;

/// <summary>A run of rows that share everything but product and partner; within it, rows are sorted by cell.</summary>
/// <param name="Flow">X or M.</param>
/// <param name="Frequency">M or A.</param>
/// <param name="Currency">Currency of the values.</param>
/// <param name="Period">yyyymm; yyyy00 for a year.</param>
/// <param name="Reporter">Index of the reporter.</param>
/// <param name="Start">First row.</param>
/// <param name="Count">Number of rows.</param>
public sealed record Segment(char Flow, char Frequency, string Currency, int Period, int Reporter, int Start, int Count);

/// <summary>A product as the store knows it.</summary>
/// <param name="Code">Code with leading zeros.</param>
/// <param name="Level">CN8, HS6, HS4, HS2, TOTAL or OTHER.</param>
public sealed record ProductKey(string Code, string Level);
