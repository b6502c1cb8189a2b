using Assay.Cases.Report;
using Assay.Reading.Figures;

namespace Assay.Cases.Tests.Audit;

/// <summary>Whose clock it is, where it stands, and what is no clock at all; on accounts written for the purpose.</summary>
public sealed class VoicesAndClocksTests
{
    private const string Ferry = """
        The ferry that crossed the date line

        Suva, 12 March 2019 - The ferry left Pago Pago at 6 p.m. on Saturday 9 March, the harbour master of American Samoa said. The United States
        Coast Guard in Honolulu says it heard a call at 05:15 on Sunday. There had been 140 people aboard, the company said; survivors put the number at
        more than 160.
        """;

    private const string Night = """
        Twelve hours in the capital

        Foreign desk | The Border Post | 5 February 2021

        Phone lines in Naypyidaw were cut at 3 a.m. on 1 February, residents said. NetWatch, a monitoring group in London, reported that the internet
        failed at 20:30 on 31 January. The White House said that the president was told at 5:45 p.m. on 31 January. An editor rang Bangkok twenty minutes
        before the lines were cut.
        """;

    [Theory]
    [InlineData("Coast Guard", "Pacific/Honolulu")]
    [InlineData("harbour master", "Pacific/Pago_Pago")]
    public void Puts_a_voice_where_the_words_that_name_it_put_it(string voice, string zone) => Assert.Equal(zone, Home(Told(Ferry), voice));

    [Theory]
    [InlineData("NetWatch", "Europe/London")]
    [InlineData("White House", "America/New_York")]
    public void Knows_the_seat_from_an_apposition_and_of_an_institution_with_a_name_of_its_own(string voice, string zone) =>
        Assert.Equal(zone, Home(Told(Night), voice));

