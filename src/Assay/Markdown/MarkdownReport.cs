using Assay.Cases.Report;
using Assay.Dossier;
using Assay.Reading.Figures;
using Assay.Wording;

namespace Assay.Markdown;

/// <summary>The report as Markdown (GitHub flavour), for a wiki, an issue or a story file. Text of sources is escaped.</summary>
public static class MarkdownReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="output">Where to, with line feeds only. Not closed.</param>
    /// <param name="report">What to tell.</param>
    public static void Write(TextWriter output, AuditReport report)
    {
        var index = new ReportIndex(report);
        void Line(string text = "") => output.Write(text + "\n");
        Line($"# {E(report.Sources is [var s, ..] ? s.Title ?? s.File : "Nothing could be read")}");
        Line();
        foreach (var source in report.Sources)
        {
            var facts = new[]
            {
                string.Join(", ", source.Authors),
                source.Site,
                source.Published?.ToString(),
                SourcePlaces.Of(source),
            }.Where(f => !string.IsNullOrEmpty(f));
            Line($"- {index.Short(source.Id)}: {E(string.Join(" · ", facts))}, SHA-256 `{source.Sha256}`");
            foreach (var stamp in source.Stamps ?? [])
                Line($"    - Time stamp {E(Stamps.Of(stamp))}");
        }

        foreach (var origin in report.SameOrigins ?? [])
            Line($"- {E(Origins.Sentence(index, origin))}");

        foreach (var refused in report.Refused)
            Line($"- **{E(refused.File)} {E(Refusals.Fate(refused))}** {E(refused.Message)}");

        foreach (var note in report.Notes)
            Line($"\n> {E(note)}");

        Claims(Line, index);
        Events(Line, index);
        Ledger(Line, index);
        Line("\n*A share of combinations is a count, not a probability. What no source reports is unknown, not absent.*");
    }

    private static void Claims(Action<string> line, ReportIndex index)
    {
        var digest = index.Digest;
        Section(
            line,
            "Timed differently",
            index.Report.Disagreements.Select(d => $"{Verdicts.Of(d).Symbol} {E(d.Sentence)} ({Verdicts.Of(d).Word})")
        );
        if (digest.Found.Count > 0)
            line("\n## Verdicts");

        foreach (var cause in digest.Found)
        {
            line($"\n### {Verdicts.Of(cause.Standing).Symbol} {E(CauseWords.Title(index, cause))}");
            foreach (var claim in cause.Claims)
                Claim(line, index, claim, cause.Claims.Count > 1);
        }

        Section(
            line,
            "Holds whatever the clocks",
            digest.Holding.Select(c =>
                $"✓ {E(c.Sentence)}{(CauseWords.Gaps(c) is { } gaps ? $". {E(gaps)}" : "")} “{E(c.Quote.Exact)}” ({index.Short(c.Quote.Source)}{SourcePlaces.Page(c.Quote)}, {E(Verdicts.Chain(c.Voice))})"
            )
        );
        Section(line, "Not tested", digest.Open.Select(c => Open(index, c)));
    }

    private static void Claim(Action<string> line, ReportIndex index, ClaimEntry claim, bool isOneOfMany)
    {
        line(
            $"\n{(isOneOfMany ? $"**{E(claim.Sentence)}**: {E(claim.Heading)}." : $"**{E(claim.Heading)}.**")} {E(string.Join(' ', claim.Findings))}\n"
        );
        line(
            $"> {E(claim.Quote.Exact)} ({index.Short(claim.Quote.Source)}{SourcePlaces.Page(claim.Quote)}, {E(Verdicts.Chain(claim.Voice))})\n"
        );
        if (CauseWords.Gaps(claim) is { } gaps)
            line($"- {E(gaps)}");

        foreach (var link in CauseWords.Weak(claim))
            line($"- {E(CauseWords.Link(link))}");

        foreach (var ask in claim.Ask.Take(1))
            line($"- Settle it: {E(ask)}");

        Table(line, claim);
    }

    private static string Open(ReportIndex index, Cause cause)
    {
        var candidates = CauseWords.Candidates(cause);
        var may = candidates.Count == 0 ? "" : $" It may be {E(CauseWords.Or(candidates))}.";
        var claims = string.Join(
            "; ",
            cause.Claims.Select(c =>
                $"{E(c.Sentence)} ({index.Short(c.Quote.Source)}{SourcePlaces.Page(c.Quote)}, {E(Verdicts.Chain(c.Voice))})"
            )
        );
        return $"{Verdicts.Of(cause.First).Symbol} {E(Verdicts.WhyOpen(cause.First))}{may} {claims}";
    }

    private static void Table(Action<string> line, ClaimEntry claim)
    {
        if (claim.Table.Count == 0)
            return;

        line("\n| clocks | claim | gap |\n|---|---|---|");
        foreach (var row in claim.Table)
        {
            line(
                $"| {E(row.Words)}{(row.Home ? " (home)" : "")} | {Verdicts.Of(row.Verdict).Symbol} | {Spans.SignedRange(row.GapMin, row.GapMax)} |"
            );
        }
    }

    private static void Events(Action<string> line, ReportIndex index)
    {
        if (index.Report.Events.Count == 0)
            return;

        Section(
            line,
            "Weak joints of the order told",
            index.Digest.Weak.Select(w =>
                $"± {E(w.Sentence(index))} {string.Join("; ", w.Orders.Select(o => E(WeakOrder.Words(index, o))))}"
            )
        );
        line("\n## Chronology\n\n| event | on home clocks | over all readings | stated | voice |\n|---|---|---|---|---|");
        foreach (var e in index.Report.Events)
        {
            var stated = string.Join("; ", index.Clocks(e.Id).Select(c => Moments.Local(c.Local)));
            line(
                $"| {E(e.Label)} | {Moments.UtcRange(e.Time.HomeEarliest, e.Time.HomeLatest)} | {Moments.UtcRange(e.Time.Earliest, e.Time.Latest)} | {E(stated)} | {E(Verdicts.Chain(e.Voice))} ({Verdicts.Name(e.Stance)}){(e.Told is { } told ? $" {E(told.Sentence)}" : "")} |"
            );
        }
    }

    private static void Ledger(Action<string> line, ReportIndex index)
    {
        var report = index.Report;
        Section(
            line,
            "Conflicts",
            report
                .Conflicts.Where(c => c.Kind == ConflictKind.Conflict)
                .Select(c => E(c.Told is { } told ? $"{c.Sentence} {told.Sentence}" : c.Sentence))
        );
        Section(
            line,
            "Figures",
            report.Figures.Select(f =>
                $"{E(LedgerSection.Value(f))} {E(f.Subject)}: {E(Verdicts.Chain(f.Voice))} ({Verdicts.Name(f.Stance)}): “{E(f.Quote.Exact)}”"
            )
        );
        Section(line, "Questions", report.Questions.Select(q => $"{E(q.Quote.Exact)} ({E(Verdicts.Chain(q.Voice))})"));
        Section(line, "Forecasts", report.Forecasts.Select(f => $"{E(f.Quote.Exact)} ({E(Verdicts.Chain(f.Voice))}, on “{E(f.Hedge)}”)"));
        Section(
            line,
            "Statements",
            report.Statements.Select(s => $"{E(Verdicts.Chain(s.Voice))} ({Verdicts.Name(s.Stance)}): “{E(s.Quote.Exact)}”")
        );
    }

    private static void Section(Action<string> line, string title, IEnumerable<string> items)
    {
        var list = items.ToList();
        if (list.Count > 0)
            line($"\n## {title}\n\n- {string.Join("\n- ", list)}");
    }

    // One line, no markup: in Markdown a line break or a bar would end a table row, and HTML would pass through.
    private static string E(string text)
    {
        var result = new System.Text.StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '&' => result.Append("&amp;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' => result.Append('\\').Append(c),
                _ when char.IsWhiteSpace(c) => result.Append(' '),
                _ when char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => result.Append('\uFFFD'),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }
}
