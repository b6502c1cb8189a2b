using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Assay.Cases.Casework;

namespace Assay.Browser.Tests;

/// <summary>A key is answered before the verdicts are tested again: the page says so, and who asks again gets the new ones.</summary>
public sealed partial class StaleTests : IDisposable
{
    private const string Story =
        "Riga, 4 May 2021\n\nThe barge Selga struck the pier at 10:20 p.m. on 3 May 2021. The lock closed at 11 p.m. on 3 May 2021. "
        + "The lock closed before the barge struck the pier, a witness said.";

    private readonly HttpClient client = new(new HttpClientHandler { CookieContainer = new CookieContainer(), UseProxy = false });

    private readonly ManualResetEventSlim hold = new();

    public void Dispose()
    {
        client.Dispose();
        hold.Dispose();
    }

    [Theory, InlineData(1), InlineData(OpenedCase.UsuallyLarge)]
    public async Task A_key_is_answered_with_verdicts_that_are_marked_and_replaced(int largeFrom)
    {
        await using var bench = await Held(largeFrom);
        var claim = await Claim(bench);
        var page = await Press(bench, claim, "x-desk-only");
        Assert.Contains("The verdicts are being tested again.", page, StringComparison.Ordinal);
        Assert.Contains("The verdicts here are from before the last decisions", page, StringComparison.Ordinal);
        var again = WebUtility.HtmlDecode(Again().Match(page).Groups[1].Value);
        hold.Set();
        for (var tries = 0; tries < 600 && Again().IsMatch(page); tries++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            page = await Page(bench, again, "x-desk-only");
        }

        Assert.DoesNotContain("being tested again", page, StringComparison.Ordinal);
        Assert.DoesNotContain("before the last decisions", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("1 verdict changed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_hangs_on_a_draft_is_marked_with_the_verdicts()
    {
        await using var bench = await Held(OpenedCase.UsuallyLarge);
        var claim = await Claim(bench);
        var page = await Press(bench, claim, "x-desk-only", await Event(bench));
        Assert.NotEqual(0, Hangs().Count(page));
        Assert.Equal(Hangs().Count(page), MarkedHangs().Count(page));
        hold.Set();
        Assert.Contains("data-again", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_a_page_without_a_script_is_answered_with_what_it_changed()
    {
        await using var bench = await Workbenches.Open(new GivenSource("story.txt", Encoding.UTF8.GetBytes(Story)));
        var page = await Press(bench, await Claim(bench), null);
        Assert.Contains("1 verdict changed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-again", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_text_claims_twice_hangs_once_on_an_event()
    {
        var twice = Path.Combine(Path.GetDirectoryName(Workbenches.Sample)!, "..", "..", "bench", "accounts", "c07-marquesas-wave.html");
        await using var bench = await Workbenches.Open(
            new GivenSource("wave.html", await File.ReadAllBytesAsync(twice, TestContext.Current.CancellationToken))
        );
        _ = await client.GetStringAsync(bench.Address, TestContext.Current.CancellationToken);
        bench.Other(out var opened);
        DraftEntry told;
        using (opened)
        {
            var claims = CheckCase.Run(opened, null, TestContext.Current.CancellationToken).Value.Report.Claims;
            var two = claims.GroupBy(c => (c.Sentence, c.Verdict, c.Earlier)).First(g => g.Count() == 2);
            told = ListDrafts.One(opened, two.Key.Earlier!).Value;
        }

        var page = await Page(bench, $"/c/night/sources/{told.Source}?show=all&item={told.Id}", null);
        Assert.True(told.Claims.Count > 1);
        var lines = HangsLine().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(lines);
        Assert.Equal(lines.Distinct(), lines);
    }

    private Task<Workbenches> Held(int largeFrom) =>
        Workbenches.Tested(hold.Wait, largeFrom, new GivenSource("story.txt", Encoding.UTF8.GetBytes(Story)));

    // The view of a source with its claim in hand, as a form gives it.
    private async Task<Match> Claim(Workbenches bench)
    {
        _ = await client.GetStringAsync(bench.Address, TestContext.Current.CancellationToken);
        string id,
            source;
        bench.Other(out var opened);
        using (opened)
        {
            var claim = ListDrafts.Run(opened, new DraftsRequest { Kinds = ["claims"] }).Value.Entries[0];
            (id, source) = (claim.Id, claim.Source!);
        }

        var page = await Page(bench, $"/c/night/sources/{source}?show=all&item={id}", null);
        Assert.DoesNotContain("data-again", page, StringComparison.Ordinal);
        var form = Form().Match(page);
        Assert.True(form.Success);
        return form;
    }

    // An event that a claim hangs on.
    private static Task<string> Event(Workbenches bench)
    {
        bench.Other(out var opened);
        using (opened)
            return Task.FromResult(
                ListDrafts.Run(opened, new DraftsRequest { Kinds = ["events"] }).Value.Entries.First(e => e.Claims.Count > 0).Id
            );
    }

    private async Task<string> Press(Workbenches bench, Match form, string? head, string? next = null)
    {
        var fields = new Dictionary<string, string> { ["does"] = "reject" };
        foreach (Match field in Field().Matches(form.Value))
            fields[field.Groups[1].Value] = WebUtility.HtmlDecode(field.Groups[2].Value);
        fields["next"] = next ?? fields["item"];
        using var message = new HttpRequestMessage(HttpMethod.Post, bench.Root + "/c/night/decide")
        {
            Content = new FormUrlEncodedContent(fields),
        };
        return await Sent(message, head);
    }

    private async Task<string> Page(Workbenches bench, string path, string? head)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, bench.Root + path);
        return await Sent(message, head);
    }

    private async Task<string> Sent(HttpRequestMessage message, string? head)
    {
        if (head is not null)
            message.Headers.Add(head, "1");
        using var answer = await client.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("data-again=\"([^\"]*)\"")]
    private static partial Regex Again();

    [GeneratedRegex("class=\"hangs\">.*?<bdi>(.*?)</bdi>", RegexOptions.Singleline)]
    private static partial Regex HangsLine();

    [GeneratedRegex("class=\"hangs\"")]
    private static partial Regex Hangs();

    [GeneratedRegex("class=\"hangs\">Before the last decisions: ")]
    private static partial Regex MarkedHangs();

    [GeneratedRegex("<form class=\"decide\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Field();
}
