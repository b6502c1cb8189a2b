using System.Globalization;
using System.Text.Json.Nodes;
using Assay.Cases.Report;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Exchange;

/// <summary>When an event is, for formats that hold neither zones nor several readings.</summary>
/// <param name="From">The first moment, in UTC; of a day, month or year its beginning on no particular clock.</param>
/// <param name="Until">The end, exclusive; the last moment over all readings.</param>
/// <param name="Parts">How much of the date is known: 1 year, 2 month, 3 day, 5 minute.</param>
/// <param name="Words">Which zone was written, and what is open.</param>
internal sealed record WrittenTime(LocalDateTime From, LocalDateTime Until, int Parts, string Words);

/// <summary>Makes written times of the events of a report.</summary>
internal sealed class EventTimes(AuditReport report)
{
    private const int Minute = 5;
    private readonly ILookup<string, ClockEntry> clocks = report.Clocks.ToLookup(c => c.Event, StringComparer.Ordinal);

    /// <summary>Why an event without a written time is left out.</summary>
    public const string Untimed = "No clock and no whole day, month or year dates it at both ends.";

    /// <summary>When the event is; null where that has no two ends.</summary>
    public WrittenTime? Of(EventEntry of)
    {
        if (of.Time is { Earliest: { } from, Latest: { } until } && clocks[of.Id].Any())
            return new(from.InUtc().LocalDateTime, until.InUtc().LocalDateTime, Minute, Words(of, from, until));
        return of.Time.Edtf is { } edtf ? Dated(edtf) : null;
    }

    /// <summary>All that is known of the time of an event.</summary>
    public JsonObject Whole(EventEntry of) =>
        new()
        {
            ["label"] = of.Label,
            ["words"] = of.Time.Words,
            ["edtf"] = of.Time.Edtf,
            ["earliest"] = of.Time.Earliest is { } e ? Json.Utc(e) : null,
            ["latest"] = of.Time.Latest is { } l ? Json.Utc(l) : null,
            ["homeEarliest"] = of.Time.HomeEarliest is { } he ? Json.Utc(he) : null,
            ["homeLatest"] = of.Time.HomeLatest is { } hl ? Json.Utc(hl) : null,
            ["mood"] = of.Mood.ToString(),
            ["stance"] = of.Stance.ToString(),
            ["voice"] = Json.Words(of.Voice),
            ["clocks"] = Json.List(clocks[of.Id].Select(Clock)),
        };

    private static JsonObject Clock(ClockEntry clock) =>
        new()
        {
            ["id"] = clock.Id,
            ["voice"] = clock.Voice,
            ["local"] = clock.Local.ToString(),
            ["otherDays"] = Json.Words([.. clock.OtherDays.Select(d => d.ToString())]),
            ["approximate"] = clock.Approximate,
            ["minutes"] = clock.Granularity.TotalMinutes,
            ["zoneStated"] = clock.ZoneStated,
            ["zones"] = Json.List(
                clock.Zones.Select(z => new JsonObject
                {
                    ["zone"] = z.Zone,
                    ["offset"] = z.Offset is { } o ? OffsetForm.Of(o) : null,
                    ["home"] = z.Home,
                    ["reason"] = z.Reason,
                })
            ),
        };

    private string Words(EventEntry of, Instant from, Instant until)
    {
        var open = until - from > clocks[of.Id].Min(c => c.Granularity);
        var span = open ? $"Not one moment: anywhere from {Json.Utc(from)} to {Json.Utc(until)}. " : "";
        return $"{span}Written in UTC. In the sources: {string.Join("; ", clocks[of.Id].Select(Said))}.{Converted(of)}";
    }

    private string Converted(EventEntry of)
    {
        var zones = report.Globals.Where(g => clocks[of.Id].Any(c => g.Clocks.ContainsKey(c.Id))).Select(g => g.Name).ToList();
        return zones.Count == 0 ? "" : $" Or the author converted it to {string.Join(" or ", zones)}.";
    }

    private static string Said(ClockEntry clock)
    {
        var zones = clock.Zones.Count == 0 ? "zone unknown" : string.Join(" or ", clock.Zones.Select(z => z.Name));
        var days = string.Concat(clock.OtherDays.Select(d => " or " + d));
        return $"{(clock.Approximate ? "about " : "")}{clock.Local}{days}, {zones}{(clock.ZoneStated ? "" : " (zone not stated)")}";
    }

    private static WrittenTime? Dated(string edtf)
    {
        const string none = "No clock and no zone is told; the date is that of the source.";
        if (LocalDatePattern.Iso.Parse(edtf) is { Success: true, Value: var day })
            return new(day.AtMidnight(), day.PlusDays(1).AtMidnight(), 3, none + " A day, at no known hour.");
        if (YearMonthPattern.Iso.Parse(edtf) is { Success: true, Value: var month })
            return new(
                month.OnDayOfMonth(1).AtMidnight(),
                month.PlusMonths(1).OnDayOfMonth(1).AtMidnight(),
                2,
                none + " A month, on no known day."
            );
        return edtf.Length == 4 && int.TryParse(edtf, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? new(new(year, 1, 1, 0, 0), new LocalDateTime(year, 1, 1, 0, 0).PlusYears(1), 1, none + " A year, on no known day.")
            : null;
    }
}
