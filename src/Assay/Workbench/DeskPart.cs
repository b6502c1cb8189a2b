using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>The draft in hand with what can be decided about it, what the last decision did, and what comes next.</summary>
internal sealed class DeskPart(HtmlWriter html, Seat seat, Queue queue, ReadingRequest request)
{
    private const int MostNext = 12;
    private const int MostClaims = 3;
    private static readonly (string Show, string Word)[] Filters = [("needed", "Need you"), ("open", "Open"), ("all", "All")];
    private static readonly (string Does, string Key, string Word)[] Decisions =
    [
        ("accept", "a", "Accept"),
        ("reject", "x", "Reject"),
        ("skip", "space", "Skip"),
    ];

    /// <summary>Writes it.</summary>
    public void Write(ReportIndex index)
    {
        Filter();
        if (request.Wrong is { } wrong)
            html.Write($"<p class=\"refused\" role=\"alert\">{wrong}</p>\n");
        if (request.Told is { } told)
            ChangePart.Write(html, told);
        if (queue.InHand is not { } item)
            Nothing();
        else
            Card(index, item);
        Undo();
        Next();
        Keys();
    }

    private void Filter()
    {
        var (all, open) = (queue.Count("all"), queue.Count("open"));
        html.Write(
            $"<p class=\"progress\"><progress max=\"{Math.Max(1, all)}\" value=\"{all - open}\" aria-label=\"drafts looked at\"></progress> {all - open} of {all} looked at</p>\n<ul class=\"filters\" aria-label=\"Which drafts\">"
        );
        foreach (var (show, word) in Filters)
        {
            var link = $"{seat.Root}/sources/{request.Source}?show={show}";
            if (show == queue.Show)
                html.Write($"<li><a href=\"{link}\" aria-current=\"true\">{word} {queue.Count(show)}</a></li>");
            else
                html.Write($"<li><a href=\"{link}\">{word} {queue.Count(show)}</a></li>");
        }

        html.Write("</ul>\n");
    }

    private void Nothing()
    {
        html.Write("<div class=\"hand\"><h2>Nothing is left here</h2><p>No draft of this source is ");
        html.Write($"{(queue.Show == "all" ? "there" : "open")}. ");
        html.Write(
            $"<a href=\"{seat.Root}/sources\">Other sources</a>, <a href=\"{seat.Root}/verdicts\">the verdicts</a>, or <a href=\"{seat.Root}/publish\">publish</a>.</p></div>\n"
        );
    }

    private void Card(ReportIndex index, DraftEntry item)
    {
        using var body = JsonDocument.Parse(item.Body);
        html.Write($"<article class=\"hand\" id=\"{item.Id}\" data-item=\"{item.Id}\" aria-labelledby=\"hand-h\">\n<p class=\"kind\">");
        html.Write(
            $"<strong>{Words.Kind(item.Kind)}</strong> <span class=\"state\">{Words.Sign(item.State)} {Words.State(item.State)}</span>"
        );
        if (item.Need != Need.None)
            html.Write($" <span class=\"need\">{Words.Need(item)}</span>");
        html.Write($"</p>\n<h2 id=\"hand-h\" dir=\"auto\">{Excerpts.Of(item.Label, 240)}</h2>\n");
        FactList.Write(html, queue, item, body.RootElement);
        Claims(index, item);
        html.Write("<form class=\"decide\" method=\"post\" ");
        Begin(item, Following());
        foreach (var (does, key, word) in Decisions)
            html.Write($"<button name=\"does\" value=\"{does}\" class=\"does-{does}\">{word} <kbd>{key}</kbd></button>");
        html.Write("</form>\n");
        Picks(item, body.RootElement);
        Edit(item, body.RootElement);
        html.Write($"<p class=\"steps\">");
        Step("prev", "k", "Previous", queue.Beside(-1));
        Step("next", "j", "Next", queue.Beside(1));
        if (item.End > item.Start && item.Source == request.Source)
            html.Write($"<a id=\"to-words\" href=\"#q-{item.Id}\">Its words in the text</a>");
        html.Write("</p></article>\n");
    }

