namespace Assay.Cases.Tests.Audit;

/// <summary>A night in which an hour came twice.</summary>
public sealed class RepeatedHourTests
{
    // The search met a conflict one decision late here and gave up on the whole source.
    private const string Report = """
        Derailment of a tank container wagon and escape of ammonia, Altynkol yard, 29 February 2024

        The purpose of this report is to prevent accidents. It is not to be used to establish guilt or liability.

        0. On the times in this report

        0.1 The yard's interlocking computer, the gas detectors and the gate cameras record in Coordinated Universal Time. Times taken from them are marked UTC.

        0.2 The accident fell on the night in which the country went over to a single time. At midnight, at the end of 29 February, clocks in Almaty region were set back to 23:00. The hour from 23:00 to midnight thus occurred twice, and Board staff had to ask of every entry in it which of the two was meant. In it he has the call to the fire brigade at 23:20. Railways in Xinjiang work on Beijing time; the letter, however, was drafted for a Kazakh reader and does not say whether its hours had been translated too. A second letter, asking just this, has had no reply.

        4.1 Zhetisu Gate Terminals has its alarms watched from an office in Moscow. The operator writes in its submission that the alarm in Moscow came up in the same minute as the detector's. No zone is printed on the screenshot that accompanies it.

        6.1 Nine persons were treated at Zharkent, of whom two stayed for more than a week.
        """;

    [Fact]
    public void Tests_the_claims_of_a_text_with_a_clock_that_came_twice()
    {
        var report = Audited.Text(Report);
        Assert.Contains(report.Clocks, c => c.Local.ToString() == "2024-02-29T23:20");
        Assert.NotEmpty(report.Claims);
    }
}
