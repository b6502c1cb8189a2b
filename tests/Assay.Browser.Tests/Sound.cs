using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Assay.Browser.Tests;

/// <summary>That a page is fit for everybody: axe finds nothing, and nothing is wider than the window.</summary>
internal static class Sound
{
    private static readonly AxeRunOptions Axe = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static async Task Is(IPage page, string where)
    {
        foreach (var (width, scheme) in new[] { (360, ColorScheme.Dark), (360, ColorScheme.Light), (1440, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var found = await page.RunAxe(Axe);
            Assert.True(
                found.Violations.Length == 0,
                $"{where} at {width}: {string.Join("; ", found.Violations.Select(v => $"{v.Id} {v.Nodes[0].Html}"))}"
            );
            var tooWide = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
            Assert.False(tooWide, $"{where} is wider than {width}.");
        }
    }
}
