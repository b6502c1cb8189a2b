using System.Text;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Reading.Tests.Intake;

/// <summary>What stands between the headline and the text: who wrote it, and the day it came out.</summary>
public sealed class HeadLinesTests
{
    private const string Body =
        "\n\nThe mill burned for most of the night, and the people of the lower street stood at the bridge and watched it, because there was nothing else to do. "
        + "The roof fell at 3:10 a.m., the fire brigade said.\n\nNobody was hurt, and the owner had been away since the spring.\n";

    [Theory]
    [InlineData("By Ana Silva\nPublished 4 May 2022, Porto", "Ana Silva")]
    [InlineData("By Ana Silva\nPublished: 4 May 2022 | Porto", "Ana Silva")]
    [InlineData("By Ana Silva\nPorto, May 4, 2022 (River Agency) --", "Ana Silva")]
    [InlineData("By Ana Silva\nPorto, 4 May 2022. Published on this site 4 May 2022 at 17.30 (Lisbon time)", "Ana Silva")]
    [InlineData("By Ana Silva\nIssued by the registry on 4 May 2022", "Ana Silva")]
    [InlineData("By Omar al-Masri and Ana Silva\nPublished 4 May 2022", "Omar al-Masri; Ana Silva")]
    [InlineData("Words: Ana Silva\nPublished 4 May 2022", "Ana Silva")]
    [InlineData("Inspector: Ana Silva\nAdopted on 4 May 2022", "Ana Silva")]
    [InlineData("Before: Ana Silva\nJudgment: 4 May 2022", "Ana Silva")]
    public void Lines_above_the_text_tell_its_authors_and_its_day(string head, string authors)
    {
        foreach (var (name, title) in new[] { ("x.txt", "A mill burns down\n\n"), ("x.md", "# A mill burns down\n\n") })
        {
            var page = SourceIntake
                .Read(Encoding.UTF8.GetBytes(title + head.Replace("\n", name == "x.md" ? "\n\n" : "\n") + Body), name)
                .Value;
            Assert.Equal("2022-05-04", page.Metadata.Published?.Value.ToString("uuuu-MM-dd", null));
            Assert.Equal(authors, string.Join("; ", page.Metadata.Authors.Select(a => a.Value)));
            Assert.DoesNotContain(page.Layer.Article, b => b.Span.Of(page.Layer.Text).Contains("2022", StringComparison.Ordinal));
        }
    }