    private void Claims(ReportIndex index, DraftEntry item)
    {
        // What a text says twice is two claims, and one line here.
        var claims = index.Report.Claims.Where(c => item.Claims.Contains(c.Id)).DistinctBy(c => (Verdicts.Of(c).Word, c.Sentence));
        foreach (var claim in claims.Take(MostClaims))
        {
            var look = Verdicts.Of(claim);
            html.Write(
                $"<p class=\"hangs\">{(request.IsCurrent ? "" : "Before the last decisions: ")}<span class=\"sym v-{look.Style}\" aria-hidden=\"true\">{look.Symbol}</span> <span>{look.Word}: <a href=\"{seat.Root}/verdicts#{claim.Id}\"><bdi>{Excerpts.Of(claim.Sentence, 160)}</bdi></a></span></p>\n"
            );
        }
    }

    private void Picks(DraftEntry item, JsonElement body)
    {
        var picks = Pick.Of(queue, item, body);
        if (picks.Count == 0)
            return;
        html.Write("<div class=\"picks\" role=\"group\" aria-label=\"Pick by number\">\n");
        var last = "";
        foreach (var (i, pick) in picks.Index())
        {
            if (pick.Question != last)
                html.Write($"<p class=\"ask\">{pick.Question}</p>\n");
            last = pick.Question;
            html.Write("<form method=\"post\" ");
            Begin(pick.Item, pick.Item.Id == item.Id ? Following() : item);
            html.Write(
                $"<input type=\"hidden\" name=\"does\" value=\"{pick.Does}\"><input type=\"hidden\" name=\"{pick.Name}\" value=\"{pick.Value}\"><input type=\"hidden\" name=\"picked\" value=\"yes\"><button class=\"pick\" data-pick=\"{i + 1}\"><kbd>{i + 1}</kbd> <span>{pick.Label} <small>{pick.Reason}</small></span></button></form>\n"
            );
        }

        html.Write("</div>\n");
    }

    private void Edit(DraftEntry item, JsonElement body)
    {
        var fields = EditFields.Of(item.Kind);
        if (fields.Count == 0)
            return;
        html.Write("<details class=\"edit\" id=\"edit\"><summary>Correct <kbd>e</kbd></summary>\n<form method=\"post\" ");
        Begin(item, Following());
        foreach (var field in fields)
            field.Write(html, queue, body);
        html.Write(
            "<label for=\"why\">Why, for the journal</label><input id=\"why\" name=\"why\" maxlength=\"1000\" autocomplete=\"off\"><p><button class=\"main\" name=\"does\" value=\"edit\">Save the correction</button></p></form>\n"
        );
        if (item.Kind == "events")
            Merge(item);
        html.Write("</details>\n");
    }

    private void Merge(DraftEntry item)
    {
        html.Write("<form method=\"post\" ");
        Begin(item, Following());
        html.Write("<label for=\"into\">It is one with another event</label><select id=\"into\" name=\"into\">");
        foreach (var other in EditFields.Events(queue).Where(e => e.Id != item.Id))
            html.Write($"<option value=\"{other.Id}\">{Excerpts.Of(other.Label, 80)}</option>");
        html.Write("</select><p><button name=\"does\" value=\"merge\">Merge into it</button></p></form>\n");
    }

