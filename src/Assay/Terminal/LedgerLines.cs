using Assay.Dossier;
using Assay.Wording;

namespace Assay.Terminal;

/// <summary>Conflicts, questions and forecasts; the rest of the ledger as counts.</summary>
internal static class LedgerLines
{
    /// <summary>Writes the ledger.</summary>
    public static void Write(Lines page, ReportIndex index)
    {
        var report = index.Report;
        var conflicts = report.Conflicts.Where(c => c.Kind == "conflict").ToList();
        if (conflicts.Count > 0)
        {
            page.Heading("Conflicts");
            foreach (var conflict in conflicts)
            {
                page.Line("", $"≠ {conflict.Sentence}", 2, 2);
                foreach (var f in report.Figures.Where(f => conflict.Figures.Contains(f.Id)))
                {
                    page.Line("dim", $"{LedgerSection.Value(f)}: {Verdicts.Chain(f.Voice)}, {f.Stance}: “{f.Quote.Exact}”", 6, 2);
                }
            }
        }

        if (report.Questions.Count > 0)
        {
            page.Heading("Questions");
            foreach (var q in report.Questions)
            {
                page.Line("", $"? {q.Quote.Exact} ({Verdicts.Chain(q.Voice)}{(q.Rhetorical ? ", rhetorically" : "")})", 2, 2);
            }
        }

        if (report.Forecasts.Count > 0)
        {
            page.Heading("Forecasts");
            foreach (var f in report.Forecasts)
            {
                page.Line("", $"→ {f.Quote.Exact} ({Verdicts.Chain(f.Voice)}, on “{f.Hedge}”)", 2, 2);
            }
        }

        if (report.Statements.Count + report.Figures.Count > 0)
        {
            page.Heading("Ledger");
            var stances = report.Statements.GroupBy(s => s.Stance).Select(g => $"{g.Count()} {g.Key}");
            page.Line("", $"{Verdicts.Count(report.Statements.Count, "statement")} ({string.Join(", ", stances)}), {Verdicts.Count(report.Figures.Count, "figure")}, {Verdicts.Count(report.Actors.Count, "actor")}, {Verdicts.Count(report.Places.Count, "place")}.", 2);
        }
    }
}
