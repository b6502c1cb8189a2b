using System.Text.Json;
using Assay.Cases.Drafting;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using NodaTime;

namespace Assay.Cases.Tests.Audit;

/// <summary>The days of clocks as a report shows them.</summary>
public sealed class DaysOfClocksTests
{
    private const string Undated = """
        The pump that stopped

        The pump stopped at 11:40 p.m. in the engine room, the mate says. The mate called the harbour at 11:55 p.m. and got no answer. The tug arrived at
        12:20 a.m. with two divers.
        """;

    [Fact]
    public void Shows_no_date_when_nothing_tells_the_day()
    {
        var report = Audited.Text(Undated);
        Assert.Equal(["T23:40", "T23:55", "T00:20"], report.Clocks.Select(c => c.Local.ToString()));
        Assert.All(report.Clocks.SelectMany(c => c.Zones), z => Assert.True(z is { From: null, Until: null, Offset: null }));
        Assert.All(report.Events, e => Assert.True(e.Time is { Earliest: null, Latest: null, HomeEarliest: null, HomeLatest: null }));
        Assert.DoesNotContain("2001-01", AuditJson.ToText(report), StringComparison.Ordinal);
        Assert.Contains(report.Notes, n => n.Contains("their own passage only", StringComparison.Ordinal));
    }

    [Fact]
    public void Counts_from_the_date_of_the_option_when_the_page_has_another()
    {
        const string text =
            "The pump that stopped\n\nAnna Berg\n\n5 February 2021\n\nThe pump stopped at 9:40 p.m. on Tuesday in the engine room, the mate says. Nobody heard it.\n";
        Assert.Equal("2021-02-02T21:40", Assert.Single(Read(text, null).Clocks).Local.ToString());
        Assert.Equal("2019-03-05T21:40", Assert.Single(Read(text, new LocalDate(2019, 3, 8)).Clocks).Local.ToString());
    }

    [Fact]
    public void A_clock_is_no_second_event_when_it_repeats_the_one_before_on_another_zone()
    {
        var report = Audited.Text(
            "The valve\n\nThe valve was shut at 4:20 pm local time (1320 GMT) on 8 May 2015, the company says. Nobody was hurt."
        );
        var clock = Assert.Single(report.Clocks);
        Assert.Equal("2015-05-08T16:20", clock.Local.ToString());
        Assert.True(clock.ZoneStated);
        Assert.Equal(Instant.FromUtc(2015, 5, 8, 13, 20), Assert.Single(clock.Zones).From);
    }

    [Fact]
    public void Clocks_are_on_their_days_when_accounts_with_gold_are_read()
    {
        var (right, all) = (0, 0);
        foreach (var gold in Directory.EnumerateFiles(Shared("data", "accounts"), "*.gold.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(gold));
            var found = Audited
                .Files(Path.Combine(Path.GetDirectoryName(gold)!, json.RootElement.GetProperty("file").GetString()!))
                .Clocks.Select(c => c.Local.ToString())
                .ToHashSet();
            var wanted = json
                .RootElement.GetProperty("clocks")
                .EnumerateArray()
                .Where(c => !(c.TryGetProperty("optional", out var optional) && optional.ValueKind == JsonValueKind.True))
                .Select(c => c.GetProperty("local").GetString()!)
                .ToList();
            (right, all) = (right + wanted.Count(found.Contains), all + wanted.Count);
        }

        Assert.True(right >= 0.95 * all, $"{right} of {all}");
    }

    [Fact]
    public void Every_clock_of_a_long_report_is_on_its_day_when_old_years_stand_beside_it()
    {
        var clocks = Audited.Files(Shared("data", "accounts", "real", "911-commission-chapter-1.txt")).Clocks;
        var right = clocks.Count(c => c.Local.ToString().StartsWith("2001-09-11", StringComparison.Ordinal));
        Assert.True(right >= 0.99 * clocks.Count && clocks.Count > 200, $"{right} of {clocks.Count}");
    }

    private static string Shared(params string[] path)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Assay.slnx")))
            at = at.Parent;
        var shared = Environment.GetEnvironmentVariable("ASSAY_SHARED") ?? Path.Combine(at!.FullName, "..", "shared");
        var found = Path.Combine([shared, .. path]);
        if (!Path.Exists(found))
            Assert.Skip("skipped: ../shared is absent");
        return found;
    }

    private static AuditReport Read(string text, LocalDate? published)
    {
        var folder = Directory.CreateTempSubdirectory("assay-days-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "1.txt"), text);
            var reply = AuditAccount.Run(
                new AuditRequest([folder.FullName], AuditOptions.Default with { Published = published }),
                cancellation: TestContext.Current.CancellationToken
            );
            Assert.True(reply.Succeeded, reply.Error?.ToString());
            return reply.Value.Report;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
