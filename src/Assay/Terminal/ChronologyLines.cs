using Assay.Cases.Audit.Report;
using Assay.Wording;

namespace Assay.Terminal;

/// <summary>The chronology on home clocks: UTC in front, then what the source says in local time and who says it.</summary>
internal static class ChronologyLines
{
    private const int Most = 40;

    /// <summary>Writes the dated events.</summary>
    public static void Write(Lines page, ReportIndex index)
    {
        var dated = index.Report.Events.Where(e => e.Time.HomeEarliest is not null || e.Time.HomeLatest is not null || index.Clocks(e.Id).Any()).ToList();
        if (dated.Count == 0)
        {
            return;
        }

        page.Heading("Chronology on home clocks");
        foreach (var e in dated.Take(Most))
        {
            page.Line("bold", $"{Moments.UtcRange(e.Time.HomeEarliest, e.Time.HomeLatest)}  {e.Label}", 2, 2);
            var clocks = index.Clocks(e.Id).ToList();
            foreach (var clock in clocks)
            {
                page.Line("", Clock(clock), 6, 2);
            }

            var voice = $"{Verdicts.Chain(e.Voice)}, {e.Stance}";
            page.Line("dim", $"{voice}: “{Short(e.Quote.Exact)}”", 6, 2);
        }

        if (dated.Count > Most)
        {
            page.Line("dim", $"and {dated.Count - Most} more dated events in the dossier", 2);
        }
    }

    private static string Clock(ClockEntry clock)
    {
        var home = clock.Zones.FirstOrDefault(z => z.Home);
        var others = clock.Zones.Where(z => !z.Home).Select(z => z.Name).ToList();
        var zone = clock.ZoneStated ? $"{(clock.Zones is [var stated, ..] ? stated.Name : "a zone")}, stated"
            : home is null ? $"{string.Join(" or ", others)}"
            : others.Count == 0 ? home.Name : $"{home.Name}, or {string.Join(" or ", others)}";
        var role = clock.Role == "report" ? ", the time of the report" : "";
        return $"{(clock.Approximate ? "about " : "")}{Moments.Local(clock.Local)} by {(clock.Voice == "author" ? "the author" : clock.Voice)} ({zone}{role})";
    }

    private static string Short(string words) => words.Length <= 160 ? words : words[..157].TrimEnd() + "...";
}
