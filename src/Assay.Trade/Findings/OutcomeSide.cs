namespace Assay.Trade.Findings;

/// <summary>Whose reports of a flow are the outcome of a scan.</summary>
public enum OutcomeSide
{
    /// <summary>The bloc's exports, as its members report them (usually free on board).</summary>
    Exports,

    /// <summary>
    /// Each destination's imports from the bloc, as it reports them itself (usually with freight and insurance, CIF). A destination that
    /// does not report is unknown.
    /// </summary>
    Imports,
}
