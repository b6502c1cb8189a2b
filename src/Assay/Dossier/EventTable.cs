using Assay.Cases.Report;
using Assay.Chronology.Model;
using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>The chronology as a table: every event, whether drawn or not, with its clocks and the zones they may be in.</summary>
internal static class EventTable
{
    /// <summary>Writes the table.</summary>
    public static void Write(HtmlWriter html, ReportIndex index)
    {
        var events = index.Report.Events;
        Folds.Begin(
            html,
            false,
            $"{Verdicts.Count(events.Count, "event")} as a table, with the zones each clock may be in",
            events.Count,
            events.Count(e => index.Digest.IsCited(e.Id)),
            "events"
        );
        html.Write(
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table of events\"><table class=\"events\"><caption>Events in the order of home clocks</caption><thead><tr><th scope=\"col\">Event</th><th scope=\"col\">On home clocks</th><th scope=\"col\">Over all readings</th><th scope=\"col\">Stated time, and zones it may be in</th><th scope=\"col\">Voice</th></tr></thead><tbody>\n"
        );
        foreach (var e in index.Report.Events)
            Row(html, index, e);

        html.Write("</tbody></table></div></details>\n");
    }

    private static void Row(HtmlWriter html, ReportIndex index, EventEntry e)
    {
        html.Write($"<tr id=\"{e.Id}\"{(index.Digest.IsCited(e.Id) ? "" : " class=aside")}><th scope=\"row\"><bdi>{e.Label}</bdi>");
        QuoteLinks.Write(html, index, e.Quote, e.Id);
        html.Write(
            $"</th><td>{Moments.UtcRange(e.Time.HomeEarliest, e.Time.HomeLatest)}</td><td>{Moments.UtcRange(e.Time.Earliest, e.Time.Latest)}"
        );
        if (e.Time.Edtf is { } edtf)
            html.Write($"<br><span class=\"faint\">EDTF {edtf}</span>");

        html.Write("</td><td>");
        foreach (var clock in index.Clocks(e.Id))
            Clock(html, clock);

        if (!index.Clocks(e.Id).Any())
            html.Write($"<span class=\"faint\">{(e.Time.Words is { } w ? $"“{w}”" : "no clock of its own")}</span>");

        html.Write($"</td><td>{Verdicts.Chain(e.Voice)}<br><span class=\"stance s-{e.Stance}\">{e.Stance}</span>");
        if (index.Place(e.Place) is { } place)
            html.Write($"<br><span class=\"faint\">at {place}</span>");

        if (e.Actors.Count > 0)
            html.Write($"<br><span class=\"faint\">{string.Join(", ", e.Actors.Select(index.Actor))}</span>");

        if (e.Told is { } told)
            html.Write($"<br><span class=\"faint\"><bdi>{told.Sentence}</bdi></span>");

        html.Write("</td></tr>\n");
    }

    private static void Clock(HtmlWriter html, ClockEntry clock)
    {
        var about = clock.Approximate ? "about " : "";
        var role = clock.Role == ClockRole.Report ? ", the time of the report" : "";
        html.Write($"<div class=\"clock\" id=\"{clock.Id}\"><strong>{about}{Moments.Local(clock.Local)}</strong>{role}");
        if (clock.OtherDays.Count > 0)
            html.Write($" <span class=\"faint\">or {string.Join(", ", clock.OtherDays.Select(Moments.Local))}</span>");

        html.Write("<ul class=\"zones\">");
        foreach (var zone in clock.Zones)
        {
            var offset =
                zone.Offset is { } o ? $"UTC{OffsetForm.Of(o)}"
                : clock.Local is { Month: null, Date: null } ? "on an unknown day"
                : "this local time does not exist there";
            html.Write($"<li>{zone.Name} ({offset}){(zone.Home ? " ⌂ home" : "")}: <span class=\"faint\">{zone.Reason}</span></li>");
        }

        html.Write("</ul></div>");
    }
}
