using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Assay.Bench.Accounts;

/// <summary>What the evaluation of the rules says, summed over sets of accounts.</summary>
internal sealed class AccountScores
{
    private static readonly (string Measure, string Name, string Wanted)[] Shares =
    [
        ("clocks", "clocks", "0.95"),
        ("precision", "precision", "0.92"),
        ("voice", "voices", "0.88"),
        ("home", "zones", "0.90"),
        ("right", "claims right", "0.70"),
        ("accusations right", "accusations right", "0.95, 25 made"),
        ("gaps", "gaps", ""),
        ("figures", "figures", ""),
        ("stances", "stances", ""),
        ("questions+forecasts", "questions and forecasts", ""),
        ("metadata", "metadata", "0.92"),
    ];

    private static readonly (string Measure, string Name, string Wanted)[] Counts =
    [
        ("wrong always/never", "wrong always or never", "2"),
        ("leaks", "not of the article", "15"),
    ];
    private readonly List<(char Set, Dictionary<string, (int Of, int All)> Found)> accounts = [];

    /// <summary>Reads what <c>assay read evaluate --format json</c> printed.</summary>
    public static AccountScores Read(JsonElement evaluation)
    {
        var scores = new AccountScores();
        foreach (var account in evaluation.GetProperty("accounts").EnumerateArray())
        {
            if (account.GetProperty("score") is not { ValueKind: JsonValueKind.Object } score)
                continue;
            var found = new Dictionary<string, (int, int)>();
            foreach (var (measure, name, _) in Shares)
                found[measure] = (
                    score.GetProperty(name).GetProperty("right").GetInt32(),
                    score.GetProperty(name).GetProperty("all").GetInt32()
                );
            foreach (var (measure, name, _) in Counts)
                found[measure] = (score.GetProperty(name).GetInt32(), 0);
            scores.accounts.Add((account.GetProperty("name").GetString()![0], found));
        }

        return scores;
    }

    /// <summary>The table, a line a measure.</summary>
    /// <param name="sets">A column for each: its heading, and the letters that its accounts' names begin with.</param>
    public string Table(IReadOnlyList<(string Heading, string Letters)> sets)
    {
        var table = new StringBuilder($"| measure | wanted |{string.Concat(sets.Select(s => $" {s.Heading} |"))}\n|---|---|");
        table.Insert(table.Length, "---|", sets.Count);
        foreach (var (measure, _, wanted) in Shares)
            table.Append(
                CultureInfo.InvariantCulture,
                $"\n| {Named(measure)} | {wanted} |{string.Concat(sets.Select(s => $" {Share(measure, s.Letters)} |"))}"
            );
        foreach (var (measure, _, wanted) in Counts)
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
}
