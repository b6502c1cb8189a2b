using Assay.Cases.Report;
using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Cases.UseCases;

/// <summary>An event where a reading of the clocks puts it.</summary>
/// <param name="Event">Id of the event.</param>
/// <param name="Label">Its label.</param>
/// <param name="Clock">Id of the clock.</param>
/// <param name="Voice">Whose clock.</param>
/// <param name="Local">The local time as stated.</param>
/// <param name="Zone">The zone it is read in; null where none is known.</param>
/// <param name="Instant">The instant in UTC; null where the local time did not exist there, or where the zone or the day is not
/// known.</param>
/// <param name="Stated">True where the text states the zone, so that no reading changes it.</param>
/// <param name="Role">event, or report: what happened came at that time or before.</param>
public sealed record ChronologyRow(
    string Event,
    string Label,
    string Clock,
    string Voice,
    LocalMoment Local,
    string? Zone,
    Instant? Instant,
    bool Stated,
    ClockRole Role
);

/// <summary>The events of a report in order of time, under one reading of its clocks.</summary>
public static class ShowChronology
{
    /// <summary>The rows: by instant, what has none last.</summary>
    /// <param name="report">The report.</param>
    /// <param name="zone">The zone that every unstated clock is read in; null for the home clock of each voice.</param>
    public static IReadOnlyList<ChronologyRow> Of(AuditReport report, string? zone)
    {
        var labels = report.Events.ToDictionary(e => e.Id, e => e.Label, StringComparer.Ordinal);
        return
        [
            .. report
                .Clocks.Concat(report.Dates)
                .Select(c => Row(c, labels.GetValueOrDefault(c.Event, ""), zone))
                .OrderBy(r => r.Instant ?? Instant.MaxValue)
                .ThenBy(r => r.Local, LocalMoment.ByDay),
        ];
    }

    private static ChronologyRow Row(ClockEntry clock, string label, string? zone)
    {
        var home = clock.Zones.FirstOrDefault(z => z.Home) ?? (clock.Zones.Count > 0 ? clock.Zones[0] : null);
        var isKept = zone is null || clock.ZoneStated;
        return new ChronologyRow(
            clock.Event,
            label,
            clock.Id,
            clock.Voice,
            clock.Local,
            isKept ? home?.Zone : zone,
            isKept ? home?.From : InstantOf(clock.Local, zone!),
            clock.ZoneStated,
            clock.Role
        );
    }

    private static Instant? InstantOf(LocalMoment local, string zone) =>
        local.Beginning is { } at
        && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } found
        && found.MapLocal(at) is { Count: > 0 } mapped
            ? mapped.First().ToInstant()
            : null;
}
