using Assay.Trade.Codes;

namespace Assay.Trade.Findings;

/// <summary>Blocs that report trade country by country.</summary>
public static class TradeBlocs
{
    /// <summary>The 27 member states of the European Union since February 2020.</summary>
    public static IReadOnlyCollection<string> EuropeanUnion { get; } = [.. DataText.Rows("Findings.Data.eu27.csv").Select(r => r[0])];

    /// <summary>Who reports for the European Union: its members, and the bloc itself, whose rows a lake holds only where no member
    /// reports.</summary>
    public static IReadOnlyCollection<string> EuropeanUnionReporters { get; } = [.. EuropeanUnion, "EU27_2020"];
}
