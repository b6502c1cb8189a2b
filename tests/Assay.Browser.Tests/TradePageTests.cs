using Assay.Tests.Fixtures;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Assay.Browser.Tests;

/// <summary>The pages of the trade instrument in a real browser.</summary>
public sealed class TradePageTests(Browser browser, SyntheticTrade trade)
{
    public static TheoryData<string, int, ColorScheme> Looks =>
        new()
        {
            { "card", 360, ColorScheme.Light },
            { "card", 1440, ColorScheme.Dark },
            { "card", 1440, ColorScheme.Light },
            { "card", 360, ColorScheme.Dark },
            { "scan", 360, ColorScheme.Light },
            { "scan", 1440, ColorScheme.Dark },
            { "suppliers", 360, ColorScheme.Dark },
            { "suppliers", 1440, ColorScheme.Light },
            { "balance", 360, ColorScheme.Light },
            { "balance", 1440, ColorScheme.Dark },
            { "claim", 360, ColorScheme.Dark },
            { "claim", 1440, ColorScheme.Light },
        };

    [Theory, MemberData(nameof(Looks))]
    public async Task Has_no_accessibility_violation_and_does_not_scroll_sideways(string name, int width, ColorScheme scheme)
    {
        var page = await browser.Open(File(name), width, scheme);
        await page.WaitForFunctionAsync("[...document.querySelectorAll('[data-chart]')].every(h => h.querySelector('svg[aria-hidden]'))");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        var options = new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions
            {
                Type = "tag",
                Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            },
        };
        var result = await page.RunAxe(options);
        var found = string.Join(
            '\n',
            result.Violations.Select(v =>
                $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html + " " + string.Join("; ", n.Any.Concat(n.All).Select(c => c.Message))))}"
            )
        );
        Assert.True(found.Length == 0, found);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [Theory]
    [InlineData("card"), InlineData("scan"), InlineData("claim")]
    public async Task Draws_every_chart_without_the_network_and_without_complaint(string name)
    {
        var page = await browser.Open("/dev/null");
        var (asked, said) = (new List<string>(), new List<string>());
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);
        var address = new Uri(File(name)).AbsoluteUri;
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("[...document.querySelectorAll('[data-chart]')].every(h => h.querySelector('svg'))");
        Assert.Equal([address], asked.Where(a => !a.StartsWith("data:", StringComparison.Ordinal)));
        Assert.Empty(said);
    }

    [Fact]
    public async Task Gives_a_table_for_every_chart_without_scripts()
    {
        var page = await browser.Open(trade.Card, scripts: false);
        var charts = await page.Locator("[data-chart]").CountAsync();
        Assert.True(charts >= 5, $"{charts} charts");
        Assert.Equal(charts, await page.Locator("figure.chart details table").CountAsync());
        Assert.Contains("consistent with", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sorts_the_ranking_by_a_column()
    {
        var page = await browser.Open(trade.Scan);
        await page.Locator("thead button", new PageLocatorOptions { HasTextString = "After" }).Last.ClickAsync();
        var amounts = await page.EvaluateAsync<double[]>(
            "[...document.querySelectorAll('table.sortable tbody tr')].map(r => +r.cells[6].dataset.value)"
        );
        Assert.Equal(amounts.OrderDescending(), amounts);
    }

    [Fact]
    public async Task Shows_every_column_of_the_ranking_on_a_wide_screen()
    {
        var page = await browser.Open(trade.Scan);
        var hidden = await page.EvaluateAsync<int>(
            "(() => { const s = document.querySelector('#ranking > .scroll'); return s.scrollWidth - s.clientWidth; })()"
        );
        Assert.Equal(0, hidden);
    }

    private string File(string name) =>
        name switch
        {
            "card" => trade.Card,
            "scan" => trade.Scan,
            "suppliers" => trade.Suppliers,
            "balance" => trade.Balance,
            _ => trade.Claim,
        };
}
