using Assay.Cases.Audit.Clocks;
using Assay.Cases.Audit.Events;
using Assay.Chronology.Model;
using Assay.Reading.Events;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Cases.Audit.Claims;

/// <summary>
/// The claims to test: those that words assert, and the orders that the clock times of the account imply when they are read off the page as
/// they stand. A relation to an event that no clock times is a premise as well: it says when that event is.
/// </summary>
internal sealed class ClaimBook
{
    private const int MostImplied = 400;
    private static readonly Duration Apart = Duration.FromHours(26);
    private readonly List<CaseClaim> claims = [];
    private readonly HashSet<CaseEvent> clocked;

    private ClaimBook(ClockBook clocks) => clocked = clocks.Clocks.Select(c => c.Event).ToHashSet();

    /// <summary>Collects the claims of all sources.</summary>
    public static IReadOnlyList<CaseClaim> Collect(IReadOnlyList<SourceReading> sources,
        IReadOnlyDictionary<(string Source, int Mention), CaseEvent> index, ClockBook clocks)
    {
        var book = new ClaimBook(clocks);
        foreach (var source in sources)
            foreach (var relation in source.Events.Relations) book.OfText(source, relation, index);
        book.Implied(clocks);
        return book.claims;
    }

    private void OfText(SourceReading source, EventRelation relation, IReadOnlyDictionary<(string, int), CaseEvent> index)
    {
        var (earlier, later) = (index[(source.Id, relation.Earlier)], index[(source.Id, relation.Later)]);
        if (earlier == later) return;
        var stance = source.Voices.VoiceAt(relation.Quote.Start).Stance;
        var isPremise = stance is Stance.Asserted or Stance.Reported && earlier.IsActual && later.IsActual
            && !(clocked.Contains(earlier) && clocked.Contains(later));
        var premise = isPremise ? new Relation($"r{claims.Count(c => c.Premise is not null) + 1}", earlier.Id, later.Id, Lower(relation), Upper(relation)) : null;
        claims.Add(new CaseClaim($"c{claims.Count + 1}", source, relation.Quote, earlier, later, relation.Meaning, relation.Words, premise));
    }

    private static Bound? Lower(EventRelation relation) => relation.Meaning.Min is { } min ? new Bound(min, relation.Meaning.MinStrict) : null;

    private static Bound? Upper(EventRelation relation) => relation.Meaning.Max is { } max ? new Bound(max) : null;

    // Every pair of clock times near enough for a zone to matter, in the order a reader takes them in: as they stand on the page where neither
    // names its zone, on home clocks where one does, since a reader does not mix "0019 GMT" with the local times around it. The time of a
    // report orders nothing: what it reports was earlier, and nobody said by how much.
    private void Implied(ClockBook clocks)
    {
        var zones = clocks.Zones.ToDictionary(z => z.Variable.Id, z => z.Variable);
        var ordered = clocks.Clocks.Where(c => c.Statement.Role == ClockRole.Event).GroupBy(c => c.Event).Select(g => g.MinBy(c => c.Stated)!).OrderBy(c => c.Stated)
            .ThenBy(c => c.Event.Id, StringComparer.Ordinal).ToList();
        var reach = ordered.Count <= 28 ? ordered.Count : 3;
        var known = claims.Select(c => (c.Earlier, c.Later, c.Meaning.Kind == "order")).ToHashSet();
        for (var i = 0; i < ordered.Count; i++)
        {
            for (var j = i + 1; j < Math.Min(ordered.Count, i + 1 + reach) && claims.Count < MostImplied; j++)
            {
                var (a, b, apart) = InOrder(ordered[i], ordered[j], zones);
                if (apart == Duration.Zero || apart > Apart || known.Contains((a.Event, b.Event, true))) continue;
                claims.Add(new CaseClaim($"c{claims.Count + 1}", b.Telling.Source, b.Telling.Mention.Quote, a.Event, b.Event, RelationMeaning.Order, null, null));
            }
        }
    }

    private static (CaseClock Earlier, CaseClock Later, Duration Apart) InOrder(CaseClock a, CaseClock b, Dictionary<string, ZoneVariable> zones)
    {
        var onPage = a.Variable == b.Variable || !zones[a.Variable].Stated && !zones[b.Variable].Stated;
        var apart = onPage ? b.Stated.InUtc().ToInstant() - a.Stated.InUtc().ToInstant() : AtHome(b, zones) - AtHome(a, zones);
        return apart < Duration.Zero ? (b, a, -apart) : (a, b, apart);
    }

    private static Instant AtHome(CaseClock clock, Dictionary<string, ZoneVariable> zones)
    {
        var candidates = zones[clock.Variable].Candidates;
        var home = candidates.FirstOrDefault(c => c.IsHome) ?? candidates[0];
        return clock.Stated.InZoneLeniently(DateTimeZoneProviders.Tzdb.GetZoneOrNull(home.Zone) ?? DateTimeZone.Utc).ToInstant();
    }
}
