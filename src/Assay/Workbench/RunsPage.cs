using System.Globalization;
using Assay.Cases.Casework;
using Assay.Cases.Models;
using Assay.Html;
using Assay.Wording;
using NodaTime.Text;

namespace Assay.Workbench;

/// <summary>The runs of models and agents in a case, and one of them beside the rules.</summary>
internal static class RunsPage
{
    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm 'UTC'");

    /// <summary>Writes the list.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="seat">The case.</param>
    /// <param name="runs">The runs, the newest first.</param>
    public static void Write(HtmlWriter html, Seat seat, IReadOnlyList<CaseRun> runs)
    {
        html.Write(
            "<h1>Runs</h1>\n<p class=\"lead\">What models and agents read of this case. Their drafts lie among those of the rules, open, until somebody decides about them; what does not stand in the words of a source was refused.</p>\n"
        );
        if (runs.Count == 0)
        {
            html.Write("<p class=\"note\">No model and no agent has drafted in this case yet.</p>\n");
            return;
        }

        Open(html, "Runs", ["Entry", "When", "Drafter", "For", "Tokens", "Cost", "Seconds", "Taken", "Accepted", "Refused"]);
        foreach (var run in runs)
        {
            html.Write(
                $"<tr><th scope=\"row\" class=\"num\"><a href=\"{seat.Root}/runs/{Number(run.Entry)}\">{Number(run.Entry)}</a></th><td class=\"num\">{Minute.Format(run.At)}</td><td>{run.Run.Kind} <bdi>{run.Drafter}</bdi></td><td><bdi>{run.Who}</bdi></td>"
            );
            html.Write(
                $"<td class=\"num\">{Tokens(run.Run)}</td><td class=\"num\">{Cost(run.Run)}</td><td class=\"num\">{Seconds(run.Run)}</td><td class=\"num\">{Number(run.Drafts.Count)}</td><td class=\"num\">{Number(run.Accepted)}</td><td>{Refused(run)}</td></tr>\n"
            );
        }

        Close(html);
    }

    /// <summary>Writes one run.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="seat">The case.</param>
    /// <param name="shown">The run.</param>
    public static void Write(HtmlWriter html, Seat seat, RunBesideRules shown)
    {
        var run = shown.Run;
        html.Write($"<h1>Run of <bdi>{run.Drafter}</bdi></h1>\n<p class=\"lead\">{Minute.Format(run.At)}, for <bdi>{run.Who}</bdi>, ");
        html.Write(
            $"<a href=\"{seat.Root}/journal?before={Number(run.Entry + 1)}\">entry {Number(run.Entry)}</a>: {Verdicts.Count(run.Drafts.Count, "draft")} taken, {Number(run.Accepted)} accepted, {Number(run.Run.RefusedInAll)} refused.</p>\n"
        );
        Facts(html, run.Run);
        html.Write("<h2 id=\"taken\">Taken</h2>\n");
        if (run.Drafts.Count == 0)
            html.Write("<p class=\"note\">Nothing.</p>\n");
        else
            Drafts(html, seat, run);
        html.Write(
            "<h2 id=\"beside\">Beside the rules</h2>\n<p>That both found something is the only sign of confidence there is; it is no proof.</p>\n"
        );
        foreach (var kind in shown.Agreement.Where(a => a.Both.Count + a.RulesOnly.Count + a.ModelOnly.Count > 0))
            Beside(html, kind);
        html.Write("<h2 id=\"refused\">Refused</h2>\n");
        if (run.Run.Refused.Count == 0)
            html.Write("<p class=\"note\">Nothing.</p>\n");
        else
            RefusedList(html, run.Run);
    }

    /// <summary>What is refused of a run, by reason: <c>3 (2 notFound, 1 tooShort)</c>.</summary>
    private static string Refused(CaseRun run) =>
        run.Run.RefusedInAll == 0
            ? "0"
            : $"{Number(run.Run.RefusedInAll)} ({string.Join(", ", run.Reasons.Select(r => $"{Number(r.Value)} {r.Key}"))})";

