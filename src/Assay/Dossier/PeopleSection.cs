using System.Globalization;
using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Cases.Wording;
using Assay.Html;
using Assay.Reading.Actors;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>Actors with their offices, and places with their coordinates.</summary>
internal static class PeopleSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter html, ReportIndex index)
    {
        html.Write("<section id=\"who\" aria-labelledby=\"who-h\"><h2 id=\"who-h\">Actors and places</h2>\n");
        if (index.Report.Actors.Count + index.Report.Places.Count == 0)
            html.Write("<p class=\"none\">No actor and no place was found.</p>");

        if (index.Report.Actors.Count > 0)
        {
            html.Write(
                $"<details class=\"more\"><summary>{Verdicts.Count(index.Report.Actors.Count, "actor")}</summary><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Actors\"><table><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Kind</th><th scope=\"col\">Offices</th><th scope=\"col\">Named</th></tr></thead><tbody>\n"
            );
            foreach (var a in index.Report.Actors)
            {
                html.Write(
                    $"<tr id=\"{a.Id}\"><th scope=\"row\"><bdi>{a.Name}</bdi></th><td>{a.Kind}</td><td>{string.Join("; ", a.Offices.Select(Office))}</td><td>"
                );
                Mentions(html, index, a.Id, a.Mentions);
            }

            html.Write("</tbody></table></div></details>\n");
        }

        Places(html, index);
        html.Write("</section>\n");
    }

    private static void Places(HtmlWriter html, ReportIndex index)
    {
        if (index.Report.Places.Count == 0)
            return;

        html.Write(
            $"<details class=\"more\"><summary>{Verdicts.Count(index.Report.Places.Count, "place")}</summary><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Places\"><table><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">May be</th><th scope=\"col\">Named</th></tr></thead><tbody>\n"
        );
        foreach (var p in index.Report.Places)
        {
            html.Write($"<tr id=\"{p.Id}\"><th scope=\"row\"><bdi>{p.Name}</bdi></th><td>");
            foreach (var c in p.Candidates)
                html.Write($"<div>{c.Name}, {c.Country} <span class=\"faint\">{Position(c)}{string.Join(", ", c.Zones)}</span></div>");

            html.Write("</td><td>");
            Mentions(html, index, p.Id, p.Mentions);
        }

        html.Write("</tbody></table></div></details>\n");
    }

    private static void Mentions(HtmlWriter html, ReportIndex index, string id, IReadOnlyList<Anchor> mentions)
    {
        if (mentions.Count > 0)
        {
            html.Write($"{mentions.Count}×");
            QuoteLinks.Write(html, index, mentions[0], id);
        }

        html.Write("</td></tr>\n");
    }

    private static string Office(OfficeEntry o) =>
        $"{o.Title}{(o.Of is { } of ? $" of {of}" : "")}{(o.Status == OfficeStatus.Current ? "" : $" ({EnumNames.Of(o.Status)})")}";

    private static string Position(PlaceCandidateEntry c) =>
        c is { Latitude: { } latitude, Longitude: { } longitude } ? $"{Degrees(latitude, 'N', 'S')} {Degrees(longitude, 'E', 'W')}, " : "";

    private static string Degrees(double value, char positive, char negative) =>
        $"{Math.Abs(value).ToString("0.00", CultureInfo.InvariantCulture)}° {(value >= 0 ? positive : negative)}";
}
