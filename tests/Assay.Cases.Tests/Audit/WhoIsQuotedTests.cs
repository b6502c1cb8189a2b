using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Who says what stands between quotation marks, and whose clocks are in it.</summary>
public sealed class WhoIsQuotedTests
{
    private const string Head = "The barge\n\nDubai, 5 March 2024\n\n";

    [Theory]
    [InlineData("The owner of the barge wrote:", "owner of the barge")]
    [InlineData("The harbour master, Ada Moor, said in a letter:", "Ada Moor, harbour master")]
    [InlineData("The owner of the barge wrote to them.", "author")]
    public void A_paragraph_that_ends_in_a_colon_says_who_speaks_in_the_next(string lead, string voice)
    {
        var report = Audited.Text(Head + lead + "\n\n\"We saw the tanker at 06:10. It was gone by 06:20.\"");
        Assert.Equal((voice, voice), (report.Clock("06:10").Voice, report.Clock("06:20").Voice));
    }

    [Fact]
    public void What_nobody_is_found_to_say_is_on_a_clock_of_its_own()
    {
        var report = Audited.Text(
            Head
                + "The siren was heard in the harbour at 06:40.\n\nThe lines that matter are these.\n\n\"Started to pump 06:10, nobody here.\""
        );
        Assert.NotEqual(report.Clock("06:40").Variable, report.Clock("06:10").Variable);
    }

    [Fact]
    public void Whom_a_quoted_clause_is_about_does_not_say_it()
    {
        var report = Audited.Text(
            Head + "The line has sent a letter. \"The crew boarded at 23:05 on 4 March and found the papers in order,\" it writes."
        );
        Assert.DoesNotContain("crew", report.Clock("23:05").Voice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Eighteen minutes after the first light, the note says, the manager was woken at 23:20.")]
    [InlineData("The valve was closed by hand, by the manager, at 23:20; eighteen minutes had gone by since the alarm.")]
    public void A_length_of_time_says_nothing(string sentence)
    {
        var report = Audited.Text(Head + "The alarm lit up at 23:02 on 4 March. " + sentence);
        Assert.DoesNotContain("minutes", report.Clock("23:20").Voice, StringComparison.Ordinal);
    }
}
