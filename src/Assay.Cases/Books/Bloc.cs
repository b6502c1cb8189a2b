using Assay.Trade.Findings;

namespace Assay.Cases.Books;

/// <summary>The reporters that an origin stands for.</summary>
internal static class Bloc
{
    /// <summary>Codes of the reporters; null for every reporter.</summary>
    /// <param name="origin">As in <see cref="BookOptions.Origin"/>.</param>
    public static IReadOnlyCollection<string>? Of(string origin) =>
        origin switch
        {
            BookOptions.Everybody => null,
            BookOptions.Union => TradeBlocs.EuropeanUnionReporters,
            _ => origin.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
}
