using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Assay.Tests.Snapshots;
using Json.Schema;

namespace Assay.Tests.Server;

/// <summary>A program that works with the HTTP API. Every answer that it gets is held against the documented description.</summary>
internal sealed class ApiClient(TeamServer server, string? token)
{
    private static readonly JsonNode Document = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "openapi.json")))!;

    private static readonly HttpClient Client = new(
        new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            UseProxy = false,
        }
    );

    public Task<(HttpStatusCode Status, JsonNode? Body)> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<(HttpStatusCode Status, JsonNode? Body)> Post(string path, string json) => Send(HttpMethod.Post, path, Json(json));

    public Task<(HttpStatusCode Status, JsonNode? Body)> Put(string path, string json) => Send(HttpMethod.Put, path, Json(json));

    public Task<(HttpStatusCode Status, JsonNode? Body)> Delete(string path) => Send(HttpMethod.Delete, path, null);

    public Task<(HttpStatusCode Status, JsonNode? Body)> Upload(string path, params (string Name, string Text)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, text) in files)
            form.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text)), "files", name);
        return Send(HttpMethod.Post, path, form);
    }

    public async Task<HttpResponseMessage> Raw(HttpMethod method, string path, HttpContent? content = null)
    {
        var message = new HttpRequestMessage(method, server.Root + "/api/v1" + path) { Content = content };
        if (token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Client.SendAsync(message, TestContext.Current.CancellationToken);
    }

    /// <summary>What of an answer does not fit the description; empty where all does.</summary>
    public static string Misfit(string method, string path, int status, string type, JsonNode? body)
    {
        var (template, item) = Document["paths"]!.AsObject().FirstOrDefault(p => Fits(p.Key, "/api/v1" + path.Split('?')[0]));
        if (
            item?[method.ToLowerInvariant()]?["responses"]?[status.ToString(System.Globalization.CultureInfo.InvariantCulture)]
            is not { } told
        )
            return $"{method} {template ?? path} is not documented to answer {status}";
        if (told["content"]?[type]?["schema"] is not { } schema)
            return told["content"] is null && body is null ? "" : $"{method} {template} is not documented to answer {status} with {type}";
        if (!type.EndsWith("json", StringComparison.Ordinal))
            return "";
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$defs"] = Document["components"]!["schemas"]!.DeepClone(),
            ["allOf"] = new JsonArray(schema.DeepClone()),
        };
        var text = whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        var found = JsonSchema.FromText(text).Evaluate(body, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return found.IsValid
            ? ""
            : string.Join(
                "; ",
                found.Details.Where(d => d.HasErrors).Take(5).Select(d => $"{d.InstanceLocation}: {string.Join(", ", d.Errors!.Values)}")
            );
    }

    private async Task<(HttpStatusCode Status, JsonNode? Body)> Send(HttpMethod method, string path, HttpContent? content)
    {
        using var answer = await Raw(method, path, content);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        var body = type.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(text) : null;
        Assert.Equal("", Misfit(method.Method, path, (int)answer.StatusCode, type, body));
        return (answer.StatusCode, body);
    }

    private static bool Fits(string template, string path)
    {
        var (wanted, given) = (template.Split('/'), path.Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(p => p.First == p.Second || p.First.StartsWith('{'));
    }

    private static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
