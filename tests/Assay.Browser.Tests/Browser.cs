using System.Collections.Concurrent;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Assay.Browser.Tests.Browser))]

namespace Assay.Browser.Tests;

/// <summary>The system's Chromium, started once for all tests; skips where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private readonly ConcurrentDictionary<string, (string Test, List<IBrowserContext> Contexts)> open = [];
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Executable() is not { } path)
            return;

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Headless = true,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                ],
            }
        );
    }

    /// <summary>A fresh page on a file.</summary>
    public async Task<IPage> Open(string file, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        Assert.SkipWhen(browser is null, "skipped: no Chromium on this system (Debian: apt-get install chromium, or name one in CHROMIUM)");
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = scheme,
                JavaScriptEnabled = scripts,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        await Keep(context);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    // The pages of a test are closed when the next one of its class opens one: the tests of a class come one after another.
    private async Task Keep(IBrowserContext context)
    {
        var (kind, test) = (TestContext.Current.TestClass!.UniqueID, TestContext.Current.Test!.UniqueID);
        var (last, contexts) = open.GetValueOrDefault(kind, (test, []));
        if (last != test)
            foreach (var old in contexts)
                await old.CloseAsync();
        open[kind] = last == test ? (test, [.. contexts, context]) : (test, [context]);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();

        playwright?.Dispose();
    }

    private static string? Executable() =>
        new[]
        {
            Environment.GetEnvironmentVariable("CHROMIUM"),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        }.FirstOrDefault(File.Exists);
}
