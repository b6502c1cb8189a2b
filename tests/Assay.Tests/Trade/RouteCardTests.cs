using Assay.Cases.Books;
using Assay.Cases.Routes;
using Assay.Html;
using Assay.Tests.Fixtures;
using Assay.TradePages;

namespace Assay.Tests.Trade;

/// <summary>A tested route claim as a part of another page.</summary>
public sealed class RouteCardTests(SyntheticTrade trade)
{
    [Fact]
    public void Shows_what_data_would_settle_a_claim_when_there_is_no_lake()
    {
        var html = Card(new RouteClaim(["KZ", "GE"], "RU") { Forecast = true }, null, out var chart);
        Assert.Null(chart);
        Assert.Contains("restricted goods reach Russia through Kazakhstan and Georgia since 2022-03", html, StringComparison.Ordinal);
        Assert.Contains("The claim is a forecast.", html, StringComparison.Ordinal);
        Assert.Contains("What data would settle it", html, StringComparison.Ordinal);
        Assert.Contains(
            "the goods, those of the list chpl; the origin, EU27; the date, that of the list (2022-03)",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("<td>list chpl, and all others</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_verdict_specifications_and_chart_when_the_lake_bears_on_the_claim()
    {
        var html = Card(
            new RouteClaim([trade.Destination], "RU")
            {
                Since = 202203,
                Goods = [trade.Product],
                Origin = "EU27",
            },
            trade.Lake,
            out var chart
        );
        Assert.Contains("Supported under", html, StringComparison.Ordinal);
        Assert.Contains($"goods of {trade.Product} reach Russia", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">ThreeWay</th>", html, StringComparison.Ordinal);
        Assert.Contains("id=\"r1-overview\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("What data would settle it", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Not named, and therefore assumed", html, StringComparison.Ordinal);
        Assert.All(html.Split(" id=\"").Skip(1), part => Assert.StartsWith("r1", part, StringComparison.Ordinal));
        var feed = new ChartFeed([chart!]);
        using var scripts = new StringWriter();
        feed.Write(new HtmlWriter(scripts));
        Assert.Equal(feed.Drawn, scripts.ToString().Contains("id=\"r1-overview-data\"", StringComparison.Ordinal));
    }

    private static string Card(RouteClaim claim, string? lake, out TradeChart? chart)
    {
        var verdict = TestRoute.Run(new RouteRequest(claim, new BookOptions()), lake, TestContext.Current.CancellationToken).Value;
        var card = new RouteCard(verdict, "r1");
        chart = card.Chart;
        using var text = new StringWriter();
        card.Write(new HtmlWriter(text));
        return text.ToString();
    }
}
