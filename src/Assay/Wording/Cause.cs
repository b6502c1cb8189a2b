using Assay.Cases.Report;
using Assay.Reading;

namespace Assay.Wording;

/// <summary>Claims of one verdict that one thing decides: the same clocks, the same statements, the same guessed link. It is one
/// card.</summary>
/// <param name="Standing">The verdict they share, as <see cref="Verdicts.Standing"/> gives it.</param>
/// <param name="By">Ids of the zone variables or statements that decide; empty where the claims share a reason in words, or
/// nothing.</param>
/// <param name="Claims">The claims, the most telling first; at least one.</param>
internal sealed record Cause(Outcome Standing, IReadOnlyList<string> By, IReadOnlyList<ClaimEntry> Claims)
{
    /// <summary>A statement that so many failures have in common is what they fail for: a clock on a wrong day fails whatever it is
    /// compared with.</summary>
    private const int Telling = 3;

    /// <summary>The most telling of the claims.</summary>
    public ClaimEntry First => Claims[0];

    /// <summary>The id of its card: that of the claim it holds, or one made from the first.</summary>
    public string Id => Claims.Count == 1 ? First.Id : $"cause-{First.Id}";

    /// <summary>The causes of the claims, in the order of <see cref="Verdicts.Ranked"/>.</summary>
    public static IReadOnlyList<Cause> Of(IEnumerable<ClaimEntry> claims)
    {
        var ranked = Verdicts.Ranked(claims).ToList();
        var common = ranked.GroupBy(Verdicts.Standing).Where(g => Fails(g.Key)).SelectMany(Common).ToDictionary();
        return
        [
            .. ranked
                .GroupBy(c => Key(c, common))
                .Select(g => new Cause(Verdicts.Standing(g.First()), Deciding(g.First(), common), [.. g])),
        ];
    }

    private static bool Fails(Outcome standing) => standing is Outcome.Never or Outcome.Contradictory;

    private static string Key(ClaimEntry claim, Dictionary<string, string> common)
    {
        var standing = Verdicts.Standing(claim);
        var by = standing switch
        {
            Outcome.Untested => Guesses(claim) is { Count: > 0 } guesses ? guesses : [Verdicts.WhyOpen(claim)],
            Outcome.Sometimes or Outcome.Never or Outcome.Contradictory => Deciding(claim, common),
            _ => [],
        };
        return $"{standing}\n{(by.Count == 0 ? claim.Id : string.Join('\n', by))}";
    }

    // Without a clock or a statement to its name a verdict is a cause of its own.
    private static List<string> Deciding(ClaimEntry claim, Dictionary<string, string> common) =>
        Verdicts.Standing(claim) switch
        {
            Outcome.Sometimes => Sorted(claim.DecidedBy),
            Outcome.Never or Outcome.Contradictory when common.TryGetValue(claim.Id, out var one) => [one],
            Outcome.Never or Outcome.Contradictory => Sorted(claim.Because.Count > 0 ? claim.Because.Select(b => b.Id) : claim.DecidedBy),
            _ => [],
        };

    private static List<string> Guesses(ClaimEntry claim) =>
        Sorted(claim.Links.Where(l => l.Evidence == Evidence.Guessed).Select(l => $"{l.Kind} {l.Words}: {string.Join('|', l.Candidates)}"));

    private static List<string> Sorted(IEnumerable<string> ids) => [.. ids.Distinct().Order(StringComparer.Ordinal)];

    // The statement that most failures rest on, as long as there are enough of them; then the next among the rest.
    private static IEnumerable<KeyValuePair<string, string>> Common(IEnumerable<ClaimEntry> failing)
    {
        var left = failing.ToList();
        while (true)
        {
            var (id, count) = left.SelectMany(c => c.Because.Select(b => b.Id).Distinct())
                .CountBy(b => b)
                .OrderByDescending(b => b.Value)
                .ThenBy(b => b.Key, StringComparer.Ordinal)
                .FirstOrDefault();
            if (count < Telling)
                yield break;

            foreach (var claim in left.Where(c => c.Because.Any(b => b.Id == id)))
                yield return new(claim.Id, id);

            left.RemoveAll(c => c.Because.Any(b => b.Id == id));
        }
    }
}
