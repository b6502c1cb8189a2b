using Assay.Trade.Lake;
using Assay.Trade.Sql;

namespace Assay.Trade.Import;

/// <summary>Writes a Parquet file as text, so that its columns are recognised as those of a CSV are.</summary>
internal static class ParquetText
{
    private const string Memory = "1GB";

    /// <summary>The CSV, in the workspace.</summary>
    public static string Csv(string path, string workspace)
    {
        var target = Path.Combine(workspace, "parquet.csv");
        using var connection = LakeConnection.Open(Memory, Path.Combine(workspace, "spill"));
        using var command = connection.CreateCommand();
        command.CommandText =
            $"COPY (SELECT COLUMNS(*)::VARCHAR FROM {SqlText.Parquet(path)}) TO {SqlText.Quote(target)} (FORMAT csv, HEADER true, DELIMITER ',')";
        command.ExecuteNonQuery();
        return target;
    }
}
