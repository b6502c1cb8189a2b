using Assay.Cases.Drafting;
using Assay.Cases.Report;
using Assay.Cases.UseCases;

namespace Assay.Cases.Tests.Audit;

/// <summary>Whose clock a passage keeps: by its heading, by the words it begins with, by the place the whole account is about.</summary>
public sealed class PassagesTests
{
    private static AuditReport Read(string text, string extension)
    {
        var folder = Directory.CreateTempSubdirectory("assay-passage-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "page" + extension), text.ReplaceLineEndings("\n"));
            return Audited.Files(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Zone(AuditReport report, string words) =>
        Assert.Single(report.Clocks, c => c.Quote.Exact.Contains(words, StringComparison.Ordinal)).Zones[0].Zone;

    private const string Posts = """
        # The night of the ferry, 3 May 2021

        The ferry of the Baltic line was late on Monday, 3 May 2021, and two offices wrote down when.

        ## Helsinki

        The clerk rang at 8:10 p.m. on Monday.

        ## What came of it

        The gate opened at 9:40 p.m. on Monday.

        ## The office in Lisbon

        The manager answered at 7:15 p.m. on Monday.
        """;

    [Theory]
    [InlineData("8:10 p.m.", "Europe/Helsinki")]
    [InlineData("7:15 p.m.", "Europe/Lisbon")]
    public void A_heading_says_where_what_stands_below_it_is(string clock, string zone) =>
        Assert.Equal(zone, Zone(Read(Posts, ".md"), clock));

    [Fact]
    public void A_place_that_is_only_near_says_nothing() =>
        Assert.NotEqual(
            "Europe/Lisbon",
            Zone(Read(Posts.Replace("The office in Lisbon", "A wreck not far from Lisbon", StringComparison.Ordinal), ".md"), "7:15 p.m.")
        );

    [Fact]
    public void The_words_a_sentence_begins_with_say_where_the_rest_of_its_paragraph_is()
    {
        const string text =
            "Oslo, 4 May 2021\n\nIn Iran, the port authority said the boat was none of its business. A spokesman said she had left at 5 p.m. on Monday.\n\nThe quay was empty at 6 p.m. on Monday.";
        var report = Audited.Text(text);
        Assert.Equal(("Asia/Tehran", "Europe/Oslo"), (Zone(report, "5 p.m."), Zone(report, "6 p.m.")));
    }

    [Fact]
    public void What_is_told_of_another_country_all_along_happens_there()
    {
        const string text =
            "Nairobi, 4 May 2021\n\nShells fell on El Geneina in Sudan. The market of El Geneina burned. Sudan blamed nobody. The army of Sudan left Khartoum.\n\nThe lamp went out at 5 p.m. on Monday.";
        Assert.Equal("Africa/Khartoum", Zone(Audited.Text(text), "5 p.m."));
        Assert.Equal(
            "Africa/Nairobi",
            Zone(Audited.Text("Nairobi, 4 May 2021\n\nThe lamp went out at 5 p.m. on Monday. Sudan said nothing."), "5 p.m.")
        );
    }

    [Fact]
    public void A_clock_told_twice_is_that_of_the_place_with_that_offset() =>
        Assert.Equal(
            "Asia/Muscat",
            Zone(Audited.Text("MUSCAT, 14 November 2023\n\nThe men climbed on board at 2:05 a.m. (2205 GMT) on Sunday."), "2:05")
        );

    private const string Table = """
        # Outage of 3 May 2021

        The gateway of the bank in Oslo failed on Monday, 3 May 2021, and many people could not pay for their lunch.

        | Time (UTC) | Event |
        |---|---|
        | 08:05 | deploy of release 12 begins |
        | 08:20 | first error in Bergen |
        | 09:02 | the deploy is rolled back |

        The first error came fifteen minutes after the deploy had begun. A caller rang the bank at 10:30 a.m. on Monday.
        """;

    [Fact]
    public void A_table_of_clocks_is_a_list_in_the_zone_of_its_head()
    {
        var report = Read(Table, ".md");
        Assert.Equal(("UTC", "UTC", "UTC"), (Zone(report, "08:05"), Zone(report, "08:20"), Zone(report, "09:02")));
        Assert.Equal(Outcome.Always, Assert.Single(report.Claims).Verdict);
    }

    [Fact]
    public void A_bar_between_cells_is_no_part_of_what_happened()
    {
        var report = Read(
            Table.Replace(
                "| 09:02 | the deploy is rolled back |",
                "| 09:02 | error rate passes 5 % |\n| 09:10 | Berg is paged |",
                StringComparison.Ordinal
            ),
            ".md"
        );
        Assert.Contains("error rate passes 5 %", report.Events.Select(e => e.Label));
        Assert.All(report.Events, e => Assert.DoesNotContain("|", e.Label, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_was_paged_under_another_name_was_paged()
    {
        var report = Read(
            Table
                .Replace("| 09:02 | the deploy is rolled back |", "| 09:02 | Berg is paged |", StringComparison.Ordinal)
                .Replace(
                    "The first error came fifteen minutes after the deploy had begun.",
                    "The first error came before the engineer had been paged.",
                    StringComparison.Ordinal
                ),
            ".md"
        );
        Assert.Equal(Outcome.Always, Assert.Single(report.Claims).Verdict);
    }

    [Fact]
    public void The_same_in_markup()
    {
        const string page =
            "<html><body><article><h1>Outage of 3 May 2021</h1><p>The gateway of the bank in Oslo failed on Monday, 3 May 2021, and many people could not pay for their lunch that day.</p>"
            + "<table><tr><th>UTC</th><th>Event</th></tr><tr><td>08:05</td><td>deploy begins</td></tr><tr><td>08:20</td><td>the first error comes in</td></tr></table></article></body></html>";
        Assert.Equal("UTC", Zone(Read(page, ".html"), "08:20"));
    }
}
