using System.Text;
using Assay.Tests.Fixtures;
using Microsoft.Playwright;

namespace Assay.Browser.Tests;

/// <summary>Long work, as a person watches and cancels it; and what is taken away from the page of publishing.</summary>
public sealed class WorkTests(Browser browser)
{
    private const string Story =
        "The harbour office in Riga closed the lock at 11:40 p.m. on 3 May 2021. The barge Selga struck the pier at 9:55 p.m. on 3 May 2021, "
        + "the insurer in London said. The barge struck the pier well before the harbour office closed the lock, the owner said.";

    [Fact]
    public async Task A_person_watches_an_intake_cancels_it_and_finds_the_case_as_it_was()
    {
        using var held = new HeldWork("Reading");
        await using var bench = await Workbenches.Held(
            held,
            new Assay.Cases.Casework.GivenSource("story.txt", Encoding.UTF8.GetBytes(Story))
        );
        var page = await browser.Open(bench.Address.AbsoluteUri);
        await page.GotoAsync(bench.Root + "/c/night/sources");
        await page.SetInputFilesAsync("#files", Many(3));
        await page.ClickAsync("form[enctype] button.main");
        await page.WaitForURLAsync("**/work/*", new PageWaitForURLOptions { Timeout = 60_000, WaitUntil = WaitUntilState.Commit });
        await page.WaitForSelectorAsync("#work-words:text-matches('Reading: [0-9] of 4 sources, [0-9]')");
        Assert.True(
            await page.EvaluateAsync<bool>(
                "() => { const bar = document.getElementById('work-bar'); return bar.value > 0 && bar.value < bar.max; }"
            )
        );
        await page.ClickAsync("#work button");
        await page.WaitForSelectorAsync("#work-words:text-matches('Being cancelled; it ends after this step')");
        Assert.Equal(0, await page.Locator("#work button").CountAsync());
        held.LetGo();
        await page.WaitForSelectorAsync("text=the case is as it was");
        await Sound.Is(page, "cancelled work");
        await page.GotoAsync(bench.Root + "/c/night/sources");
        Assert.Equal(1, await page.Locator("main .tile").CountAsync());
    }

    [Fact]
    public async Task A_large_file_is_sent_with_a_bar_that_says_how_much_of_it_is_there()
    {
        using var held = new HeldWork("Taking the text out");
        await using var bench = await Workbenches.Held(
            held,
            new Assay.Cases.Casework.GivenSource("story.txt", Encoding.UTF8.GetBytes(Story))
        );
        var page = await browser.Open(bench.Address.AbsoluteUri);
        await page.GotoAsync(bench.Root + "/c/night/sources");
        await page.EvaluateAsync(
            """
            () => new MutationObserver(() => {
              const said = document.querySelector('.sending p');
              if (said) { sessionStorage.setItem('said', (sessionStorage.getItem('said') || '') + said.textContent + '|'); }
            }).observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true })
            """
        );
        var large = new FilePayload
        {
            Name = "large.txt",
            MimeType = "text/plain",
            Buffer = new byte[3 << 20],
        };
        Array.Fill(large.Buffer, (byte)' ');
        await page.SetInputFilesAsync("#files", large);
        await page.ClickAsync("form[enctype] button.main");
        await page.WaitForFunctionAsync("() => (sessionStorage.getItem('said') || '').includes('Sent; the files are being opened')");
        var said = await page.EvaluateAsync<string>("() => sessionStorage.getItem('said')");
        Assert.Matches("Sending: [0-9.]+ of 3\\.0 MB\\|", said);
        await page.WaitForSelectorAsync("main >> text=large.txt");
    }

