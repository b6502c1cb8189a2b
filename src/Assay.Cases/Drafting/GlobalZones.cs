using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Reading.Places;

namespace Assay.Cases.Drafting;

/// <summary>The zones that all clocks of an account may have been converted to.</summary>
internal static class GlobalZones
{
    /// <summary>The zones: those that were asked for, each seat and each place, and that of who published the account.</summary>
    /// <param name="zones">The zones of the clocks.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="asked">IANA names that were asked for.</param>
    public static IReadOnlyList<GlobalItem> Of(
        IReadOnlyList<ZoneItem> zones,
        IReadOnlyList<SourceReading> sources,
        IReadOnlyList<string> asked
    )
    {
        var found = asked.Distinct().Select(z => new GlobalItem(z, "named by the person who ran the audit")).ToList();
        foreach (var candidate in zones.Where(z => !z.Stated).SelectMany(Choices))
            if (found.All(f => f.Zone != candidate.Zone))
                found.Add(new GlobalItem(candidate.Zone, candidate.Reason));
        foreach (var site in sources.Select(s => s.Document.Metadata.Site?.Value).Where(s => s is not null).Distinct())
        {
            if (Seats.OfOutlet(site!) is { Zones: [var zone, ..] } seat && found.All(f => f.Zone != zone))
                found.Add(new GlobalItem(zone, $"seat of {site}, which published the account: {seat.Place.Name}"));
        }

        return found;
    }

    // A clock of which nothing tells the zone is read as UTC, so that is one everything may have been converted to.
    private static IReadOnlyList<ZoneChoice> Choices(ZoneItem zone) => zone.Candidates.Count > 0 ? zone.Candidates : [CaseZone.StandIn];
}
