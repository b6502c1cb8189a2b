using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Clocks whose zone the words around them tell: of the same doing, of the paragraph, of the turn of a speaker.</summary>
public sealed class BesideZonesTests
{
    private const string Head = "The lock\n\nLisbon, 5 March 2024\n\n";

    private static (bool IsStated, string Zone) Of(AuditReport report, string words) =>
        report.Clock(words) is var clock ? (clock.ZoneStated, clock.Zones[0].Zone) : default;

    private static (bool IsStated, string Zone) Of(string told, string words) => Of(Audited.Text(Head + told), words);

    [Theory]
    [InlineData("The school opened its gate at 9.18 a.m. and closed it at 9.57 a.m., Queensland time.")]
    [InlineData("The school opened its gate at 9.18 a.m. and closed it at 9.57 a.m. Queensland time.")]
    [InlineData("The school closed its gate at 9.57 a.m. Queensland time, and opened it again at 9.18 a.m.")]
    public void Two_times_by_one_subject_are_in_one_zone(string told) => Assert.Equal((true, "Australia/Brisbane"), Of(told, "9.18"));

    [Theory]
    [InlineData("The school opened its gate at 9.18 a.m. and the pilot left it at 9.57 a.m. Queensland time.")]
    [InlineData("The school opened its gate at 9.18 a.m. It was closed at 9.57 a.m. Queensland time.")]
    [InlineData("The log has the school open its gate at 9.18 a.m. and close it at 9.57 a.m. Queensland time.")] // of the log
    [InlineData("The school opened its gate at 9.18 a.m. and closed it, by the pilot's watch, at 9.57 a.m. Queensland time.")]
    public void Of_two_subjects_each_has_its_own(string told) => Assert.False(Of(told, "9.18").IsStated);

    [Fact]
    public void Each_of_two_named_zones_stays()
    {
        var report = Audited.Text(Head + "The school opened its gate at 9.18 a.m. Kabul time and closed it at 9.57 a.m. Queensland time.");
        Assert.Equal(("Asia/Kabul", "Australia/Brisbane"), (Of(report, "9.18").Zone, Of(report, "9.57").Zone));
    }

    [Theory]
    [InlineData("The loading sheet, in East Africa Time, has the doors open at 04:50.", true, "Africa/Nairobi")]
    [InlineData("The loading sheet in the hall has the doors open at 04:50.", false, "Europe/Lisbon")]
    public void A_zone_set_off_beside_the_keeper_is_that_of_the_clock(string told, bool isStated, string zone) =>
        Assert.Equal((isStated, zone), Of(told, "04:50"));

    // What is said of one clock stands above what is said of all.
    [Fact]
    public void A_zone_set_off_is_nearer_than_that_of_all_clocks()
    {
        var report = Audited.Text(
            Head
                + "All times are Azores time.\n\nThe loading sheet, in East Africa Time, has the doors open at 04:50.\n\nThe lamp was lit at 05:20."
        );
        Assert.Equal(("Africa/Nairobi", "Atlantic/Azores"), (Of(report, "04:50").Zone, Of(report, "05:20").Zone));
    }

    [Theory]
    [InlineData("The valve was opened at 01.58.", true, "Europe/Helsinki")]
    [InlineData("The valve was opened in Tampere at 01.58.", true, "Europe/Helsinki")]
    [InlineData("The valve was opened in Porto at 01.58.", false, "Europe/Lisbon")] // there the clocks are others
    [InlineData("The Portuguese navy opened the valve at 01.58.", false, "Europe/Lisbon")]
    [InlineData("The clerk said that the valve was opened at 01.58.", false, "Europe/Lisbon")] // told by somebody else
    [InlineData("By the book of the office in Porto the valve was opened at 01.58.", false, "Europe/Lisbon")]
    public void What_a_keeper_keeps_is_said_of_the_loose_clocks_behind(string told, bool isStated, string zone) =>
        Assert.Equal((isStated, zone), Of("On Monday a pump failed. The log is kept in Finnish time. " + told, "01.58"));

    [Fact]
    public void A_log_keeps_its_zone_wherever_it_lies() =>
        Assert.Equal(
            (true, "Europe/Helsinki"),
            Of(
                "The Porto harbour office keeps its log in Finnish time. The log of the Porto harbour office has the boat leaving at 01.58.",
                "01.58"
            )
        );

    [Theory]
    [InlineData("The clerk says that the log is kept in Finnish time. The valve was opened at 01.58, the clerk says.")]
    [InlineData("The clerk says that the log is kept in Finnish time. He adds that the valve was opened at 01.58.")]
    [InlineData("\"The log is kept in Finnish time. The valve was opened at 01.58,\" the clerk says.")]
    public void What_somebody_quoted_says_is_no_turn(string told) => Assert.False(Of("On Monday a pump failed. " + told, "01.58").IsStated);

    [Fact]
    public void It_is_said_of_no_other_paragraph() =>
        Assert.False(Of("On Monday a pump failed. The log is kept in Finnish time.\n\nThe valve was opened at 01.58.", "01.58").IsStated);

