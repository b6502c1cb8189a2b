namespace Assay.Cases.Proposals;

/// <summary>A proposal that cannot be taken. Thrown and caught within this folder: a proposal is made in many small steps, each of
/// which may end
/// it.</summary>
internal sealed class RefusedException(RefusalReason reason, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public RefusalReason Reason { get; } = reason;
}
