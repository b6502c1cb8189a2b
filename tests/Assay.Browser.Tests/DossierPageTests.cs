using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Assay.Browser.Tests;

public sealed class DossierPageTests(Browser browser, Dossiers dossiers) : IClassFixture<Dossiers>
{
    public static TheoryData<string, int, ColorScheme> Looks
    {
        get
        {
            var looks = new TheoryData<string, int, ColorScheme>();
            foreach (var name in new[] { "ferry", "empty", "clockless", "hostile", "long" })
            {
                foreach (var width in name == "long" ? [360] : new[] { 360, 1440 })
                {
                    looks.Add(name, width, ColorScheme.Light);
                    looks.Add(name, width, ColorScheme.Dark);
                }
            }

            return looks;
        }
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Has_no_accessibility_violation(string name, int width, ColorScheme scheme)
    {
        var page = await browser.Open(dossiers.Page(name), width, scheme);
        if (name != "long") // hundreds of rows alike take minutes and say no more than a few
        {
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        }

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
    }

    [Theory]
    [InlineData("ferry", 360), InlineData("hostile", 360), InlineData("ferry", 768), InlineData("hostile", 1440), InlineData("long", 360)]
    public async Task Does_not_scroll_sideways_when_narrow(string name, int width)
    {
        var page = await browser.Open(dossiers.Page(name), width);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [Theory]
    [InlineData("ferry"), InlineData("hostile")]
    public async Task Asks_the_network_for_nothing_and_runs_no_text_of_a_source(string name)
    {
        var page = await browser.Open("/dev/null");
        var asked = new List<string>();
        var said = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);
        var address = new Uri(dossiers.Page(name)).AbsoluteUri;
        await page.GotoAsync(address);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal([address], asked.Where(a => !a.StartsWith("data:", StringComparison.Ordinal)));
        Assert.Empty(said);
        Assert.True(await page.EvaluateAsync<bool>("window.hit === undefined"));
    }

    [Theory]
    [InlineData("ferry"), InlineData("hostile"), InlineData("empty"), InlineData("clockless"), InlineData("long")]
    public async Task Every_link_within_the_page_has_a_target_and_every_id_is_unique(string name)
    {
        var page = await browser.Open(dossiers.Page(name));
        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"
            )
        );
        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"
            )
        );
        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href')).filter(h => !h.startsWith('#'))"
            )
        );
    }

    [Fact]
    public async Task Leads_from_a_claim_to_its_words_and_back()
    {
        var page = await browser.Open(dossiers.Page("ferry"));
        await page.ClickAsync("#c1 blockquote a");
        Assert.EndsWith("#q-c1", page.Url, StringComparison.Ordinal);
        Assert.True(
            await page.EvaluateAsync<bool>(
                "(() => { const r = document.getElementById('q-c1').getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight; })()"
            )
        );
        await page.ClickAsync("#q-c1 + a");
        Assert.EndsWith("#c1", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_moves_the_bars_and_says_the_verdicts_when_another_reading_is_chosen()
    {
        var page = await browser.Open(dossiers.Page("ferry"));
        var bar = page.Locator("rect.home[data-event=e2]");
        var before = await bar.GetAttributeAsync("x");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Turku time" }).CheckAsync();
        Assert.NotEqual(before, await bar.GetAttributeAsync("x"));
        Assert.Equal("All clocks on Turku time: ✕ fails", await page.Locator("[data-claim=c1]").TextContentAsync());
        Assert.Equal("All clocks on Turku time: ✓ holds", await page.Locator("[data-claim=c2]").TextContentAsync());
        await page.GetByRole(AriaRole.Radio, new() { Name = "home clocks" }).CheckAsync();
        Assert.Equal(before, await bar.GetAttributeAsync("x"));
        Assert.True(await page.Locator("[data-claim=c1]").IsHiddenAsync());
    }

    [Fact]
    public async Task Filter_shows_one_stance_when_chosen()
    {
        var page = await browser.Open(dossiers.Page("ferry"));
        await page.ClickAsync("summary:has-text('4 statements')");
        await page.SelectOptionAsync("#filter-stance", "alleged");
        Assert.Equal(1, await page.Locator("#statements > li:visible").CountAsync());
        Assert.Contains("told to wait", await page.Locator("#statements > li:visible").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_whole_without_scripts()
    {
        var page = await browser.Open(dossiers.Page("ferry"), scripts: false);
        Assert.True(await page.Locator("#switch").IsHiddenAsync());
        Assert.True(await page.Locator("#filter").IsHiddenAsync());
        await page.ClickAsync("summary:has-text('4 statements')");
        Assert.Equal(4, await page.Locator("#statements > li:visible").CountAsync());
        Assert.True(await page.Locator("#c1 .badge").IsVisibleAsync());
        Assert.True(await page.Locator("rect.home[data-event=e2]").IsVisibleAsync());
    }

    [Fact]
    public async Task Opens_a_fold_when_a_link_leads_into_it()
    {
        var page = await browser.Open(dossiers.Page("ferry"));
        Assert.True(await page.Locator("#e1").IsHiddenAsync());
        await page.ClickAsync(".row-label a[href='#e1']");
        await page.Locator("#e1").WaitForAsync();
    }

    [Fact]
    public async Task Shows_one_card_for_claims_of_one_cause()
    {
        var page = await browser.Open(dossiers.Page("long"));
        Assert.Equal(2, await page.Locator("#verdicts article.card h3:has-text('15 claims')").CountAsync());
        Assert.Equal(
            "No reading of the clocks makes them agree.",
            await page.Locator("#differs-1 .badges > :last-child").TextContentAsync()
        );
        Assert.Equal(15, await page.Locator("article.card:has(#n1) details.line").CountAsync());
    }

    // What was not tested is neither a card nor a failure.
    [Fact]
    public async Task Lists_what_was_not_tested_as_questions()
    {
        var page = await browser.Open(dossiers.Page("ferry"));
        var said = await page.Locator(".untested").TextContentAsync();
        Assert.Contains("It may be “The tug left port”, or “reached the Merle”.", said, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("article.card #c5, article.card.b-untested, .untested .v-fails").CountAsync());
    }

    [Fact]
    public async Task Prints_what_findings_refer_to_when_the_account_is_long()
    {
        var page = await browser.Open(dossiers.Page("long"));
        Assert.InRange(await Pages(page), 3, 16);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await page.Locator("#e4").IsVisibleAsync());
        Assert.True(await page.Locator("#e299").IsHiddenAsync());
    }

    [Fact]
    public async Task Prints_whole_what_a_reader_has_opened()
    {
        var page = await browser.Open(dossiers.Page("long"));
        await page.ClickAsync("summary:has-text('300 events as a table')");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await page.Locator("#e299").IsVisibleAsync());
    }

    private static async Task<int> Pages(IPage page) =>
        System.Text.RegularExpressions.Regex.Count(
            System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { Format = "A4" })),
            @"/Type\s*/Page\b"
        );

    [Fact]
    public async Task Shows_where_the_keyboard_is()
    {
        var page = await browser.Open(dossiers.Page("ferry"));
        for (var i = 0; i < 12; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal(
                "solid 3px",
                await page.EvaluateAsync<string>("(s => s.outlineStyle + ' ' + s.outlineWidth)(getComputedStyle(document.activeElement))")
            );
        }
    }

    [Fact]
    public async Task Shows_a_hostile_text_as_text()
    {
        var page = await browser.Open(dossiers.Page("hostile"));
        var text = await page.Locator("#s1").TextContentAsync();
        Assert.Contains("<script>window.hit = 1</script>", text, StringComparison.Ordinal);
        Assert.Contains("[U+202E]", text, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("img").CountAsync());
        Assert.Contains("this anchor is broken", await page.Locator("#q1").TextContentAsync(), StringComparison.Ordinal);
    }
}
