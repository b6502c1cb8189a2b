using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Reading.Figures;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Cases.Tests.Audit;

/// <summary>The numbers the founding document must give.</summary>
public sealed class FoundingDocumentTests
{
    [Fact]
    public void Reads_all_seven_clock_times_with_date_voice_and_role()
    {
        var report = Audited.Founding();
        Assert.Equal(
            [
                "2022-01-05T17:23 Orda report",
                "2022-01-05T18:54 author event",
                "2022-01-05T22:14 Belta event",
                "2022-01-06T00:00 Kassym-Jomart Tokayev event",
                "2022-01-06T01:00 author event",
                "2022-01-06T03:26 Nikol Pashinyan event",
                "2022-01-06T12:14 author event",
            ],
            report.Clocks.Select(c => $"{c.Local} {c.Voice} {c.Role.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("there had been a call", "he had requested", Outcome.Sometimes, HomeOutcome.Fails, -74, 106)]
    [InlineData("announcing the official", "arrived in Almaty", Outcome.Sometimes, HomeOutcome.Fails, 348, 708)]
    public void Gives_the_verdicts_and_gaps_of_the_claims(
        string earlier,
        string later,
        Outcome verdict,
        HomeOutcome? home,
        int min,
        int max
    )
    {
        var claim = Audited.Founding().Claim(earlier, later);
        Assert.Equal(
            (verdict, home, Duration.FromMinutes(min), Duration.FromMinutes(max)),
            (claim.Verdict, claim.Home, claim.GapMin, claim.GapMax)
        );
    }

    [Fact]
    public void Puts_the_broadcast_before_the_call_on_every_reading()
    {
        var order = Audited.Founding().Order("was broadcast", "there had been a call");
        Assert.Equal(
            (Outcome.Always, HomeOutcome.Holds, Duration.FromMinutes(200), Duration.FromMinutes(380)),
            (order.Verdict, order.Home, order.GapMin, order.GapMax)
        );
    }

    [Fact]
    public void Puts_the_request_before_the_announcement_on_every_reading()
    {
        var claim = Audited.Founding().Order("he had requested", "announcing the official");
        Assert.Equal(Outcome.Always, claim.Verdict);
        Assert.True(claim.GapMin >= Duration.Zero);
    }

    [Fact]
    public void Finds_the_call_after_the_request_on_home_clocks_and_the_arrival_too_early()
    {
        var report = Audited.Founding();
        Assert.Equal(Duration.FromMinutes(-74), report.Claim("there had been a call", "he had requested").HomeGapMin);
        Assert.Equal(Duration.FromMinutes(408), report.Claim("announcing the official", "arrived in Almaty").HomeGapMin);
    }

    [Fact]
    public void Keeps_the_arrest_right_after_the_meeting_as_a_relative_event()
    {
        var report = Audited.Founding();
        var relation = Assert.Single(report.Relations, r => r.Words == "immediately following");
        Assert.Contains("arrested", report.Event(relation.To).Label, StringComparison.Ordinal);
        Assert.Equal((Duration.Zero, Duration.FromMinutes(30)), (relation.Min, relation.Max));
    }

    [Fact]
    public void Keeps_allegations_questions_and_the_forecast_as_such()
    {
        var report = Audited.Founding();
        Assert.Contains(report.Figures, f => f is { Value: 20000, Stance: Stance.Alleged });
        Assert.Equal(
            2,
            report.Questions.Count(q =>
                q.Rhetorical
                && (
                    q.Quote.Exact.StartsWith("What role", StringComparison.Ordinal)
                    || q.Quote.Exact.StartsWith("Was ", StringComparison.Ordinal)
                )
            )
        );
        Assert.Contains(report.Forecasts, f => f.Hedge == "may" && f.Quote.Exact.Contains("economic satellite", StringComparison.Ordinal));
        Assert.Contains(
            report.Claims,
            c =>
                c is { Kind: ClaimKind.Count, Count: { Min: 11, From: var from, Until: var until } }
                && $"{from} {until}" == "2021-12 2022-02"
        );
        Assert.Contains(report.Claims, c => c is { Kind: ClaimKind.Distance, Distance.Ratio: > 4 and < 5.5 });
    }

    [Fact]
    public void Sets_figures_on_one_subject_beside_each_other()
    {
        var report = Audited.Founding();
        var values = report
            .Conflicts.Select(c =>
                (
                    c.Kind,
                    Values: string.Join(
                        "/",
                        c.Figures.Select(f => report.Figures.Single(g => g.Id == f)).Select(f => f.Value?.ToString("F0", null) ?? "vague")
                    )
                )
            )
            .ToList();
        Assert.Contains((ConflictKind.Conflict, "20000/0"), values);
        Assert.Contains((ConflictKind.Conflict, "2235/2000"), values);
        Assert.Contains((ConflictKind.Agree, "vague/230"), values);
    }

    [Fact]
    public void Quotes_nothing_from_furniture()
    {
        var report = Audited.Founding();
        var source = Assert.Single(report.Sources);
        Assert.NotEmpty(source.Furniture);
        var quotes = report
            .Events.Select(e => e.Quote)
            .Concat(report.Statements.Select(s => s.Quote))
            .Concat(report.Figures.Select(f => f.Quote))
            .Concat(report.Claims.Select(c => c.Quote))
            .Concat(report.Questions.Select(q => q.Quote))
            .Concat(report.Clocks.Select(c => c.Quote));
        Assert.All(quotes, q => Assert.DoesNotContain(source.Furniture, f => f.Start < q.End && q.Start < f.End));
    }
}
