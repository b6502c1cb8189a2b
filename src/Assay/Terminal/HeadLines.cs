using Assay.Cases.Report;
using Assay.Wording;

namespace Assay.Terminal;

/// <summary>What was read and what was not, and where the whole is.</summary>
internal static class HeadLines
{
    /// <summary>Writes the sources, the refused inputs and the notes.</summary>
    public static void Write(Lines page, AuditReport report, bool all)
    {
        page.Section(
            "",
            [.. report.Sources.Select((s, i) => Source($"s{i + 1}", s, all))],
            all ? int.MaxValue : 6,
            n => $"and {Verdicts.Count(n, "more source")}, --all shows them"
        );
        var index = ReportIndex.Of(report);
        page.Section(
            "",
            [.. (report.SameOrigins ?? []).Select(o => Said("", $"≈ {Origins.Sentence(index, o)}", all))],
            all ? int.MaxValue : 3,
            n => $"and {Verdicts.Count(n, "more pair")} of one origin, --all shows them"
        );
        page.Section(
            "",
            [.. report.Refused.Select(r => Said("red", $"✕ {r.File} {Refusals.Fate(r)} {r.Message}", all))],
            all ? int.MaxValue : 3,
            n => $"and {n} more refused, --all shows them"
        );
        page.Section(
            "",
            [.. report.Notes.Select(n => Said("yellow", $"! {n}", all))],
            all ? int.MaxValue : 3,
            n => $"and {Verdicts.Count(n, "more note")}, --all shows them"
        );
    }

    /// <summary>Writes what was set aside, and where the dossier is.</summary>
    public static void Foot(Lines page, AuditReport report, string? dossier)
    {
        var aside = report.Sources.Sum(s => s.Furniture.Count);
        if (aside > 0)
        {
            page.Gap();
            page.Line("dim", $"{Verdicts.Count(aside, "block")} set aside as not part of the article (--show furniture lists them).");
        }

        if (dossier is not null)
        {
            page.Gap();
            page.Line("bold", $"Dossier: {dossier}");
        }
    }

    private static Item Source(string name, SourceEntry s, bool all)
    {
        var facts = string.Join(
            " · ",
            new[] { string.Join(", ", s.Authors), s.Site, s.Section, s.Published?.ToString(), SourcePlaces.Of(s) }.Where(f =>
                !string.IsNullOrEmpty(f)
            )
        );
        return new(
            page =>
            {
                page.Line("bold", all ? s.Title ?? s.File : Excerpts.Of(s.Title ?? s.File, 150));
                page.Line("dim", $"{name}  {(all ? facts : Excerpts.Of(facts, 150))}");
            },
            page => page.Line("", $"{name}  {Excerpts.Of(s.Title ?? s.File, 70)}")
        );
    }

    private static Item Said(string style, string words, bool all) => new(page => page.Line(style, all ? words : Excerpts.Of(words, 200)));
}
