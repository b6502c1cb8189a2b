using System.Net;
using Assay.Cases.Team.Passwords;
using Assay.Workbench.Team;
using Microsoft.Playwright;
using NodaTime;

namespace Assay.Browser.Tests;

public sealed class TeamTests(Browser browser)
{
    private const string Password = "nine purple barges under the pier";

    [Fact]
    public async Task Leads_from_the_first_link_to_a_reader_who_sees_and_decides_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("assay-team-browser");
        try
        {
            await using var bench = await Open(folder.FullName);
            var said = new List<string>();
            var page = await browser.Open(bench.SetUpLink().Value!);
            page.Console += (_, m) => said.Add(m.Text);
            page.PageError += (_, e) => said.Add(e);
            await Sound.Is(page, "link");
            await Account(page, "Ada");
            await page.FillAsync("#title", "The night");
            await page.ClickAsync("text=Make the case");
            await page.ClickAsync("text=Add a source");
            await page.FillAsync("#name", "log");
            await page.FillAsync(
                "#text",
                "The barge struck the pier at 9:55 p.m. on 3 May 2021. The lock closed at 11:40 p.m. on 3 May 2021 in Riga."
            );
            await page.ClickAsync("form:has(#text) button");
            await page.ClickAsync("nav >> text=Members");
            await page.SelectOptionAsync("#invited", "reader");
            await page.ClickAsync("text=Make a link");
            var invitation = (await page.Locator("#secret").TextContentAsync())!;
            await Sound.Is(page, "members");
            foreach (var path in new[] { "/account", "/people", "/audit", "/" })
            {
                await page.GotoAsync(new Uri(bench.Address, path).AbsoluteUri);
                await Sound.Is(page, path);
            }

            await page.GotoAsync(new Uri(bench.Address, "/account").AbsoluteUri);
            await page.FillAsync("#label", "nightly");
            await page.ClickAsync("text=Make the token");
            Assert.StartsWith("assay_", await page.Locator("#secret").TextContentAsync(), StringComparison.Ordinal);

            var reader = await browser.Open(invitation);
            await Account(reader, "Rob");
            await reader.ClickAsync("text=The night");
            await reader.ClickAsync("text=Decide about drafts");
            await DeskSteps.Ready(reader);
            Assert.False(await reader.Locator(".does-accept").First.IsVisibleAsync());
            var before = await reader.Locator(".hand h2").TextContentAsync();
            await reader.Keyboard.PressAsync("a");
            await reader.Keyboard.PressAsync("u");
            Assert.Equal(before, await reader.Locator(".hand h2").TextContentAsync());
            await Sound.Is(reader, "reading");
            await reader.ClickAsync("text=Sign out");
            await Sound.Is(reader, "login");
            await reader.GotoAsync(new Uri(bench.Address, "/c/the-night").AbsoluteUri);
            Assert.Contains("/login?back=", reader.Url, StringComparison.Ordinal);
            Assert.Empty(said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_second_factor_is_set_up_and_asked_for()
    {
        var folder = Directory.CreateTempSubdirectory("assay-factor-bench");
        try
        {
            await using var bench = await Open(folder.FullName);
            var page = await browser.Open(bench.SetUpLink().Value!);
            var said = new List<string>();
            page.Console += (_, m) => said.Add(m.Text);
            await Account(page, "Ada");
            await page.GotoAsync(new Uri(bench.Address, "/account").AbsoluteUri);
            await page.ClickAsync("text=Set it up");
            await page.FillAsync("#old", Password);
            await page.ClickAsync("text=Make a secret");
            await Sound.Is(page, "a secret");
            var square = (await page.Locator("svg.qr").BoundingBoxAsync())!;
            Assert.True(square.Width > 150 && Math.Abs(square.Width - square.Height) < 1, $"{square.Width} x {square.Height}");
            var secret = OtpNet.Base32Encoding.ToBytes(await page.Locator("#factor").TextContentAsync());
            await page.FillAsync("#code", new OtpNet.Totp(secret).ComputeTotp());
            await page.ClickAsync("text=Turn it on");
            Assert.Equal(10, await page.Locator(".recovery code").CountAsync());
            await Sound.Is(page, "recovery codes");
            var recovery = (await page.Locator(".recovery code").First.TextContentAsync())!;
            await page.ClickAsync("text=Sign out");
            await page.FillAsync("#name", "Ada");
            await page.FillAsync("#password", Password);
            await page.ClickAsync("form button.main");
            await page.WaitForURLAsync("**/login/code");
            await Sound.Is(page, "a code");
            await page.FillAsync("#code", "000000");
            await page.ClickAsync("form button.main");
            Assert.Contains("That code is not right", await page.Locator("[role=alert]").TextContentAsync(), StringComparison.Ordinal);
            await page.FillAsync("#code", recovery);
            await page.ClickAsync("form button.main");
            await page.WaitForSelectorAsync("#title");
            Assert.DoesNotContain(said, s => s.Contains("Content Security Policy", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TeamBench> Open(string folder)
    {
        var options = new TeamOptions(folder, Path.Combine(folder, "users.db"), new IPEndPoint(IPAddress.Loopback, 0), SystemClock.Instance)
        {
            Passwords = new Argon2Settings(64, 1, 1),
        };
        var started = await TeamBench.Start(options);
        Assert.True(started.Succeeded, started.Error?.ToString());
        return started.Value;
    }

    private static async Task Account(IPage page, string name)
    {
        await page.FillAsync("#name", name);
        await page.FillAsync("#new", Password);
        await page.ClickAsync("main button");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main button");
    }

    // Accessible, wide and narrow, light and dark.
}
