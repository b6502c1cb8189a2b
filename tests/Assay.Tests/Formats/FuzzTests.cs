using System.Diagnostics;

namespace Assay.Tests.Formats;

/// <summary>A short run of the fuzzer, always the same one; eng/fuzz.sh makes long ones.</summary>
public sealed class FuzzTests : IDisposable
{
    private const int Fewest = 300;
    private readonly string folder = Directory.CreateTempSubdirectory("assay-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Broken_files_of_every_format_break_nothing()
    {
        var (code, said) = Fuzz("--seconds", "25", "--seed", "20210305", "--limit", "30");
        Assert.True(code == 0, said);
        Assert.Matches(@"^\d+ files from seed 20210305: \d+ read, \d+ refused; 0 broke something", said);
        Assert.InRange(int.Parse(said.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), Fewest, int.MaxValue);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("throw", "InvalidOperationException: as it was asked to")]
    [InlineData("hang", "hang: it took more than 1 s")]
    [InlineData("eat", "MB were in use, more than 100 MB")]
    [InlineData("die", "the process died")]
    public void What_breaks_is_reported_and_its_file_kept(string how, string why)
    {
        var file = Path.Combine(folder, "a.self-test");
        File.WriteAllText(file, how);
        var (code, said) = Fuzz("--limit", how == "hang" ? "1" : "30", "--memory", "100", file);
        Assert.Equal(1, code);
        Assert.Contains(why, said, StringComparison.Ordinal);
        var kept = Assert.Single(Directory.GetFiles(folder, "*-a.self-test"));
        Assert.Equal(how, File.ReadAllText(kept));
        Assert.Contains(why, File.ReadAllText(kept + ".why"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_breaks_nothing_is_not_reported()
    {
        var file = Path.Combine(folder, "a.self-test");
        File.WriteAllText(file, "nothing");
        var (code, said) = Fuzz(file);
        Assert.Equal(0, code);
        Assert.StartsWith("1 files from seed 1: 1 read", said, StringComparison.Ordinal);
    }

    private (int Code, string Said) Fuzz(params string[] args)
    {
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var program = Path.Combine(AppContext.BaseDirectory, "Assay.Fuzzer.dll");
        var start = new ProcessStartInfo(host, [program, "--out", folder, .. args]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
