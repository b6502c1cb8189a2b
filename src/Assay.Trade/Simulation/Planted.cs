using Assay.Trade.Codes;

namespace Assay.Trade.Simulation;

/// <summary>What was planted in a synthetic world: a diversion to be found, or a decoy to be left alone.</summary>
/// <param name="Kind"><c>diversion</c>, <c>own-demand</c>, <c>price</c> or <c>ship-registry</c>.</param>
/// <param name="Destination">ISO alpha-2 of the destination; empty for a price decoy, which is everywhere.</param>
/// <param name="Product">HS6 code the goods really are; empty for own demand, which is every product.</param>
/// <param name="DeclaredAs">HS6 code under which they are declared; differs from <paramref name="Product"/> where misdeclared.</param>
/// <param name="From">First month, yyyymm.</param>
/// <param name="Lag">Months from the effective date.</param>
/// <param name="Size">Share of the destination's counterfactual trade in the cell that was added (after the cap at the target's
/// loss).</param>
/// <param name="Onward">Whether the destination reports its exports to the target.</param>
/// <param name="Misdeclared">Whether the goods are declared under an unrestricted code.</param>
/// <param name="Diverted">EUR added over all months from <paramref name="From"/>; for decoys the innocent growth.</param>
public sealed record Planted(
    string Kind,
    string Destination,
    string Product,
    string DeclaredAs,
    int From,
    int Lag,
    double Size,
    bool Onward,
    bool Misdeclared,
    double Diverted
)
{
    /// <summary>True where a detector should find it.</summary>
    public bool IsDiversion => Kind == "diversion";
}
