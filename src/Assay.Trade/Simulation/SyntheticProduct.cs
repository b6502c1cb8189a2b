namespace Assay.Trade.Simulation;

/// <summary>A product of a synthetic world.</summary>
/// <param name="Code">HS6 code.</param>
/// <param name="Restricted">Whether exports to the target are restricted from the effective date.</param>
/// <param name="Sibling">For a restricted product, the index of an unrestricted one in the same HS4; -1 where there is none.</param>
public sealed record SyntheticProduct(string Code, bool Restricted, int Sibling)
{
    /// <summary>True for ships and boats.</summary>
    public bool IsShip => Code.StartsWith("89", StringComparison.Ordinal);
}
