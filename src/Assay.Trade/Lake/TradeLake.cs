using Assay.Ground.Outcomes;
using Assay.Trade.Sql;
using DuckDB.NET.Data;

namespace Assay.Trade.Lake;

/// <summary>
/// A directory of Parquet files of trade observations with their provenance, opened with DuckDB. Reading only; files enter
/// through the import. Not safe for use by several threads at once: open one per thread.
/// </summary>
/// <remarks>
/// The connection offers <c>observations</c> (every row, of overlapping files the newest extract), <c>country_observations</c> (the
/// same without blocs and the world), <c>all_rows</c> (overlaps not resolved) and <c>coverage</c>. Columns: <see cref="LakeSchema"/>.
/// </remarks>
public sealed class TradeLake : IDisposable
{
    private readonly string memoryLimit;
    private DuckDBConnection? connection;

    private TradeLake(LakeFolders folders, IReadOnlyList<FileProvenance> files, string memoryLimit) =>
        (Folders, Files, this.memoryLimit) = (folders, files, memoryLimit);

    /// <summary>Where things lie.</summary>
    public LakeFolders Folders { get; }

    /// <summary>The files of the lake in order of import.</summary>
    public IReadOnlyList<FileProvenance> Files { get; }

    /// <summary>An in-memory DuckDB connection with the views over this lake, made when first asked for.</summary>
    public DuckDBConnection Connection => connection ??= Connect();

    /// <summary>Opens a lake that holds at least one file, and checks that its files are those that were imported.</summary>
    /// <param name="directory">The lake directory.</param>
    /// <param name="memoryLimit">DuckDB's memory limit, such as <c>1GB</c>; larger sorts and joins spill to the lake's <c>incoming</c>
    /// folder.</param>
    /// <returns>The lake, or an error where the directory is missing, is no lake, is empty, lacks a file its provenance names, or holds
    /// one
    /// that was changed.</returns>
    public static Result<TradeLake> Open(string directory, string memoryLimit = "1GB")
    {
        var lake = OpenUnchecked(directory, memoryLimit);
        if (!lake.Succeeded || lake.Value.Damage() is not { } damage)
            return lake;
        lake.Value.Dispose();
        return damage;
    }

    /// <summary>Opens a lake without looking at its rows, for a reader that may not need them: see <see cref="Damage"/>.</summary>
    /// <inheritdoc cref="Open"/>
    public static Result<TradeLake> OpenUnchecked(string directory, string memoryLimit = "1GB")
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var folders = new LakeFolders(Path.GetFullPath(directory));
        if (!Directory.Exists(folders.Provenance))
            return None($"There is no trade lake in '{directory}'.", directory);
        var read = ReadProvenance(folders);
        if (!read.Succeeded)
            return read.Error;
        return read.Value.Count == 0
            ? None($"The trade lake in '{directory}' is empty.", directory)
            : new TradeLake(folders, read.Value, memoryLimit);
    }

    /// <summary>The first file of the lake that is missing or not as it was imported; null where there is none.</summary>
    /// <param name="stop">Stops the look between two files.</param>
    public Error? Damage(CancellationToken stop = default) => LakeSeal.Damage(Folders, Files, stop);

    /// <summary>What the lake covers, by reporter, flow, frequency, level and currency; a period that is not listed was not
    /// reported.</summary>
    public IReadOnlyList<CoverageRow> Coverage()
    {
        using var command = Connection.CreateCommand();
        command.CommandText = SqlText.Load("Lake.coverage-summary.sql");
        using var reader = command.ExecuteReader();
        var rows = new List<CoverageRow>();
        while (reader.Read())
        {
            rows.Add(
                new CoverageRow(
                    reader.GetString(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetString(4),
                    reader.GetString(5),
                    reader.GetInt32(6),
                    reader.GetInt32(7),
                    reader.GetInt32(8),
                    reader.GetInt64(9)
                )
            );
        }

        return rows;
    }

    /// <summary>The currencies in the lake. More than one means that values must be filtered before they are summed.</summary>
    public IReadOnlyList<string> Currencies() =>
        [.. Coverage().Select(c => c.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Closes the connection. The files stay.</summary>
    public void Dispose() => connection?.Dispose();

    /// <summary>The provenance of every file in a lake directory, in order of import; empty where there is none yet.</summary>
    internal static Result<IReadOnlyList<FileProvenance>> ReadProvenance(LakeFolders folders) => ProvenanceFiles.Read(folders);

    private static Error None(string message, string directory) =>
        new(ErrorKind.Input, message, "Import a file first: assay trade import FILE --lake DIR.", new Location(directory));

    private DuckDBConnection Connect()
    {
        connection = LakeConnection.Open(memoryLimit, Folders.Incoming);
        CreateViews();
        return connection;
    }

    private void CreateViews()
    {
        var ranks = Files
            .OrderBy(f => f.ExtractDate)
            .ThenBy(f => f.Sequence)
            .Select((f, i) => $"({SqlText.Quote(f.Sha256)}, {SqlText.Number(i)})");
        var coverage = SqlText.Parquet(Files.Select(f => Folders.CoverageFile(f.Sha256)));
        Execute(
            SqlText.Load(
                "Lake.views.sql",
                ("files", string.Join(", ", ranks)),
                ("coverage", coverage),
                ("columns", LakeSchema.SelectList),
                ("everything", SqlText.Parquet(Files.Select(f => Folders.TradeFile(f.Sha256))))
            )
        );
        var contested = Contested(coverage);
        Execute(ObservationsView(contested));
        Execute(SqlText.Load("Lake.country-observations.sql"));
    }

    private string ObservationsView(HashSet<string> contested)
    {
        var alone = Files.Where(f => !contested.Contains(f.Sha256)).Select(f => Folders.TradeFile(f.Sha256)).ToList();
        var plain = SqlText.Parquet(alone);
        if (contested.Count == 0)
            return SqlText.Load("Lake.observations-plain.sql", ("columns", LakeSchema.SelectList), ("plain", plain));

        var union = alone.Count == 0 ? "" : $"UNION ALL SELECT {LakeSchema.SelectList} FROM {plain}";
        return SqlText.Load(
            "Lake.observations-contested.sql",
            ("columns", LakeSchema.SelectList),
            ("plain_union", union),
            ("contested", SqlText.Parquet(Files.Where(f => contested.Contains(f.Sha256)).Select(f => Folders.TradeFile(f.Sha256))))
        );
    }

    private HashSet<string> Contested(string coverage)
    {
        using var command = connection!.CreateCommand();
        command.CommandText = SqlText.Load("Lake.contested.sql", ("coverage", coverage));
        using var reader = command.ExecuteReader();
        var sources = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
            sources.Add(reader.GetString(0));

        return sources;
    }

    private void Execute(string sql)
    {
        using var command = connection!.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
