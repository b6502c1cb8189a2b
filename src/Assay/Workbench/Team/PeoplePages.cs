using System.Globalization;
using Assay.Cases.Team;
using Assay.Cases.Team.UseCases;
using Assay.Ground.Outcomes;
using Assay.Html;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Assay.Workbench.Team;

/// <summary>For owners of the server: accounts, cases without an owner, the audit log.</summary>
internal static class PeoplePages
{
    private const int Most = 100;

    /// <summary>Shows the accounts.</summary>
    public static Task Show(HttpContext context, TeamHouse house) => Page(context, house, null, null, 200);

    /// <summary>Closes an account, or opens it again.</summary>
    public static Task Bar(HttpContext context, TeamHouse house)
    {
        var form = context.Request.Form;
        var by = TeamHouse.Known(context).Person;
        return Went(
            context,
            house,
            Accounts.Bar(house.People, form["name"].ToString(), form["does"] == "close", by, TeamHouse.Caller(context))
        );
    }

    /// <summary>Makes a link to a new password, and shows it this once.</summary>
    public static Task Reset(HttpContext context, TeamHouse house)
    {
        var name = context.Request.Form["name"].ToString();
        var made = Accounts.Reset(house.People, name, TeamHouse.Known(context).Person, TeamHouse.Caller(context));
        return made.Succeeded
            ? Page(context, house, null, house.Link(made.Value), 200)
            : Page(context, house, made.Error.ToString(), null, Answer.Status(made.Error));
    }

    /// <summary>Takes the second factor of somebody away who has lost it.</summary>
    public static Task Factor(HttpContext context, TeamHouse house)
    {
        var name = context.Request.Form["name"].ToString();
        return Went(context, house, SecondFactor.TakeAway(house.People, name, TeamHouse.Known(context).Person, TeamHouse.Caller(context)));
    }

    /// <summary>Asks everybody for a second factor, or leaves it to each.</summary>
    public static Task Factors(HttpContext context, TeamHouse house)
    {
        var isAsked = context.Request.Form["does"] == "ask";
        return Went(context, house, FactorRule.Set(house.People, isAsked, TeamHouse.Known(context).Person, TeamHouse.Caller(context)));
    }

    /// <summary>Makes a link to a new account, and shows it this once.</summary>
    public static Task Invite(HttpContext context, TeamHouse house)
    {
        var made = Accounts.Invite(house.People, TeamHouse.Known(context).Person, TeamHouse.Caller(context));
        return made.Succeeded
            ? Page(context, house, null, house.Link(made.Value), 200)
            : Page(context, house, made.Error.ToString(), null, Answer.Status(made.Error));
    }

    /// <summary>Takes over a case that has no owner.</summary>
    public static Task Adopt(HttpContext context, TeamHouse house)
    {
        var name = context.Request.Form["case"].ToString();
        if (!house.Shelf.Names().Contains(name, StringComparer.Ordinal))
            return Went(context, house, CaseShelf.None(name));
        return Went(context, house, Members.Adopt(house.People, name, TeamHouse.Known(context).Person, TeamHouse.Caller(context)));
    }

    /// <summary>Shows the audit log.</summary>
    public static Task Audit(HttpContext context, TeamHouse house)
    {
        var before = long.TryParse(context.Request.Query["before"], CultureInfo.InvariantCulture, out var given) ? given : (long?)null;
        var entries = Accounts.Audit(house.People, before, Most);
        return entries.Succeeded
            ? Answer.Page(
                context,
                html => Frame.Write(html, "Audit", body => AuditTable(body, entries.Value), head => Frame.Top(head, Visitor.Of(context)))
            )
            : Answer.Wrong(context, entries.Error);
    }

    private static Task Went(HttpContext context, TeamHouse house, Result<bool> done) =>
        done.Succeeded ? Answer.Go(context, "/people") : Page(context, house, done.Error.ToString(), null, Answer.Status(done.Error));

    private static Task Page(HttpContext context, TeamHouse house, string? wrong, string? link, int status)
    {
        var people = Accounts.List(house.People);
        var unowned = Members.Unowned(house.People, house.Shelf.Names());
        var (factors, asked) = (Accounts.WithFactor(house.People), FactorRule.Since(house.People));
        if (!people.Succeeded || !unowned.Succeeded || !factors.Succeeded || !asked.Succeeded)
            return Answer.Wrong(context, people.Error ?? unowned.Error ?? factors.Error ?? asked.Error!);
        return Answer.Page(
            context,
            html =>
                Frame.Write(
                    html,
                    "People",
                    body =>
                    {
                        body.Write("<h1>People</h1>\n");
                        Fields.Wrong(body, wrong);
                        Fields.Secret(
                            body,
                            "Send this link to one person; it works once. A new password has a day, a new account seven.",
                            link
                        );
                        List(body, Visitor.Of(context), people.Value, factors.Value);
                        Rule(body, Visitor.Of(context), asked.Value);
                        Cases(body, Visitor.Of(context), unowned.Value);
                    },
                    head => Frame.Top(head, Visitor.Of(context))
                ),
            status
        );
    }

