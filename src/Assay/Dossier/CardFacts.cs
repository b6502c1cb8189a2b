using System.Globalization;
using Assay.Cases.Report;
using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>The lower part of a card: decided by, because, smallest change, what to ask, and computations.</summary>
internal static class CardFacts
{
    /// <summary>Writes the facts that the claim has.</summary>
    public static void Write(HtmlWriter html, ReportIndex index, ClaimEntry claim)
    {
        html.Write("<dl class=\"facts\">\n");
        if (claim.DecidedBy.Count > 0 || claim.DependsOnUnstatedTime)
        {
            var clocks = claim.DecidedBy.Select(index.Variable);
            Fact(
                html,
                "Decided by",
                string.Join(", ", claim.DependsOnUnstatedTime ? clocks.Append("a time the text does not state") : clocks)
            );
        }

        if (claim.Because.Count > 0)
        {
            html.Write($"<dt>{(claim.Verdict == Outcome.Contradictory ? "What clashes" : "Because")}</dt><dd><ul>");
            foreach (var premise in claim.Because)
            {
                html.Write($"<li>{premise.Words} ");
                if (index.Clock(premise.Id) is not null || index.Report.Relations.Any(r => r.Id == premise.Id))
                    html.Write($"<a class=\"id\" href=\"#{premise.Id}\">{premise.Id}</a>");

                html.Write("</li>");
            }

            html.Write("</ul></dd>\n");
        }

        if (claim.Links.Count > 0)
        {
            html.Write("<dt>Rests on</dt><dd><ul class=\"links\">");
            foreach (var link in claim.Links)
                html.Write($"<li class=\"l-{link.Evidence}\">{CauseWords.Link(link)}</li>");

            html.Write("</ul></dd>\n");
        }

        if (claim.Flip is { } flip)
            Fact(html, "Smallest change", flip.Words);

        if (claim.Ask.Count > 0)
            Fact(html, "Settle it", string.Join(" · ", claim.Ask));

        Computation(html, index, claim);
        html.Write("</dl>\n");
    }

    private static void Computation(HtmlWriter html, ReportIndex index, ClaimEntry claim)
    {
        if (claim.Distance is { } d)
        {
            var near = d.NearKm is { } n ? $"; {index.Place(d.Near)} is {Number(n)} km away" : "";
            var ratio = d.Ratio is { } r ? $", a ratio of {Number(r)}" : "";
            Fact(
                html,
                "Computed",
                $"From {index.Place(d.From)}, {index.Place(d.Far)} is {Number(d.FarKm)} km away{near}{ratio}. The text says {Number(d.Claimed)}. Distances are geodesic, between the places' coordinates."
            );
        }

        if (claim.Count is { } c)
        {
            var window =
                c.From is null && c.Until is null
                    ? ""
                    : $" between {c.From?.ToString() ?? "any date"} and {c.Until?.ToString() ?? "any date"}";
            var claimed = (c.Min, c.Max) switch
            {
                ({ } a, { } b) when a == b => Number(a),
                ({ } a, null) => $"at least {Number(a)}",
                (null, { } b) => $"at most {Number(b)}",
                ({ } a, { } b) => $"{Number(a)} to {Number(b)}",
                _ => "an unstated number",
            };
            Fact(
                html,
                "Counted",
                $"The text says {claimed} {c.What}{window}; the sources themselves date {Number(c.Listed)} of them there. What they do not date is unknown, not absent."
            );
        }
    }

    private static void Fact(HtmlWriter html, string term, string words) => html.Write($"<dt>{term}</dt><dd>{words}</dd>\n");

    private static string Number(double value) => value.ToString(value >= 100 ? "#,0" : "0.##", CultureInfo.InvariantCulture);
}
