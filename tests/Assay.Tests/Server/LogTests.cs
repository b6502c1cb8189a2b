using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Tests.Line;

namespace Assay.Tests.Server;

/// <summary>The program itself, as one starts it for a team.</summary>
public sealed class LogTests : IDisposable
{
    private const string Marker = "Zyxomarker";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-team-line");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Logs_and_traces_tell_of_requests_and_hold_nothing_of_a_case_or_a_person()
    {
        using var collector = new Collector();
        Directory.CreateDirectory(Path.Combine(folder.FullName, "cases"));
        using var server = new AssayProcess(folder.FullName).Start(
            $"exec $ASSAY serve cases --team --users users.db --otlp {collector.Address}"
        );
        var errors = server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var link = "";
        while (!link.Contains("/link/", StringComparison.Ordinal))
            link =
                await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
                ?? throw new InvalidOperationException(await errors);
        var (root, secret) = (link.Split("/link/")[0], link.Split("/link/")[1]);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        await Post(client, root, link, ("name", Marker + " Ada"), ("new", "nine purple barges under the pier"));
        var signed = await Post(
            client,
            root,
            root + "/login",
            ("name", Marker + " Ada"),
            ("password", "nine purple barges under the pier")
        );
        Assert.Equal(HttpStatusCode.SeeOther, signed.StatusCode);
        var made = await Post(client, root, root + "/new", ("title", Marker + " title"));
        var path = root + made.Headers.Location!.OriginalString;
        Assert.Contains(Marker, path, StringComparison.OrdinalIgnoreCase);
        await Post(
            client,
            root,
            path + "/sources/add",
            ("name", Marker),
            ("text", $"The {Marker} struck the pier at 5 p.m. on 3 May 2021 in Riga.")
        );
        foreach (
            var page in new[]
            {
                "",
                "/sources",
                "/verdicts",
                "/chronology",
                "/ledger",
                "/journal",
                "/publish",
                "/dossier/page",
                "/at/" + Marker,
                "/" + Marker,
            }
        )
            await client.GetAsync(path + page + "?q=" + Marker, TestContext.Current.CancellationToken);
        await Post(client, root, root + "/login", ("name", Marker), ("password", Marker));
        System
            .Diagnostics.Process.Start("kill", ["-INT", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!
            .Dispose();
        var log = await errors;
        var lines = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.True(lines.Count > 10, log);
        Assert.Contains(lines, l => l.GetProperty("State").GetProperty("Route").GetString() == "/c/{case}/ledger");
        Assert.DoesNotContain(Marker, log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        var sent = await collector.Take();
        Assert.Contains("/c/{case}", sent, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", sent, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, sent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(secret, sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve . --team", 2, "It is not said where accounts are kept.")]
    [InlineData("serve . --team --users u.db --as Ada", 2, "--as goes without --team.")]
    [InlineData("serve . --users u.db", 2, "--users goes with --team.")]
    [InlineData("serve . --urls http://0.0.0.0:8080", 2, "--urls goes with --team.")]
    [InlineData("serve . --team --users u.db --urls http://0.0.0.0:0", 2, "is reached by other machines")]
    [InlineData("serve . --team --users u.db --urls https://127.0.0.1:0", 2, "HTTPS is the proxy's part.")]
    [InlineData("serve . --team --users u.db --urls http://example.org:80", 2, "cannot be listened on.")]
    [InlineData("serve . --team --users u.db --behind-proxy nobody", 2, "is no network")]
    [InlineData("serve . --team --users n.assay", 3, "but no store of users.")]
    [InlineData("serve . --team --users .", 3, "This is a folder, not a file.")]
    [InlineData("serve gone --team --users u.db", 3, "There is no such file.")]
    [InlineData("team people --users gone.db", 3, "gone.db: There is no such file.")]
    [InlineData("team reset Nobody --users u2.db", 2, "There is no account “Nobody” here.")]
    [InlineData("team token Nobody --users u2.db --label x", 2, "There is no account “Nobody” here.")]
    [InlineData("team factor Nobody --users u2.db", 2, "There is no account “Nobody” here.")]
    [InlineData("team token Ada --users u2.db --label x --days 0", 2, "A token lasts 1 to 365 days.")]
    public void Says_what_is_wrong_and_exits_as_documented(string line, int code, string message)
    {
        var ran = new AssayProcess(folder.FullName).Run($"$ASSAY case new n.assay > /dev/null; touch u2.db; $ASSAY {line}");
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.Equal(code, ran.Code);
    }

    private static async Task<HttpResponseMessage> Post(
        HttpClient client,
        string root,
        string to,
        params (string Name, string Value)[] fields
    )
    {
        var page = await client.GetAsync(root + "/account", TestContext.Current.CancellationToken);
        if (page.StatusCode != HttpStatusCode.OK)
            page = await client.GetAsync(root + "/login", TestContext.Current.CancellationToken);
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var key = Regex.Match(text, "formkey\" value=\"([^\"]+)").Groups[1].Value;
        var form = fields.Append(("formkey", key)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        return await client.PostAsync(to, new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
    }

    /// <summary>Takes what is sent by OTLP over HTTP, as the bytes it is.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly StringBuilder kept = new();
        private readonly TaskCompletionSource spans = new();

        public Collector()
        {
            using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
            free.Stop();
            listener.Prefixes.Add(Address + "/");
            listener.Start();
            _ = Listen();
        }

        public string Address { get; }

        /// <summary>All that came, once traces have come.</summary>
        public async Task<string> Take()
        {
            await spans.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            lock (kept)
                return kept.ToString();
        }

        public void Dispose() => listener.Close();

        private async Task Listen()
        {
            while (listener.IsListening)
            {
                var context = await listener.GetContextAsync();
                using var bytes = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(bytes);
                lock (kept)
                    kept.Append(Encoding.Latin1.GetString(bytes.ToArray()));
                if (context.Request.Url!.AbsolutePath == "/v1/traces")
                    spans.TrySetResult();
                context.Response.Close();
            }
        }
    }
}
