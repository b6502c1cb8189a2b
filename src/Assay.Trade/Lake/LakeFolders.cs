namespace Assay.Trade.Lake;

/// <summary>Where things lie inside a lake directory.</summary>
/// <param name="Root">The lake directory.</param>
public sealed record LakeFolders(string Root)
{
    /// <summary>One Parquet file of observations per imported file.</summary>
    public string Trade => Path.Combine(Root, "trade");

    /// <summary>One Parquet file per imported file: what it covers, by reporter, flow, level, period.</summary>
    public string Coverage => Path.Combine(Root, "coverage");

    /// <summary>Rows that were refused or left out, one Parquet file per imported file that had any.</summary>
    public string Refused => Path.Combine(Root, "refused");

    /// <summary>One JSON file per imported file. A file belongs to the lake once it is here, and not before.</summary>
    public string Provenance => Path.Combine(Root, "provenance");

    /// <summary>Work in progress; anything here may be deleted.</summary>
    public string Incoming => Path.Combine(Root, "incoming");

    /// <summary>Held by whoever changes the lake.</summary>
    public string Lock => Path.Combine(Root, "lake.lock");

    /// <summary>Parquet file of observations of one imported file.</summary>
    public string TradeFile(string sha256) => Path.Combine(Trade, sha256 + ".parquet");

    /// <summary>Parquet file of coverage of one imported file.</summary>
    public string CoverageFile(string sha256) => Path.Combine(Coverage, sha256 + ".parquet");

    /// <summary>Parquet file of refused rows of one imported file.</summary>
    public string RefusedFile(string sha256) => Path.Combine(Refused, sha256 + ".parquet");

    /// <summary>Provenance of one imported file.</summary>
    public string ProvenanceFile(string sha256) => Path.Combine(Provenance, sha256 + ".json");
}