    /// <summary>A standfirst may be as long as a paragraph; its byline is then the next line.</summary>
    [Fact]
    public void A_long_standfirst_above_the_byline_is_no_text_yet()
    {
        const string Standfirst =
            "Fourteen people slept in a mill that two inspectors had refused to license. Nine of them came out of it, and the logs, a bill "
            + "of the telephone company and the memories of those who live show who knew, and how late they said so.";
        var page = SourceIntake
            .Read(
                Encoding.UTF8.GetBytes(
                    $"A mill burns down\n\n{Standfirst}\n\nBy Ana Silva\nPORTO. Published Saturday, 4 May 2024, 7:15 a.m." + Body
                ),
                "x.txt"
            )
            .Value;
        Assert.Equal("2024-05-04", page.Metadata.Published?.Value.ToString("uuuu-MM-dd", null));
        Assert.Equal(["Ana Silva"], page.Metadata.Authors.Select(a => a.Value));
        Assert.DoesNotContain(page.Layer.Article, b => b.Span.Of(page.Layer.Text).Contains("7:15", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("By Ana Silva, head of the desk. Porto, 4 May 2022")]
    [InlineData("By Ana Silva | Porto | 4 May 2022")]
    [InlineData("Ana Silva\nIssued in Porto on 4 May 2022")]
    public void A_place_beside_the_date_of_a_byline_is_where_it_was_filed(string byline)
    {
        var page = SourceIntake.Read(Encoding.UTF8.GetBytes("A mill burns down\n\n" + byline + Body), "x.txt").Value;
        Assert.Equal("Porto", page.Metadata.DatelinePlace?.Value);
    }

    [Fact]
    public void A_short_sentence_that_ends_in_a_date_is_no_date_line()
    {
        var page = SourceIntake
            .Read(
                Encoding.UTF8.GetBytes(
                    "A mill burns down\n\nVarna, 9 May 2022\n\nThe guards raided the mill on 3 March 2022. The guards raided it on 20 April 2022."
                        + Body
                ),
                "x.txt"
            )
            .Value;
        Assert.Equal("2022-05-09", page.Metadata.Published?.Value.ToString("uuuu-MM-dd", null));
        Assert.Contains(page.Layer.Article, b => b.Span.Of(page.Layer.Text).Contains("April", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_that_begins_with_a_date_is_no_date_line()
    {
        var page = SourceIntake
            .Read(
                Encoding.UTF8.GetBytes("A mill burns down\n\nOn 4 May 2022, Porto was without a mill for the first time." + Body),
                "x.txt"
            )
            .Value;
        Assert.Contains(page.Layer.Article, b => b.Span.Of(page.Layer.Text).Contains("2022", StringComparison.Ordinal));
    }

    /// <summary>A line of the head that says what became of the paper on a day.</summary>
    [Theory]
    [InlineData("Sitting of Wednesday 4 May 2022, morning")]
    [InlineData("Broadcast: Wednesday 4 May 2022")]
    [InlineData("Issue of 4 May 2022")]
    [InlineData("Finding delivered on 4 May 2022 by Coroner Ana Silva")]
    [InlineData("4 May 2022. Free edition. 9-minute read.")]
    public void A_line_about_the_paper_tells_its_day(string head) =>
        Assert.Equal(
            "2022-05-04",
            SourceIntake
                .Read(Encoding.UTF8.GetBytes($"A mill burns down\n\n{head}{Body}"), "x.txt")
                .Value.Metadata.Published?.Value.ToString("uuuu-MM-dd", null)
        );

    /// <summary>What happened on a day is no day of the paper.</summary>
    [Fact]
    public void The_day_of_what_happened_is_not_that_of_the_paper() =>
        Assert.Null(
            SourceIntake
                .Read(Encoding.UTF8.GetBytes("A mill burns down\n\nLoss of the mill, 4 May 2022" + Body), "x.txt")
                .Value.Metadata.Published
        );

    /// <summary>"Feb. 9" ends no place.</summary>
    [Theory]
    [InlineData("VAN, Turkey, Feb. 9 2026 (Meridian) - ")]
    [InlineData("VAN, Turkey, Feb. 9, 2026 (Meridian) - ")]
    public void The_stop_of_a_month_cut_short_ends_no_dateline(string dateline) =>
        Assert.Equal(
            "2026-02-09",
            SourceIntake
                .Read(Encoding.UTF8.GetBytes($"A mill burns down\n\n{dateline}{Body.Trim()}"), "x.txt")
                .Value.Metadata.Published?.Value.ToString("uuuu-MM-dd", null)
        );

    /// <summary>A colon in a title makes it no YAML; the lines are plain all the same.</summary>
    [Fact]
    public void Front_matter_that_is_no_yaml_is_read_line_by_line()
    {
        var page = SourceIntake
            .Read(
                Encoding.UTF8.GetBytes(
                    "---\ntitle: Nobody knew: how it began\nauthor: Ana Silva\ndate: 2022-05-04\n---\n\n# Nobody knew" + Body
                ),
                "x.md"
            )
            .Value.Metadata;
        Assert.Equal("2022-05-04", page.Published?.Value.ToString("uuuu-MM-dd", null));
        Assert.Equal(["Ana Silva"], page.Authors.Select(a => a.Value));
    }

    /// <summary>"23-06-13/I" is the number of a report.</summary>
    [Fact]
    public void The_number_of_a_report_is_no_date() =>
        Assert.Equal(
            "2023-07-18",
            SourceIntake
                .Read(
                    Encoding.UTF8.GetBytes("INTERIM REPORT 23-06-13/I\nIssued in Porto, 18 July 2023\n\nA mill burns down" + Body),
                    "x.txt"
                )
                .Value.Metadata.Published?.Value.ToString("uuuu-MM-dd", null)
        );

    [Theory]
    [InlineData("**Flash update No. 3: people cross the river**\nIssued in Porto, Portugal, 16 February 2023\nContact: Ana Silva", "x.md")]
    [InlineData("Flash update No. 3: people cross the river\nIssued in Porto, Portugal, 16 February 2023\nContact: Ana Silva", "x.txt")]
    public void A_town_and_its_country_stand_before_the_date_of_a_line(string head, string name) =>
        Assert.Equal(
            "2023-02-16",
            SourceIntake
                .Read(
                    Encoding.UTF8.GetBytes(
                        (name == "x.md" ? "# River relief\n\n" : "RIVER RELIEF\n\n") + head + "\n\nA mill burns down" + Body
                    ),
                    name
                )
                .Value.Metadata.Published?.Value.ToString("uuuu-MM-dd", null)
        );

    /// <summary>The heads of a log's days stay heads, and are not taken for what a page has around its article.</summary>
    [Fact]
    public void The_days_of_a_log_are_heads()
    {
        var page = SourceIntake
            .Read(
                Encoding.UTF8.GetBytes(
                    "# Incident log\n\nBridge entries are in ship's time, and those of the rescue centre in UTC, as each of them wrote them down that week.\n\n"
                        + "## Thursday 8 August 2019\n\n| Time | Entry |\n|---|---|\n| 21:10 | Anchor aweigh. |\n| 23:37 | Power lost. |\n\n"
                        + "## Friday 9 August 2019\n\n| Time | Entry |\n|---|---|\n| 00:06 | Vessel touches bottom. |\n| 00:40 | Lines off. |\n\n## Remarks\n\n1. The generator took the load.\n"
                ),
                "x.md"
            )
            .Value;
        var heads = page.Layer.Blocks.Where(b => b.Kind == Assay.Ground.Anchors.BlockKind.Heading).Select(b => b.Span.Of(page.Layer.Text));
        Assert.Contains("Thursday 8 August 2019", heads);
        Assert.Contains("Friday 9 August 2019", heads);
        Assert.Null(page.Metadata.Published);
    }

    /// <summary>A line above the text with a day of its own tells of the story.</summary>
    [Fact]
    public void A_line_of_the_head_with_another_day_stays_in_the_article() =>
        Assert.Contains(
            SourceIntake
                .Read(
                    Encoding.UTF8.GetBytes(
                        "RIVER WATCH\nMission to the repeat poll\nPorto, 16 November 2021\n\nSTATEMENT OF FINDINGS\n\nRepeat election in constituency 3, Porto, Sunday 14 November 2021\n\nHead of mission: Ana Silva"
                            + Body
                    ),
                    "x.txt"
                )
                .Value.Layer
                is var layer
                ? layer.Article.Select(b => b.Span.Of(layer.Text))
                : [],
            b => b.Contains("14 November", StringComparison.Ordinal)
        );

    /// <summary>Questions in bold are heads where there are several; one line in bold is none.</summary>
    [Theory]
    [InlineData("**When?**\n\nAt nine, I think.\n\n**Who?**\n\nThe guard did.\n\n**And then?**\n\nNothing at all.", "x.md", 3)]
    [InlineData("**A warning.**\n\nAt nine, I think.", "x.md", 0)]
    [InlineData(
        "<p><b>When?</b></p><p>At nine, I think.</p><p><strong>Who?</strong></p><p>The guard did.</p><p><b>Then?</b></p><p>Nothing at all.</p>",
        "x.html",
        3
    )]
    public void Paragraphs_in_bold_are_heads_where_there_are_several(string text, string name, int heads)
    {
        var whole =
            name == "x.md"
                ? "# A mill burns down" + Body + "\n" + text
                : $"<html><body><article><h1>A mill burns down</h1><p>{Body.Trim()}</p>{text}</article></body></html>";
        var page = SourceIntake.Read(Encoding.UTF8.GetBytes(whole), name).Value;
        Assert.Equal(heads, page.Layer.Blocks.Count(b => b.Kind == Assay.Ground.Anchors.BlockKind.Heading));
    }
}
