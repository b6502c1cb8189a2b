using System.Diagnostics;

namespace Assay.Bench;

/// <summary>Where the benches find the repository, how they run the program, and how they put their tables into its documents.</summary>
internal static class BenchFiles
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Assay.slnx")))
            at = at.Parent;
        return at.FullName;
    }

    /// <summary>The word after an option, or null.</summary>
    public static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    /// <summary>What the program prints.</summary>
    /// <param name="program">The launcher, or assay.dll.</param>
    /// <param name="words">What it is called with.</param>
    public static string Output(string program, string[] words)
    {
        var isDll = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isDll ? "dotnet" : program, isDll ? [program, .. words] : words) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }

    /// <summary>Puts a table between the marks of its name in a document of <c>docs</c>, in place of what stood there.</summary>
    public static void Write(string name, string table, string document = "benchmarks.md")
    {
        var file = Path.Combine(Root(), "docs", document);
        var text = File.ReadAllText(file);
        var begin = $"<!-- {name}:begin -->";
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf($"<!-- {name}:end -->", StringComparison.Ordinal);
        File.WriteAllText(file, $"{text[..from]}\n{table}\n{text[to..]}");
    }
}
