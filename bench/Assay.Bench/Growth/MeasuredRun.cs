using System.Diagnostics;
using System.Globalization;

namespace Assay.Bench.Growth;

/// <summary>One run of a program in a process of its own.</summary>
/// <param name="Seconds">From start to end.</param>
/// <param name="Processor">Seconds of processor time, of all threads: what it took, whatever else the machine was doing.</param>
/// <param name="PeakMegabytes">The largest resident set seen, in units of 2^20 bytes.</param>
/// <param name="ExitCode">The exit code; null where the run was stopped.</param>
/// <param name="Said">Everything on standard error.</param>
internal sealed record MeasuredRun(double Seconds, double Processor, double PeakMegabytes, int? ExitCode, string Said)
{
    private const int PollMilliseconds = 20;
    private const double Ticks = 100;

    /// <summary>Runs a program to its end, or stops it where it is far beyond any limit.</summary>
    /// <param name="program">The program, or an assembly (.dll) for <c>dotnet</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="stopSeconds">Stopped after so many seconds.</param>
    /// <param name="stopMegabytes">Stopped beyond such a peak.</param>
    public static MeasuredRun Of(string program, IEnumerable<string> arguments, double stopSeconds, double stopMegabytes)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(Command(program, arguments))!;
        var said = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEndAsync();
        var (peak, processor) = (0.0, 0.0);
        var stopped = false;
        while (!process.WaitForExit(PollMilliseconds))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            processor = Math.Max(processor, ProcessorOf(process.Id));
            if (stopped || (Since(start) < stopSeconds && peak < stopMegabytes))
                continue;
            process.Kill(entireProcessTree: true);
            stopped = true;
        }
        var seconds = Since(start);
        process.WaitForExit();
        printed.Wait();
        return new(seconds, processor, peak, stopped ? null : process.ExitCode, said.Result);
    }

    private static ProcessStartInfo Command(string program, IEnumerable<string> arguments) =>
        program.EndsWith(".dll", StringComparison.Ordinal)
            ? new("dotnet", [program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true }
            : new(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };

    private static double Since(long start) => Stopwatch.GetElapsedTime(start).TotalSeconds;

    // The high water mark that the kernel keeps; 0 where the process has just ended.
    private static double PeakOf(int id)
    {
        var line = Lines(id, "status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null ? 0 : Number(line[6..^2]) / 1024;
    }

    // User and system time: the 12th and 13th field after the program's name, which stands in brackets.
    private static double ProcessorOf(int id)
    {
        if (Lines(id, "stat") is not [var line])
            return 0;
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(fields[11]) + Number(fields[12])) / Ticks;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Lines(int id, string file)
    {
        try
        {
            return File.ReadAllLines($"/proc/{id}/{file}");
        }
        catch (IOException)
        {
            return [];
        }
    }
}
