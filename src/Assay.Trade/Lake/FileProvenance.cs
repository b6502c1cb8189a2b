namespace Assay.Trade.Lake;

/// <summary>Where one file of the lake came from, and what became of its rows. Written beside the data, one JSON file per
/// import.</summary>
/// <param name="Sha256">SHA-256 of the bytes as received (before decompression), lower-case hexadecimal.</param>
/// <param name="OriginalName">File name as received, without folders.</param>
/// <param name="Bytes">Size of the file as received.</param>
/// <param name="Publisher">Who published the figures, as far as the format or the mapping says.</param>
/// <param name="Format">Name of the recognised format.</param>
/// <param name="ExtractDate">When the publisher's database was read.</param>
/// <param name="ExtractDateFrom">Where that date was found: <c>given</c>, <c>content</c> or <c>file time</c>.</param>
/// <param name="ImportedAt">When the file entered the lake, ISO 8601 in UTC.</param>
/// <param name="Sequence">Order of import, from 1; decides between files of the same extract date.</param>
/// <param name="Synthetic">True where the figures were simulated.</param>
/// <param name="RowsIn">Rows (for wide files: non-missing cells) found.</param>
/// <param name="RowsKept">Rows in the lake.</param>
/// <param name="LeftOut">Rows left out by rule, such as repeats of a total, with reasons.</param>
/// <param name="Refused">Rows that could not be understood, with reasons and examples.</param>
/// <param name="Repaired">Rows changed before they were kept, such as restored leading zeros.</param>
/// <param name="Overlaps">Earlier files that hold some of the same cells.</param>
/// <param name="Notes">Anything else a reader must know.</param>
public sealed record FileProvenance(
    string Sha256,
    string OriginalName,
    long Bytes,
    string Publisher,
    string Format,
    DateOnly ExtractDate,
    string ExtractDateFrom,
    string ImportedAt,
    int Sequence,
    bool Synthetic,
    long RowsIn,
    long RowsKept,
    IReadOnlyList<RowCount> LeftOut,
    IReadOnlyList<RowCount> Refused,
    IReadOnlyList<RowCount> Repaired,
    IReadOnlyList<FileOverlap> Overlaps,
    IReadOnlyList<string> Notes
)
{
    /// <summary>Checksums of what the lake keeps of the file.</summary>
    public StoredFiles? Stored { get; init; }

    /// <summary>Checksum of everything else that is said here.</summary>
    public string Seal { get; init; } = "";

    /// <summary>Rows refused, over all reasons.</summary>
    public long RowsRefused => Refused.Sum(r => r.Rows);

    /// <summary>Rows left out by rule, over all reasons.</summary>
    public long RowsLeftOut => LeftOut.Sum(r => r.Rows);
}

/// <summary>SHA-256 of the files that a lake keeps of one import, by which they are checked before they are used.</summary>
/// <param name="Trade">The observations.</param>
/// <param name="Coverage">What they cover.</param>
/// <param name="Refused">Rows refused or left out; null where there are none.</param>
public sealed record StoredFiles(string Trade, string Coverage, string? Refused);

/// <summary>How many rows met one reason, with a few of them.</summary>
/// <param name="Reason">What was wrong, or which rule applied.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Examples">Up to five examples: line where known, and the values.</param>
public sealed record RowCount(string Reason, long Rows, IReadOnlyList<string> Examples);

/// <summary>Cells that a new file and an earlier one both hold. Both stay; the newer extract is used.</summary>
/// <param name="With">SHA-256 of the earlier file.</param>
/// <param name="WithName">Its original name.</param>
/// <param name="Cells">Cells (reporter, partner, flow, product, frequency, period, currency) in both.</param>
/// <param name="Differing">Those whose values differ by more than half a unit.</param>
/// <param name="ValueHere">Sum of the differing cells in the new file, in its currency.</param>
/// <param name="ValueThere">Sum of the same cells in the earlier file.</param>
/// <param name="Used">Which file's values are used: <c>new</c> or <c>earlier</c>.</param>
public sealed record FileOverlap(
    string With,
    string WithName,
    long Cells,
    long Differing,
    double ValueHere,
    double ValueThere,
    string Used
);