    private static void Facts(HtmlWriter html, DraftRun run)
    {
        html.Write("<dl class=\"facts\">");
        Fact(html, "Program", run.Client);
        Fact(html, "Run", run.Run);
        Fact(html, "Tokens", run.Tokens is null ? null : Tokens(run));
        Fact(html, "Cost", run.Tokens is null ? null : Cost(run));
        Fact(html, "Seconds", run.Milliseconds is null ? null : Seconds(run));
        Fact(html, "Sentences not read", run.NotRead == 0 ? null : Number(run.NotRead));
        foreach (var prompt in run.Prompts)
            Fact(html, "Prompt " + prompt.Key, prompt.Value);
        html.Write("</dl>\n");
    }

    private static void Fact(HtmlWriter html, string name, string? value)
    {
        if (value is not null)
            html.Write($"<dt>{name}</dt><dd><bdi>{value}</bdi></dd>");
    }

    private static void Drafts(HtmlWriter html, Seat seat, CaseRun run)
    {
        Open(html, "Drafts that were taken", ["Draft", "Kind", "State", "Proposed by"]);
        foreach (var draft in run.Drafts)
        {
            html.Write(
                $"<tr><th scope=\"row\"><a href=\"{seat.Root}/at/{Uri.EscapeDataString(draft.Id)}\"><bdi>{draft.Label}</bdi></a></th><td>{Words.Kind(draft.Kind)}</td>"
            );
            html.Write(
                $"<td><span aria-hidden=\"true\">{Words.Sign(draft.State)}</span> {Words.State(draft.State)}</td><td><bdi>{string.Join(", ", draft.Drafters)}</bdi></td></tr>\n"
            );
        }

        Close(html);
    }

    private static void Beside(HtmlWriter html, Agreement kind)
    {
        html.Write($"<h3>{char.ToUpperInvariant(kind.Kind[0])}{kind.Kind[1..]}</h3>\n");
        Open(html, kind.Kind + " beside the rules", ["Found by", "Words"]);
        foreach (var (by, words) in new[] { ("both", kind.Both), ("rules only", kind.RulesOnly), ("model only", kind.ModelOnly) })
        {
            foreach (var word in words)
                html.Write($"<tr><th scope=\"row\">{by}</th><td><bdi>{word}</bdi></td></tr>\n");
        }

        Close(html);
    }

    private static void RefusedList(HtmlWriter html, DraftRun run)
    {
        Open(html, "Proposals that were refused", ["Kind", "Reason", "Why"]);
        foreach (var refused in run.Refused)
            html.Write(
                $"<tr><th scope=\"row\"><bdi>{refused.Kind}{(refused.Key is { } key ? " " + key : "")}</bdi></th><td>{refused.Reason}</td><td><bdi>{refused.Message}</bdi></td></tr>\n"
            );
        Close(html);
        if (run.RefusedInAll > run.Refused.Count)
            html.Write($"<p class=\"faint\">{Number(run.RefusedInAll - run.Refused.Count)} more are not kept one by one.</p>\n");
    }

    private static void Open(HtmlWriter html, string label, string[] heads)
    {
        html.Write($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table class=\"journal\"><thead><tr>");
        foreach (var head in heads)
            html.Write($"<th scope=\"col\">{head}</th>");
        html.Write("</tr></thead><tbody>\n");
    }

    private static void Close(HtmlWriter html) => html.Write("</tbody></table></div>\n");

    private static string Tokens(DraftRun run) =>
        run.Tokens is { } number ? About(run) + number.ToString("N0", CultureInfo.InvariantCulture) : "not known";

    private static string Cost(DraftRun run) => run.Cost is { } cost ? About(run) + cost : "not known";

    private static string About(DraftRun run) => run.IsEstimate ? "about " : "";

    private static string Seconds(DraftRun run) =>
        run.Milliseconds is { } time ? (time / 1000.0).ToString("0.0", CultureInfo.InvariantCulture) : "not known";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
