using System.Diagnostics;

namespace Assay.Tests.Mcp;

/// <summary>Programs that npm fetches into the folder of the tests, with a Node that can run them.</summary>
internal static class NodePackages
{
    private static readonly Lazy<string?> Node = new(() => Fetch("node@22", "node", "node"));

    /// <summary>Fetches a package.</summary>
    /// <param name="package">Its name and version.</param>
    /// <param name="folder">The folder beside the tests.</param>
    /// <param name="program">The program that it brings.</param>
    /// <returns>The folders of its programs and of Node, as in a PATH; null where npm could not fetch them.</returns>
    public static string? Install(string package, string folder, string program) =>
        Node.Value is { } node && Fetch(package, folder, program) is { } bin ? $"{bin}:{node}" : null;

    private static string? Fetch(string package, string folder, string program)
    {
        var to = Path.Combine(AppContext.BaseDirectory, folder);
        var bin = Path.Combine(to, "node_modules", ".bin");
        if (File.Exists(Path.Combine(bin, program)))
            return bin;
        Directory.CreateDirectory(to);
        File.WriteAllText(Path.Combine(to, "package.json"), "{\"private\": true}");
        return Shell($"npm install --no-audit --no-fund --loglevel=error {package}", to).Code == 0 ? bin : null;
    }

    /// <summary>Runs a line in a folder.</summary>
    public static (int Code, string Output, string Error) Shell(string line, string at)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", line])
        {
            WorkingDirectory = at,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
