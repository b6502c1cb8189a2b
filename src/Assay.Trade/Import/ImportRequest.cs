using Assay.Trade.Formats.Mapped;
using Assay.Trade.Lake;

namespace Assay.Trade.Import;

/// <summary>A request to bring one file into a lake.</summary>
/// <param name="Path">The file.</param>
/// <param name="LakeDirectory">The lake; made where it does not exist.</param>
public sealed record ImportRequest(string Path, string LakeDirectory)
{
    /// <summary>What the user says about the file, or null to let the content speak.</summary>
    public TradeMapping? Mapping { get; init; }

    /// <summary>When the publisher's database was read; null to take it from the content or, failing that, the file's time.</summary>
    public DateOnly? Extracted { get; init; }

    /// <summary>DuckDB's memory limit.</summary>
    public string MemoryLimit { get; init; } = "1GB";
}

/// <summary>What came of an import.</summary>
/// <param name="Provenance">The file's entry in the lake.</param>
/// <param name="AlreadyThere">True where the lake held the same bytes before; nothing was changed then.</param>
public sealed record ImportReply(FileProvenance Provenance, bool AlreadyThere);

/// <summary>How far an import has come.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Share">Share done of that stage, 0 to 1, or negative where unknown.</param>
/// <param name="Rows">Rows written so far, or 0.</param>
public readonly record struct ImportProgress(string Stage, double Share, long Rows);
