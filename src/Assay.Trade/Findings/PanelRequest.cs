namespace Assay.Trade.Findings;

/// <summary>What to take out of a column store for an investigation.</summary>
/// <param name="Origin">Reporters of the origin bloc; null means every reporter.</param>
/// <param name="Target">The restricted destination.</param>
/// <param name="Restricted">Restricted codes of any length; a product is restricted when its code starts with one.</param>
public sealed record PanelRequest(IReadOnlyCollection<string>? Origin, string Target, IReadOnlyList<string> Restricted)
{
    /// <summary>M or A.</summary>
    public char Frequency { get; init; } = 'M';

    /// <summary>Currency of the values.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>Digits that name a product family: 4, 6 or 8.</summary>
    public int Digits { get; init; } = 6;

    /// <summary>True to measure kilograms in place of values.</summary>
    public bool Mass { get; init; }

    /// <summary>Whether <paramref name="code"/> is restricted.</summary>
    public bool Restricts(string code)
    {
        foreach (var r in Restricted) if (code.StartsWith(r, StringComparison.Ordinal)) return true;
        return false;
    }
}
