using System.Text;
using Assay.Cases.Casework;
using Assay.Ground.Countries;
using Assay.Tests.Fixtures;
using Microsoft.Playwright;

namespace Assay.Browser.Tests;

/// <summary>Customs books in the workbench, as a person goes through them.</summary>
public sealed class BooksTests(Browser browser, SyntheticTrade trade)
{
    [Fact]
    public async Task A_person_scans_opens_a_finding_and_sets_it_beside_a_claim()
    {
        var country = CountryTable.Shipped.FindCode(trade.Destination)!.UsualName;
        var story = new GivenSource("story.txt", Encoding.UTF8.GetBytes($"{country} may help Russia evade sanctions, an analyst said."));
        await using var bench = await Workbenches.OpenWith(trade.Lake, story);
        var page = await browser.Open(bench.Address.AbsoluteUri);
        var broken = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                broken.Add(message.Text);
        };
        await page.GotoAsync(bench.Root + "/c/night/trade");
        Assert.Equal("Russia", await page.InputValueAsync("#target"));
        await Sound.Is(page, "trade");
        await page.ClickAsync("form button.main");
        await page.WaitForURLAsync("**/trade/scans/*");
        await page.WaitForSelectorAsync(".plot.drawn svg");
        await Sound.Is(page, "scan");
        await page.ClickAsync($"tbody a[href$='/{trade.Destination}/{trade.Product}']");
        await page.WaitForSelectorAsync(".plot.drawn svg");
        await Sound.Is(page, "finding");
        await page.FillAsync("#beside input[name=why]", "it fits");
        await page.ClickAsync("#beside button");
        await page.WaitForURLAsync("**/verdicts#*", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit, Timeout = 60_000 });
        await page.WaitForSelectorAsync("article.route .plot.drawn svg");
        Assert.Contains($"Attached by hand: {country}", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Sound.Is(page, "verdicts");
        await page.GotoAsync(bench.Root + "/c/night/trade");
        await Sound.Is(page, "trade with a finding");
        await page.ClickAsync(".claims button");
        Assert.Contains("No finding stands beside it yet", await page.Locator(".claims").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(broken); // the policy of pages kept nothing from being drawn
    }

    [Fact]
    public async Task The_page_of_long_work_leads_on_without_a_script()
    {
        var story = new GivenSource("story.txt", Encoding.UTF8.GetBytes("Tonga helps Russia evade sanctions."));
        await using var bench = await Workbenches.OpenWith(trade.Lake, story);
        var page = await browser.Open(bench.Address.AbsoluteUri, scripts: false);
        await page.GotoAsync(bench.Root + "/c/night/trade");
        await page.ClickAsync("form button.main");
        await page.WaitForURLAsync("**/trade/scans/*", new PageWaitForURLOptions { Timeout = 60_000 });
        Assert.Contains("Ranking", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator("table.sortable tbody tr").CountAsync() > 3);
    }
}
