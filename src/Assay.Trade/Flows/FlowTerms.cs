using Assay.Trade.Money;

namespace Assay.Trade.Flows;

/// <summary>In what the rows of a store are read.</summary>
/// <param name="Frequency">M or A.</param>
/// <param name="Currency">Currency that values are brought to, month by month.</param>
/// <param name="Rates">The rates they are brought to it by.</param>
public sealed record FlowTerms(char Frequency, string Currency, ExchangeRates Rates)
{
    /// <summary>True where kilograms are measured: then a currency without a rate is no hindrance.</summary>
    public bool Mass { get; init; }

    /// <summary>Stops the reading between two reports.</summary>
    internal CancellationToken Stop { get; init; }
}

/// <summary>A rate that values were converted by.</summary>
/// <param name="Currency">Currency of the report.</param>
/// <param name="Period">yyyymm, or yyyy00 for a year.</param>
/// <param name="Factor">Units of the wanted currency per unit of it.</param>
public sealed record RateUsed(string Currency, int Period, double Factor);

/// <summary>A report that could not be read for want of a rate.</summary>
/// <param name="Reporter">Who reports.</param>
/// <param name="Currency">Currency of the report.</param>
/// <param name="Period">yyyymm, or yyyy00 for a year.</param>
public sealed record RateLacking(string Reporter, string Currency, int Period);
