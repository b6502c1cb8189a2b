using Assay.Markdown;
using Assay.Terminal;
using Assay.Tests.Fixtures;
using Assay.Tests.Snapshots;
using Spectre.Console.Testing;

namespace Assay.Tests.Terminal;

public sealed class TerminalSummaryTests
{
    private static string Terminal(Assay.Cases.Report.AuditReport report, int width = 80, bool all = false)
    {
        using var console = new TestConsole();
        console.Profile.Width = width;
        TerminalSummary.Write(console, report, () => "dossier/index.html", all);
        return console.Output;
    }

    private static string Markdown(Assay.Cases.Report.AuditReport report)
    {
        using var writer = new StringWriter();
        MarkdownReport.Write(writer, report);
        return writer.ToString();
    }

    [Fact]
    public void Shows_what_voices_time_differently_first_then_what_cannot_hold() => Snapshot.Matches(Terminal(Reports.Ferry), "ferry");

    [Fact]
    public void Keeps_to_a_screen_and_a_half_when_the_account_is_long() => Snapshot.Matches(Terminal(Reports.Long), "long");

    [Fact]
    public void Shows_everything_when_asked() => Snapshot.Matches(Terminal(Reports.Ferry, all: true), "ferry-all");

    [Theory]
    [InlineData("long", 80), InlineData("long", 120), InlineData("hostile", 80), InlineData("crowded", 80)]
    public void Has_no_more_lines_than_a_screen_and_a_half(string name, int width)
    {
        var report = name switch
        {
            "long" => Reports.Long,
            "hostile" => Reports.Hostile,
            _ => Crowded,
        };
        Assert.InRange(Terminal(report, width).TrimEnd('\n').Split('\n').Length, 10, TerminalSummary.MostLines);
    }

    [Fact]
    public void Leaves_nothing_out_when_everything_is_asked_for()
    {
        var said = string.Join(' ', Terminal(Reports.Long, all: true).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(Reports.Long.Claims, c => Assert.Contains(c.Sentence, said, StringComparison.Ordinal));
        Assert.All(Reports.Long.Events, e => Assert.Contains(e.Label, said, StringComparison.Ordinal));
        Assert.All(
            Reports.Long.Notes.Concat(Reports.Long.Refused.Select(r => r.File)),
            n => Assert.Contains(n, said, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("--all", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_claims_of_one_cause_as_one_card_when_they_fail_for_one_clock()
    {
        var said = Terminal(Reports.Long);
        Assert.Contains("15 claims that cannot hold beside the mainland desk", said, StringComparison.Ordinal);
        Assert.Matches(@"and 1[24] more", said);
    }

    // What was not tested must not look as if it had failed, in any form of the report.
    [Fact]
    public void Says_of_what_was_not_tested_that_it_was_not_tested()
    {
        var report = Reports.Ferry with { Claims = [Reports.Ferry.Claims[^1]], Joint = null, Disagreements = [] };
        foreach (var said in new[] { Terminal(report), Terminal(report, all: true), Markdown(report) })
        {
            Assert.Contains("not tested", said, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("“The tug left port”, or “reached the Merle”", said, StringComparison.Ordinal);
            Assert.DoesNotContain("cannot hold", said, StringComparison.OrdinalIgnoreCase);
        }
    }

    // Every section full, and every text as long as texts get.
    private static Assay.Cases.Report.AuditReport Crowded =>
        Reports.Long with
        {
            Sources =
            [
                .. Enumerable.Range(0, 40).Select(i => Reports.Long.Sources[0] with { Title = new string('t', 500), File = $"{i}.txt" }),
            ],
            Refused =
            [
                .. Reports.Long.Refused.Select(r => r with { Message = string.Concat(Enumerable.Repeat("The file is not text. ", 40)) }),
            ],
            Notes = [.. Reports.Long.Notes.Select(n => string.Concat(Enumerable.Repeat(n, 40)))],
            Claims =
            [
                .. Reports.Long.Claims.Select(c =>
                    c with
                    {
                        Sentence = string.Concat(Enumerable.Repeat(c.Sentence + " ", 9)),
                        Findings = [.. c.Findings.Select(f => f + new string('x', 900))],
                        DecidedBy = [.. c.DecidedBy.Select(z => z + c.Id)],
                        Voice = [new string('v', 300)],
                    }
                ),
            ],
            Disagreements =
            [
                .. Enumerable.Repeat(
                    Reports.Long.Disagreements[0] with
                    {
                        Sentence = string.Concat(Enumerable.Repeat("Two ways. ", 90)),
                    },
                    30
                ),
            ],
        };

    [Fact]
    public void Says_so_when_there_is_no_clock() => Snapshot.Matches(Terminal(Reports.WithoutClocks), "clockless");

    [Fact]
    public void Says_so_when_nothing_could_be_read() => Snapshot.Matches(Terminal(Reports.Empty), "empty");

    [Fact]
    public void Writes_Markdown() => Snapshot.Matches(Markdown(Reports.Ferry), "ferry-markdown");

    [Theory]
    [InlineData(80), InlineData(40), InlineData(200)]
    public void Keeps_within_the_width_when_labels_are_long_and_text_is_hostile(int width) =>
        Assert.All(Terminal(Reports.Hostile, width).Split('\n'), line => Assert.True(line.Length <= Math.Min(width, 120), line));

    [Fact]
    public void Lets_no_control_character_of_a_source_through()
    {
        Assert.DoesNotContain(Terminal(Reports.Hostile), c => (char.IsControl(c) && c != '\n') || c is '\u202E' or '\u202C');
        Assert.DoesNotContain(Markdown(Reports.Hostile), c => (char.IsControl(c) && c != '\n') || c is '\u202E' or '\u202C');
    }

    [Fact]
    public void Escapes_markup_in_Markdown_when_text_is_hostile() =>
        Assert.DoesNotContain("<script", Markdown(Reports.Hostile), StringComparison.Ordinal);
}
