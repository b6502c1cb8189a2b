using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using NodaTime.Text;

namespace Assay.Bench.Time;

/// <summary>Scores the reader on the development corpora as TempEval-3 does, by type and by halves, and counts the causes of what is
/// wrong.</summary>
internal static partial class TimexReport
{
    private const int Causes = 20;
    private const string Begin = "<!-- scores -->",
        End = "<!-- /scores -->";

    private sealed record Mark(int Start, int End, string Type, string Value, string Text);

    private sealed class Tally
    {
        public int Gold,
            Found,
            Relaxed,
            Strict,
            Right;

        public string Row(string name) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {Gold} | {Found} | {F(Relaxed):0.0} | {F(Strict):0.0} | {F(Relaxed) * Right / Math.Max(1, Relaxed):0.0} |"
            );

        private double F(int hits) => 200.0 * hits / Math.Max(1, Gold + Found);
    }

    public static int Run(string[] args)
    {
        var root = BenchFiles.Root();
        var shared = Environment.GetEnvironmentVariable("ASSAY_SHARED") ?? Path.Combine(root, "..", "shared");
        var (tallies, causes) = (
            new SortedDictionary<string, Tally>(StringComparer.Ordinal),
            new Dictionary<string, int>(StringComparer.Ordinal)
        );
        foreach (var corpus in (string[])["timebank", "aquaint"])
        {
            var file = Path.Combine(shared, "data", "timex", corpus + ".jsonl");
            if (!File.Exists(file))
            {
                Console.Error.WriteLine($"{file}: no such file; the report needs the development corpora beside the repository");
                return 2;
            }
            Score(corpus, file, tallies, causes);
        }
        var table = Table(tallies, causes);
        Console.WriteLine(table);
        if (args is ["--write"])
            Write(Path.Combine(root, "docs", "time.md"), table);
        return 0;
    }

    private static void Score(string corpus, string file, SortedDictionary<string, Tally> tallies, Dictionary<string, int> causes)
    {
        var index = 0;
        foreach (var line in File.ReadLines(file))
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("text").GetString()!;
            var date = LocalDatePattern.Iso.Parse(row.RootElement.GetProperty("dct").GetString()![..10]).Value;
            var gold = row
                .RootElement.GetProperty("gold")
                .EnumerateArray()
                .Select(g =>
                    Trim(
                        text,
                        g.GetProperty("start").GetInt32(),
                        g.GetProperty("end").GetInt32(),
                        g.GetProperty("type").GetString()!,
                        g.GetProperty("value").GetString() ?? ""
                    )
                )
                .ToList();
            var found = TimeReader
                .For("en")
                .Read(text, new TimeContext { DocumentDate = date })
                .Select(f => Trim(text, f.Span.Start, f.Span.End, f.Type.ToString().ToUpperInvariant(), f.Value))
                .ToList();
            var half = index++ % 2 == 0 ? "even documents" : "odd documents";
            foreach (var name in (string[])["all", half])
                Add(tallies, $"{corpus}, {name}", gold, found, name == "all" ? causes : null);
            foreach (var type in (string[])["DATE", "TIME", "DURATION", "SET"])
                Add(tallies, $"{corpus}, {type}", [.. gold.Where(g => g.Type == type)], [.. found.Where(f => f.Type == type)], null);
        }
    }

    private static Mark Trim(string text, int start, int end, string type, string value)
    {
        while (start < end && !char.IsLetterOrDigit(text[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] != '\'')
            end--;
        return new Mark(start, end, type, value, text[start..end]);
    }

    private static void Add(
        SortedDictionary<string, Tally> tallies,
        string name,
        List<Mark> gold,
        List<Mark> found,
        Dictionary<string, int>? causes
    )
    {
        if (!tallies.TryGetValue(name, out var tally))
            tallies[name] = tally = new Tally();
        (tally.Gold, tally.Found) = (tally.Gold + gold.Count, tally.Found + found.Count);
        var used = new HashSet<int>();
        var pairs = gold.ToDictionary(g => g, g => found.FindIndex(f => f.Start == g.Start && f.End == g.End));
        used.UnionWith(pairs.Values.Where(i => i >= 0));
        foreach (var g in gold)
        {
            var exact = pairs[g] >= 0;
            var at = exact
                ? pairs[g]
                : Enumerable
                    .Range(0, found.Count)
                    .Where(i => !used.Contains(i) && Overlap(g, found[i]) > 0)
                    .OrderByDescending(i => Overlap(g, found[i]))
                    .DefaultIfEmpty(-1)
                    .First();
            if (at >= 0)
                used.Add(at);
            Count(tally, g, at < 0 ? null : found[at], exact, causes);
        }
        for (var i = 0; i < found.Count; i++)
        {
            if (!used.Contains(i))
                Note(causes, "not in the gold standard", found[i].Text);
        }
    }

    private static void Count(Tally tally, Mark gold, Mark? found, bool exact, Dictionary<string, int>? causes)
    {
        if (found is null)
        {
            Note(causes, "missed", gold.Text);
            return;
        }
        tally.Relaxed++;
        tally.Strict += exact ? 1 : 0;
        tally.Right += gold.Value == found.Value ? 1 : 0;
        if (gold.Value != found.Value)
            Note(causes, "other value", gold.Text);
        else if (!exact)
            Note(causes, "other span", gold.Text);
    }

    private static int Overlap(Mark a, Mark b) => Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);

    private static void Note(Dictionary<string, int>? causes, string kind, string text)
    {
        if (causes is null)
            return;
        var shape = Number()
            .Replace(Month().Replace(Weekday().Replace(text.ToLowerInvariant().Replace('\n', ' '), "WEEKDAY"), "MONTH"), "N");
        var key = $"{kind} | {shape}";
        causes[key] = causes.GetValueOrDefault(key) + 1;
    }

    private static string Table(SortedDictionary<string, Tally> tallies, Dictionary<string, int> causes)
    {
        var table = new StringBuilder("| corpus, part | gold | found | relaxed F1 | strict F1 | value F1 |\n|---|---|---|---|---|---|\n");
        foreach (var (name, tally) in tallies)
            table.Append(tally.Row(name)).Append('\n');
        table.Append("\n| what is wrong | words | times |\n|---|---|---|\n");
        foreach (var (cause, times) in causes.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Causes))
            table.Append(CultureInfo.InvariantCulture, $"| {cause} | {times} |\n");
        return table.ToString();
    }

    private static void Write(string file, string table)
    {
        var text = File.ReadAllText(file);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        File.WriteAllText(file, $"{text[..from]}\n{table}{text[to..]}");
    }

    [GeneratedRegex(@"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b")]
    private static partial Regex Weekday();

    [GeneratedRegex(
        @"\b(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
    )]
    private static partial Regex Month();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