    [Fact]
    public async Task Sending_is_called_back_and_nothing_is_added()
    {
        await using var bench = await Workbenches.Open(new Assay.Cases.Casework.GivenSource("story.txt", Encoding.UTF8.GetBytes(Story)));
        var page = await browser.Open(bench.Address.AbsoluteUri);
        await page.GotoAsync(bench.Root + "/c/night/sources");
        await page.RouteAsync("**/sources/add", async _ => await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken)); // it never arrives
        await page.SetInputFilesAsync("#files", Many(1));
        await page.ClickAsync("form[enctype] button.main");
        await page.ClickAsync(".sending button");
        await page.WaitForSelectorAsync("text=It was cancelled while it was sent. Nothing was added.");
        await page.EvaluateAsync("() => scrollTo(0, 0)"); // nothing is half under the bar of the case
        await Sound.Is(page, "sources, with what was called back");
        Assert.True(await page.Locator("form[enctype] button.main").First.IsEnabledAsync());
        await page.ReloadAsync();
        Assert.Equal(1, await page.Locator("main .tile").CountAsync());
    }

    [Theory, InlineData(1), InlineData(Assay.Cases.Casework.OpenedCase.UsuallyLarge)]
    public async Task What_a_decision_changed_comes_to_the_page_that_was_shown_before_it_was_known(int largeFrom)
    {
        using var hold = new ManualResetEventSlim();
        await using var bench = await Workbenches.Tested(
            hold.Wait,
            largeFrom,
            new Assay.Cases.Casework.GivenSource("story.txt", Encoding.UTF8.GetBytes(Story))
        );
        var page = await browser.Open(bench.Address.AbsoluteUri);
        await page.GotoAsync(bench.Root + "/c/night/sources");
        await page.ClickAsync("text=story.txt");
        await page.WaitForSelectorAsync("#desk .hand[data-item]");
        await page.WaitForLoadStateAsync(); // keys are heard once the script has run
        await page.Keyboard.PressAsync("x");
        await page.WaitForSelectorAsync("#change >> text=The verdicts are being tested again.");
        await page.WaitForSelectorAsync("#stale >> text=from before the last decisions");
        var next = await page.GetAttributeAsync("#desk .hand", "data-item");
        await Sound.Is(page, "the reading view while it is tested");
        await page.Keyboard.PressAsync("e"); // what somebody has open is not taken away
        await page.FillAsync("#f-label", "half typed");
        hold.Set();
        await page.WaitForTimeoutAsync(1500);
        Assert.Equal("half typed", await page.InputValueAsync("#f-label"));
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForSelectorAsync("#change.changed >> text=/verdict.* changed/");
        Assert.Equal(0, await page.Locator("#stale").CountAsync());
        Assert.Equal(next, await page.GetAttributeAsync("#desk .hand", "data-item"));
        await page.Keyboard.PressAsync("u");
        await page.WaitForSelectorAsync("#change.changed >> text=/You took back/");
        await Sound.Is(page, "the reading view of a large case");
    }

    [Fact]
    public async Task An_archive_is_dropped_in_and_each_document_of_it_says_where_it_lay()
    {
        await using var bench = await Workbenches.Open(new Assay.Cases.Casework.GivenSource("story.txt", Encoding.UTF8.GetBytes(Story)));
        var page = await browser.Open(bench.Address.AbsoluteUri);
        await page.GotoAsync(bench.Root + "/c/night/sources");
        await page.SetInputFilesAsync(
            "#files",
            [
                new FilePayload
                {
                    Name = "docs.zip",
                    MimeType = "application/zip",
                    Buffer = Zip(),
                },
            ]
        );
        await page.ClickAsync("form[enctype] button.main");
        await page.WaitForSelectorAsync("text=lay in docs.zip");
        var text = await page.Locator("main").InnerTextAsync();
        Assert.Contains("inner/pilot.txt", text, StringComparison.Ordinal);
        Assert.Contains("docs.zip » pic.png: This is a PNG picture.", text, StringComparison.Ordinal);
        await Sound.Is(page, "sources");
        await page.ClickAsync("text=inner/pilot.txt");
        Assert.Contains("The pilot left the quay", await page.Locator("#words").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formats_and_the_archive_are_fetched_from_the_page_of_publishing()
    {
        await using var bench = await Workbenches.Open(new Assay.Cases.Casework.GivenSource("story.txt", Encoding.UTF8.GetBytes(Story)));
        var page = await browser.Open(bench.Address.AbsoluteUri);
        await page.GotoAsync(bench.Root + "/c/night/publish");
        await Sound.Is(page, "publish");
        var names = new List<string>();
        foreach (var link in await page.Locator(".formats a").AllAsync())
        {
            // A browser asks its person before it takes so many files: one is clicked, the others are asked for as it would.
            if (names.Count == 0)
                Assert.Equal("night.ftm.jsonl", (await page.RunAndWaitForDownloadAsync(() => link.ClickAsync())).SuggestedFilename);
            var answer = await page.Context.APIRequest.GetAsync(bench.Root + await link.GetAttributeAsync("href"));
            Assert.Contains("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
            Assert.NotEmpty(await answer.BodyAsync());
            names.Add(answer.Headers["content-disposition"].Split('"')[1]);
        }

        Assert.Equal(14, names.Distinct().Count());
        Assert.Contains("night.timelinejs.json", names);
        Assert.Contains("night.ftm.jsonl.sidecar.json", names);
        await page.ClickAsync("#archive");
        await page.WaitForURLAsync("**/work/*", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForSelectorAsync("a[download]");
        await Sound.Is(page, "archive");
        var archive = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[download]"));
        Assert.Equal("night.zip", archive.SuggestedFilename);
    }

    private static FilePayload[] Many(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => new FilePayload
                {
                    Name = $"log-{i}.txt",
                    MimeType = "text/plain",
                    Buffer = Encoding.UTF8.GetBytes(string.Join("\n\n", Enumerable.Repeat($"Log {i}. {Story}", 4))),
                }),
        ];

    private static byte[] Zip()
    {
        using var made = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(made, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var text = zip.CreateEntry("inner/pilot.txt").Open())
                text.Write("The pilot left the quay in Tallinn at 7:05 p.m. on 3 May 2021."u8);
            using var picture = zip.CreateEntry("pic.png").Open();
            picture.Write([0x89, 0x50, 0x4E, 0x47, 1]);
        }

        return made.ToArray();
    }
}
