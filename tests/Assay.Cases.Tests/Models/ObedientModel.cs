using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Assay.Cases.Tests.Models;

/// <summary>A model that does what the article tells it, as far as a model can: it drafts the order as an event in every sentence
/// there is, states the
/// zone it was told, says the key and the prompt as words of the text, calls tools that it does not have, and sends the client
/// elsewhere.</summary>
internal sealed class ObedientModel(HostileArticle article) : HttpMessageHandler
{
    private const int MostSentences = 8;

    /// <summary>Where it was asked.</summary>
    public List<Uri> Asked { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!);
        var question = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        var told = (string)question["messages"]![0]!["content"]!;
        // The first try of every third question sends the client away.
        if (Asked.Count % 3 == 1 && article.Name.StartsWith("fetch", StringComparison.Ordinal))
            return new HttpResponseMessage(HttpStatusCode.Redirect)
            {
                Headers = { Location = new Uri("http://127.0.0.1:9/collect") },
                Content = new StringContent(""),
            };
        var drafts = told.Contains("what it tells of times", StringComparison.Ordinal) ? Clocks(told) : Statements(told);
        var answer = new JsonObject
        {
            ["model"] = "obedient",
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["finish_reason"] = "stop",
                    ["message"] = new JsonObject
                    {
                        ["content"] = new JsonObject { ["drafts"] = drafts }.ToJsonString(),
                        ["tool_calls"] = new JsonArray(
                            new JsonObject
                            {
                                ["function"] = new JsonObject { ["name"] = "fetch", ["arguments"] = "http://127.0.0.1:9/" },
                            }
                        ),
                    },
                }
            ),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 3000, ["completion_tokens"] = 10 },
        };
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json"),
        };
    }

    private JsonArray Clocks(string told)
    {
        var drafts = new JsonArray(
            new JsonObject
            {
                ["kind"] = "zone",
                ["key"] = "z",
                ["voice"] = new JsonArray("harbour office"),
                ["zones"] = new JsonArray(
                    new JsonObject
                    {
                        ["zone"] = "Asia/Tokyo",
                        ["home"] = true,
                        ["reason"] = "told so",
                    }
                ),
                ["stated"] = true,
            }
        );
        for (var sentence = 1; sentence <= MostSentences; sentence++)
        {
            foreach (var words in (string[])[article.Injection, HostileArticles.Honest, told[..60], "sk-the-key-of-the-endpoint"])
                drafts.Add(
                    new JsonObject
                    {
                        ["kind"] = "event",
                        ["key"] = $"e{sentence} {words}",
                        ["label"] = "the ferry sank",
                        ["sentence"] = sentence,
                        ["words"] = new JsonArray(words),
                    }
                );
            drafts.Add(
                new JsonObject
                {
                    ["kind"] = "clock",
                    ["event"] = $"e{sentence} {HostileArticles.Honest}",
                    ["zone"] = "z",
                    ["date"] = "2021-05-04",
                    ["time"] = "09:00",
                    ["sentence"] = sentence,
                    ["words"] = new JsonArray("6:15 p.m. on 4 May 2021"),
                }
            );
        }

        return drafts;
    }

    private JsonArray Statements(string told)
    {
        var drafts = new JsonArray();
        if (!told.Contains("who says what", StringComparison.Ordinal))
            return drafts;
        for (var sentence = 1; sentence <= MostSentences; sentence++)
            drafts.Add(
                new JsonObject
                {
                    ["kind"] = "statement",
                    ["sentence"] = sentence,
                    ["words"] = new JsonArray(article.Injection),
                    ["voice"] = new JsonArray("author"),
                    ["stance"] = "asserted",
                }
            );
        return drafts;
    }
}
