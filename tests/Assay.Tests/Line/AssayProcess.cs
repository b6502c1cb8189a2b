using System.Diagnostics;

namespace Assay.Tests.Line;

/// <summary>Runs the program as a process of its own in a folder, through the shell, which knows it as <c>$ASSAY</c>.</summary>
internal sealed class AssayProcess(string folder)
{
    /// <summary>What a run came to.</summary>
    public sealed record Outcome(int Code, string Output, string Error);

    /// <summary>Runs a line of the shell and waits for it.</summary>
    public Outcome Run(string line)
    {
        using var process = Start(line);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.Result);
    }

    /// <summary>Starts a line of the shell, which becomes the program itself where the line begins with <c>exec</c>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="input">True where the test writes what the program reads.</param>
    public Process Start(string line, bool input = false)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: the shell of this test is that of Unix");
        var start = new ProcessStartInfo("/bin/sh", ["-c", line])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = input,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASSAY"] =
            $"{Environment.ProcessPath switch { { } p when Path.GetFileNameWithoutExtension(p) == "dotnet" => p, _ => "dotnet" }} {Path.Combine(AppContext.BaseDirectory, "assay.dll")}";
        start.Environment["COLUMNS"] = "100";
        return Process.Start(start)!;
    }
}
