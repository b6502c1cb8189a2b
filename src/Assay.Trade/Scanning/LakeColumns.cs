using System.Security.Cryptography;
using System.Text;
using Assay.Ground.Outcomes;
using Assay.Trade.Lake;
using Assay.Trade.Sql;
using DuckDB.NET.Data;

namespace Assay.Trade.Scanning;

/// <summary>The column store of a lake: made at the first scan, kept beside the lake, made anew when the lake's files change.</summary>
public static class LakeColumns
{
    /// <summary>Opens the store of <paramref name="lake"/>, making it first where it is absent, damaged or out of date.</summary>
    /// <exception cref="InvalidOperationException">It has to be made, and the lake's files are not those that were imported.</exception>
    public static TradeColumns Open(TradeLake lake) => TryOpen(lake).Value;

    /// <summary>Opens the store of <paramref name="lake"/>, making it first where it is absent, damaged or out of date.</summary>
    /// <returns>The store, or the error where it has to be made and the lake's files are not those that were imported, or it cannot be
    /// written.</returns>
    public static Result<TradeColumns> TryOpen(TradeLake lake)
    {
        var key = Key(lake);
        var folder = Path.Combine(lake.Folders.Root, "columns");
        var path = Path.Combine(folder, "columns.bin");
        if (ColumnFile.Open(path, key) is { } found)
            return found;
        if (lake.Damage() is { } damage)
            return damage;
        try
        {
            Directory.CreateDirectory(folder);
            var fresh = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".new");
            Make(lake.Connection, fresh, key);
            File.Move(fresh, path, overwrite: true);
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

    private static void Make(DuckDBConnection connection, string path, string key)
    {
        Execute(connection, SqlText.Load("Scanning.dictionaries.sql"));
        var reporters = Read(connection, "SELECT code FROM scan_reporters ORDER BY id", r => r.GetString(0));
        var partners = Read(connection, "SELECT code FROM scan_partners ORDER BY id", r => r.GetString(0));
        var products = Read(
            connection,
            "SELECT code, level FROM scan_products ORDER BY id",
            r => new ProductKey(r.GetString(0), r.GetString(1))
        );
        var start = 0;
        var segments = Read(
            connection,
            "SELECT flow, frequency, currency, period, reporter, n FROM scan_segments ORDER BY id",
            r =>
            {
                var segment = new Segment(
                    r.GetString(0)[0],
                    r.GetString(1)[0],
                    r.GetString(2),
                    r.GetInt32(3),
                    (int)r.GetInt64(4),
                    start,
                    checked((int)r.GetInt64(5))
                );
                start = checked(start + segment.Count);
                return segment;
            }
        );
        var wide = !Read(connection, "SELECT narrow FROM scan_width", r => r.GetBoolean(0))[0];
        var header = new ColumnHeader(key, reporters, partners, products, segments, start, wide);
        using (var memory = ColumnFile.Create(path, header))
            Fill(connection, new ColumnWriter(header, memory), partners.Length);
        ColumnFile.Seal(path);
        Execute(connection, SqlText.Load("Scanning.clear.sql"));
    }

    private static void Fill(DuckDBConnection connection, ColumnWriter writer, int partners)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SqlText.Load("Scanning.rows.sql", ("partners", SqlText.Number(partners)));
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            writer.Append((uint)reader.GetInt64(0), reader.GetDouble(1), reader.GetDouble(2));
        writer.Finish();
    }

    private static T[] Read<T>(DuckDBConnection connection, string sql, Func<DuckDBDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read((DuckDBDataReader)reader));
        return [.. rows];
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
