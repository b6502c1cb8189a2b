using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assay.Bench.Accounts;

/// <summary>Why claims of the gold do not have their verdict: what the audit itself says of each.</summary>
internal static partial class Causes
{
    private const int Most = 20;

    // Beginnings of the audit's own reasons, the cause beside each.
    private static readonly (string Words, string Cause)[] Reasons =
    [
        ("No clock in the account times", "an event of it is timed elsewhere in other words, which were not found"),
        ("It is unsure which event", "several events may be meant"),
        ("It is unsure whether", "several events may be meant"),
        ("It is unsure which zone", "the zone of one of its clocks rests on a guess"),
        ("is not a zone Assay knows", "the zone of one of its clocks rests on a guess"),
        ("It is unsure which day", "the day of one of its clocks rests on a guess"),
        ("It is not sure enough which day", "the day of one of its clocks rests on a guess"),
        ("is told as a condition", "told as a condition, a plan, a habit or a denial"),
        ("is told under a condition", "told as a condition, a plan, a habit or a denial"),
        ("is told as planned", "told as a condition, a plan, a habit or a denial"),
        ("is told as something that did not happen", "told as a condition, a plan, a habit or a denial"),
        ("names a part of the day", "one of its times is a part of the day"),
        ("one of them is likely misread", "the times found lie too far apart"),
        ("one of the events is likely misread", "the times found lie too far apart"),
        ("The clause gives several clock times", "a clause with several clock times"),
    ];

    /// <summary>The cause of each claim of an account that is not right.</summary>
    /// <param name="gold">The gold.</param>
    /// <param name="audit">The audit.</param>
    public static IEnumerable<string> Of(JsonElement gold, JsonElement audit)
    {
        var made = audit
            .GetProperty("claims")
            .EnumerateArray()
            .Where(c => c.GetProperty("quote").ValueKind == JsonValueKind.Object)
            .ToList();
        foreach (var claim in gold.GetProperty("claims").EnumerateArray())
        {
            var words = Plain(claim.GetProperty("quote").GetString()!);
            var right = claim.TryGetProperty("acceptable", out var all)
                ? all.EnumerateArray().Select(a => a.GetString()!).ToList()
                : [claim.GetProperty("verdict").GetString()!];
            var own = made.Where(c =>
                    Plain(c.GetProperty("quote").GetProperty("exact").GetString()!) is var q && (q.Contains(words) || words.Contains(q))
                )
                .ToList();
            if (own.Count == 0)
                yield return $"the claim was not found ({claim.GetProperty("kind").GetString()})";
            else if (!own.Exists(c => right.Contains(c.GetProperty("verdict").GetString()!)))
                yield return Cause(own[0], right[0]);
        }
    }

    /// <summary>The most frequent causes as a table.</summary>
    public static string Table(IEnumerable<string> causes)
    {
        var table = new StringBuilder("| why a claim does not have its verdict | claims |\n|---|---:|");
        foreach (
            var group in causes.GroupBy(c => c).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Most)
        )
            table.Append(CultureInfo.InvariantCulture, $"\n| {group.Key} | {group.Count()} |");
        return table.ToString();
    }

    private static string Cause(JsonElement claim, string right)
    {
        var said = claim.GetProperty("findings").EnumerateArray().Select(f => f.GetString()!).FirstOrDefault() ?? "";
        foreach (var (words, cause) in Reasons)
            if (said.Contains(words, StringComparison.Ordinal))
                return cause;
        return $"{claim.GetProperty("verdict").GetString()} where {right} is right";
    }

    private static string Plain(string words) => Marks().Replace(words, " ").Trim().ToLowerInvariant();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex Marks();
}
