using System.Net;
using System.Text.RegularExpressions;

namespace Assay.Tests.Server;

/// <summary>An answer of a server.</summary>
internal sealed record WebAnswer(HttpStatusCode Status, string Text, HttpResponseMessage Message)
{
    public string? To => Message.Headers.Location?.OriginalString;

    /// <summary>What is shown once: a link or a token.</summary>
    public string Secret => WebUtility.HtmlDecode(Regex.Match(Text, "id=\"secret\">([^<]+)<").Groups[1].Value);

    public string Head(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values)
            ? string.Join('\n', values)
            : "";
}

/// <summary>A browser without a page: it keeps cookies, and puts the key of forms into what it sends.</summary>
internal sealed class WebVisitor(TeamServer server)
{
    private const int Large = 1 << 20;
    private readonly CookieContainer cookies = new();
    private HttpClient? client;
    private string? key;

    public TeamServer Server => server;

    /// <summary>False where a test looks at long work itself.</summary>
    public bool Follows { get; set; } = true;

    private HttpClient Client =>
        client ??= new HttpClient(
            new SocketsHttpHandler
            {
                UseCookies = true,
                CookieContainer = cookies,
                AllowAutoRedirect = false,
                UseProxy = false,
                Expect100ContinueTimeout = TimeSpan.FromSeconds(30),
            }
        );

    /// <summary>The value of a cookie that is kept, or null.</summary>
    public string? Cookie(string what) =>
        cookies.GetAllCookies().FirstOrDefault(c => c.Name.EndsWith("-" + what, StringComparison.Ordinal))?.Value;

    public Task<WebAnswer> Get(string path, Action<HttpRequestMessage>? with = null) => Send(new(HttpMethod.Get, server.Root + path), with);

    /// <summary>Sends a form with its key.</summary>
    public async Task<WebAnswer> Post(string path, params (string Name, string Value)[] fields) =>
        await PostKeyed(path, await Key(), fields);

    public Task<WebAnswer> PostKeyed(string path, string? formKey, params (string Name, string Value)[] fields)
    {
        var form = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).ToList();
        if (formKey is not null)
            form.Add(new("formkey", formKey));
        return Send(new(HttpMethod.Post, server.Root + path) { Content = new FormUrlEncodedContent(form) }, null);
    }

    /// <summary>Uploads a file.</summary>
    public Task<WebAnswer> Upload(string path, string name, byte[] bytes) => Upload(path, (name, bytes));

    /// <summary>Uploads files.</summary>
    public async Task<WebAnswer> Upload(string path, params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(await Key()), "formkey" } };
        foreach (var (name, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            var escaped = name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{escaped}\"");
            form.Add(file);
        }

        return await Send(new(HttpMethod.Post, server.Root + path) { Content = form }, null);
    }

    public async Task<WebAnswer> Send(HttpRequestMessage message, Action<HttpRequestMessage>? with)
    {
        with?.Invoke(message);
        if (message.Content?.Headers.ContentLength > Large)
            message.Headers.ExpectContinue = true; // a server that refuses the head of it closes the door on what still comes
        var answer = await Client.SendAsync(message, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await Ended(new WebAnswer(answer.StatusCode, text, answer), message.Method);
    }

    // What takes longer has a page of its own: a form that was sent is answered by what came of it in the end.
    private async Task<WebAnswer> Ended(WebAnswer answer, HttpMethod method)
    {
        var work = answer.To;
        if (!Follows || method != HttpMethod.Post || work?.Contains("/work/", StringComparison.Ordinal) != true)
            return answer;
        for (var tries = 0; tries < 400; tries++)
        {
            var page = await Get(work);
            if (page.To is { } next)
                return next.Contains("?told=", StringComparison.Ordinal) ? await Get(next) : page;
            if (!page.Text.Contains("id=\"work\"", StringComparison.Ordinal))
                return page;
            await Task.Delay(150, TestContext.Current.CancellationToken);
        }

        return answer;
    }

    /// <summary>The key of forms: that of the session, or of a stranger.</summary>
    public async Task<string> Key()
    {
        if (key is not null)
            return key;
        var page = await Get("/account");
        if (page.Status != HttpStatusCode.OK)
            page = await Get("/login");
        return key = Regex.Match(page.Text, "name=\"formkey\" value=\"([^\"]+)\"").Groups[1].Value;
    }

    public async Task<WebAnswer> UseLink(string path, string name, string password = TeamServer.Password)
    {
        var answer = await Post(path, ("name", name), ("new", password));
        key = null;
        return answer;
    }

    public async Task<WebAnswer> SignIn(string name, string password = TeamServer.Password)
    {
        var answer = await Post("/login", ("name", name), ("password", password));
        key = null;
        return answer;
    }

    public async Task<WebAnswer> SignOut()
    {
        var answer = await Post("/logout");
        key = null;
        return answer;
    }

    /// <summary>Makes a case.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> NewCase(string title) => (await Post("/new", ("title", title))).To!["/c/".Length..];

    public async Task<HttpStatusCode> Status(string path) => (await Get(path)).Status;

    public void ForgetKey() => key = null;
}
