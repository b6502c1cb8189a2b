using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Dossier;
using Assay.Reading.Figures;
using Assay.Wording;

namespace Assay.Terminal;

/// <summary>Conflicts of figures; questions, forecasts and the rest of the ledger as counts.</summary>
internal static class LedgerLines
{
    /// <summary>Writes the ledger.</summary>
    public static void Write(Lines page, ReportIndex index, bool all)
    {
        var report = index.Report;
        var conflicts = report.Conflicts.Where(c => c.Kind == ConflictKind.Conflict).ToList();
        page.Section(
            $"Figures in conflict ({conflicts.Count})",
            [.. conflicts.Select(c => Conflict(report, c, all))],
            all ? int.MaxValue : 5,
            n => $"and {n} more, --all shows them"
        );
        if (all)
        {
            page.Section("Questions", [.. report.Questions.Select(Question)], int.MaxValue, _ => "");
            page.Section("Forecasts", [.. report.Forecasts.Select(Forecast)], int.MaxValue, _ => "");
        }

        var counts = Counts(report).ToList();
        if (counts.Count > 0)
        {
            page.Heading("Ledger");
            page.Line("", string.Join(", ", counts) + ".", 2);
        }
    }

    private static Item Conflict(AuditReport report, ConflictEntry conflict, bool all) =>
        new(page =>
        {
            page.Line("", $"≠ {(all ? conflict.Sentence : Excerpts.Of(conflict.Sentence, 150))}", 2, 2);
            if (all && conflict.Told is { } told)
                page.Line("", told.Sentence, 6, 2);
            foreach (var f in all ? report.Figures.Where(f => conflict.Figures.Contains(f.Id)) : [])
            {
                page.Line(
                    "dim",
                    $"{LedgerSection.Value(f)}: {Verdicts.Chain(f.Voice)}, {Verdicts.Name(f.Stance)}: “{f.Quote.Exact}”{SourcePlaces.Page(f.Quote)}",
                    6,
                    2
                );
            }
        });

    private static Item Question(QuestionEntry q) =>
        new(page => page.Line("", $"? {q.Quote.Exact} ({Verdicts.Chain(q.Voice)}{(q.Rhetorical ? ", rhetorically" : "")})", 2, 2));

    private static Item Forecast(ForecastEntry f) =>
        new(page => page.Line("", $"→ {f.Quote.Exact} ({Verdicts.Chain(f.Voice)}, on “{f.Hedge}”)", 2, 2));

    private static IEnumerable<string> Counts(AuditReport report) =>
        new (int Count, string Words)[]
        {
            (report.Statements.Count, "statement"),
            (report.Figures.Count, "figure"),
            (report.Questions.Count, "question"),
            (report.Forecasts.Count, "forecast"),
            (report.Actors.Count, "actor"),
            (report.Places.Count, "place"),
        }
            .Where(c => c.Count > 0)
            .Select(c => Verdicts.Count(c.Count, c.Words));
}