    // The way to the address, and what every decision carries: which item, in which version, and where to go on.
    private void Begin(DraftEntry item, DraftEntry? next)
    {
        html.Write($"action=\"{seat.Root}/decide\">");
        Frame.Key(html, seat.All);
        Hidden("item", item.Id);
        Hidden("version", item.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Hidden("source", request.Source);
        Hidden("show", queue.Show);
        Hidden("next", next?.Id ?? "");
        html.Write("<input type=\"hidden\" name=\"ms\" value=\"\">");
    }

    private void Hidden(string name, string value) => html.Write($"<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");

    private string View(DraftEntry entry) =>
        $"{seat.Root}/sources/{request.Source}?show={queue.Show}&item={Uri.EscapeDataString(entry.Id)}";

    private DraftEntry? Following() => queue.Beside(1) is { } next && next.Id != queue.InHand?.Id ? next : null;

    private void Step(string id, string key, string word, DraftEntry? to)
    {
        if (to is not null)
            html.Write($"<a id=\"{id}\" href=\"{View(to)}\">{word} <kbd>{key}</kbd></a> ");
    }

    private void Undo()
    {
        html.Write($"<form class=\"undo\" method=\"post\" action=\"{seat.Root}/undo\">");
        Frame.Key(html, seat.All);
        Hidden("source", request.Source);
        Hidden("show", queue.Show);
        var since = request is { Since: { } first, Did: { } last } ? last.Entry.Sequence - first + 1 : 1;
        if (since > 1)
        {
            Hidden("first", request.Since!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Hidden("last", request.Did!.Entry.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture));
            html.Write($"<button id=\"undo\">Undo these {since} <kbd>u</kbd></button></form>\n");
            return;
        }

        html.Write("<button id=\"undo\">Undo my last decision <kbd>u</kbd></button></form>\n");
    }

    private void Next()
    {
        var at = queue.Shown.ToList().FindIndex(e => e.Id == queue.InHand?.Id);
        var next = queue.Shown.Skip(at + 1).Take(MostNext).ToList();
        if (next.Count == 0)
            return;
        html.Write($"<h2 class=\"minor-h\">Then</h2>\n<ol class=\"queue\">");
        foreach (var entry in next)
            html.Write(
                $"<li><a href=\"{View(entry)}\"><span aria-hidden=\"true\">{Words.Sign(entry.State)}</span> <small>{Words.Kind(entry.Kind)}</small> <bdi>{Excerpts.Of(entry.Label, 70)}</bdi></a></li>\n"
            );
        html.Write($"</ol>\n<p class=\"faint\">{queue.Shown.Count - at - 1} after this one.</p>\n");
        These(next);
    }

    // Only what stands on the screen can be accepted together: the draft in hand and those listed after it.
    private void These(List<DraftEntry> next)
    {
        var these = next.Prepend(queue.InHand).OfType<DraftEntry>().Where(e => e.State == Assay.Cases.Accounts.ItemState.Open).ToList();
        if (these.Count < 2)
            return;
        html.Write($"<form class=\"these\" method=\"post\" action=\"{seat.Root}/accept\">");
        Frame.Key(html, seat.All);
        Hidden("source", request.Source);
        Hidden("show", queue.Show);
        foreach (var entry in these)
            Hidden("seen", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{entry.Version} {entry.Id}"));
        html.Write($"<button class=\"accept-these\">Accept these {these.Count} <kbd>Shift</kbd> <kbd>A</kbd></button></form>\n");
    }

    private void Keys() =>
        html.Write(
            "<details id=\"keys\"><summary>Keys <kbd>?</kbd></summary><dl class=\"keys\"><dt><kbd>a</kbd></dt><dd>accept, and on to the next</dd><dt><kbd>Shift</kbd> <kbd>A</kbd></dt><dd>accept the draft in hand and those listed after it, as many as the button says</dd><dt><kbd>x</kbd></dt><dd>reject: it goes, with what rests on it</dd><dt><kbd>space</kbd></dt><dd>skip: looked at and left open</dd><dt><kbd>1</kbd>–<kbd>9</kbd></dt><dd>pick a candidate</dd><dt><kbd>e</kbd></dt><dd>correct; <kbd>Esc</kbd> leaves</dd><dt><kbd>u</kbd></dt><dd>undo the last decision</dd><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next, previous, without deciding</dd><dt><kbd>?</kbd></dt><dd>this sheet</dd></dl><p class=\"faint\">Keys are off while you type in a field, and while a button or link has the focus for the space bar.</p><p><button type=\"button\" id=\"keys-off\" hidden>Turn the keys off</button></p></details>\n"
        );
}
