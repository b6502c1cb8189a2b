using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Which record a clock is told from, and where that record is kept; on accounts written for the purpose.</summary>
public sealed class KeepersTests
{
    private const string Head = "Snow at the pass\n\nBy our staff\nSantiago, 4 July 2021\n\n";

    private const string Pass =
        "The southern door belongs to a Chilean firm; the northern one is in the hands of the Argentine gendarmerie.\n\n"
        + "The gendarmes were called next. Their duty book has the call at 9:58 p.m. It shows the door shut at 10:05 p.m.\n\n"
        + "The last car was let out at 11:20 p.m., the duty book says. The firm had the lamps out at 11:40 p.m.";

    private const string Rescue =
        "The skiers were brought down by Blue Ridge Rescue, which flies out of Denver. Its run sheet has the landing at 8:40 p.m.\n\n"
        + "The run sheet has the last man aboard at 9:15 p.m.";

    [Theory]
    [InlineData("21:58")]
    [InlineData("22:05")]
    [InlineData("23:20")]
    public void The_book_is_told_by_those_who_keep_it(string time) => Assert.Equal("America/Argentina/Buenos_Aires", Home(Pass, time));

    [Fact]
    public void The_book_tells_nothing_of_what_the_next_sentence_tells() => Assert.Equal("America/Santiago", Home(Pass, "23:40"));

    [Theory]
    [InlineData("20:40")]
    [InlineData("21:15")]
    public void A_sheet_is_kept_where_its_company_sits(string time) => Assert.Equal("America/Denver", Home(Rescue, time));

    [Fact]
    public void His_watch_is_named_for_him() =>
        Assert.Contains(
            "Aldo Ferri's watch",
            Voice("The skipper, Mr Aldo Ferri, ran to the shed. By his watch the roof fell at 9:58 p.m.", "21:58"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Who_notices_a_thing_tells_when() =>
        Assert.Contains("baker", Voice("A baker in the lane heard the shots at 9:58 p.m.", "21:58"), StringComparison.Ordinal);

    [Fact]
    public void Who_was_quoted_goes_on_telling_where_the_sentence_goes_on_about_them() =>
        Assert.Contains(
            "foreman",
            Voice("The alarm rang at 9:58 p.m., the foreman insists. His men lit the lamps at 10:06 p.m.", "22:06"),
            StringComparison.Ordinal
        );

    private static string? Home(string text, string time) => Clock(text, time).Zones.FirstOrDefault(z => z.Home)?.Zone;

    private static string Voice(string text, string time) => Clock(text, time).Voice;

    private static ClockEntry Clock(string text, string time) =>
        Assert.Single(Audited.Text(Head + text).Clocks, c => c.Local.ToString().Contains("T" + time, StringComparison.Ordinal));
}
