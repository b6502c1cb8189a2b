using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Assay.Bench.Accounts;

/// <summary>What the checker of the accounts printed, summed over sets of them.</summary>
internal sealed partial class AccountScores
{
    private static readonly (string Measure, string Wanted)[] Shares =
    [
        ("clocks", "0.95"),
        ("precision", "0.92"),
        ("voice", "0.88"),
        ("home", "0.90"),
        ("right", "0.70"),
        ("accusations right", "0.95, 25 made"),
        ("gaps", ""),
        ("figures", ""),
        ("stances", ""),
        ("questions+forecasts", ""),
        ("metadata", "0.92"),
    ];

    private static readonly (string Measure, string Wanted)[] Counts = [("wrong always/never", "2"), ("leaks", "15")];
    private readonly List<(char Set, Dictionary<string, (int Of, int All)> Found)> accounts = [];

    /// <summary>Reads the lines of the checker, one an account.</summary>
    public static AccountScores Read(string output)
    {
        var scores = new AccountScores();
        foreach (var line in output.Split('\n').Where(l => l.Length > 0 && !l.StartsWith("TOTAL", StringComparison.Ordinal)))
        {
            var found = new Dictionary<string, (int, int)>();
            foreach (var (measure, _) in Shares)
                if (Regex.Match(line, $@"(?<![\w+]){Regex.Escape(measure)} (\d+)/(\d+)") is { Success: true } share)
                    found[measure] = (Number(share.Groups[1]), Number(share.Groups[2]));
            foreach (var (measure, _) in Counts)
                if (Regex.Match(line, $@"{Regex.Escape(measure)} (\d+)") is { Success: true } count)
                    found[measure] = (Number(count.Groups[1]), 0);
            scores.accounts.Add((line[0], found));
        }

        return scores;
    }

    /// <summary>The table, a line a measure.</summary>
    /// <param name="sets">A column for each: its heading, and the letters that its accounts' names begin with.</param>
    public string Table(IReadOnlyList<(string Heading, string Letters)> sets)
    {
        var table = new StringBuilder($"| measure | wanted |{string.Concat(sets.Select(s => $" {s.Heading} |"))}\n|---|---|");
        table.Insert(table.Length, "---|", sets.Count);
        foreach (var (measure, wanted) in Shares)
            table.Append(
                CultureInfo.InvariantCulture,
                $"\n| {Named(measure)} | {wanted} |{string.Concat(sets.Select(s => $" {Share(measure, s.Letters)} |"))}"
            );
        foreach (var (measure, wanted) in Counts)
            table.Append(
                CultureInfo.InvariantCulture,
                $"\n| {measure} | at most {wanted} |{string.Concat(sets.Select(s => $" {Sum(measure, s.Letters).Of} |"))}"
            );
        return table.ToString();
    }

    private static string Named(string measure) => measure == "right" ? "claims with the right verdict" : measure;

    private string Share(string measure, string letters)
    {
        var (of, all) = Sum(measure, letters);
        return all == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{of}/{all} {(double)of / all:F2}");
    }

    private (int Of, int All) Sum(string measure, string letters)
    {
        var found = accounts.Where(a => letters.Contains(a.Set)).Select(a => a.Found.GetValueOrDefault(measure)).ToList();
        return (found.Sum(f => f.Of), found.Sum(f => f.All));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
}
