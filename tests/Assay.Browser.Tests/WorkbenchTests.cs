using System.Text;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Assay.Browser.Tests.DeskSteps;

namespace Assay.Browser.Tests;

public sealed class WorkbenchTests(Browser browser)
{
    private const string Second =
        "The harbour master's log\n\nThe tug left the pier at 23:40 on 7 March 2014. The barge struck the pier at 23:55 on 7 March 2014, a quarter of an hour after the tug had left the pier.";

    private static readonly AxeRunOptions Axe = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private static readonly AxeRunOptions AxeOfLooks = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "rule",
            Values = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"],
        },
    };

    private static readonly (int Width, ColorScheme Scheme)[] Looks =
    [
        (360, ColorScheme.Light),
        (360, ColorScheme.Dark),
        (1440, ColorScheme.Dark),
        (1440, ColorScheme.Light),
    ];

    [Fact]
    public async Task Leads_from_an_article_to_a_dossier_on_disk()
    {
        await using var bench = await Workbenches.Open();
        var page = await browser.Open(bench.Address.AbsoluteUri);
        var said = new List<string>();
        page.Console += (_, m) => said.Add(m.Text);
        page.PageError += (_, e) => said.Add(e);
        await page.FillAsync("#title", "The flight that turned");
        await page.ClickAsync("text=Make the case");
        await page.ClickAsync("text=Add a source");
        await page.SetInputFilesAsync("#files", [Workbenches.Sample]);
        await page.ClickAsync("form:has(#files) button");
        await page.Locator("main .tile").First.WaitForAsync(); // the file is sent beside the page
        await page.FillAsync("#name", "harbour");
        await page.FillAsync("#text", Second);
        await page.ClickAsync("form:has(#text) button");
        await page.Locator("main .tile").Nth(1).WaitForAsync();
        Assert.Equal(2, await page.Locator("main .tile").CountAsync());

        await page.ClickAsync("text=account.md");
        await page.ClickAsync("text=Need you");
        await Reach(page, "the clock of Vietnamese controllers");
        await Press(page, "2"); // Kuala Lumpur
        Assert.Contains("fails on home clocks", await Text(page, ".did .was"), StringComparison.Ordinal);
        Assert.Contains("holds on home clocks", await Text(page, ".did .is"), StringComparison.Ordinal);
        await Press(page, "u");
        Assert.Contains("fails on home clocks", await Text(page, ".did .is"), StringComparison.Ordinal);
        Assert.Contains("the clock of Vietnamese controllers", await Text(page, ".hand h2"), StringComparison.Ordinal);

        await Reach(page, "1:39AM on 8 March");
        await page.Keyboard.PressAsync("e");
        await page.FillAsync("#f-date", "2014-03-09");
        await page.FillAsync("#edit #why", "the log says so");
        await Do(page, () => page.ClickAsync("text=Save the correction"));
        Assert.Contains("cannot hold", await Text(page, ".did .is"), StringComparison.Ordinal);

        await page.ClickAsync("nav >> text=Journal");
        Assert.Contains("the log says so", await Text(page, "main table"), StringComparison.Ordinal);
        await page.ClickAsync("#verify");
        Assert.Contains("Everything holds", await Text(page, "#verified"), StringComparison.Ordinal);

        await page.ClickAsync("nav >> text=Publish");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#page"));
        var file = Path.Combine(bench.Folder, "dossier.html");
        await download.SaveAsAsync(file);
        var dossier = await browser.Open(file);
        Assert.Contains("Cannot hold", await Text(dossier, "#verdicts"), StringComparison.Ordinal);
        Assert.Empty(said);
    }

    [Fact]
    public async Task Sixty_drafts_take_sixty_keys()
    {
        await using var bench = await Workbenches.Open(Workbenches.Account());
        var page = await AtDesk(browser, bench, true);
        for (var pressed = 0; pressed < 60; pressed++)
            await Press(page, pressed % 10 == 9 ? " " : "a");
        var desk = bench.Other(out var opened);
        using (opened)
        {
            var states = ListDrafts.Run(desk.Case, new DraftsRequest(), TestContext.Current.CancellationToken).Value.States;
            Assert.Equal((54, 6), (states[ItemState.Accepted], states[ItemState.Skipped]));
            Assert.All(
                ShowCase.Journal(opened).Value.Where(e => e.Note.Item is { } i && i[0] != 's'),
                e => Assert.NotNull(e.Note.Milliseconds)
            );
        }
    }

    [Fact]
    public async Task What_is_on_the_screen_is_accepted_together_and_one_key_takes_it_back()
    {
        await using var bench = await Workbenches.Open(Workbenches.Account());
        var page = await AtDesk(browser, bench, true);
        var open = await page.Locator(".queue li").CountAsync() + 1;
        Assert.Equal($"Accept these {open} Shift A", await Text(page, ".accept-these"));
        await Press(page, "Shift+A");
        Assert.Contains($"and {open - 1} others with it", await Text(page, ".did"), StringComparison.Ordinal);
        Assert.Equal(open, Taken(bench));
        Assert.Equal($"Undo these {open} u", await Text(page, "#undo"));
        await Press(page, "u");
        Assert.Equal(0, Taken(bench));
        Assert.Equal("Undo my last decision u", await Text(page, "#undo"));
    }

    [Fact]
    public async Task Asks_whether_two_sources_tell_of_one_event_and_finds_words_in_both()
    {
        await using var bench = await Workbenches.Open(
            new GivenSource(
                "log.txt",
                "Riga, 4 May 2021\n\nThe barge Selga struck the northern pier at 10:20 p.m. on 3 May 2021."u8.ToArray()
            ),
            new GivenSource(
                "news.txt",
                "Riga, 5 May 2021\n\nThe northern pier was hit by the barge Selga at 10:55 p.m. on 3 May 2021, the insurer said."u8.ToArray()
            )
        );
        var page = await browser.Open(bench.Address.AbsoluteUri);
        await page.GotoAsync(bench.Root + "/c/night/search");
        await page.FillAsync("#q", "selga pier");
        await page.ClickAsync("main form button");
        Assert.Contains("2 paragraphs have these words, in 2 sources", await Text(page, "main [role=status]"), StringComparison.Ordinal);
        await page.ClickAsync("main li:has-text('news.txt') a");
        await page.ClickAsync("text=Need you");
        Assert.Contains("another source may tell of the same event", await Text(page, ".hand .need"), StringComparison.Ordinal);
        await Press(page, "1");
        await page.ClickAsync("nav >> text=Verdicts");
        Assert.Contains("Timed differently", await Text(page, "#verdicts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_do_the_same_when_there_are_no_scripts()
    {
        await using var bench = await Workbenches.Open(Workbenches.Account());
        var page = await AtDesk(browser, bench, false);
        var first = await page.GetAttributeAsync(".hand", "data-item");
        await page.ClickAsync(".does-accept");
        Assert.Contains("You accepted " + first, await Text(page, ".did"), StringComparison.Ordinal);
        Assert.NotEqual(first, await page.GetAttributeAsync(".hand", "data-item"));
        await page.ClickAsync("#undo");
        Assert.Equal(first, await page.GetAttributeAsync(".hand", "data-item"));
        await page.ClickAsync("#edit summary");
        await page.FillAsync("#f-label", "The aircraft went off the radar");
        await page.ClickAsync("text=Save the correction");
        Assert.Contains("You edited " + first, await Text(page, ".did"), StringComparison.Ordinal);
        await page.ClickAsync("#words a.m-clock >> nth=0");
        Assert.Contains("item=", page.Url, StringComparison.Ordinal);
        Assert.Contains("lock time", await Text(page, ".hand .kind"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_of_somebody_else_is_shown_and_not_overwritten()
    {
        await using var bench = await Workbenches.Open(Workbenches.Account());
        var page = await AtDesk(browser, bench, true);
        var hand = (await page.GetAttributeAsync(".hand", "data-item"))!;
        var desk = bench.Other(out var opened);
        using (opened)
        {
            Assert.True(DecideItem.Run(desk, new DecideRequest(new Accepted(hand)), TestContext.Current.CancellationToken).Succeeded);
            await Press(page, "x");
            Assert.Contains("Bea accepted " + hand, await Text(page, ".refused"), StringComparison.Ordinal);
            Assert.Equal(ItemState.Accepted, ListDrafts.One(opened, hand).Value.State);
        }
    }

    [Fact]
    public async Task A_hostile_title_and_text_are_shown_as_text()
    {
        const string hostile = "<script>window.hit = 1</script><img src=x onerror=\"window.hit=1\">";
        var source = new GivenSource(
            "a\"><script>window.hit=1</script>.txt",
            Encoding.UTF8.GetBytes($"{hostile}\n\nAt 1:21AM on 8 March 2014, {hostile} left the pier, said \" id=\"desk\" href=\"#x\".")
        );
        await using var bench = await Workbenches.Open(source);
        var page = await browser.Open(bench.Address.AbsoluteUri);
        await page.FillAsync("#title", hostile);
        await page.ClickAsync("text=Make the case");
        Assert.Contains(hostile, await Text(page, "h1"), StringComparison.Ordinal);
        foreach (var path in new[] { "", "/c/night", "/c/night/sources", "/c/night/verdicts", "/c/night/ledger", "/c/night/journal" })
        {
            await page.GotoAsync(bench.Root + path);
            Assert.True(
                await page.EvaluateAsync<bool>("window.hit === undefined && !document.querySelector('main img, main script:not([type])')")
            );
        }

        await page.GotoAsync(bench.Root + "/c/night/sources");
        await page.ClickAsync("main .tile a");
        Assert.Contains(hostile, await Text(page, "#words"), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("window.hit === undefined && document.querySelectorAll('#desk').length === 1"));
    }

    [Fact]
    public async Task No_page_has_an_accessibility_violation_or_scrolls_sideways()
    {
        await using var bench = await Workbenches.Open(Workbenches.Account());
        var page = await browser.Open(bench.Address.AbsoluteUri, 360);
        var found = new List<string>();
        await Look(page, "cases", found);
        await page.FillAsync("#title", "Empty");
        await page.ClickAsync("text=Make the case");
        await Look(page, "empty", found);
        foreach (var path in new[] { "", "/sources", "/verdicts", "/chronology", "/ledger", "/journal", "/publish" })
        {
            await page.GotoAsync(bench.Root + "/c/night" + path);
            await Look(page, path, found);
        }

        await page.GotoAsync(bench.Root + "/c/night");
        await page.ClickAsync("text=Decide about drafts");
        await Ready(page);
        await Press(page, "a");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Look(page, "reading", found);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    // Every rule in one look, and in the other three those that colours and widths bear on.
    private static async Task Look(IPage page, string name, List<string> found)
    {
        foreach (var (width, scheme) in Looks)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await page.RunAxe((width, scheme) == Looks[0] ? Axe : AxeOfLooks);
            found.AddRange(
                result.Violations.Select(v =>
                    $"{name} {width} {scheme}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(2).Select(n => n.Html))}"
                )
            );
            if (
                await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                is var over
                    and > 0
            )
                found.Add($"{name} {width}: {over} px too wide");
        }
    }

    private static async Task Reach(IPage page, string label)
    {
        for (var i = 0; i < 40 && !(await Text(page, ".hand h2")).Contains(label, StringComparison.Ordinal); i++)
            await Press(page, await page.Locator("#next").CountAsync() > 0 ? "j" : "k");
        Assert.Contains(label, await Text(page, ".hand h2"), StringComparison.Ordinal);
    }
}
