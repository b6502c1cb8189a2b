using Assay.Cases.Report;

namespace Assay.Workbench;

/// <summary>A part of a report that one page shows: so many events, or so many claims, with what belongs to them. A report that fits on a
/// page is shown whole.</summary>
/// <param name="Report">The part.</param>
/// <param name="From">How many come before it.</param>
/// <param name="Count">How many it shows.</param>
/// <param name="Total">How many there are.</param>
internal sealed record ReportWindow(AuditReport Report, int From, int Count, int Total)
{
    /// <summary>Most events, and most claims, on one page.</summary>
    public const int Most = 200;

    /// <summary>True where the report is more than a page.</summary>
    public bool IsPart => Count < Total;

    /// <summary>Events of the chronology, in its order, with the claims about them alone.</summary>
    /// <param name="report">The whole.</param>
    /// <param name="from">How many events to pass over.</param>
    public static ReportWindow Events(AuditReport report, int from)
    {
        var total = report.Events.Count;
        if (total <= Most && report.Claims.Count <= Most)
            return new ReportWindow(report, 0, total, total);
        var events = report.Events.Skip(Math.Clamp(from, 0, Math.Max(0, total - 1))).Take(Most).ToList();
        var ids = events.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var claims = report.Claims.Where(c => Has(ids, c.Earlier) && Has(ids, c.Later)).Take(Most).ToList();
        var part = Of(report, ids, claims) with
        {
            Joint = null,
            Disagreements = [.. report.Disagreements.Where(d => ids.Contains(d.Event))],
        };
        return new ReportWindow(part, Math.Clamp(from, 0, Math.Max(0, total - 1)), events.Count, total);
    }

    /// <summary>Claims in the order of the report, with the events they are about. What voices time differently, and what came of all
    /// claims together, stand on the first page.</summary>
    /// <param name="report">The whole.</param>
    /// <param name="from">How many claims to pass over.</param>
    public static ReportWindow Claims(AuditReport report, int from)
    {
        var total = report.Claims.Count;
        if (total <= Most && report.Events.Count <= Most)
            return new ReportWindow(report, 0, total, total);
        var first = Math.Clamp(from, 0, Math.Max(0, total - 1));
        var claims = report.Claims.Skip(first).Take(Most).ToList();
        var differing = first == 0 ? report.Disagreements.Take(Most).ToList() : [];
        var ids = claims.SelectMany(c => new[] { c.Earlier, c.Later }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        ids.UnionWith(differing.Select(d => d.Event));
        var part = Of(report, ids, claims) with { Joint = first == 0 ? report.Joint : null, Disagreements = differing };
        return new ReportWindow(part, first, claims.Count, total);
    }

    private static AuditReport Of(AuditReport report, HashSet<string> events, List<ClaimEntry> claims) =>
        report with
        {
            Events = [.. report.Events.Where(e => events.Contains(e.Id))],
            Clocks = [.. report.Clocks.Where(c => events.Contains(c.Event))],
            Dates = [.. report.Dates.Where(c => events.Contains(c.Event))],
            Relations = [.. report.Relations.Where(r => events.Contains(r.From) && events.Contains(r.To))],
            Orders = [.. report.Orders.Where(o => events.Contains(o.Earlier) && events.Contains(o.Later))],
            Claims = claims,
        };

    private static bool Has(HashSet<string> ids, string? id) => id is not null && ids.Contains(id);
}
