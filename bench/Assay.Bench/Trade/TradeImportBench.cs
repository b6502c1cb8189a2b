using System.Diagnostics;
using System.Globalization;
using Assay.Cases.Books;
using Assay.Trade.Codes;
using Assay.Trade.Import;
using Assay.Trade.Lake;
using Assay.Trade.Scanning;
using Assay.Trade.Simulation;
using DuckDB.NET.Data;

namespace Assay.Bench.Trade;

/// <summary>
/// Import of one Comext bulk file into a fresh lake (hash, read, check, code, cover, commit) beside DuckDB's own <c>read_csv</c> to Parquet
/// of
/// the same file, in turns in one process; medians. The file is simulated.
/// </summary>
internal static class TradeImportBench
{
    private const int Runs = 5;

    /// <summary>Runs the bench and prints a Markdown table.</summary>
    public static int Run(string[] args)
    {
        var products = int.Parse(BenchFiles.Option(args, "--products") ?? "820", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("assay-bench-").FullName;
        try
        {
            var (file, rows) = Simulate(folder, products);
            var (own, duck, ownWork, duckWork) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var run = 0; run <= Runs; run++)
            {
                var (ours, work) = Both(() => Import(file, Path.Combine(folder, $"lake{run}")));
                var (theirs, theirWork) = Both(() => Copy(file, Path.Combine(folder, $"plain{run}.parquet")));
                if (run > 0)
                {
                    own.Add(ours);
                    duck.Add(theirs);
                    ownWork.Add(work);
                    duckWork.Add(theirWork);
                }
            }

            var (firstWork, nativeWork) = (new List<double>(), new List<double>());
            var (first, made, warm, native) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var run = 0; run < Runs; run++)
            {
                var lake = Path.Combine(folder, $"lake{run + 1}");
                var scanned = Both(() => Scan(lake));
                first.Add(scanned.Seconds);
                firstWork.Add(scanned.Work);
                warm.Add(Time(() => Scan(lake)));
                Directory.Delete(Path.Combine(lake, "columns"), recursive: true);
                made.Add(Time(() => Columns(lake)));
                var sorted = Both(() => Native(lake));
                native.Add(sorted.Seconds);
                nativeWork.Add(sorted.Work);
            }

            var (a, b) = (Median(own), Median(duck));
            var megabytes = new FileInfo(file).Length / 1e6;
            var table = string.Create(
                CultureInfo.InvariantCulture,
                $"""
                | Comext bulk v2, {rows:N0} rows, {megabytes:N0} MB | seconds (median of {Runs}) | of processor | rows/s |
                |---|---:|---:|---:|
                | `assay trade import` (hash, read, check, code, cover, commit) | {a:F2} | {Median(ownWork):F2} | {rows / a:N0} |
                | DuckDB `COPY (FROM read_csv(...)) TO ... (FORMAT parquet)` | {b:F2} | {Median(duckWork):F2} | {rows / b:N0} |
                | ratio | {a / b:F2} | {Median(ownWork) / Median(duckWork):F2} | |
                | peak memory of the process, MB | {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} | | |

                | the first scan of these rows (`scan --target RU --list chpl`) | seconds (median of {Runs}) | of processor |
                |---|---:|---:|
                | first scan, column store made on the way | {Median(first):F2} | {Median(firstWork):F2} |
                | of it the column store | {Median(made):F2} | |
                | the next scan | {Median(warm):F2} | |
                | DuckDB: `CREATE TABLE AS` of the lake's rows, sorted as the column store is | {Median(native):F2} | {Median(
                    nativeWork
                ):F2} |
                | column store / DuckDB | {Median(made) / Median(native):F2} | |
                """
            );
            Console.WriteLine(table);
            if (args.Contains("--write"))
                BenchFiles.Write("trade-import-table", table);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (string File, long Rows) Simulate(string folder, int products)
    {
        var world = new SyntheticWorld(new SyntheticOptions { Products = products, Months = 36 });
        new SyntheticFiles(world).Write(folder);
        var file = Path.Combine(folder, "SYNTHETIC_all.dat");
        var rows = 0L;
        using var writer = new StreamWriter(file);
        foreach (
            var (month, index) in Directory
                .EnumerateFiles(folder, "SYNTHETIC_full_v2_*.dat")
                .Order(StringComparer.Ordinal)
                .Select((f, i) => (f, i))
        )
        {
            foreach (var line in File.ReadLines(month).Skip(index == 0 ? 0 : 1))
            {
                writer.Write(line);
                writer.Write('\n');
                rows++;
            }
        }

        return (file, rows - 1);
    }

    private static void Import(string file, string lake)
    {
        var reply = new ImportTrade(TimeProvider.System).Run(new ImportRequest(file, lake));
        if (!reply.Succeeded || reply.Value.Provenance.RowsRefused > 0)
            throw new InvalidOperationException($"The import refused something: {reply.Error}");
    }

    private static void Copy(string file, string output)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SET memory_limit='1GB'; COPY (FROM read_csv('{file}')) TO '{output}' (FORMAT parquet)";
        command.ExecuteNonQuery();
    }

    private static void Scan(string lake)
    {
        var scanned = ScanBooks.Run(new ScanRequest(lake, "RU", new BookOptions()));
        if (!scanned.Succeeded)
            throw new InvalidOperationException($"The scan was refused: {scanned.Error}");
    }

    private static void Columns(string lake)
    {
        using var opened = TradeLake.Open(lake).Value;
        using var columns = LakeColumns.Open(opened);
    }

    private static void Native(string lake)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SET memory_limit='1GB'; CREATE TABLE t AS SELECT flow, frequency, currency, period, reporter, product, level, partner, value, netkg FROM '{lake}/trade/*.parquet' ORDER BY ALL";
        command.ExecuteNonQuery();
    }

    // Wall time, and processor time, which other programs at the same time change less.
    private static (double Seconds, double Work) Both(Action action)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var seconds = Time(action);
        process.Refresh();
        return (seconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
