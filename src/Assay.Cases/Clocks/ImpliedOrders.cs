using Assay.Chronology.Model;
using Assay.Reading;
using Assay.Reading.Events;
using NodaTime;

namespace Assay.Cases.Clocks;

/// <summary>
/// The orders that the clock times of the account imply when they are read off the page as they stand. Nobody claims them: they are no
/// claims and no
/// findings, only what the chronology knows of how firm its order is.
/// </summary>
internal static class ImpliedOrders
{
    private const int Most = 400;
    private const int FewClocks = 28;
    private const int ReachOfMany = 3;

    /// <summary>
    /// Every pair of clock times near enough for a zone to matter, in the order a reader takes them in: as they stand on the page where
    /// neither names its
    /// zone, on home clocks where one does, since a reader does not mix "0019 GMT" with the local times around it. The time of a report
    /// orders nothing:
    /// what it reports was earlier, and nobody said by how much. A clock whose day is a guess orders nothing either.
    /// </summary>
    /// <param name="clocks">The clocks of the case.</param>
    public static IReadOnlyList<CaseClaim> Of(ClockBook clocks)
    {
        var zones = clocks.Zones.ToDictionary(z => z.Variable.Id, z => z.Variable);
        var ordered = clocks
            .Clocks.Where(IsFirm)
            .GroupBy(c => c.Event.Id)
            .Select(g => g.MinBy(c => c.Stated)!)
            .OrderBy(c => c.Stated)
            .ToList();
        var reach = ordered.Count <= FewClocks ? ordered.Count : ReachOfMany;
        var orders = new List<CaseClaim>();
        for (var i = 0; i < ordered.Count; i++)
        {
            for (var j = i + 1; j < Math.Min(ordered.Count, i + 1 + reach) && orders.Count < Most; j++)
            {
                var (a, b, apart) = InOrder(ordered[i], ordered[j], zones);
                if (apart == Duration.Zero || apart > ClockWindows.MostApart)
                    continue;
                orders.Add(
                    new CaseClaim($"o-{a.Event.Id}-{b.Event.Id}", a.Event, b.Event, RelationMeaning.Order, null, null, ClaimGround.Firm)
                );
            }
        }

        return orders;
    }

    private static bool IsFirm(CaseClock clock) =>
        clock.Statement.Role == ClockRole.Event && clock.IsPremise && clock.Item.Date is not null && !ClockWindows.IsDate(clock.Item.Grain);

    private static (CaseClock Earlier, CaseClock Later, Duration Apart) InOrder(
        CaseClock a,
        CaseClock b,
        Dictionary<string, ZoneVariable> zones
    )
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