    [Theory]
    [InlineData("She was woken at 1:05 a.m. Her notes give Kabul time.", true)]
    [InlineData("She was woken in Porto at 1:05 a.m. Her notes give Kabul time.", false)]
    [InlineData("\"She was woken at 1:05 a.m.\" Her notes give Kabul time.", false)] // somebody else's words
    [InlineData("She was woken at 1:05 a.m. The guard's notes give Kabul time.", false)]
    public void What_is_said_behind_of_the_notes_of_whoever_was_told_of_is_said_of_the_clock(string told, bool isStated) =>
        Assert.Equal(isStated, Of("On Monday a pump failed. " + told, "1:05").IsStated);

    private const string Sitting =
        "Sitting of the commission of Monday 4 March 2024 in Lisbon.\n\nTHE CHAIR: We resume. Major Ledesma, you had the post.\n\n"
        + "MAJOR LEDESMA: {0}\n\nTHE CHAIR: And the coach? It was here at 7.25 in the evening.\n\n"
        + "MAJOR LEDESMA: The coach had gone through at 7.15 in the evening.";

    private static AuditReport Sat(string turn) => Audited.Text(Sitting.Replace("{0}", turn, StringComparison.Ordinal));

    [Theory]
    [InlineData("The log of the post is kept in Finnish time. The barrier went down at 7.05 in the evening.", true)]
    [InlineData("The log of the post is kept in Finnish time. The clerk says that it went down at 7.05 in the evening.", false)]
    [InlineData("The barrier went down at 7.05 in the evening. The log of the post is kept in Finnish time.", false)]
    [InlineData("The log of the post is kept in Finnish time. The register has the barrier going down at 7.05 in the evening.", false)]
    [InlineData("The clerk said that the log of the post is kept in Finnish time. The barrier went down at 7.05 in the evening.", false)]
    public void What_a_speaker_says_of_a_keeper_is_said_of_the_clocks_of_the_turn(string turn, bool isStated)
    {
        var report = Sat(turn);
        Assert.Equal(isStated, Of(report, "7.05").IsStated);
        Assert.Equal((false, false), (Of(report, "7.15").IsStated, Of(report, "7.25").IsStated));
    }

    [Fact]
    public void An_answer_that_is_a_zone_is_said_of_the_clocks_of_the_one_who_answers()
    {
        var report = Audited.Text(
            Sitting.Replace("{0}", "The barrier went down at 7.05 in the evening.", StringComparison.Ordinal)
                + "\n\nTHE CHAIR: On which clock is it?\n\nMAJOR LEDESMA: Finnish time, sir."
        );
        Assert.Equal(((true, "Europe/Helsinki"), (true, "Europe/Helsinki")), (Of(report, "7.05"), Of(report, "7.15")));
        Assert.Equal((false, "Europe/Lisbon"), Of(report, "7.25"));
    }

    [Theory]
    [InlineData("By the mainland clock", "The crew of a tug off Funchal, Madeira, asked Lisbon, Portugal, for help.", "Europe/Lisbon")]
    [InlineData(
        "In mainland time",
        "The tug lay off Las Palmas, in Las Palmas roads, and Spain sent a pilot to Las Palmas.",
        "Europe/Madrid"
    )]
    public void Mainland_time_is_that_of_the_capital(string by, string told, string zone)
    {
        var report = Audited.Text($"The tug\n\n5 March 2024\n\n{told}\n\nThe line parted at 04:50, mainland time. {by}, it was night.");
        Assert.Equal((true, zone), Of(report, "04:50"));
    }

    [Theory]
    [InlineData("The mill stands in Zagreb. The line parted at 04:50, our time.", "Europe/Zagreb")]
    [InlineData("The mill stands in Zagreb. A pump came to it in Porto. The line parted at 04:50, our time.", "")]
    public void Our_time_is_that_of_the_only_place_told_of(string told, string zone)
    {
        var clock = Audited.Text($"The mill\n\n5 March 2024\n\n{told}").Clock("04:50");
        Assert.Equal(zone, clock.ZoneStated ? string.Join(' ', clock.Zones.Select(z => z.Zone)) : "");
    }

    [Theory]
    [InlineData("11:47 (Tashkent)", "Asia/Tashkent")]
    [InlineData("11:47 (Sonora)", "America/Hermosillo")]
    [InlineData("11:47 (Uvs)", "Asia/Hovd")]
    public void A_place_in_brackets_is_the_zone(string clock, string zone) =>
        Assert.Equal((true, zone), Of($"The line parted at {clock}.", "11:47"));

    [Theory]
    [InlineData("East Africa Time", "Africa/Nairobi")]
    [InlineData("Central European Time", "UTC+01:00")]
    public void A_zone_of_a_continent_is_no_part_of_the_country_told_of(string words, string zone) =>
        Assert.Equal(
            zone,
            Of(
                Audited.Text($"The mill\n\nSydney, 5 March 2024\n\nThe mill in Perth, Western Australia, stopped at 04:50 {words}."),
                "04:50"
            ).Zone
        );
}
