using Microsoft.Data.Sqlite;

namespace Assay.Cases.Store.Sqlite;

/// <summary>How this program connects to a file of its own.</summary>
internal static class SqliteConnections
{
    private const int Patience = 60; // seconds that a writer waits for another

    /// <summary>The words of connection to a file that is there, for reading and writing.</summary>
    public static string To(string file) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = Patience,
        }.ToString();
}
