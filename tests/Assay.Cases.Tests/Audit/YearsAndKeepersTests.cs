using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Years told by days of the week, and records kept by those whom the words name.</summary>
public sealed class YearsAndKeepersTests
{
    private static IEnumerable<string> Days(string text) => Audited.Text(text).Clocks.Select(c => c.Local.ToString()[..10]).Order();

    [Fact]
    public void Two_days_of_the_week_tell_the_year() =>
        Assert.Equal(
            ["2022-08-11", "2022-08-11", "2022-08-12"],
            Days(
                "Apia, 14 March 2024\n\nThe engine stopped at 2.10 a.m. on Thursday 11 August. The tug left at 2.45 a.m. on Friday 12 August. The report was entered at 2.58 a.m. on 11 August."
            )
        );

    [Fact]
    public void One_may_be_a_slip_and_is_believed_only_of_a_year_that_is_named()
    {
        const string told = "Apia, 14 March 2024\n\nThe engine stopped at 2.10 a.m. on Thursday 11 August.";
        Assert.Equal(["2023-08-11"], Days(told));
        Assert.Equal(["2022-08-11"], Days(told + " It was the worst winter since 2022 began."));
    }

    [Fact]
    public void A_record_keeps_the_clock_of_whoever_keeps_it()
    {
        var report = Audited.Text(
            "Los Andes, 20 June 2019\n\nThe control room in Los Andes rang the Argentine gendarmerie at Mendoza on Tuesday.\n\nThe fire was out at 10:30 p.m. on Tuesday in Los Andes. In the gendarmerie's book the fire is out at 11:05 p.m. on Tuesday."
        );
        Assert.Equal(
            "America/Argentina/Mendoza",
            Assert.Single(report.Clocks, c => c.Quote.Exact.StartsWith("11:05", StringComparison.Ordinal)).Zones[0].Zone
        );
    }

    [Fact]
    public void A_length_that_fits_two_other_events_is_no_accusation()
    {
        var claim = Assert.Single(
            Audited
                .Text(
                    "Oslo, 20 March 2025\n\nThe rollout of the release started at 23:38 UTC on 18 March 2025. Declined payments crossed the limit at 23:52 UTC on 18 March 2025. "
                        + "The nodes were back at 00:41 UTC on 19 March 2025.\n\nThere were 14 minutes between the first node and the declined payments."
                )
                .Claims
        );
        Assert.NotEqual(Outcome.Never, claim.Verdict);
    }
}
