using System.Globalization;
using Assay.Ground.DataFiles;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Store;

/// <summary>Brings the tables of a store to the form that this program knows, by the numbered files of SQL beside its class.</summary>
internal static class Migrations
{
    private static readonly EmbeddedFiles Files = new(typeof(Migrations).Assembly, "Assay.Cases");

    /// <summary>Number of the last file.</summary>
    /// <param name="folder">The folder of the files: <c>Store.Sqlite</c>, <c>Store.Postgres</c>.</param>
    public static int Newest(string folder) => Names(folder).Count;

    /// <summary>Runs the files after a number, in order.</summary>
    /// <param name="sql">The transaction to run them in.</param>
    /// <param name="folder">The folder of the database.</param>
    /// <param name="have">How many the store has.</param>
    public static void Run(SqlSession sql, string folder, int have)
    {
        foreach (var name in Names(folder).Skip(have))
            sql.Execute(Files.Text(name));
    }

    /// <summary>Why a store of a form is not opened; null where it is.</summary>
    /// <param name="have">Number of its last file.</param>
    /// <param name="folder">The folder of the database.</param>
    /// <param name="place">The store, for the message.</param>
    /// <param name="what">What the store is, for the message.</param>
    public static Error? Refusal(int have, string folder, string place, string what = "case") =>
        have <= Newest(folder)
            ? null
            : new Error(
                ErrorKind.Input,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The {what} was written by a newer Assay: its form is {have}, and this program knows {Newest(folder)}."
                ),
                "Open it with the newer one.",
                new Location(place)
            );

    private static IReadOnlyList<string> Names(string folder) => Files.Names($"{folder}.", ".sql");
}
