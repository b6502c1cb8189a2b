using Assay.Cases.Report;
using Assay.Wording;
using NodaTime;

namespace Assay.Dossier;

/// <summary>Where one event lies, in minutes since 1970 UTC; null ends are open.</summary>
/// <param name="Event">The event.</param>
/// <param name="From">Earliest over all readings.</param>
/// <param name="Until">Latest over all readings.</param>
/// <param name="HomeFrom">Earliest on home clocks.</param>
/// <param name="HomeUntil">Latest on home clocks.</param>
/// <param name="Readings">The positions that single zones give it, without the home one.</param>
/// <param name="Globals">Its position under each global alternative, keyed by zone.</param>
internal sealed record Extent(
    EventEntry Event,
    double? From,
    double? Until,
    double? HomeFrom,
    double? HomeUntil,
    IReadOnlyList<(double From, double Until, string Words)> Readings,
    IReadOnlyDictionary<string, (double From, double Until)> Globals
)
{
    /// <summary>First known minute.</summary>
    public double First => From ?? HomeFrom ?? Until ?? HomeUntil ?? 0;

    /// <summary>Last known minute.</summary>
    public double Last => Until ?? HomeUntil ?? From ?? HomeFrom ?? 0;
}

/// <summary>Events near each other, drawn on one axis.</summary>
/// <param name="Axis">The axis, in minutes since 1970 UTC.</param>
/// <param name="Rows">The events, earliest first.</param>
internal sealed record Panel(Axis Axis, IReadOnlyList<Extent> Rows);

/// <summary>Lays the dated events of a report out in panels, so that one night is not squashed by a remark about last year.</summary>
internal static class Chart
{
    private const int MostPanels = 4;
    private static readonly double[] Gaps = [36 * 60, 7 * 1440, 60 * 1440, 400 * 1440, double.PositiveInfinity];

    /// <summary>The panels, in the order of time.</summary>
    public static IReadOnlyList<Panel> Panels(ReportIndex index)
    {
        var extents = index
            .Report.Events.Select(e => Of(index, e))
            .Where(x => x.From is not null || x.Until is not null || x.HomeFrom is not null)
            .OrderBy(x => x.HomeFrom ?? x.HomeUntil ?? x.First)
            .ThenBy(x => x.Last)
            .ToList();
        var fine = extents.Where(x => x.Last - x.First <= 3 * 1440).ToList();
        var coarse = extents.Except(fine).ToList();
        var panels = Gaps.Select(gap => Split(fine, gap)).First(p => p.Count <= MostPanels);
        if (coarse.Count > 0)
            panels.Add(coarse);

        return [.. panels.Where(p => p.Count > 0).Select(p => new Panel(Around(p), p))];
    }

    /// <summary>Where one event lies.</summary>
    public static Extent Of(ReportIndex index, EventEntry e)
    {
        var clocks = index.Clocks(e.Id).ToList();
        var readings = clocks
            .SelectMany(c =>
                c.Zones.Where(z => !z.Home && z.From is not null)
                    .Select(z => (Minute(z.From)!.Value, Minute(z.Until) ?? Minute(z.From)!.Value, $"{c.Voice} on {z.Name}"))
            )
            .Distinct()
            .ToList();
        var globals = new Dictionary<string, (double, double)>();
        foreach (var global in index.Report.Globals)
        {
            foreach (var clock in clocks)
            {
                if (global.Clocks.TryGetValue(clock.Id, out var z) && Minute(z.From) is { } from)
                    globals.TryAdd(global.Zone, (from, Minute(z.Until) ?? from));
            }
        }

        return new Extent(
            e,
            Minute(e.Time.Earliest),
            Minute(e.Time.Latest),
            Minute(e.Time.HomeEarliest),
            Minute(e.Time.HomeLatest),
            readings,
            globals
        );
    }

    private static double? Minute(Instant? at) => (at - NodaConstants.UnixEpoch)?.TotalMinutes;

    private static List<List<Extent>> Split(List<Extent> extents, double gap)
    {
        var panels = new List<List<Extent>>();
        var last = double.NegativeInfinity;
        foreach (var extent in extents)
        {
            if (panels.Count == 0 || extent.First - last > gap)
                panels.Add([]);

            panels[^1].Add(extent);
            last = Math.Max(last, extent.Last);
        }

        return panels;
    }

    private static Axis Around(List<Extent> extents)
    {
        var from = extents.Min(x => x.Globals.Values.Select(g => g.From).Append(x.First).Min());
        var until = extents.Max(x => x.Globals.Values.Select(g => g.Until).Append(x.Last).Max());
        var margin = Math.Max(30, (until - from) * 0.04);
        return new Axis(from - margin, until + margin);
    }
}
