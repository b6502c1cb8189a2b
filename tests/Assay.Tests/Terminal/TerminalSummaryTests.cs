using Assay.Markdown;
using Assay.Terminal;
using Assay.Tests.Fixtures;
using Assay.Tests.Snapshots;
using Spectre.Console.Testing;

namespace Assay.Tests.Terminal;

public sealed class TerminalSummaryTests
{
    private static string Terminal(Assay.Cases.Audit.Report.AuditReport report, int width = 80)
    {
        using var console = new TestConsole();
        console.Profile.Width = width;
        TerminalSummary.Write(console, report, () => "dossier/index.html");
        return console.Output;
    }

    private static string Markdown(Assay.Cases.Audit.Report.AuditReport report)
    {
        using var writer = new StringWriter();
        MarkdownReport.Write(writer, report);
        return writer.ToString();
    }

    [Fact]
    public void Shows_the_weak_joints_first() => Snapshot.Matches(Terminal(Reports.Ferry), "ferry");

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
    public void Escapes_markup_in_Markdown_when_text_is_hostile() => Assert.DoesNotContain("<script", Markdown(Reports.Hostile), StringComparison.Ordinal);
}
