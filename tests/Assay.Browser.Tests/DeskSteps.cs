using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Microsoft.Playwright;

namespace Assay.Browser.Tests;

/// <summary>What tests of the desk do again and again: open a source, press a key and wait for what comes of it.</summary>
internal static class DeskSteps
{
    /// <summary>The reading view of the first source of a case.</summary>
    public static async Task<IPage> AtDesk(Browser browser, Workbenches bench, bool scripts)
    {
        var page = await browser.Open(bench.Address.AbsoluteUri, scripts: scripts);
        await page.GotoAsync(bench.Root + "/c/night");
        await page.ClickAsync("text=Decide about drafts");
        await Ready(page);
        return page;
    }

    /// <summary>Waits for the desk with its style and its script: before that keys are not heard, and nothing is hidden.</summary>
    public static async Task Ready(IPage page)
    {
        await page.Locator("#desk").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Presses a key that brings another desk.</summary>
    public static Task Press(IPage page, string key) => Do(page, () => page.Keyboard.PressAsync(key == " " ? "Space" : key));

    /// <summary>Does something, and waits until another desk stands in the place of the one that was there.</summary>
    public static async Task Do(IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("document.getElementById('desk').dataset.old = '1'");
        await act();
        await page.Locator("#desk:not([data-old])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForFunctionAsync("document.activeElement === document.body");
    }

    /// <summary>The text of the first element.</summary>
    public static async Task<string> Text(IPage page, string selector) => await page.Locator(selector).First.TextContentAsync() ?? "";

    /// <summary>How many items of the case are accepted.</summary>
    public static int Taken(Workbenches bench)
    {
        bench.Other(out var opened);
        using (opened)
            return ShowCase.Run(opened).Value.States.GetValueOrDefault(ItemState.Accepted);
    }
}
