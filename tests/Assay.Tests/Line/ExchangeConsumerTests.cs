using System.Diagnostics;

namespace Assay.Tests.Line;

/// <summary>Exports are read by the readers of the programs they are for. Those are fetched by npm, at the versions of the lock file,
/// into the
/// folder of the tests.</summary>
public sealed class ExchangeConsumerTests : IDisposable
{
    private static readonly Lazy<string?> Installed = new(Install);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-consumers");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory, InlineData("ftm"), InlineData("timelinejs"), InlineData("web-annotation")]
    public void Is_read_without_a_complaint_when_a_case_is_exported(string format)
    {
        Ready();
        Export(format, ExchangeCase.Plain, ExchangeCase.Awkward);
        var ran = Read(format);
        Assert.Equal("0 wrong", Last(ran.Output));
        Assert.DoesNotMatch("(?m)^0 read", ran.Output);
    }

    [Theory]
    [InlineData("ftm", "\"schema\":\"Event\"", "\"schema\":\"Happening\"")]
    [InlineData("ftm", "\"summary\"", "\"headline\"")]
    [InlineData("ftm", "\"startDate\":[\"2021", "\"startDate\":[\"next year 2021")]
    [InlineData("timelinejs", "\"year\": 2021", "\"year\": \"soon\"")]
    [InlineData("web-annotation", "\"exact\": \"", "\"exact\": \"other ")]
    [InlineData("web-annotation", "\"start\": ", "\"start\": 1")]
    public void Is_complained_of_when_the_export_is_changed(string format, string written, string changed)
    {
        Ready();
        Export(format, ExchangeCase.Plain);
        var path = Path.Combine(folder.FullName, "x");
        var text = File.ReadAllText(path);
        Assert.Contains(written, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(written, changed, StringComparison.Ordinal));
        var ran = Read(format);
        Assert.False(ran.Code == 0 && Last(ran.Output) == "0 wrong", ran.Output);
    }

    private static void Ready()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: the shell of this test is that of Unix");
        Assert.SkipWhen(Installed.Value is null, "skipped: npm could not fetch the readers of other programs");
    }

    private void Export(string format, params string[] texts)
    {
        var made = ExchangeCase.Make(folder.FullName, texts, $"$ASSAY case export n.assay --format {format} -o x");
        Assert.Equal((0, ""), (made.Code, made.Error));
    }

    private (int Code, string Output) Read(string format)
    {
        var ran = Shell($"node {Installed.Value}/read.mjs {format} x x.sidecar.json", folder.FullName);
        return (ran.Code, ran.Output + ran.Error);
    }

    private static string Last(string output) => output.TrimEnd().Split('\n')[^1].Split(", ")[^1];

    private static string? Install()
    {
        var from = Path.Combine(Repository(), "tests", "Assay.Tests", "Line", "Consumers");
        var to = Path.Combine(AppContext.BaseDirectory, "consumers");
        Directory.CreateDirectory(to);
        foreach (var file in new[] { "package.json", "package-lock.json", "read.mjs" })
            File.Copy(Path.Combine(from, file), Path.Combine(to, file), overwrite: true);
        return Shell("npm ci --ignore-scripts --no-audit --no-fund --loglevel=error", to).Code == 0 ? to : null;
    }

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Assay.slnx")))
            at = at.Parent!;
        return at.FullName;
    }

    private static (int Code, string Output, string Error) Shell(string line, string at)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", line])
        {
            WorkingDirectory = at,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
