using static Assay.Browser.Tests.DeskSteps;

namespace Assay.Browser.Tests;

/// <summary>Which keys decide about a draft, and which are left to the browser and to what somebody types.</summary>
public sealed class KeyTests(Browser browser)
{
    [Fact]
    public async Task Keys_are_off_when_somebody_types()
    {
        await using var bench = await Workbenches.Open(Workbenches.Account());
        var page = await AtDesk(browser, bench, true);
        var hand = await page.GetAttributeAsync(".hand", "data-item");
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.TypeAsync("axu j");
        Assert.Equal(hand, await page.GetAttributeAsync(".hand", "data-item"));
        Assert.Equal(0, await page.Locator(".did").CountAsync());
        await page.Keyboard.PressAsync("Escape");
        await Press(page, "x");
        Assert.Contains("rejected", await Text(page, ".did"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("#keys dl").IsVisibleAsync());
        await page.ClickAsync("#keys-off");
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("#keys dl").IsVisibleAsync());
        Assert.Equal("Turn the keys on", await Text(page, "#keys-off"));
    }

    [Fact]
    public async Task Keys_stay_off_until_they_are_turned_on_again()
    {
        await using var bench = await Workbenches.Open(Workbenches.Account());
        var page = await AtDesk(browser, bench, true);
        await page.Keyboard.PressAsync("?");
        await page.ClickAsync("#keys-off");
        await page.ReloadAsync();
        foreach (var key in new[] { "a", "x", "Space", "u" })
            await page.Keyboard.PressAsync(key);
        await Do(page, () => page.ClickAsync("#next"));
        Assert.Equal(0, await page.Locator(".did").CountAsync());
        await page.ClickAsync("#keys summary");
        await page.ClickAsync("#keys-off");
        await Press(page, "a");
        Assert.Equal(1, Taken(bench));
    }

    [Theory, InlineData("Control+a"), InlineData("Alt+a"), InlineData("Meta+a"), InlineData("z"), InlineData("0")]
    public async Task A_key_of_the_browser_and_one_that_means_nothing_decide_nothing(string key)
    {
        await using var bench = await Workbenches.Open(Workbenches.Account());
        var page = await AtDesk(browser, bench, true);
        await page.Keyboard.PressAsync(key);
        await Press(page, "j");
        Assert.Equal(0, await page.Locator(".did").CountAsync());
        Assert.Equal(0, Taken(bench));
    }

    [Fact]
    public async Task A_key_that_is_held_down_decides_once()
    {
        await using var bench = await Workbenches.Open(Workbenches.Account());
        var page = await AtDesk(browser, bench, true);
        await Do(page, () => page.Keyboard.DownAsync("a"));
        for (var repeated = 0; repeated < 3; repeated++)
            await page.Keyboard.DownAsync("a");
        await page.Keyboard.UpAsync("a");
        await Press(page, "j");
        Assert.Equal(1, Taken(bench));
    }

    [Fact]
    public async Task A_key_that_comes_before_the_answer_to_the_last_decides_nothing()
    {
        await using var bench = await Workbenches.Open(Workbenches.Account());
        var page = await AtDesk(browser, bench, true);
        await page.RouteAsync(
            "**/decide",
            async route =>
            {
                await Task.Delay(500, TestContext.Current.CancellationToken);
                await route.ContinueAsync();
            }
        );
        await Do(
            page,
            async () =>
            {
                await page.Keyboard.PressAsync("a");
                await page.Keyboard.PressAsync("a"); // nobody has seen what this would decide about
            }
        );
        await Press(page, "j");
        Assert.Equal(1, Taken(bench));
    }

    [Fact]
    public async Task Space_on_a_button_presses_the_button_and_Backspace_takes_back()
    {
        await using var bench = await Workbenches.Open(Workbenches.Account());
        var page = await AtDesk(browser, bench, true);
        await page.FocusAsync("#keys summary");
        await page.Keyboard.PressAsync("Space");
        Assert.True(await page.Locator("#keys dl").IsVisibleAsync());
        await page.FocusAsync(".does-accept");
        await Do(page, () => page.Keyboard.PressAsync("Space"));
        Assert.Equal(1, Taken(bench)); // accepted and not skipped
        await Press(page, "Backspace");
        Assert.Equal(0, Taken(bench));
    }
}
