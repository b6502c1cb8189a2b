using Assay.Chronology.Model;

namespace Assay.Chronology.Solving;

/// <summary>What the solver says of a model and its claims.</summary>
/// <param name="Claims">One verdict per claim, in the order of the claims.</param>
/// <param name="Joint">The claims tested together; claims whose premises are contradictory are left out of it.</param>
public sealed record ModelVerdicts(IReadOnlyList<ClaimVerdict> Claims, JointVerdict Joint);
