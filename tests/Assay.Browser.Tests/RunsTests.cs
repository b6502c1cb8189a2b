using System.Text;
using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Proposals;
using Microsoft.Playwright;

namespace Assay.Browser.Tests;

/// <summary>The runs of agents in the workbench.</summary>
public sealed class RunsTests(Browser browser)
{
    private const string Text =
        "The night the barge came loose\n\nThe lock was shut at 11:40 p.m. on 3 May 2021 in Riga. The barge struck the pier at 9:55 p.m. on 3 May 2021.";

    private const string Drafts = """
        [{"kind": "event", "key": "shut", "label": "the lock was shut", "sentence": 2, "words": ["The lock was shut at"]},
         {"kind": "zone", "key": "riga", "voice": ["author"], "zones": [{"zone": "Europe/Riga", "home": true}], "sentence": 2, "words": ["May 2021 in Riga"]},
         {"kind": "clock", "event": "shut", "zone": "riga", "date": "2021-05-03", "time": "23:40", "sentence": 2, "words": ["11:40 p.m."]},
         {"kind": "event", "label": "<b>bent</b>", "sentence": 3, "words": ["the <b>barge</b> never struck the pier at all that night"]}]
        """;

    [Fact]
    public async Task Are_listed_and_opened_beside_the_rules()
    {
        await using var bench = await Workbenches.Open(new GivenSource("night.txt", Encoding.UTF8.GetBytes(Text)));
        Propose(bench).Dispose();
        var page = await browser.Open(bench.Address.AbsoluteUri);
        await page.GotoAsync(bench.Root + "/c/night/runs");
        var row = (await page.Locator("main tbody tr").InnerTextAsync()).Replace('\n', ' ');
        Assert.Contains("agent reader-1", row, StringComparison.Ordinal);
        Assert.Contains("1 (1 notFound)", row, StringComparison.Ordinal);
        await Sound.Is(page, "runs");
        await page.ClickAsync("main tbody a");
        var text = await page.Locator("main").InnerTextAsync();
        Assert.Contains("the lock was shut", text, StringComparison.Ordinal);
        Assert.Contains("rules only", text, StringComparison.Ordinal);
        Assert.Contains("both", text, StringComparison.Ordinal);
        Assert.Contains("does not stand in the source", text, StringComparison.Ordinal);
        Assert.Contains("accepted", await page.Locator("h2#taken + div").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("main b").CountAsync());
        await Sound.Is(page, "run");
        await page.ClickAsync("h2#taken + div a");
        Assert.Contains("/sources/", page.Url, StringComparison.Ordinal);
        var gone = await page.GotoAsync(bench.Root + "/c/night/runs/1");
        Assert.True(gone!.Status >= 400);
    }

    private static OpenedCase Propose(Workbenches bench)
    {
        var desk = bench.Other(out var opened);
        using var drafts = JsonDocument.Parse(Drafts);
        var reply = CaseDesk.Propose(
            desk,
            "reader-1",
            "harness 7",
            ProposalReader.Read(drafts.RootElement),
            TestContext.Current.CancellationToken
        );
        Assert.Equal((3, 1), (reply.Value.Taken, reply.Value.Refused["notFound"]));
        var accept = new DecideRequest(new Accepted(reply.Value.Outcomes[0].Id!));
        Assert.True(DecideItem.Run(desk, accept, TestContext.Current.CancellationToken).Succeeded);
        return opened;
    }
}
