using Assay.Cases.Books;
using Assay.Cases.Routes;
using Assay.Ground.Outcomes;
using Assay.Trade.Findings;

namespace Assay.Cases.Tests.Routes;

/// <summary>A claim that goods are re-routed against the customs books.</summary>
public sealed class TestRouteTests(RouteLake lake) : IClassFixture<RouteLake>
{
    private const string NotInTheWorld = "TV";
    private static readonly BookOptions Usual = new();

    [Fact]
    public void Is_unknown_and_names_every_set_of_statistics_when_there_is_no_lake()
    {
        var verdict = Run(new RouteClaim(["KZ", "GE"], "RU") { Since = 202206, Forecast = true }, folder: null);
        Assert.Equal(RouteOutcome.Unknown, verdict.Outcome);
        Assert.Equal(
            [
                new RouteNeed(RouteSide.Sent, "EU27", null, 202006, null),
                new RouteNeed(RouteSide.Received, "KZ", "EU27", 202006, null),
                new RouteNeed(RouteSide.SentOn, "KZ", "RU", 202006, null),
                new RouteNeed(RouteSide.Received, "GE", "EU27", 202006, null),
                new RouteNeed(RouteSide.SentOn, "GE", "RU", 202006, null),
            ],
            verdict.WouldSettle
        );
        Assert.Null(verdict.Cause);
    }

    [Fact]
    public void Stands_in_for_what_a_claim_does_not_name_as_a_scan_would()
    {
        var terms = Run(new RouteClaim(["KZ"], "RU"), folder: null).Terms;
        Assert.Equal(("EU27", "chpl", 202203), (terms.Options.Origin, terms.Options.List, terms.Since));
        Assert.Equal((false, false, false), (terms.OriginNamed, terms.GoodsNamed, terms.SinceNamed));
    }

    [Fact]
    public void Takes_origin_goods_and_date_from_the_claim_when_it_names_them()
    {
        var claim = new RouteClaim(["KZ"], "RU")
        {
            Origin = "DE,PL",
            Goods = ["8703", "854231"],
            Since = 202301,
        };
        var terms = Run(claim, folder: null, Usual with { Since = 202105 }).Terms;
        Assert.Equal(("DE,PL", "8703,854231", 202301), (terms.Options.Origin, terms.Options.List, terms.Since));
        Assert.Equal((true, true, true), (terms.OriginNamed, terms.GoodsNamed, terms.SinceNamed));
        Assert.Equal(202105, Run(claim with { Since = null }, folder: null, Usual with { Since = 202105 }).Terms.Since);
    }

    [Fact]
    public void Supports_a_claim_where_the_scan_has_a_finding_and_not_where_it_has_none()
    {
        var (found, quiet) = (First(found: true), First(found: false));
        var verdict = Run(new RouteClaim([found, quiet], "RU"));
        Assert.True(verdict.Ways[0].Trials[0].Supports);
        Assert.False(verdict.Ways[1].Trials[0].Supports);
        Assert.Equal(lake.Scan.Report.Method, verdict.Ways[0].Trials[0].Method);
        Assert.Equal(verdict.Scans.Count, verdict.Ways[1].Trials.Count);
        Assert.NotEqual(RouteOutcome.Unknown, verdict.Outcome);
        Assert.All(verdict.Ways[0].Products, p => Assert.Equal(found, p.Destination));
        var place = lake.Scan.ByFloor.Select(d => d.Destination).ToList().IndexOf(found) + 1;
        Assert.Equal((place, lake.Scan.ByFloor.Count), (verdict.Ways[0].Trials[0].Place, verdict.Ways[0].Trials[0].Among));
        Assert.True(verdict.Needs[0].Held);
        Assert.NotEmpty(verdict.Files);
    }

    [Fact]
    public void Asks_for_no_report_that_the_lake_holds()
    {
        var known = lake.Scan.Report.Findings.First(f => f.OnwardKnown).Destination;
        var needs = Run(new RouteClaim([known], "RU")).Needs;
        Assert.True(needs.Single(n => n.Side == RouteSide.SentOn).Held);
        Assert.True(needs.Single(n => n.Side == RouteSide.Received).Held);
        var silent = lake.Scan.Report.Findings.First(f => !f.OnwardKnown).Destination;
        var verdict = Run(new RouteClaim([silent], "RU"));
        Assert.False(verdict.Needs.Single(n => n.Side == RouteSide.SentOn).Held);
        Assert.Contains(verdict.WouldSettle, n => n.Side == RouteSide.SentOn && n.Reporter == silent);
        Assert.DoesNotContain(verdict.WouldSettle, n => n.Side == RouteSide.Sent);
    }

    [Fact]
    public void Is_unknown_when_the_bloc_reports_no_trade_of_any_kind_with_the_country()
    {
        var verdict = Run(new RouteClaim([NotInTheWorld], "RU"));
        Assert.Equal((RouteOutcome.Unknown, false), (verdict.Outcome, verdict.Ways[0].Known));
        Assert.Equal([false, false, false], verdict.Needs.Select(n => n.Held!.Value));
    }

    [Fact]
    public void Is_unknown_and_says_why_when_the_lake_is_too_short()
    {
        var verdict = Run(new RouteClaim([First(found: true)], "RU") { Since = 202001 });
        Assert.Equal(RouteOutcome.Unknown, verdict.Outcome);
        Assert.Contains("leaves no like months", verdict.Cause!.Message, StringComparison.Ordinal);
        Assert.Equal(3, verdict.WouldSettle.Count);
        Assert.Empty(verdict.Scans);
    }

    [Theory]
    [InlineData("", "RU", ErrorKind.Usage, "names no country through which")]
    [InlineData("KZ RU", "RU", ErrorKind.Usage, "Goods cannot go to RU through RU.")]
    [InlineData("KZ", "Nowhere", ErrorKind.Usage, "'Nowhere' is not a country.")]
    public void Refuses_a_claim_that_names_no_route(string through, string target, ErrorKind kind, string says)
    {
        var claim = new RouteClaim(through.Split(' ', StringSplitOptions.RemoveEmptyEntries), target);
        var error = TestRoute.Run(new RouteRequest(claim, Usual), null, CancellationToken.None).Error!;
        Assert.Equal(kind, error.Kind);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_when_there_is_no_such_lake_or_list_and_when_it_is_stopped()
    {
        var claim = new RouteClaim(["KZ"], "RU");
        Assert.Equal(ErrorKind.Input, TestRoute.Run(new RouteRequest(claim, Usual), "/no/lake", CancellationToken.None).Error!.Kind);
        Assert.Equal(
            ErrorKind.Input,
            TestRoute.Run(new RouteRequest(claim, Usual with { List = "none" }), null, CancellationToken.None).Error!.Kind
        );
        var stopped = TestRoute.Run(new RouteRequest(claim, Usual), lake.Folder, new CancellationToken(canceled: true));
        Assert.Equal(ErrorKind.Cancelled, stopped.Error!.Kind);
    }

    private string First(bool found) => lake.Scan.ByFloor.First(d => d.Found > 0 == found).Destination;

    private RouteVerdict Run(RouteClaim claim) => Run(claim, lake.Folder);

    private static RouteVerdict Run(RouteClaim claim, string? folder, BookOptions? options = null)
    {
        var tested = TestRoute.Run(new RouteRequest(claim, options ?? Usual), folder, TestContext.Current.CancellationToken);
        Assert.True(tested.Succeeded, tested.Error?.ToString());
        return tested.Value;
    }
}
