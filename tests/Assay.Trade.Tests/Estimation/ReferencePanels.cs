using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Assay.Trade.Estimation;

namespace Assay.Trade.Tests.Estimation;

/// <summary>The small panels and stored numbers in <c>reference/</c>, and the way to make the numbers again.</summary>
internal static class ReferencePanels
{
    internal sealed record Row(string Case, string Term, double Estimate, double InformationError, double ClusterError, double Deviance);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Estimation", "reference");

    public static PoissonProblem Problem(string name) =>
        name switch
        {
            "two-way" => new(Numbers(name, "y"), [Numbers(name, "x1")], [Column(name, "jp"), Column(name, "t")]),
            "intercept" => new(Numbers(name, "y"), [Numbers(name, "x1"), Numbers(name, "x2")], []),
            "weighted" => Three(name) with { Weights = Numbers(name, "w"), Offset = Numbers(name, "off") },
            _ => Three(name),
        };

    public static int[] Column(string name, string column) => [.. Numbers(name, column).Select(v => (int)v)];

    public static List<Row> Stored(string name) => [.. Parse(File.ReadAllText(Path.Combine(Folder, "glm.csv"))).Where(r => r.Case == name)];

    public static List<Row> Parse(string csv) =>
        [
            .. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(l => l.Split(','))
                .Select(f => new Row(f[0], f[1], Number(f[2]), Number(f[3]), Number(f[4]), Number(f[5]))),
        ];

    public static (bool Found, string Output) RunR()
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("Rscript", "glm.R") { WorkingDirectory = Folder, RedirectStandardOutput = true }
            )!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode == 0, output);
        }
        catch (Win32Exception)
        {
            return (false, "");
        }
    }

    private static PoissonProblem Three(string name) =>
        new(Numbers(name, "y"), [Numbers(name, "x1"), Numbers(name, "x2")], [Column(name, "jp"), Column(name, "pt"), Column(name, "jt")]);

    private static double[] Numbers(string name, string column)
    {
        var file = name is "weighted" or "intercept" ? "three-way" : name;
        var lines = File.ReadAllLines(Path.Combine(Folder, file + ".csv"));
        var at = Array.IndexOf(lines[0].Split(','), column);
        return [.. lines.Skip(1).Select(l => Number(l.Split(',')[at]))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
