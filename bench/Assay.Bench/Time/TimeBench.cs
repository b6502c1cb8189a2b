using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using NodaTime.Text;

namespace Assay.Bench.Time;

/// <summary>
/// The time reader beside chrono-node: both read the same texts in one process and thread each, after twelve passes to warm up, in the same
/// run. Speeds
/// are medians over the passes, in megabytes (10^6) of UTF-8 a second of processor time (all threads of the process, garbage collection
/// included), so
/// that other work on the machine does not count.
/// </summary>
internal static class TimeBench
{
    private const int Passes = 7;
    private const int WarmUp = 12;
    private const int ColdStarts = 9;
    private const int OwnCharacters = 2_000_000;
    private const string ColdText = "They met on 5 January 2022 at 4:40PM.";

    public static int Run(string[] args)
    {
        if (args is ["--cold"])
            return Cold();
        var root = BenchFiles.Root();
        var rows = new List<string>();
        Report(rows, "own news-like texts", NewsCorpus.Write(OwnCharacters), root);
        if (Shared(root) is { } shared)
            Report(rows, "development texts (../shared/data/timex)", shared, root);
        var table = Table(rows, root);
        Console.WriteLine(table);
        if (args is ["--write"])
            BenchFiles.Write("time", table);
        return 0;
    }

    private static int Cold()
    {
        var found = TimeReader.For("en").Read(ColdText, TimeContext.Unknown);
        Console.WriteLine(found.Count);
        return found.Count > 0 ? 0 : 1;
    }

    private static void Report(List<string> rows, string name, List<BenchText> texts, string root)
    {
        var bytes = texts.Sum(t => (long)Encoding.UTF8.GetByteCount(t.Text));
        var (speed, allocated, found) = Measure(texts, bytes);
        var peer = Peer(texts, bytes, root);
        var ratio = peer is { } p
            ? string.Create(CultureInfo.InvariantCulture, $"{p.Speed:0.0} | {speed / p.Speed:0.0} | {p.Found}")
            : "not installed | |";
        rows.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {bytes / 1e6:0.00} | {speed:0.0} | {allocated:0.00} | {found} | {ratio} |"
            )
        );
    }

    private static (double Speed, double Allocated, int Found) Measure(List<BenchText> texts, long bytes)
    {
        var reader = TimeReader.For("en");
        var read = texts.Select(t => (t.Text, new TimeContext { DocumentDate = LocalDatePattern.Iso.Parse(t.Dct[..10]).Value })).ToList();
        var (times, found, allocated) = (new List<double>(), 0, 0L);
        for (var pass = 0; pass < WarmUp + Passes; pass++)
        {
            found = 0;
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = CpuSeconds();
            foreach (var (text, context) in read)
                found += reader.Read(text, context).Count;
            var seconds = CpuSeconds() - started;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (pass >= WarmUp)
                times.Add(seconds);
        }
        return (bytes / 1e6 / Median(times), allocated / (double)bytes, found);
    }

    /// <summary>Processor time of this process in user and system mode: what a pass costs, whatever else the machine is doing.</summary>
    private static double CpuSeconds()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static (double Speed, int Found)? Peer(List<BenchText> texts, long bytes, string root)
    {
        var folder = Path.Combine(root, "bench", "chrono-node");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            return null;
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(
                file,
                texts.Select(t =>
                    JsonSerializer.Serialize(
                        new
                        {
                            id = t.Id,
                            dct = t.Dct,
                            text = t.Text,
                        }
                    )
                )
            );
            var output = Start(
                "node",
                [
                    Path.Combine(folder, "run.mjs"),
                    file,
                    WarmUp.ToString(CultureInfo.InvariantCulture),
                    Passes.ToString(CultureInfo.InvariantCulture),
                ]
            );
            using var json = JsonDocument.Parse(output);
            var times = json.RootElement.GetProperty("seconds").EnumerateArray().Select(s => s.GetDouble()).ToList();
            return (bytes / 1e6 / Median(times), json.RootElement.GetProperty("found").GetInt32());
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Table(List<string> rows, string root)
    {
        var own = ColdStart(Environment.ProcessPath!, "time", "--cold");
        var peer = Directory.Exists(Path.Combine(root, "bench", "chrono-node", "node_modules"))
            ? ColdStart("node", Path.Combine(root, "bench", "chrono-node", "cold.mjs"))
            : "not installed";
        return $"""
            | texts | MB | Assay MB/s | bytes allocated a byte | found | chrono-node MB/s | Assay / chrono-node | found |
            |---|---|---|---|---|---|---|---|
            {string.Join('\n', rows)}

            From the start of the process to the first result, median of {ColdStarts}: Assay {own}, chrono-node {peer}.
            MB a second of processor time, one thread each, warm, medians of {Passes} passes, .NET {Environment.Version}, {Environment.ProcessorCount} cores.
            Command: `npm --prefix bench/chrono-node install && dotnet run -c Release --project bench/Assay.Bench -- time --write`.
            """;
    }

    /// <summary>Median and fastest wall-clock time of whole processes up to their first line.</summary>
    private static string ColdStart(string program, params string[] args)
    {
        var wall = new List<double>();
        for (var i = 0; i < ColdStarts; i++)
        {
            var watch = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadLine();
            wall.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            process.WaitForExit();
        }
        return string.Create(CultureInfo.InvariantCulture, $"{Median(wall):0} ms (fastest {wall[0]:0} ms)");
    }

    private static string Start(string program, string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static List<BenchText>? Shared(string root)
    {
        var shared = Environment.GetEnvironmentVariable("ASSAY_SHARED") ?? Path.Combine(root, "..", "shared");
        var folder = Path.Combine(shared, "data", "timex");
        if (!Directory.Exists(folder))
            return null;
        return
        [
            .. Directory
                .GetFiles(folder, "*.jsonl")
                .Order(StringComparer.Ordinal)
                .SelectMany(File.ReadLines)
                .Select(line =>
                {
                    using var row = JsonDocument.Parse(line);
                    string Field(string name) => row.RootElement.GetProperty(name).GetString()!;
                    return new BenchText(Field("id"), Field("dct"), Field("text"));
                }),
        ];
    }
}
