using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Chronology.Model;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Tests.Audit;

/// <summary>Accounts written for the purpose: other conflicts, other zones, a clock change, the date line, no clock at all.</summary>
public sealed class OtherAccountsTests
{
    private const string Coup = """
        Soldiers moved before the vote, residents say

        By Anna Kessler

        14 November 2023

        NAIROBI, Kenya (AP) — Soldiers loyal to General Musa Adan entered the parliament building at 11:40 p.m. on Tuesday and left at 2 a.m., according to three lawmakers.

        The state broadcaster KBC reported at 1:15 a.m. that the session had been suspended. The United Nations said in New York that Secretary-General Antonio Guterres had spoken with the general at 6 p.m. New York time on Tuesday.

        The suspension came two hours after the soldiers entered the building, opposition leader Grace Wanjiru told reporters. The government denied that any order had been given.

        "Why did nobody warn us?" asked Wanjiru. The army will probably hold power until new elections are held in March.
        """;

    private const string DateLine = """
        Cyclone crosses the line

        2 March 2021

        Samoan officials ordered an evacuation in Apia at 6 p.m. on 1 March 2021. In Honolulu, the warning centre issued an alert at 8 p.m. on 28 February, hours before the evacuation.
        """;

    private const string ClockChange = """
        Two trains near the capital

        30 October 2023

        A freight train hit a passenger train near Berlin at 2:30 a.m. on 29 October 2023. German police closed the line at 3:10 a.m. on 29 October 2023.
        """;

    [Fact]
    public void Carries_a_night_over_midnight()
    {
        var report = Audited.Text(Coup);
        Assert.Contains(report.Clocks, c => c.Local.ToString() == "2023-11-14T23:40");
        Assert.Contains(report.Clocks, c => c.Local.ToString() == "2023-11-15T02:00");
    }

    [Fact]
    public void Reads_a_report_as_a_bound_and_a_stated_zone_as_fixed()
    {
        var report = Audited.Text(Coup);
        Assert.Equal(ClockRole.Report, Assert.Single(report.Clocks, c => c.Local.ToString() == "2023-11-15T01:15").Role);
        var stated = Assert.Single(report.Clocks, c => c.Local.ToString() == "2023-11-14T18:00");
        Assert.True(stated.ZoneStated);
        Assert.Equal("America/New_York", Assert.Single(stated.Zones).Zone);
    }

    [Fact]
    public void Finds_the_event_that_a_noun_refers_to()
    {
        var claim = Assert.Single(Audited.Text(Coup).Claims, c => c is { Origin: "text", Kind: ClaimKind.Gap });
        Assert.Equal((Duration.FromMinutes(90), Duration.FromMinutes(150)), (claim.Min, claim.Max));
        Assert.Contains("suspended", claim.Sentence, StringComparison.Ordinal);
        Assert.Contains("entered", claim.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_times_on_either_side_of_the_date_line()
    {
        var claim = Audited.Text(DateLine).Claim("issued an alert", "ordered an evacuation");
        Assert.Equal((HomeOutcome.Fails, Duration.FromMinutes(-120)), (claim.Home, claim.HomeGapMin));
    }

    [Fact]
    public void Counts_both_instants_of_a_repeated_hour()
    {
        var claim = Audited.Text(ClockChange).Order("freight train hit", "closed the line");
        Assert.Equal((Outcome.Always, Duration.FromMinutes(40), Duration.FromMinutes(100)), (claim.Verdict, claim.GapMin, claim.GapMax));
    }

    [Fact]
    public void Says_so_where_an_article_has_no_clock()
    {
        var report = Audited.Text(
            "The long road to the treaty\n\n12 June 2019\n\nTalks between the two countries began in March 2016. The foreign ministers met in Oslo on 4 May 2018.\n"
        );
        Assert.Empty(report.Clocks);
        Assert.Contains(report.Events, e => e.Label.Contains("ministers met", StringComparison.Ordinal));
        Assert.Contains(report.Notes, n => n.Contains("no clock time", StringComparison.Ordinal));
    }

    [Fact]
    public void Lets_the_author_have_converted_every_clock()
    {
        var report = Audited.Text(DateLine);
        Assert.Contains(report.Globals, g => g.Zone == "Pacific/Apia");
        Assert.Contains(report.Globals, g => g.Zone == "Pacific/Honolulu");
    }

    [Fact]
    public void Gives_the_same_report_for_the_same_input() =>
        Assert.Equal(AuditJson.ToText(Audited.Sample()), AuditJson.ToText(Audited.Sample()));

    [Fact]
    public void Audits_the_good_inputs_and_lists_the_refused_ones()
    {
        var folder = Directory.CreateTempSubdirectory("assay-audit-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "good.txt"), DateLine);
            File.WriteAllText(Path.Combine(folder.FullName, "empty.txt"), "");
            var reply = AuditAccount.Run(
                new AuditRequest([folder.FullName, Path.Combine(folder.FullName, "missing.txt")], AuditOptions.Default),
                cancellation: TestContext.Current.CancellationToken
            );
            Assert.True(reply.Succeeded);
            Assert.Equal(2, reply.Value.Errors.Count);
            Assert.Single(reply.Value.Report.Sources);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Refuses_a_request_without_inputs() =>
        Assert.Equal(
            ErrorKind.Usage,
            AuditAccount.Run(new AuditRequest([], AuditOptions.Default), cancellation: TestContext.Current.CancellationToken).Error!.Kind
        );
}
