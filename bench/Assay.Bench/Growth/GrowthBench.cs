using System.Globalization;

namespace Assay.Bench.Growth;

/// <summary>
/// The limits of docs/cli.md through the front door: a megabyte of one unit repeated, for every unit of <c>units.txt</c>, and many small
/// texts at
/// once, each audited with its dossier in a process of its own. Linux only: the peak is read from /proc.
/// </summary>
internal static class GrowthBench
{
    private const int Bytes = 1_000_000;
    private const double LimitSeconds = 20;
    private const double LimitMegabytes = 1_024;
    private const int Texts = 2_000;
    private const double LimitSecondsOfTexts = 60;
    private const int Worst = 5;

    // How far beyond its limit a run is let go on, so that the table tells a little too long from endless.
    private const double Patience = 4;

    /// <summary>Runs the bench.</summary>
    /// <param name="args">Any of <c>--program PATH</c> (the launcher or assay.dll), <c>--only WORD</c>, <c>--write</c>.</param>
    /// <returns>The exit code: 1 where a limit is broken or a run ended in a defect.</returns>
    public static int Run(string[] args)
    {
        var program = Path.GetFullPath(BenchFiles.Option(args, "--program") ?? Path.Combine(BenchFiles.Root(), "assay"));
        var only = BenchFiles.Option(args, "--only") ?? "";
        var folder = Directory.CreateTempSubdirectory("assay-growth-").FullName;
        try
        {
            var rows = Megabytes(program, only, folder).ToList();
            if (only.Length == 0)
                rows.Add(ManyTexts(program, folder));
            foreach (var row in rows.Where(r => r.IsBroken))
                Console.WriteLine("beyond its limit: " + row);
            if (args.Contains("--write"))
                Write(rows);
            return rows.Exists(r => r.IsBroken) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<GrowthRow> Megabytes(string program, string only, string folder)
    {
        Console.WriteLine(GrowthRow.Head);
        foreach (var unit in GrowthUnit.Read(Path.Combine(BenchFiles.Root(), "bench", "Assay.Bench", "Growth", "units.txt")))
        {
            var name = unit.Name + unit.Extension;
            if (!name.Contains(only, StringComparison.Ordinal))
                continue;
            var file = Path.Combine(folder, "input" + unit.Extension);
            File.WriteAllBytes(file, unit.Repeated(Bytes));
            yield return Audit(program, name, file, folder, (LimitSeconds, LimitMegabytes));
        }
    }

    private static GrowthRow ManyTexts(string program, string folder)
    {
        var texts = Directory.CreateDirectory(Path.Combine(folder, "texts")).FullName;
        for (var i = 0; i < Texts; i++)
            File.WriteAllText(Path.Combine(texts, $"text{i}.txt"), SmallText(i));
        return Audit(program, $"{Texts} texts of three lines", texts, folder, (LimitSecondsOfTexts, double.PositiveInfinity));
    }

    private static string SmallText(int i) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            The ferry {i} left Port Ambry at {(i % 12) + 1}:{i % 60:00} p.m. on {(i % 28) + 1} March 2019, the harbour said.
            Anna Berg of the Harbour Post counted {i} passengers.
            The bell rang two hours after the ferry left.
            """
        );

    private static GrowthRow Audit(string program, string name, string input, string folder, (double Seconds, double Megabytes) limit)
    {
        var dossier = Path.Combine(folder, "dossier");
        var run = MeasuredRun.Of(program, ["audit", input, "--out", dossier], limit.Seconds * Patience, LimitMegabytes * Patience);
        if (Directory.Exists(dossier))
            Directory.Delete(dossier, recursive: true);
        var row = new GrowthRow(name, run, limit.Seconds, limit.Megabytes);
        Console.WriteLine(row);
        return row;
    }

    private static void Write(List<GrowthRow> rows)
    {
        var (megabytes, texts) = (rows[..^1], rows[^1]);
        var table = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            | the slowest of {megabytes.Count} inputs of 1 MB | seconds | of processor | peak MB | exit code |
            |---|---:|---:|---:|---:|
            {Top(megabytes, r => r.Run.Seconds)}

            | those that take the most memory | seconds | of processor | peak MB | exit code |
            |---|---:|---:|---:|---:|
            {Top(megabytes, r => r.Run.PeakMegabytes)}

            | many at once | seconds | of processor | peak MB | exit code |
            |---|---:|---:|---:|---:|
            {texts}

            Beyond the limits: {megabytes.Count(r => r.IsBroken)} of {megabytes.Count}. {Environment.ProcessorCount} cores.
            """
        );
        BenchFiles.Write("growth", table);
    }

    private static string Top(List<GrowthRow> rows, Func<GrowthRow, double> by) =>
        string.Join('\n', rows.OrderByDescending(by).Take(Worst));
}
