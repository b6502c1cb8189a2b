using Assay.Cases.Report;
using NodaTime;

namespace Assay.Cases.Tests.Audit;

/// <summary>The case that ships.</summary>
public sealed class SampleTests
{
    [Fact]
    public void Shows_every_kind_of_verdict()
    {
        var kinds = Audited.Sample().Claims.Select(c => c.Verdict).ToHashSet();
        Assert.Superset(new HashSet<Outcome> { Outcome.Always, Outcome.Sometimes, Outcome.Never, Outcome.Contradictory }, kinds);
    }

    [Fact]
    public void Names_the_two_statements_that_clash()
    {
        var claim = Audited.Sample().Claims.First(c => c.Verdict == Outcome.Contradictory);
        Assert.Equal(2, claim.Because.Count);
        Assert.Contains(claim.Because, b => b.Words.Contains("2:40 a.m.", StringComparison.Ordinal));
        Assert.Contains(claim.Because, b => b.Words.Contains("1:21 a.m.", StringComparison.Ordinal));
    }

    [Fact]
    public void Finds_the_question_an_hour_late_on_the_controllers_own_clock()
    {
        var claim = Audited.Sample().Claim("vanished from the radar", "Vietnamese controllers asked");
        Assert.Equal(
            (Outcome.Sometimes, HomeOutcome.Fails, Duration.FromMinutes(18), Duration.FromMinutes(78)),
            (claim.Verdict, claim.Home, claim.GapMin, claim.GapMax)
        );
    }

    [Fact]
    public void Every_quote_still_stands_where_it_was_found()
    {
        var report = Audited.Sample();
        var texts = report.Sources.ToDictionary(s => s.Id, s => s.Text);
        Assert.All(
            report.Statements.Select(s => s.Quote).Concat(report.Events.Select(e => e.Quote)).Concat(report.Claims.Select(c => c.Quote)),
            q => Assert.Equal(q.Exact, texts[q.Source][q.Start..q.End])
        );
    }
}
