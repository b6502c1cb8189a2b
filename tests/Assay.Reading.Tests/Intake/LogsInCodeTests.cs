using System.Text;
using Assay.Ground.Anchors;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;
using Assay.Reading.Intake.Page;

namespace Assay.Reading.Tests.Intake;

/// <summary>Preformatted text that is a log is a list of entries; other code is what it was.</summary>
public sealed class LogsInCodeTests
{
    private const string Page =
        "# The night at the lock\n\nThe gate of the lock stood open for half an hour, and this page tells what the screens of the house showed.\n\n{0}\n\n"
        + "Nobody was hurt, and the gate has had a second lamp ever since, which the keeper pays for himself.\n";

    private static List<string> Entries(string code) =>
        SourceIntake.Read(Encoding.UTF8.GetBytes(Page.Replace("{0}", code, StringComparison.Ordinal)), "x.md").Value.Layer is { } layer
            ? [.. layer.Blocks.Where(b => b.Kind == BlockKind.ListItem).Select(b => b.Span.Of(layer.Text))]
            : [];

    [Theory]
    [InlineData("```\n1105Z  Alongside\n1120Z  Gate open\n1150Z  Gate shut\n```")]
    [InlineData("    1105Z  Alongside\n    1120Z  Gate open\n    1150Z  Gate shut")]
    public void A_block_of_code_that_is_a_log_is_a_list(string code) =>
        Assert.Equal(["1105Z Alongside", "1120Z Gate open", "1150Z Gate shut"], Entries(code).Select(e => e.Replace("  ", " ")));

    [Theory]
    [InlineData("```\nvar gate = Open(11);\nreturn gate;\n```")]
    [InlineData("```\n10:22:04 link down\nat Gate.Open()\nat Lock.Run()\nat Main()\n```")]
    public void Other_code_is_none(string code) => Assert.Empty(Entries(code));

    [Theory]
    [InlineData("03:48 first call\n03:55 second call", 2)]
    [InlineData("  03:48 first call\n\n\n  03:55 second call\n", 2)]
    [InlineData("time what\n03:48 first call\n03:55 second call", 3)] // its head
    [InlineData("[10:22:04] link down\n[10:23:09] link up", 2)]
    [InlineData("3.48 first call\n3.55 second call", 2)]
    [InlineData("3h48 first call\n3h55 second call", 2)]
    [InlineData("0348 UTC first call\n0355 hrs second call", 2)]
    [InlineData("0348 first call\n0355 second call", 2)]
    [InlineData("03:48 first call\nof the night\n03:55 second\n04:10 third\n04:20 fourth", 5)]
    [InlineData("what happened\n03:48 first call\nof the night\n03:55 second\n04:10 third", 5)]
    [InlineData("03:48 first call", null)] // no list
    [InlineData("03:48 first call\nnobody came", null)]
    [InlineData("03:48 first call\nof\nthe night\nand\n03:55 second call", null)] // most lines begin otherwise
    [InlineData("call at 03:48\ncall at 03:55", null)]
    [InlineData("0348.5 litres\n0355.5 litres", null)]
    [InlineData("2021-03-04 one\n2021-03-05 two", null)]
    [InlineData("10:22:04,113 a\n10:22:05,113 b", null)]
    [InlineData("", null)]
    public void Most_lines_of_a_log_begin_with_a_clock(string words, int? lines) => Assert.Equal(lines, Timeline.Entries(words)?.Count);

    [Fact]
    public void A_log_of_a_whole_year_is_no_list_to_read() =>
        Assert.Null(Timeline.Entries(string.Concat(Enumerable.Repeat("03:48 call\n", 2_001))));
}
