using System.Security.Cryptography;
using System.Text;
using Assay.Ground.Outcomes;
using Assay.Trade.Lake;

namespace Assay.Trade.Scanning;

/// <summary>The column store of a lake: made at the first scan, kept beside the lake, made anew when the lake's files change.</summary>
public static class LakeColumns
{
    /// <summary>Opens the store of <paramref name="lake"/>, making it first where it is absent, damaged or out of date.</summary>
    /// <exception cref="InvalidOperationException">It has to be made, and the lake's files are not those that were imported.</exception>
    public static TradeColumns Open(TradeLake lake) => TryOpen(lake).Value;

    /// <summary>Opens the store of <paramref name="lake"/>, making it first where it is absent, damaged or out of date.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="stop">Stops the making, and leaves no store behind: an <see cref="OperationCanceledException"/> is thrown.</param>
    /// <returns>The store, or the error where it has to be made and the lake's files are not those that were imported, or it cannot be
    /// written.</returns>
    public static Result<TradeColumns> TryOpen(TradeLake lake, CancellationToken stop = default)
    {
        var key = Key(lake);
        var folder = Path.Combine(lake.Folders.Root, "columns");
        var path = Path.Combine(folder, "columns.bin");
        if (ColumnFile.Open(path, key) is { } found)
            return found;
        if (lake.Damage(stop) is { } damage)
            return damage;
        var fresh = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".new");
        try
        {
            Directory.CreateDirectory(folder);
            new StoreMaking(lake.Connection, stop).Make(fresh, key);
            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            File.Delete(fresh);
            throw new OperationCanceledException(stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Error(
                ErrorKind.Output,
                $"The column store of the lake cannot be written: {e.Message}",
                "Make room, or copy the lake to a folder that may be written.",
                new Location(path)
            );
        }

        return ColumnFile.Open(path, key) ?? throw new IOException($"The column store '{path}' was written but cannot be read.");
    }

    private static string Key(TradeLake lake)
    {
        var text = string.Join('\n', lake.Files.Select(f => $"{f.Sha256} {f.ExtractDate:yyyy-MM-dd} {f.Sequence}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