    [Fact]
    public void Admits_the_place_of_the_account_for_a_voice_far_away()
    {
        var clock = Assert.Single(Told(Night).Clocks, c => c.Voice.Contains("NetWatch", StringComparison.Ordinal));
        Assert.Contains(
            clock.Zones,
            z => z.Zone.EndsWith("Yangon", StringComparison.Ordinal) || z.Zone.EndsWith("Rangoon", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(Ferry, "2019-03-12")]
    [InlineData(Night, "2021-02-05")]
    [InlineData(
        "Who knew?\n\nBy our staff, Nairobi, 15 March 2023\n\nThe bank closed at 8 a.m. on Friday, the regulator said, and it did not open again.",
        "2023-03-15"
    )]
    public void Reads_the_publication_date_from_datelines_and_lines_above_the_text(string article, string date) =>
        Assert.Equal(date, Assert.Single(Told(article).Sources).Published?.ToString());

    [Fact]
    public void Says_that_nothing_times_an_event_where_a_claim_cannot_be_tested()
    {
        var claim = Assert.Single(Told(Night).Claims, c => c.Origin == "text");
        Assert.Equal(Outcome.Sometimes, claim.Verdict);
        Assert.Contains("No clock in the account times", claim.Findings[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_hour_that_came_twice()
    {
        var report = Told(
            """
            Fire at the depot

            Berlin, 4 November 2024 - The fire near Szczecin broke out at 02:37 on 27 October, Polish firefighters said. A company in Schwedt recorded a drop
            in pressure at 02:51 on 27 October after the fire near Szczecin broke out.
            """
        );
        var claim = Assert.Single(report.Claims);
        Assert.Contains("02:37 came twice that day", claim.Findings[^2] + claim.Findings[^1], StringComparison.Ordinal);
        Assert.EndsWith("broke out", report.Event(claim.Earlier!).Label, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_of_a_stated_clock_that_the_length_told_of_it_does_not_come_out_with_and_counts_none_from_the_length()
    {
        var report = Told(
            """
            The last blast

            Odesa, 4 August 2023 - The last explosion was recorded in Odesa at 2:20 a.m. on 2 August. Three hours later, at 7.30am on 2 August, a satellite photographed Odesa.
            """
        );
        Assert.Equal(["2023-08-02T02:20", "2023-08-02T07:30"], report.Clocks.Select(c => c.Local.ToString()));
        var claim = Assert.Single(report.Claims, c => c.Origin == "text");
        Assert.Equal(Outcome.Untested, claim.Verdict);
        Assert.Contains("stands beside “7.30am on 2 August”", claim.NotTested, StringComparison.Ordinal);
        Assert.Contains("a satellite photographed", claim.Quote.Exact, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_quoted_words_to_a_speaker_told_of_at_length()
    {
        var report = Told(
            """
            Losses at the port

            Odesa, 4 August 2023 - "We lost about 38,000 tonnes that night," a trader who asked not to be named said. The imaging company Planet, based in San
            Francisco, said in a statement issued at 19:45 on 2 August that the roof was gone.
            """
        );
        Assert.Contains(report.Statements, s => s.Voice[^1] == "trader" && s.Quote.Exact.Contains("38,000", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Statements, s => s.Voice[^1].StartsWith("in ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Kyiv said at least 12 drones were used. Moscow spoke of nine.", 12, 9)]
    [InlineData("The ministry said 1,200 homes were destroyed. Aid workers put the figure at 900.", 1200, 900)]
    [InlineData("The government said that 26 countries had joined. Other reports spoke of 25 countries.", 26, 25)]
    [InlineData("Officials said 45 tonnes of grain were lost; traders spoke of 30 tonnes.", 45, 30)]
    public void Sets_a_number_against_the_one_it_answers(string sentences, double one, double other)
    {
        var report = Told("A report\n\n" + sentences);
        var conflict = Assert.Single(report.Conflicts, c => c.Kind == ConflictKind.Conflict);
        Assert.Equal([one, other], conflict.Figures.Select(id => report.Figures.Single(f => f.Id == id).Value!.Value));
    }

    [Theory]
    [InlineData("The ministry said 1,200 homes were destroyed. The mayor said 300 trucks came.")]
    [InlineData("Officials said 45 tonnes of grain were lost. They said 30 tonnes were saved.")]
    [InlineData("The union said 26 ships waited. The port said another 25 ships had left.")]
    public void Sets_no_figures_beside_each_other_that_count_other_things(string sentences) =>
        Assert.DoesNotContain(Told("A report\n\n" + sentences).Conflicts, c => c.Kind == ConflictKind.Conflict);

    // A paragraph is a line, as in a saved page; the line breaks are the source file's.
    private static AuditReport Told(string article) =>
        Audited.Text(string.Join("\n\n", article.ReplaceLineEndings("\n").Split("\n\n").Select(p => p.Replace('\n', ' '))));

    [Fact]
    public void Writes_a_place_without_known_coordinates_as_such()
    {
        var report = Told("A report\n\nPolice in Vermont said at 14:30 on 2 May 2021 that the road was closed.");
        using var json = new MemoryStream();
        AuditJson.Write(json, report);
        Assert.All(report.Places.SelectMany(p => p.Candidates), c => Assert.Equal(c.Latitude is null, c.Longitude is null));
        Assert.True(json.Length > 0);
    }

    [Fact]
    public void Compares_figures_of_several_sources_only_where_they_tell_of_the_same_thing()
    {
        const string quake = "The quake\n\nLisbon, 2 May 2021 - At least 75 people died in Lisbon and Porto, the Red Cross said.";
        const string other = "After the quake\n\nPorto, 4 May 2021 - In Lisbon and Porto 41 people died, the Red Cross and Caritas said.";
        const string crash = "The crash\n\nLima, 3 May 2021 - In Peru 12 people died on the road to Cusco, Transit Watch said.";
        Assert.Single(Audited.Text(quake, other, crash).Conflicts, c => c.Kind == ConflictKind.Conflict && c.Figures.Count == 2);
        Assert.Empty(Audited.Text(quake, crash).Conflicts);
    }

    private static string Home(AuditReport report, string voice) =>
        Assert.Single(report.Clocks, c => c.Voice.Contains(voice, StringComparison.Ordinal)).Zones.First(z => z.Home).Zone;
}
