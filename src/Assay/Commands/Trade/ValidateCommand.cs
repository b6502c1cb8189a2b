using System.CommandLine;
using System.Globalization;
using System.Text;
using Assay.Trade.Simulation;
using Assay.Trade.Validation;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade validate</c>: recall, precision and placebo flags on synthetic worlds, beside the naive rule.</summary>
public static class ValidateCommand
{
    private const string Begin = "<!-- validate: begin -->";
    private const string End = "<!-- validate: end -->";

    private const string Description = """
        Plants diversions in synthetic worlds and counts what the scan and the rule "doubled and over EUR 0.75m" find of them.

        Example:  assay trade validate --worlds 5 --write docs/trade-validation.md
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var worlds = new Option<int>("--worlds") { Description = "How many worlds.", DefaultValueFactory = _ => 5 };
        var write = new Option<string?>("--write") { Description = "Put the table between the marks of this file.", HelpName = "FILE" };
        var first = new Option<int>("--first-seed") { Description = "Seed of the first world.", DefaultValueFactory = _ => 1 };
        var command = new Command("validate", Description) { worlds, first, write };
        command.SetAction(parsed =>
        {
            var table = Table(Math.Clamp(parsed.GetValue(worlds), 1, 1000), Math.Max(1, parsed.GetValue(first)));
            parsed.InvocationConfiguration.Output.Write(table);
            if (parsed.GetValue(write) is not { } path) return ExitCodes.Done;
            var text = File.ReadAllText(path);
            var (start, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
            if (start < 0 || end < start) return ExitCodes.Output;
            File.WriteAllText(path, text[..(start + Begin.Length)] + "\n" + table + text[end..]);
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Table(int worlds, int first)
    {
        var trials = Enumerable.Range(first, worlds).Select(seed => WorldTrial.Run(new SyntheticOptions { Seed = (ulong)seed })).ToList();
        var quiet = Enumerable.Range(first, worlds).Select(seed => WorldTrial.Run(new SyntheticOptions { Seed = (ulong)seed, Effective = 0 }, 202203)).ToList();
        var text = new StringBuilder("| diversion, share of base | planted | found | found by the naive rule |\n|---|---|---|---|\n");
        foreach (var size in trials.SelectMany(t => t.Ours.Planted.Keys).Distinct().Order())
            text.Append(CultureInfo.InvariantCulture, $"| {size:0.##} | {Sum(trials, t => t.Ours.Planted, size)} | {Sum(trials, t => t.Ours.Recalled, size)} | {Sum(trials, t => t.Naive.Recalled, size)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{worlds} worlds (seeds {first} to {first + worlds - 1}), {trials.Sum(t => t.Ours.Cells)} cells. Mean recall from 0.5 of base: {trials.Average(t => t.Ours.Recall(0.5)):0.00} (naive {trials.Average(t => t.Naive.Recall(0.5)):0.00}); ");
        text.Append(CultureInfo.InvariantCulture, $"precision among the first k, k planted from 0.5 of base: {trials.Average(t => t.Ours.AtK):0.00} (naive {trials.Average(t => t.Naive.AtK):0.00}); flagged {trials.Sum(t => t.Ours.Flagged)}, of them planted {trials.Sum(t => t.Ours.Recalled.Values.Sum())} (naive {trials.Sum(t => t.Naive.Flagged)}, planted {trials.Sum(t => t.Naive.Recalled.Values.Sum())}).\n");
        text.Append(CultureInfo.InvariantCulture, $"At the naive rule's recall ({trials.Sum(t => t.Naive.Recalled.Values.Sum())} planted): {trials.Sum(t => t.AtNaiveRecall)} cells of the scan's ranking, {trials.Sum(t => t.Naive.Flagged)} cells of the naive rule.\n");
        return text.Append(CultureInfo.InvariantCulture, $"Worlds in which nothing happens: flagged {quiet.Sum(t => t.Ours.Flagged)} of {quiet.Sum(t => t.Ours.Cells)} cells (naive {quiet.Sum(t => t.Naive.Flagged)}); p at most 0.05 in {100.0 * quiet.Sum(t => t.Report.Findings.Count(f => f.P <= 0.05)) / quiet.Sum(t => t.Ours.Cells):0.0} %.\n").ToString();
    }

    private static int Sum(List<WorldTrial> trials, Func<WorldTrial, IReadOnlyDictionary<double, int>> of, double size) => trials.Sum(t => of(t).GetValueOrDefault(size));
}
