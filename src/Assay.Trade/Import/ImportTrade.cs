using System.Globalization;
using System.Text.Json;
using Assay.Ground.Outcomes;
using Assay.Trade.Formats;
using Assay.Trade.Lake;
using Assay.Trade.Sql;
using DuckDB.NET.Data;

namespace Assay.Trade.Import;

/// <summary>
/// Brings one file into a lake: recognises it, reads it in constant memory, counts what it cannot keep, and adds it as a whole or not at
/// all.
/// The same bytes are never added twice.
/// </summary>
/// <param name="clock">Gives the time of import.</param>
public sealed class ImportTrade(TimeProvider clock)
{
    private const int ProgressEvery = 250; // milliseconds

    /// <summary>Runs an import.</summary>
    /// <param name="request">File and lake.</param>
    /// <param name="progress">Told of stages and rows; may be null.</param>
    /// <param name="cancel">Stops the import and leaves the lake as it was.</param>
    public Result<ImportReply> Run(ImportRequest request, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!File.Exists(request.Path))
            return new Error(ErrorKind.Input, $"There is no file '{request.Path}'.", "Check the path.", new Location(request.Path));
        try
        {
            return InLake(request, progress, cancel);
        }
        catch (Exception e) when (ImportFailures.Of(e, request, cancel) is { } failure)
        {
            return failure;
        }
    }

    private Result<ImportReply> InLake(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var folders = new LakeFolders(Path.GetFullPath(request.LakeDirectory));
        progress?.Report(new ImportProgress("hashing", -1, 0));
        var hashing = Task.Run(() => ImportFailures.Reading(() => LakeSeal.Of(request.Path)), CancellationToken.None);
        try
        {
            var known = TradeLake.ReadProvenance(folders);
            if (!known.Succeeded)
                return known.Error;
            // A file as long as one that is there may be that one: nothing of it is unpacked before this is known.
            var length = new FileInfo(request.Path).Length;
            if (known.Value.Any(f => f.Bytes == length) && There(known.Value, Hash(hashing)) is { } there)
                return new ImportReply(there, true);
            using var workspace = Workspace.In(folders, cancel);
            return Import(request, folders, hashing, workspace.Folder, progress, cancel);
        }
        finally
        {
            // Whatever came of the import, nobody reads the file any more when it ends.
            Task.WaitAny([hashing], CancellationToken.None);
        }
    }

    private static FileProvenance? There(IReadOnlyList<FileProvenance> known, string sha256) =>
        known.FirstOrDefault(f => f.Sha256 == sha256);

    private static string Hash(Task<string> hashing) => hashing.GetAwaiter().GetResult();

    private Result<ImportReply> Import(
        ImportRequest request,
        LakeFolders folders,
        Task<string> hashing,
        string workspace,
        IProgress<ImportProgress>? progress,
        CancellationToken cancel
    )
    {
        var input = FileUnpacker.Open(request.Path, workspace, request.Mapping?.Encoding);
        if (!input.Succeeded)
        {
            _ = Hash(hashing); // a file that cannot be read at all says so
            return input.Error;
        }

        var format = FormatCatalogue.Recognise(input.Value, request.Mapping);
        if (!format.Succeeded)
            return format.Error;
        progress?.Report(new ImportProgress("recognised " + format.Value.Format.Name, -1, 0));
        var plan = ImportFailures.Reading(() => format.Value.Format.Plan(input.Value));
        if (!plan.Succeeded)
            return plan.Error;
        using var connection = LakeConnection.Open(request.MemoryLimit, Path.Combine(workspace, "spill"));
        using var stop = cancel.Register(() => Interrupt(connection));
        var (extracted, from) =
            request.Extracted is { } given ? (given, "given")
            : plan.Value.Extracted is { } content ? (content, "content")
            : (DateOnly.FromDateTime(File.GetLastWriteTimeUtc(request.Path)), "file time");
        var sha256 = Hash(hashing);
        progress?.Report(new ImportProgress("reading", -1, 0));
        var staging = new Staging(connection, plan.Value, workspace, sql => LakeConnection.Run(connection, sql, cancel));
        using (progress is null ? null : new Timer(_ => Tell(connection, progress), null, ProgressEvery, ProgressEvery))
        {
            if (staging.Run(sha256, extracted, input.Value.OriginalName) is { } unclear)
                return unclear;
        }

        cancel.ThrowIfCancellationRequested();
        progress?.Report(new ImportProgress("checking", -1, 0));
        var counted = new StageReport(connection, staging.Rows, input.Value.OriginalName).Read();
        if (!counted.Succeeded)
            return counted.Error;
        var commit = new LakeCommit(connection, folders, workspace, sha256);
        commit.Divide(staging.Output, staging.Rows, counted.Value);
        var stored = commit.Stored();
        // From here on no other import changes the lake, so that files are numbered apart.
        using var alone = LakeLock.Wait(folders.Lock, cancel);
        var known = TradeLake.ReadProvenance(folders);
        if (!known.Succeeded)
            return known.Error;
        if (There(known.Value, sha256) is { } there)
            return new ImportReply(there, true);
        var provenance = LakeSeal.Sealed(
            new FileProvenance(
                sha256,
                Path.GetFileName(request.Path),
                new FileInfo(request.Path).Length,
                plan.Value.Publisher ?? format.Value.Format.Publisher,
                plan.Value.FormatName ?? format.Value.Format.Name,
                extracted,
                from,
                clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                known.Value.Count == 0 ? 1 : known.Value.Max(f => f.Sequence) + 1,
                input.Value.Synthetic,
                counted.Value.RowsIn,
                counted.Value.Kept,
                counted.Value.LeftOut,
                counted.Value.Refused,
                counted.Value.Repaired,
                commit.Overlaps(known.Value, extracted),
                Notes(plan.Value, input.Value)
            )
            {
                Stored = stored,
            }
        );
        commit.Publish(JsonSerializer.Serialize(provenance, LakeJson.Default.FileProvenance));
        progress?.Report(new ImportProgress("done", 1, counted.Value.Kept));
        return new ImportReply(provenance, false);
    }

    private static IReadOnlyList<string> Notes(FormatPlan plan, FormatInput input) =>
        [
            .. input.Synthetic ? ["SYNTHETIC: simulated figures, not statistics."] : Array.Empty<string>(),
            .. input.Encoding is { } from ? [$"The text was brought to UTF-8 from {from}."] : Array.Empty<string>(),
            .. plan.Notes,
        ];

    // DuckDB says how far the statement at hand has come, or a negative number where it does not know.
    private static void Tell(DuckDBConnection connection, IProgress<ImportProgress> progress)
    {
        var share = connection.GetQueryProgress().Percentage / 100;
        if (share is > 0 and <= 1)
            progress.Report(new ImportProgress("reading", share, 0));
    }

    private static void Interrupt(DuckDBConnection connection)
    {
        LakeConnection.Current(connection)?.Cancel();
    }
}
