using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Assay.Workbench;
using NodaTime;

namespace Assay.Bench.Cases;

/// <summary>A workbench on a case, asked over its port as a browser asks it.</summary>
internal sealed partial class CasePages : IDisposable
{
    private readonly Workbench.Bench bench;
    private readonly HttpClient client;
    private readonly string root;

    private CasePages(Workbench.Bench bench, HttpClient client, string name)
    {
        (this.bench, this.client) = (bench, client);
        root = bench.Address.GetLeftPart(UriPartial.Authority) + "/c/" + Uri.EscapeDataString(name);
    }

    /// <summary>Opens the workbench on a case.</summary>
    public static CasePages Open(string place)
    {
        var bench = Workbench.Bench.Start(new BenchOptions(place, "bench", SystemClock.Instance)).Result.Value;
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = true, CookieContainer = new CookieContainer() })
        {
            Timeout = Timeout.InfiniteTimeSpan, // the first page tests the whole case
        };
        var first = client.GetAsync(bench.Address).Result.EnsureSuccessStatusCode();
        return new CasePages(bench, client, Uri.UnescapeDataString(first.RequestMessage!.RequestUri!.Segments[2].Trim('/')));
    }

    /// <summary>Milliseconds from asking for a page until all of it is there.</summary>
    public double Get(string path) => Time(() => Page(path));

    /// <summary>Takes the first open draft of a source in hand.</summary>
    public string Desk(string source, string show = "open") => Page($"/sources/{source}?show={show}");

    /// <summary>Presses a key: sends the form of the draft in hand.</summary>
    /// <param name="page">The page it stands on; the next one afterwards.</param>
    /// <param name="does">What the key does.</param>
    /// <returns>Milliseconds until the next draft is there.</returns>
    public double Press(ref string page, string does)
    {
        var form = DecideForm().Match(page);
        if (!form.Success)
            throw new InvalidOperationException("No draft is in hand.");
        var fields = Hidden()
            .Matches(form.Value)
            .Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        var sent = fields.Append(KeyValuePair.Create("does", does)).ToList();
        var next = "";
        var taken = Time(() =>
        {
            using var sending = new HttpRequestMessage(HttpMethod.Post, root + "/decide") { Content = new FormUrlEncodedContent(sent) };
            sending.Headers.Add("X-Desk-Only", "1"); // as the page does: the text stays where it is
            next = client.SendAsync(sending).Result.EnsureSuccessStatusCode().Content.ReadAsStringAsync().Result;
        });
        page = next;
        return taken;
    }

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        client.Dispose();
        bench.DisposeAsync().AsTask().Wait();
    }

    private string Page(string path) => client.GetAsync(root + path).Result.EnsureSuccessStatusCode().Content.ReadAsStringAsync().Result;

    private static double Time(Action work)
    {
        var since = Stopwatch.StartNew();
        work();
        return since.Elapsed.TotalMilliseconds;
    }

    [GeneratedRegex("<form class=\"decide\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex DecideForm();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();
}
