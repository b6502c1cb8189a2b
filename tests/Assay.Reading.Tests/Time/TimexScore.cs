using System.Text.Json;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using NodaTime;
using NodaTime.Text;

namespace Assay.Reading.Tests.Time;

/// <summary>
/// Scores the reader on a corpus as TempEval-3 does: spans without the punctuation around them, matched one to one, first those that are
/// equal, then the largest overlaps; the value score is the relaxed score times the share of right values among the matches.
/// </summary>
public sealed record TimexScore(double Relaxed, double Strict, double Value)
{
    /// <summary>Scores all rows of a file, or those at even or odd places.</summary>
    public static TimexScore Of(string file)
    {
        var reader = TimeReader.For("en");
        var (gold, predicted, matched, strict, right) = (0, 0, 0, 0, 0);
        foreach (var line in File.ReadLines(file))
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("text").GetString()!;
            var wanted = row.RootElement.GetProperty("gold").EnumerateArray().Select(g => Of(text, g)).ToList();
            var found = reader
                .Read(text, ContextOf(row.RootElement.GetProperty("dct").GetString()!))
                .Select(f => Trimmed(text, f.Span.Start, f.Span.End, f.Value))
                .ToList();
            (gold, predicted) = (gold + wanted.Count, predicted + found.Count);
            foreach (var (exact, same) in Pairs(wanted, found))
                (matched, strict, right) = (matched + 1, strict + (exact ? 1 : 0), right + (same ? 1 : 0));
        }
        double F(int hits) => 200.0 * hits / (gold + predicted);
        return new TimexScore(F(matched), F(strict), F(matched) * right / Math.Max(1, matched));
    }

    private static TimeContext ContextOf(string created) =>
        new()
        {
            DocumentDate = LocalDatePattern.Iso.Parse(created[..10]).Value,
            DocumentTime = created.Length >= 16 ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(created[11..16]).Value : null,
        };

    private static (int Start, int End, string Value) Of(string text, JsonElement gold) =>
        Trimmed(
            text,
            gold.GetProperty("start").GetInt32(),
            gold.GetProperty("end").GetInt32(),
            gold.GetProperty("value").GetString() ?? ""
        );

    private static (int Start, int End, string Value) Trimmed(string text, int start, int end, string value)
    {
        while (start < end && !char.IsLetterOrDigit(text[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] != '\'')
            end--;
        return (start, end, value);
    }

    private static IEnumerable<(bool Exact, bool Same)> Pairs(
        List<(int Start, int End, string Value)> wanted,
        List<(int Start, int End, string Value)> found
    )
    {
        var used = new HashSet<int>();
        var open = new List<(int Start, int End, string Value)>();
        foreach (var w in wanted)
        {
            var at = found.FindIndex(f => f.Start == w.Start && f.End == w.End);
            if (at >= 0 && used.Add(at))
                yield return (true, found[at].Value == w.Value);
            else
                open.Add(w);
        }
        foreach (var w in open)
        {
            var best = Enumerable
                .Range(0, found.Count)
                .Where(i => !used.Contains(i))
                .Select(i => (Index: i, Overlap: Math.Min(w.End, found[i].End) - Math.Max(w.Start, found[i].Start)))
                .Where(p => p.Overlap > 0)
                .OrderByDescending(p => p.Overlap)
                .Select(p => p.Index)
                .DefaultIfEmpty(-1)
                .First();
            if (best >= 0 && used.Add(best))
                yield return (false, found[best].Value == w.Value);
        }
    }
}
