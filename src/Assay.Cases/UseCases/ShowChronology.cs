using Assay.Cases.Report;
using NodaTime;
using NodaTime.Text;

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
    string Local,
    string? Zone,
    Instant? Instant,
    bool Stated,
    string Role
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
                .ThenBy(r => r.Local, StringComparer.Ordinal),
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
            Wording.EnumNames.Of(clock.Role)
        );
    }

    private static Instant? InstantOf(string local, string zone)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } found)
            return null;
        var text =
            local.Length == "yyyy-MM-dd".Length ? local + "T00:00:00"
            : local.Length == "yyyy-MM-ddTHH:mm".Length ? local + ":00"
            : local;
        var parsed = LocalDateTimePattern.GeneralIso.Parse(text);
        return parsed.Success && found.MapLocal(parsed.Value) is { Count: > 0 } mapped ? mapped.First().ToInstant() : null;
    }
}
