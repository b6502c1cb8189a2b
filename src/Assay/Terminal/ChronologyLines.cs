using Assay.Cases.Report;
using Assay.Cases.Wording;
using Assay.Chronology.Model;
using Assay.Wording;

namespace Assay.Terminal;

/// <summary>The chronology on home clocks: UTC in front. What the findings refer to, a line each; with everything, each clock and its words
/// too.</summary>
internal static class ChronologyLines
{
    private const int Most = 7;

    /// <summary>Writes the dated events.</summary>
    public static void Write(Lines page, ReportIndex index, bool all)
    {
        var dated = index
            .Report.Events.Where(e => e.Time.HomeEarliest is not null || e.Time.HomeLatest is not null || index.Clocks(e.Id).Any())
            .ToList();
        var cited = dated.Where(e => index.Digest.IsCited(e.Id)).ToList();
        var shown = all || cited.Count == 0 ? dated : cited;
        var weak = index.Digest.Weak.Take(all ? int.MaxValue : 1).Select(w => Reversed(index, w, all));
        page.Section(
            $"Chronology on home clocks ({Verdicts.Count(dated.Count, "event")})",
            [.. weak, .. shown.Select(e => all ? Whole(index, e) : Brief(e))],
            all ? int.MaxValue : Most,
            n => $"and {Verdicts.Count(n, "more dated event")}, --all shows them",
            dated.Count - shown.Count
        );
    }

    /// <summary>A clock: its local time, whose it is, and the zones it may be in.</summary>
    public static string Clock(ClockEntry clock)
    {
        var home = clock.Zones.FirstOrDefault(z => z.Home);
        var others = clock.Zones.Where(z => !z.Home).Select(z => z.Name).ToList();
        var zone =
            clock.ZoneStated ? $"{(clock.Zones is [var stated, ..] ? stated.Name : "a zone")}, stated"
            : home is null ? $"{string.Join(" or ", others)}"
            : others.Count == 0 ? home.Name
            : $"{home.Name}, or {string.Join(" or ", others)}";
        var role = clock.Role == ClockRole.Report ? ", the time of the report" : "";
        return $"{(clock.Approximate ? "about " : "")}{Moments.Local(clock.Local)} by {VoiceNames.Of(clock.Voice)} ({zone}{role})";
    }

    private static Item Reversed(ReportIndex index, WeakOrder weak, bool all) =>
        new(page =>
        {
            page.Line("", $"± {(all ? weak.Sentence(index) : Excerpts.Of(weak.Sentence(index), 145))}", 2, 2);
            foreach (var order in all ? weak.Orders : [])
                page.Line("", WeakOrder.Words(index, order) + ".", 4, 2);
        });

    private static Item Brief(EventEntry e) =>
        new(page => page.Line("", $"{Moments.UtcRange(e.Time.HomeEarliest, e.Time.HomeLatest)}  {Excerpts.Of(e.Label, 48)}", 2, 2));

    private static Item Whole(ReportIndex index, EventEntry e) =>
        new(page =>
        {
            page.Line("bold", $"{Moments.UtcRange(e.Time.HomeEarliest, e.Time.HomeLatest)}  {e.Label}", 2, 2);
            foreach (var clock in index.Clocks(e.Id))
                page.Line("", Clock(clock), 6, 2);
            if (e.Told is { } told)
                page.Line("", told.Sentence, 6, 2);

            page.Line(
                "dim",
                $"{Verdicts.Chain(e.Voice)}, {Verdicts.Name(e.Stance)}: “{Excerpts.Of(e.Quote.Exact, 160)}”{SourcePlaces.Page(e.Quote)}",
                6,
                2
            );
        });
}