    private static void List(HtmlWriter html, Visitor visitor, IReadOnlyList<Person> people, IReadOnlySet<long> factors)
    {
        html.Write("<p class=\"lead\">Who has an account. People come by invitation, to a case or to the server.</p>");
        html.Write("<form method=\"post\" action=\"/people/invite\">");
        Frame.Key(html, visitor);
        html.Write("<button id=\"invite\">Make a link to a new account</button></form><ul class=\"tiles\">");
        foreach (var person in people)
        {
            html.Write(
                $"<li class=\"tile\"><h2><bdi>{person.Name}</bdi></h2><p class=\"faint\">since {AccountPages.Moment(person.Created)}"
            );
            html.Write($"{(person.IsOwner ? ", owner of the server" : "")}{(person.IsBarred ? ", closed" : "")}");
            html.Write($"{(factors.Contains(person.Id) ? ", with a second factor" : "")}</p>");
            Button(html, visitor, "/people/reset", person.Name, "reset", "Link to a new password");
            if (factors.Contains(person.Id) && person.Id != visitor.Known!.Person.Id)
                Button(html, visitor, "/people/factor", person.Name, "factor", "Take the second factor away");
            if (person.IsBarred)
                Button(html, visitor, "/people/bar", person.Name, "open", "Open again");
            else if (person.Id != visitor.Known!.Person.Id)
                Button(html, visitor, "/people/bar", person.Name, "close", "Close the account");
            html.Write("</li>\n");
        }

        html.Write("</ul>\n");
    }

    private static void Button(HtmlWriter html, Visitor visitor, string path, string name, string does, string word)
    {
        html.Write($"<form class=\"inline\" method=\"post\" action=\"{path}\">");
        Frame.Key(html, visitor);
        html.Write(
            $"<input type=\"hidden\" name=\"name\" value=\"{name}\"><button name=\"does\" value=\"{does}\">{word} <span class=\"sr\">of {name}</span></button></form>"
        );
    }

    private static void Rule(HtmlWriter html, Visitor visitor, Instant? asked)
    {
        html.Write("<section id=\"factors\"><h2>Second factors</h2><p>");
        if (asked is { } since)
            html.Write($"Everybody is asked for one since {AccountPages.Moment(since)}: whoever has none sets it up before anything else.");
        else
            html.Write(
                "Each person decides whether to have one. An owner who has one can ask everybody: whoever has none then sets it up before anything else."
            );
        html.Write("</p><form method=\"post\" action=\"/people/factors\">");
        Frame.Key(html, visitor);
        if (asked is null)
            html.Write("<button name=\"does\" value=\"ask\">Ask everybody for one</button>");
        else
            html.Write("<button name=\"does\" value=\"leave\">Leave it to each</button>");
        html.Write("</form></section>\n");
    }

    private static void Cases(HtmlWriter html, Visitor visitor, IReadOnlyList<string> unowned)
    {
        if (unowned.Count == 0)
            return;
        html.Write("<h2>Cases without an owner</h2><p>Nobody sees them. Who takes one over sees it, which the audit log says.</p><ul>");
        foreach (var name in unowned)
        {
            html.Write($"<li><bdi>{name}</bdi> <form class=\"inline\" method=\"post\" action=\"/people/adopt\">");
            Frame.Key(html, visitor);
            html.Write(
                $"<input type=\"hidden\" name=\"case\" value=\"{name}\"><button>Take over <span class=\"sr\">{name}</span></button></form></li>\n"
            );
        }

        html.Write("</ul>\n");
    }

    private static void AuditTable(HtmlWriter html, IReadOnlyList<AuditEntry> entries)
    {
        html.Write(
            "<h1>Audit</h1>\n<p class=\"lead\">Who came in, who was kept out, who gave whom which role. What was done in a case is in its journal.</p>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Entries\"><table class=\"journal\"><thead><tr><th scope=\"col\">When</th><th scope=\"col\">Who</th><th scope=\"col\">What</th><th scope=\"col\">About</th><th scope=\"col\">Case</th><th scope=\"col\">From</th></tr></thead><tbody>\n"
        );
        foreach (var entry in entries)
            html.Write(
                $"<tr><td class=\"num\">{entry.At.ToString("uuuu'-'MM'-'dd' 'HH':'mm':'ss' UTC'", CultureInfo.InvariantCulture)}</td><td><bdi>{entry.Who ?? "nobody known"}</bdi></td><td>{entry.Act}</td><td><bdi>{entry.About}</bdi></td><td><bdi>{entry.Case}</bdi></td><td>{entry.Address}</td></tr>\n"
            );
        html.Write("</tbody></table></div>\n");
        if (entries.Count == Most)
            html.Write($"<p><a href=\"/audit?before={entries[^1].Id.ToString(CultureInfo.InvariantCulture)}\">Earlier entries</a></p>\n");
    }
}
