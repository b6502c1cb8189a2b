using System.Globalization;
using Assay.Tests.Fixtures;

namespace Assay.Bench.Models;

/// <summary>What Assay itself loses of a perfect reading: the drafts of the accounts with gold, brought at once and asked for part by part,
/// checked, and their verdicts held against those of the gold.</summary>
internal static class PerfectDraftsBench
{
    /// <summary>Runs the bench.</summary>
    /// <param name="args"><c>--write</c> puts the tables into docs/reading.md.</param>
    /// <returns>The exit code: 3 where the accounts are absent.</returns>
    public static int Run(string[] args)
    {
        var shared = Path.Combine(BenchFiles.Root(), "..", "shared", "data", "accounts");
        if (!Directory.Exists(shared))
        {
            Console.Error.WriteLine("perfect-drafts: ../shared/data/accounts is absent, so nothing was measured.");
            return 3;
        }

        var own = Path.Combine(BenchFiles.Root(), "bench", "accounts");
        var (dev, devByParts) = (AtOnce(shared), ByParts(shared));
        var (all, byParts) = (AtOnce(own), ByParts(own));
        var table = string.Join(
            '\n',
            "| perfect drafts of | claims with a verdict of the gold, drafts at once | asked part by part | drafts refused, at once | part by part | tokens of the questions, as estimated before | as sent | the worst account off by |",
            "|---|---:|---:|---:|---:|---:|---:|---:|",
            Row("the accounts for development", dev, devByParts),
            Row("the project's own accounts", all, byParts),
            "",
            "| lost of the accounts for development | gold | at once | part by part | what is said of it |",
            "|---|---|---|---|---|",
            string.Join("\n", Lost(dev, devByParts))
        );
        Console.WriteLine(table);
        if (args.Contains("--write"))
            BenchFiles.Write("perfect-drafts", table, "reading.md");
        return 0;
    }

    private static List<GoldVerdicts> AtOnce(string folder) =>
        [.. GoldVerdicts.In(folder).Select(g => GoldVerdicts.AtOnce(g.Name, g.Gold, g.File))];

    private static List<GoldVerdicts> ByParts(string folder) =>
        [.. GoldVerdicts.In(folder).Select(g => GoldVerdicts.ByModel(g.Name, g.Gold, g.File, default).GetAwaiter().GetResult())];

    private static string Row(string what, List<GoldVerdicts> atOnce, List<GoldVerdicts> byParts) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {Right(atOnce)} | {Right(byParts)} | {atOnce.Sum(g => g.Refused.Count)} | {byParts.Sum(g => g.Refused.Count)} | {byParts.Sum(g => g.Estimated):N0} | {byParts.Sum(g => g.Sent):N0} | {byParts.Max(Off):P1} |"
        );

    private static double Off(GoldVerdicts run) => Math.Abs((double)run.Estimated / run.Sent - 1);

    private static string Right(List<GoldVerdicts> all)
    {
        var verdicts = all.SelectMany(g => g.Verdicts).ToList();
        var right = verdicts.Count(v => v.IsRight);
        return string.Create(CultureInfo.InvariantCulture, $"{right} of {verdicts.Count} ({100.0 * right / verdicts.Count:0.0} %)");
    }

    private static IEnumerable<string> Lost(List<GoldVerdicts> atOnce, List<GoldVerdicts> byParts) =>
        from pair in atOnce.SelectMany(g => g.Verdicts).Zip(byParts.SelectMany(g => g.Verdicts))
        where !pair.First.IsRight || !pair.Second.IsRight
        let why = pair.First.IsRight ? pair.Second.Why : pair.First.Why
        select $"| {pair.First.Account} {pair.First.Claim} | {pair.First.Wanted[0]} | {pair.First.Verdict} | {pair.Second.Verdict} | {why.Replace('|', '/')} |";
}
