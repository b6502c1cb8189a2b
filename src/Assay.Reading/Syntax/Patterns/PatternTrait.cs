namespace Assay.Reading.Syntax.Patterns;

/// <summary>What a pattern says of what it finds, beside its captures.</summary>
internal enum PatternTrait
{
    /// <summary>Something is wanted, supported or feared, not said.</summary>
    Attitude,

    /// <summary>What is said stands before whoever says it, from the beginning of the sentence on.</summary>
    Behind,

    /// <summary>Any verb is meant: only marks beside it make a saying of it.</summary>
    Marked,
}
