using System.Globalization;
using System.Text.Json;
using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Attributions;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Syntax.Patterns;
using Assay.Reading.Text;
using SharpCompress.Compressors.Xz;

namespace Assay.Bench.Syntax;

/// <summary>
/// Attributions read by the patterns against annotated ones: source, cue and content apart. Exact: the same runs of letters, blanks and
/// marks at their ends aside. Partial: at least half of either is in the other. Only the outermost are held against the annotations, which
/// have no other.
/// </summary>
internal static class AttributionBench
{
    private static readonly string[] Roles = ["source", "cue", "content"];

    public static int Run(string[] args)
    {
        if (args is not ["--rows", var file, .. var rest])
        {
            Console.Error.WriteLine("attribution: --rows FILE.jsonl[.xz] is needed.");
            return 2;
        }
        if (BenchFiles.Option(rest, "--program") is { } program)
            return RecallBench.Run(file, program);
        var reader = new AttributionReader(PatternFiles.Set(rest, "en.attribution") ?? PatternSet.Attribution);
        var counts = Roles.ToDictionary(r => r, _ => new RoleCount(), StringComparer.Ordinal);
        var patterns = new SortedDictionary<string, RoleCount>(StringComparer.Ordinal);
        foreach (var line in Lines(file))
            Score(line, counts, patterns, rest, reader);
        foreach (var (role, count) in counts)
            Console.WriteLine($"{role, -24} {count}");
        foreach (var (pattern, count) in patterns)
            Console.WriteLine($"{pattern, -24} {count}");
        return 0;
    }

    /// <summary>The rows of a file, packed or not.</summary>
    internal static List<string> Lines(string file)
    {
        using var stream = File.OpenRead(file);
        using var plain = file.EndsWith(".xz", StringComparison.Ordinal) ? new XZStream(stream) : (Stream)stream;
        using var reader = new StreamReader(plain);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0)];
    }

    private static void Score(
        string line,
        Dictionary<string, RoleCount> counts,
        SortedDictionary<string, RoleCount> patterns,
        string[] rest,
        AttributionReader reader
    )
    {
        using var json = JsonDocument.Parse(line);
        var text = json.RootElement.GetProperty("text").GetString()!;
        var gold = json.RootElement.GetProperty("attributions").EnumerateArray().ToList();
        var matches = Read(text, reader);
        foreach (var role in Roles)
        {
            var right = gold.Select(IReadOnlyList<TextSpan> (a) => Spans(text, a.GetProperty(role)))
                .Where(s => s.Count > 0)
                .Distinct(SpansComparer.One)
                .ToList();
            var found = matches
                .Select(IReadOnlyList<TextSpan> (m) => Tidy(text, Spans(m, role)))
                .Where(s => s.Count > 0)
                .Distinct(SpansComparer.One)
                .ToList();
            counts[role].Add(right, found);
            if (rest is [var only, ..] && only == "--errors-" + role)
                Errors(text, right, found);
        }
        var contents = gold.Select(IReadOnlyList<TextSpan> (a) => Spans(text, a.GetProperty("content"))).Where(s => s.Count > 0).ToList();
        foreach (var group in matches.GroupBy(m => m.Reason))
        {
            var count = patterns.TryGetValue(group.Key, out var known) ? known : patterns[group.Key] = new RoleCount();
            count.Add(
                contents,
                [.. group.Select(IReadOnlyList<TextSpan> (m) => Tidy(text, m.Content)).Where(s => s.Count > 0)],
                onlyFound: true
            );
        }
    }

    private static void Errors(string text, List<IReadOnlyList<TextSpan>> right, List<IReadOnlyList<TextSpan>> found)
    {
        foreach (var spans in found.Where(f => !right.Contains(f, SpansComparer.One)))
            Console.WriteLine("+ " + string.Join(" / ", spans.Select(s => s.Of(text))));
        foreach (var spans in right.Where(f => !found.Contains(f, SpansComparer.One)))
            Console.WriteLine("- " + string.Join(" / ", spans.Select(s => s.Of(text))));
    }

    private static IReadOnlyList<Attribution> Read(string text, AttributionReader reader)
    {
        var (sentences, block) = (new List<Sentence>(), 0);
        for (var at = 0; at < text.Length; block++)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var stop ? stop : text.Length;
            sentences.AddRange(SentenceSplitter.Split(text, new TextSpan(at, end), block));
            at = end + 1;
        }
        var all = reader.Read(new ParsedText(new TextLayer(text, []), sentences));
        // What is said within what somebody says is not annotated.
        return [.. all.Where(a => !all.Any(o => o != a && o.Content.Any(c => c.Contains(a.Cue[0]))))];
    }

    private static IReadOnlyList<TextSpan> Spans(Attribution attribution, string role) =>
        role switch
        {
            "source" => attribution.Source,
            "cue" => attribution.Cue,
            _ => attribution.Content,
        };

    private static List<TextSpan> Spans(string text, JsonElement spans) =>
        Tidy(text, [.. spans.EnumerateArray().Select(s => new TextSpan(s[0].GetInt32(), s[1].GetInt32()))]);

    private static List<TextSpan> Tidy(string text, IReadOnlyList<TextSpan> spans)
    {
        var tidy = new List<TextSpan>(spans.Count);
        foreach (var span in spans.Order())
        {
            var (start, end) = (span.Start, span.End);
            while (end > start && !char.IsLetterOrDigit(text[end - 1]))
                end--;
            while (start < end && !char.IsLetterOrDigit(text[start]))
                start++;
            if (end > start)
                tidy.Add(new TextSpan(start, end));
        }
        return tidy;
    }

    private sealed class SpansComparer : IEqualityComparer<IReadOnlyList<TextSpan>>
    {
        public static SpansComparer One { get; } = new();

        public bool Equals(IReadOnlyList<TextSpan>? left, IReadOnlyList<TextSpan>? right) => left!.SequenceEqual(right!);

        public int GetHashCode(IReadOnlyList<TextSpan> spans) => spans.Count == 0 ? 0 : spans[0].GetHashCode();
    }

    private sealed class RoleCount
    {
        private int gold;
        private int found;
        private int exact;
        private int partialFound;
        private int partialGold;

        public void Add(List<IReadOnlyList<TextSpan>> right, List<IReadOnlyList<TextSpan>> read, bool onlyFound = false)
        {
            (gold, found) = (gold + (onlyFound ? 0 : right.Count), found + read.Count);
            exact += read.Count(f => right.Contains(f, SpansComparer.One));
            partialFound += read.Count(f => right.Any(r => Shares(f, r)));
            partialGold += onlyFound ? 0 : right.Count(r => read.Any(f => Shares(f, r)));
        }

        public override string ToString() =>
            gold == 0
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"found {found}, content exact {100.0 * exact / Math.Max(1, found):0}, partial {100.0 * partialFound / Math.Max(1, found):0}"
                )
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"gold {gold} found {found} | exact P {100.0 * exact / found:0.0} R {100.0 * exact / gold:0.0} F1 {200.0 * exact / (found + gold):0.0} | partial P {100.0 * partialFound / found:0.0} R {100.0 * partialGold / gold:0.0}"
                );

        private static bool Shares(IReadOnlyList<TextSpan> left, IReadOnlyList<TextSpan> right)
        {
            var shared = left.Sum(l => right.Sum(r => Math.Max(0, Math.Min(l.End, r.End) - Math.Max(l.Start, r.Start))));
            return 2 * shared >= left.Sum(s => s.Length) && 2 * shared >= right.Sum(s => s.Length);
        }
    }
}
