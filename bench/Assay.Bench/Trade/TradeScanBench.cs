using System.Diagnostics;
using System.Globalization;
using Assay.Trade.Scanning;
using DuckDB.NET.Data;

namespace Assay.Bench.Trade;

/// <summary>The before/after scan with its ranking beside the same question to DuckDB's native table, in one run over the same
/// rows.</summary>
internal static class TradeScanBench
{
    private const int Partners = 240;
    private const int Products = 5000;
    private const int Reporters = 27;
    private const int Runs = 7;
    private static readonly int[] Periods = [.. Enumerable.Range(0, 36).Select(i => ((2020 + (i / 12)) * 100) + (i % 12) + 1)];

    /// <summary>Runs with <c>--rows N</c> (millions).</summary>
    public static int Run(string[] args)
    {
        var millions = args is ["--rows", var n] ? int.Parse(n, CultureInfo.InvariantCulture) : 20;
        var folder = Directory.CreateTempSubdirectory("assay-bench").FullName;
        try
        {
            var (file, table) = (Path.Combine(folder, "columns.bin"), Path.Combine(folder, "t.duckdb"));
            Write(file, millions * 1_000_000);
            using var columns = ColumnFile.Open(file, "bench")!;
            var query = new BeforeAfterQuery('X', 'M', "EUR", null, Periods[14..23], Periods[26..35]);
            Load(columns, table);
            using var connection = new DuckDBConnection($"Data Source={table}");
            connection.Open();
            var (cold, peer) = (Ours(columns, query, new BeforeAfterScan(columns)), Peer(connection));
            var scan = new BeforeAfterScan(columns);
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var i = 0; i < Runs; i++)
            {
                ours.Add(Ours(columns, query, scan).Seconds);
                theirs.Add(Peer(connection).Seconds);
            }

            var same = cold.Answer.Zip(peer.Answer).All(p => p.First == p.Second) && cold.Answer.Count == peer.Answer.Count;
            Console.WriteLine(
                FormattableString.Invariant(
                    $"| {millions} M rows | first {cold.Seconds:0.000} s | DuckDB first {peer.Seconds:0.000} s | warm median {Median(ours):0.000} s | DuckDB warm {Median(theirs):0.000} s | ratio {Median(theirs) / Median(ours):0.0} | same top 50: {same} | columns used {Used(columns, query) / 1e6:0} MB |"
                )
            );
            return same ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string file, int rows)
    {
        var per = rows / (Periods.Length * Reporters);
        var segments = Periods
            .SelectMany(
                (p, t) => Enumerable.Range(0, Reporters).Select(r => new Segment('X', 'M', "EUR", p, r, ((t * Reporters) + r) * per, per))
            )
            .ToArray();
        var header = new ColumnHeader(
            "bench",
            Names("R", Reporters),
            Names("P", Partners),
            [.. Names("", Products).Select(c => new ProductKey(c, "HS6"))],
            segments,
            per * segments.Length,
            false
        );
        using var memory = ColumnFile.Create(file, header);
        var writer = new ColumnWriter(header, memory);
        var random = new Random(7);
        var step = (double)Partners * Products / per;
        for (var s = 0; s < segments.Length; s++)
        for (var i = 0; i < per; i++)
            writer.Append((uint)((i + random.NextDouble()) * step), random.Next(1, 1_000_000), 1);
        writer.Finish();
    }

    private static void Load(TradeColumns columns, string table)
    {
        using var connection = new DuckDBConnection($"Data Source={table}");
        connection.Open();
        Execute(connection, "CREATE TABLE t (period INTEGER, reporter UTINYINT, product USMALLINT, partner USMALLINT, value UINTEGER)");
        using var appender = connection.CreateAppender("t");
        foreach (var s in columns.Segments)
            columns.Read(
                s,
                (p, j, v, _) =>
                    appender
                        .CreateRow()
                        .AppendValue(s.Period)
                        .AppendValue((byte)s.Reporter)
                        .AppendValue((ushort)p)
                        .AppendValue((ushort)j)
                        .AppendValue((uint)v)
                        .EndRow()
            );
    }

    private static (double Seconds, List<(int, int, double)> Answer) Ours(
        TradeColumns columns,
        BeforeAfterQuery query,
        BeforeAfterScan scan
    )
    {
        var watch = Stopwatch.StartNew();
        var top = RiseRanking.Top(columns, scan.Sum(query), target: 0, 50);
        return (watch.Elapsed.TotalSeconds, [.. top.Select(r => (r.Product, r.Partner, r.Bounded))]);
    }

    private static (double Seconds, List<(int, int, double)> Answer) Peer(DuckDBConnection connection)
    {
        var sql = $"""
            WITH s AS (SELECT product, partner, sum(value) FILTER (period <= {Periods[22]}) AS b, sum(value) FILTER (period >= {Periods[
                26
            ]}) AS a
              FROM t WHERE period BETWEEN {Periods[14]} AND {Periods[22]} OR period BETWEEN {Periods[26]} AND {Periods[34]} GROUP BY ALL),
            l AS (SELECT product, coalesce(b, 0) - coalesce(a, 0) AS loss FROM s WHERE partner = 0)
            SELECT product::INTEGER, partner::INTEGER, least(coalesce(a, 0) - coalesce(b, 0), loss)::DOUBLE AS d FROM s JOIN l USING (product)
            WHERE partner <> 0 ORDER BY d DESC, product, partner LIMIT 50
            """;
        var watch = Stopwatch.StartNew();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var answer = new List<(int, int, double)>();
        while (reader.Read())
            answer.Add((reader.GetInt32(0), reader.GetInt32(1), reader.GetDouble(2)));
        return (watch.Elapsed.TotalSeconds, answer);
    }

    private static double Used(TradeColumns columns, BeforeAfterQuery query) =>
        (8.0 * columns.Segments.Where(s => query.Before.Contains(s.Period) || query.After.Contains(s.Period)).Sum(s => (long)s.Count))
        + (16.0 * columns.Cells);

    private static string[] Names(string prefix, int count) =>
        [.. Enumerable.Range(0, count).Select(i => prefix + i.ToString("00000", CultureInfo.InvariantCulture))];

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
