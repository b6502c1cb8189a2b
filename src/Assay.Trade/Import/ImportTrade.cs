using System.Globalization;
using System.Security.Cryptography;
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
        {
            return new Error(ErrorKind.Input, $"There is no file '{request.Path}'.", "Check the path.", new Location(request.Path));
        }

        var folders = new LakeFolders(Path.GetFullPath(request.LakeDirectory));
        var known = TradeLake.ReadProvenance(folders);
        if (!known.Succeeded)
        {
            return known.Error;
        }

        progress?.Report(new ImportProgress("hashing", -1, 0));
        var sha256 = Hash(request.Path);
        if (known.Value.FirstOrDefault(f => f.Sha256 == sha256) is { } there)
        {
            return new ImportReply(there, true);
        }

        var workspace = Path.Combine(folders.Incoming, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(workspace);
        try
        {
            return Import(request, folders, known.Value, sha256, workspace, progress, cancel);
        }
        catch (Exception e) when (cancel.IsCancellationRequested && e is DuckDBException or OperationCanceledException)
        {
            return new Error(
                ErrorKind.Cancelled,
                "The import was stopped.",
                "The lake is as it was.",
                new Location(Path.GetFileName(request.Path))
            );
        }
        catch (DuckDBException e)
        {
            return new Error(
                ErrorKind.Input,
                $"The file breaks off or is wrong: {e.Message.Split('\n')[0]}",
                "The lake is as it was.",
                new Location(Path.GetFileName(request.Path))
            );
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    private Result<ImportReply> Import(
        ImportRequest request,
        LakeFolders folders,
        IReadOnlyList<FileProvenance> known,
        string sha256,
        string workspace,
        IProgress<ImportProgress>? progress,
        CancellationToken cancel
    )
    {
        var input = FileUnpacker.Open(request.Path, workspace);
        if (!input.Succeeded)
        {
            return input.Error;
        }

        var format = FormatCatalogue.Recognise(input.Value, request.Mapping);
        if (!format.Succeeded)
        {
            return format.Error;
        }

        progress?.Report(new ImportProgress("recognised " + format.Value.Format.Name, -1, 0));
        var plan = format.Value.Format.Plan(input.Value);
        if (!plan.Succeeded)
        {
            return plan.Error;
        }

        using var connection = LakeConnection.Open(request.MemoryLimit, Path.Combine(workspace, "spill"));
        using var stop = cancel.Register(() => Interrupt(connection));
        void Execute(string sql) => LakeConnection.Run(connection, sql, cancel);
        var (extracted, from) =
            request.Extracted is { } given ? (given, "given")
            : plan.Value.Extracted is { } content ? (content, "content")
            : (DateOnly.FromDateTime(File.GetLastWriteTimeUtc(request.Path)), "file time");
        progress?.Report(new ImportProgress("reading", -1, 0));
        var staging = new Staging(connection, plan.Value, workspace);
        using (progress is null ? null : new Timer(_ => Tell(connection, progress), null, ProgressEvery, ProgressEvery))
        {
            staging.Run(sha256, extracted, Execute);
        }

        cancel.ThrowIfCancellationRequested();
        progress?.Report(new ImportProgress("checking", -1, 0));
        var counted = new StageReport(connection, SqlText.Quote(staging.Output), input.Value.OriginalName).Read();
        if (!counted.Succeeded)
        {
            return counted.Error;
        }

        var commit = new LakeCommit(connection, folders, workspace, sha256);
        commit.Divide(staging.Output, counted.Value);
        var overlaps = commit.Overlaps(known, extracted);
        var provenance = new FileProvenance(
            sha256,
            Path.GetFileName(request.Path),
            new FileInfo(request.Path).Length,
            plan.Value.Publisher ?? format.Value.Format.Publisher,
            plan.Value.FormatName ?? format.Value.Format.Name,
            extracted,
            from,
            clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            known.Count == 0 ? 1 : known.Max(f => f.Sequence) + 1,
            input.Value.Synthetic,
            counted.Value.RowsIn,
            counted.Value.Kept,
            counted.Value.LeftOut,
            counted.Value.Refused,
            counted.Value.Repaired,
            overlaps,
            Notes(plan.Value, input.Value)
        );
        commit.Publish(JsonSerializer.Serialize(provenance, LakeJson.Default.FileProvenance));
        progress?.Report(new ImportProgress("done", 1, counted.Value.Kept));
        return new ImportReply(provenance, false);
    }

    private static IReadOnlyList<string> Notes(FormatPlan plan, FormatInput input) =>
        input.Synthetic ? ["SYNTHETIC: simulated figures, not statistics.", .. plan.Notes] : plan.Notes;

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

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
