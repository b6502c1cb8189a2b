using Assay.Cases.Accounts;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using NodaTime;

namespace Assay.Cases.Proposals;

/// <summary>Whether words of the text state a zone, as a drafter says.</summary>
/// <param name="differences">Where Assay reads something else is put here.</param>
internal sealed class StatedZone(List<string> differences)
{
    // A zone is named beside a time: a bare one is put before the words to find it.
    private const string Bare = "12:00 ";

    /// <summary>True where the zone stands as stated. Without words nothing is: a zone that only the drafter knows is one that the
    /// clock may be
    /// on.</summary>
    /// <param name="quote">The words that state it, or null.</param>
    /// <param name="candidates">The zones proposed; those that the words name take their place.</param>
    public bool Holds(Anchor? quote, List<ZoneChoice> candidates)
    {
        if (quote is null)
        {
            differences.Add("The zone is not taken as stated: no words of the text were given that state it.");
            return false;
        }

        var told = Told(ProposalMaker.Text(quote));
        if (told.Count != 1 || candidates.Any(c => IsLike(c.Zone, told[0])))
            return true;
        differences.Add($"The words state {told[0]}, not {string.Join(" or ", candidates.Select(c => c.Zone))}.");
        candidates.Clear();
        candidates.Add(new ZoneChoice(told[0], $"stated: “{ProposalMaker.Text(quote)}”"));
        return true;
    }

    /// <summary>The zones that words name, where they can mean one each.</summary>
    public static List<string> Told(string words) =>
        Mentions(words)
            .Concat(words.Split(' ').SelectMany((_, i) => Mentions(Bare + After(words, i))))
            .Distinct(StringComparer.Ordinal)
            .ToList();

    /// <summary>True where two zones show the same offset at all times of the year 2020 that are looked at: winter and summer.</summary>
    public static bool IsLike(string one, string other) =>
        one == other
        || DateTimeZoneProviders.Tzdb.GetZoneOrNull(one) is { } a
            && DateTimeZoneProviders.Tzdb.GetZoneOrNull(other) is { } b
            && new[] { Instant.FromUtc(2020, 1, 15, 12, 0), Instant.FromUtc(2020, 7, 15, 12, 0) } is var looked
            && (
                looked.All(i => a.GetUtcOffset(i) == b.GetUtcOffset(i))
                || other.StartsWith("UTC", StringComparison.Ordinal) && looked.Any(i => a.GetUtcOffset(i) == b.GetUtcOffset(i))
            );

    private static string After(string words, int count) => string.Join(' ', words.Split(' ').Skip(count)).TrimEnd('.', ',', ';', ':');

    private static IEnumerable<string> Mentions(string words) =>
        TimeReader
            .For("en")
            .Read(words, TimeContext.Unknown)
            .Select(t => t.Clock?.Zone)
            .Where(z => z is { Zones.Count: 1 })
            .Select(z => z!.Zones[0]);
}
