using Assay.Trade.Lake;
using Assay.Trade.Sql;
using DuckDB.NET.Data;

namespace Assay.Trade.Import;

/// <summary>Moves a staged file into the lake. Until its provenance is in place, no reader sees any of it.</summary>
internal sealed class LakeCommit(DuckDBConnection connection, LakeFolders folders, string workspace, string sha256)
{
    private readonly string trade = Path.Combine(workspace, "trade.parquet");
    private readonly string coverage = Path.Combine(workspace, "coverage.parquet");
    private Task<string>? sealing;
    private readonly string refused = Path.Combine(workspace, "refused.parquet");

    /// <summary>Separates rows kept from rows refused or left out, and summarises what the kept ones cover.</summary>
    /// <param name="stage">The staged file.</param>
    /// <param name="rows">Its rows with their marks, as a table.</param>
    /// <param name="counts">What became of them.</param>
    public void Divide(string stage, string rows, StageCounts counts)
    {
        if (counts.Refused.Count + counts.LeftOut.Count == 0)
            File.Move(stage, trade);
        else
        {
            var from = $"FROM {rows}";
            Execute(
                $"COPY (SELECT {LakeSchema.SelectList} {from} WHERE refusal IS NULL AND left_out IS NULL) TO {SqlText.Quote(trade)} (FORMAT parquet)"
            );
            Execute(
                $"COPY (SELECT * {from} WHERE refusal IS NOT NULL OR left_out IS NOT NULL) TO {SqlText.Quote(refused)} (FORMAT parquet)"
            );
        }

        // The rows are hashed while they are summed.
        sealing = Task.Run(() => LakeSeal.Of(trade));
        try
        {
            Execute(SqlText.Load("Lake.coverage.sql", ("trade", SqlText.Parquet(trade)), ("coverage", SqlText.Quote(coverage))));
        }
        finally
        {
            Task.WaitAny(sealing);
        }
    }

    /// <summary>Compares with each file already in the lake.</summary>
    public IReadOnlyList<FileOverlap> Overlaps(IReadOnlyList<FileProvenance> known, DateOnly extracted)
    {
        var overlaps = new List<FileOverlap>();
        var sharing = known.Count == 0 ? [] : Sharing(known);
        foreach (var file in known.Where(f => sharing.Contains(f.Sha256)))
        {
            using var command = connection.CreateCommand();
            command.CommandText = SqlText.Load(
                "Lake.overlap.sql",
                ("coverage_new", SqlText.Parquet(coverage)),
                ("coverage_old", SqlText.Parquet(folders.CoverageFile(file.Sha256))),
                ("trade_new", SqlText.Parquet(trade)),
                ("trade_old", SqlText.Parquet(folders.TradeFile(file.Sha256)))
            );
            using var reader = command.ExecuteReader();
            if (reader.Read() && reader.GetInt64(0) > 0)
            {
                overlaps.Add(
                    new FileOverlap(
                        file.Sha256,
                        file.OriginalName,
                        reader.GetInt64(0),
                        reader.GetInt64(1),
                        reader.GetDouble(2),
                        reader.GetDouble(3),
                        extracted >= file.ExtractDate ? "new" : "earlier"
                    )
                );
            }
        }

        return overlaps;
    }

    // Files that cover at least one of the new file's blocks; found from the small coverage files in one query.
    private HashSet<string> Sharing(IReadOnlyList<FileProvenance> known)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SqlText.Load(
            "Lake.sharing.sql",
            ("coverage_new", SqlText.Parquet(coverage)),
            ("coverage_old", SqlText.Parquet(known.Select(f => folders.CoverageFile(f.Sha256))))
        );
        using var reader = command.ExecuteReader();
        var sources = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
            sources.Add(reader.GetString(0));

        return sources;
    }

    /// <summary>Checksums of the files that will lie in the lake.</summary>
    public StoredFiles Stored() =>
        new(sealing!.GetAwaiter().GetResult(), LakeSeal.Of(coverage), File.Exists(refused) ? LakeSeal.Of(refused) : null);

    /// <summary>Puts everything in place, the provenance last.</summary>
    public void Publish(string provenance)
    {
        foreach (var folder in (string[])[folders.Trade, folders.Coverage, folders.Refused, folders.Provenance])
            Directory.CreateDirectory(folder);

        File.Move(trade, folders.TradeFile(sha256), overwrite: true);
        File.Move(coverage, folders.CoverageFile(sha256), overwrite: true);
        if (File.Exists(refused))
            File.Move(refused, folders.RefusedFile(sha256), overwrite: true);

        var written = Path.Combine(workspace, "provenance.json");
        File.WriteAllText(written, provenance);
        File.Move(written, folders.ProvenanceFile(sha256), overwrite: true);
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
