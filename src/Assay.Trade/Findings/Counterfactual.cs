namespace Assay.Trade.Findings;

/// <summary>Which counterfactual a finding rests on, from the richest to the simplest the data allow.</summary>
public enum CounterfactualMethod
{
    /// <summary>
    /// Poisson pseudo-maximum-likelihood with effects a_jp, l_pt, d_jt: d_jt from unrestricted goods of every destination, then a_jp and
    /// l_pt
    /// per product given d_jt, each destination predicted from the others (five-fold).
    /// </summary>
    ThreeWay,

    /// <summary>Same months before, times the growth of the destination's own unrestricted trade.</summary>
    OwnGrowth,

    /// <summary>Same months before, unchanged.</summary>
    SameAsBefore,
}

/// <summary>What trade would have been, per cell of destination and restricted product.</summary>
/// <param name="Method">How it was found.</param>
/// <param name="Window">The periods compared.</param>
/// <param name="Paths">Counterfactual per destination x restricted product, one entry per period of the panel; null where there is
/// none.</param>
public sealed record Counterfactual(CounterfactualMethod Method, Window Window, double[]?[] Paths);
