using System.Runtime.CompilerServices;
using Assay.Trade.Sql;
using DuckDB.NET.Data;

namespace Assay.Trade.Lake;

/// <summary>Opens the in-memory DuckDB that reads and writes the lake's Parquet files.</summary>
internal static class LakeConnection
{
    private static readonly ConditionalWeakTable<DuckDBConnection, DuckDBCommand> Running = [];

    /// <summary>Opens a connection.</summary>
    /// <param name="memoryLimit">Such as <c>1GB</c>.</param>
    /// <param name="spill">Folder for what does not fit; made by DuckDB when first needed.</param>
    public static DuckDBConnection Open(string memoryLimit, string spill)
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SET memory_limit = {SqlText.Quote(memoryLimit)}; SET temp_directory = {SqlText.Quote(spill)}; SET enable_progress_bar = true; SET enable_progress_bar_print = false;";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Runs a statement that <see cref="Current"/> can be asked for from another thread, to cancel it.</summary>
    public static void Run(DuckDBConnection connection, string sql, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Running.AddOrUpdate(connection, command);
        command.ExecuteNonQuery();
        Running.Remove(connection);
    }

    /// <summary>The statement that runs on a connection, or null.</summary>
    public static DuckDBCommand? Current(DuckDBConnection connection) => Running.TryGetValue(connection, out var command) ? command : null;
}
