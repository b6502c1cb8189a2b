using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Statements of zones that reach a list, a pair, an island, or nothing at all.</summary>
public sealed class ZonesOfPassagesTests
{
    private const string Head = "The lock\n\nKyiv, 5 March 2024\n\n";

    private static (bool IsStated, string Zone) Of(string text, string words) =>
        Audited.Text(text).Clock(words) is var clock ? (clock.ZoneStated, clock.Zones[0].Zone) : default;

    private const string List =
        Head
        + "Our dispatch sheet is kept in Polish time. It shows this:\n\n- 11:40: the lorries leave the yard\n- 13:15: the lorries join the queue\n\nThe queue stood still at 15:50.";

    [Theory]
    [InlineData("11:40", true, "Europe/Warsaw")]
    [InlineData("13:15", true, "Europe/Warsaw")]
    [InlineData("15:50", false, "Europe/Kyiv")] // below the list
    public void What_a_paragraph_with_a_colon_says_is_said_of_its_list(string clock, bool isStated, string zone)
    {
        var (stated, found) = Of(List, clock);
        Assert.Equal((isStated, zone), (stated, found == "Europe/Kiev" ? "Europe/Kyiv" : found));
    }

    [Theory]
    [InlineData("Both keep Finnish time, and the road takes twenty minutes.", true)]
    [InlineData("Both kept Finnish time and both had their clocks checked.", true)]
    [InlineData("Both came late. Both were cold. Both keep Finnish time.", false)] // two sentences on at most
    [InlineData("The ferries keep Finnish time, and the road takes twenty minutes.", false)]
    public void Both_are_whoever_was_named_last(string told, bool isStated) =>
        Assert.Equal(
            isStated,
            Of(
                "The ferry\n\nPorto, 5 March 2024\n\nThe port office has the ferry leaving at 15:50. The firemen have it leaving at 16:15. "
                    + told,
                "16:15"
            ).IsStated
        );

    private static string Island(string told) => "The flight\n\nLisbon, 5 March 2024\n\n" + told;

    [Fact]
    public void Island_time_is_that_of_the_only_other_clocks_of_the_country() =>
        Assert.Equal((true, "Atlantic/Azores"), Of(Island("The doctor in Ponta Delgada asked for it at 14:10, island time."), "14:10"));

    [Fact]
    public void Island_time_of_no_island_named_is_none_of_the_mainland() =>
        Assert.Empty(Audited.Text(Island("The doctor asked for it at 14:10, island time.")).Clock("14:10").Zones);

    [Theory]
    [InlineData("The aircraft passed at 0702 on 13 October, Honolulu time.")]
    [InlineData("The aircraft passed at 0702 on October 13, Honolulu time.")]
    [InlineData("The aircraft passed at 0702 on Wednesday night, Honolulu time.")]
    public void A_day_may_stand_before_the_zone(string told) =>
        Assert.Equal((true, "Pacific/Honolulu"), Of("The ship\n\nSuva, 15 October 2021\n\n" + told, "0702"));

    [Theory]
    [InlineData("All his hours are Jamaican, he told us.")]
    [InlineData("On a Taiwanese clock it would not fit.")]
    public void What_is_said_of_one_of_them_or_doubted_is_not_said_of_all(string said) =>
        Assert.False(Of(Head + said + "\n\nThe line parted at 04:50.", "04:50").IsStated);
}
