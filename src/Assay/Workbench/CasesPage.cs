using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>The cases of a folder.</summary>
internal static class CasesPage
{
    /// <summary>Writes the page.</summary>
    public static void Write(HtmlWriter html, Desks all, IEnumerable<string> told) =>
        Frame.Write(
            html,
            "Cases",
            body =>
            {
                body.Write("<h1>Cases</h1>\n");
                Frame.Tell(body, told);
                var names = all.Names;
                if (names.Count == 0)
                    body.Write(
                        $"<p class=\"lead none\">There is no case {(all.Visitor.IsOfTeam ? "that you are a member of" : "here")} yet. "
                    );
                if (names.Count == 0)
                    body.Write($"{(all.Shelf.TakesMore ? "Make the first below." : "Ask its owner for an invitation.")}</p>\n");
                body.Write("<ul class=\"tiles\">");
                foreach (var name in names)
                    Tile(body, all, name);
                body.Write("</ul>\n");
                if (all.Shelf.TakesMore)
                    Make(body, all);
                if (!all.Visitor.IsOfTeam)
                    body.Write($"<p class=\"faint\">Cases of <code>{all.Shelf.Place}</code>. ");
                else
                    body.Write("<p class=\"faint\">");
                body.Write($"What you decide is recorded as done by {all.Visitor.Who}.</p>\n");
            },
            head => Frame.Top(head, all.Visitor)
        );

    private static void Tile(HtmlWriter html, Desks all, string name)
    {
        var opened = all.Open(name);
        var shown = opened.Succeeded ? ShowCase.Run(opened.Value.Case) : opened.Error;
        if (!shown.Succeeded)
        {
            html.Write($"<li class=\"tile\"><h2>{name}</h2><p class=\"refused\">{shown.Error.ToString()}</p></li>\n");
            return;
        }

        var open = shown.Value.States.GetValueOrDefault(ItemState.Open);
        var root = "/c/" + Uri.EscapeDataString(name);
        html.Write(
            $"<li class=\"tile\"><h2><a href=\"{root}\"><bdi>{shown.Value.Title ?? name}</bdi></a></h2><p class=\"faint\">{Verdicts.Count(shown.Value.Sources.Count, "source")} · {Verdicts.Count(open, "open draft")} · made by {shown.Value.By}</p></li>\n"
        );
    }

    private static void Make(HtmlWriter html, Desks all)
    {
        html.Write("<form class=\"box\" method=\"post\" action=\"/new\"><h2>A new case</h2>");
        Frame.Key(html, all);
        html.Write(
            "<label for=\"title\">What is it about, in a line?</label><input id=\"title\" name=\"title\" required maxlength=\"300\" autocomplete=\"off\"><p><button class=\"main\">Make the case</button></p></form>\n"
        );
    }
}
