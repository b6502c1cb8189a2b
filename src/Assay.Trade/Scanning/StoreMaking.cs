using Assay.Trade.Sql;
using DuckDB.NET.Data;

namespace Assay.Trade.Scanning;

/// <summary>Makes the column store of a lake out of its rows.</summary>
/// <param name="connection">The lake.</param>
/// <param name="stop">Stops it, in the middle of a statement too.</param>
internal sealed class StoreMaking(DuckDBConnection connection, CancellationToken stop)
{
    private const int RowsBetween = 1 << 16;

    /// <summary>Writes the store.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="key">What tells the lake as it is from the same lake after another import.</param>
    public void Make(string path, string key)
    {
        Execute(SqlText.Load("Scanning.dictionaries.sql"));
        var reporters = Read("SELECT code FROM scan_reporters ORDER BY id", r => r.GetString(0));
        var partners = Read("SELECT code FROM scan_partners ORDER BY id", r => r.GetString(0));
        var products = Read("SELECT code, level FROM scan_products ORDER BY id", r => new ProductKey(r.GetString(0), r.GetString(1)));
        var start = 0;
        var segments = Read(
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
        var wide = !Read("SELECT narrow FROM scan_width", r => r.GetBoolean(0))[0];
        var header = new ColumnHeader(key, reporters, partners, products, segments, start, wide);
        using (var memory = ColumnFile.Create(path, header))
            Fill(new ColumnWriter(header, memory), partners.Length);
        ColumnFile.Seal(path);
        Execute(SqlText.Load("Scanning.clear.sql"));
    }

    private void Fill(ColumnWriter writer, int partners)
    {
        stop.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        using var interrupt = stop.Register(command.Cancel);
        command.CommandText = SqlText.Load("Scanning.rows.sql", ("partners", SqlText.Number(partners)));
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        for (var rows = 0L; reader.Read(); rows++)
        {
            if (rows % RowsBetween == 0)
                stop.ThrowIfCancellationRequested();
            writer.Append((uint)reader.GetInt64(0), reader.GetDouble(1), reader.GetDouble(2));
        }

        writer.Finish();
    }

    private T[] Read<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        stop.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        using var interrupt = stop.Register(command.Cancel);
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read((DuckDBDataReader)reader));
        return [.. rows];
    }

    private void Execute(string sql)
    {
        stop.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        using var interrupt = stop.Register(command.Cancel);
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
