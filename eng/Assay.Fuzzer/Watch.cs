using System.Diagnostics;

namespace Assay.Fuzzer;

/// <summary>Runs workers one after another: one that dies or does not end is a finding, and the next goes on from another seed.</summary>
/// <param name="options">How to run.</param>
internal sealed class Watch(FuzzOptions options)
{
    private const int Far = 1_000_000;

    /// <summary>Runs them until the time is up.</summary>
    /// <returns>0 where nothing broke, 1 where something did.</returns>
    public int Run()
    {
        var watch = Stopwatch.StartNew();
        var (status, seed) = (0, options.Seed);
        do
        {
            var left = options with { Seed = seed, For = options.For - watch.Elapsed };
            var code = Work(left, out var said);
            status = code == 0 ? status : 1;
            if (code is 0 or 1)
                return status;
            if (code != Worker.Endless && !Findings.KeepCurrent(options.Out, $"{seed}-died", $"the process died ({code}): {said}"))
            {
                Console.WriteLine($"The fuzzer itself died ({code}): {said}");
                return status;
            }

            if (options.Files.Count > 0)
                return status;
            seed += Far;
        } while (watch.Elapsed < options.For);
        return status;
    }

    private static int Work(FuzzOptions options, out string said)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Assay.Fuzzer.dll");
        var start = new ProcessStartInfo(Host(), [program, .. options.Line()]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        said = string.Join('\n', process.StandardError.ReadToEnd().Split('\n').Take(12));
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string Host() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
