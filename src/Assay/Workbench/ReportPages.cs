using Assay.Cases.Casework;
using Assay.Cases.UseCases;
using Assay.Dossier;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>The sections of the dossier as pages of the workbench.</summary>
internal static class ReportPages
{
    /// <summary>Writes verdicts and chronology, either of them first. They share a page, since the switch of the readings tells how many
    /// verdicts hold by one.</summary>
    public static void Verdicts(HtmlWriter html, Seat seat, AuditReply reply, bool isChronologyFirst, int from = 0)
    {
        var window = isChronologyFirst ? ReportWindow.Events(reply.Report, from) : ReportWindow.Claims(reply.Report, from);
        var cards = new RouteCards(reply.Routes);
        Write(
            html,
            seat,
            reply with
            {
                Report = window.Report,
            },
            isChronologyFirst ? "When it happened" : "What the clocks say",
            (part, index, panels) =>
            {
                Steps(part, window, isChronologyFirst);
                if (isChronologyFirst)
                    ChronologySection.Write(part, index, panels);
                VerdictSection.Write(part, index, cards);
                if (!isChronologyFirst)
                    ChronologySection.Write(part, index, panels);
                Steps(part, window, isChronologyFirst);
            }
        );
        cards.WriteData(html);
    }

    // Which part of a long report this is, and the way to the parts beside it.
    private static void Steps(HtmlWriter html, ReportWindow window, bool isOfEvents)
    {
        if (!window.IsPart)
            return;
        var (page, what) = isOfEvents ? ("chronology", "Events") : ("verdicts", "Claims");
        var last = window.From + window.Count;
        html.Write($"<p class=\"steps\">{what} {window.From + 1} to {last} of {window.Total}. ");
        if (window.From > 0)
            html.Write($"<a href=\"{page}?from={Math.Max(0, window.From - ReportWindow.Most)}\">The {ReportWindow.Most} before</a> ");
        if (last < window.Total)
            html.Write($"<a href=\"{page}?from={last}\">The next</a>");
        html.Write("</p>\n");
    }

    /// <summary>Writes the ledger, with what is open, and who and what is named.</summary>
    public static void Ledger(HtmlWriter html, Seat seat, AuditReply reply) =>
        Write(
            html,
            seat,
            reply,
            "Who says what",
            (part, index, _) =>
            {
                LedgerSection.Write(part, index);
                OpenSection.Write(part, index);
                PeopleSection.Write(part, index);
            }
        );

    private static void Write(
        HtmlWriter html,
        Seat seat,
        AuditReply reply,
        string title,
        Action<HtmlWriter, ReportIndex, IReadOnlyList<Panel>> sections
    )
    {
        var index = ReportIndex.Of(reply.Report);
        var panels = Chart.Panels(index);
        html.Write($"<h1>{title}</h1>\n");
        foreach (var error in reply.Errors)
            html.Write($"<p class=\"refused\">{error.ToString()}</p>\n");
        Elsewhere.Write(html, seat.Root, part => sections(part, index, panels));
        html.Write("<script type=\"application/json\" id=\"data\">");
        html.WriteAsset(new Asset(SwitchData.Json(index, panels)));
        html.Write("</script>\n");
    }
}
