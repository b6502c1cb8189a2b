using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Assay.Bench.Models;

/// <summary>A model that reads the made-up reports of the bench well: it answers from the text that it is shown, at once.</summary>
/// <param name="asked">Told of every question before it is answered.</param>
internal sealed partial class ReadingModel(Action? asked = null) : HttpMessageHandler
{
    /// <summary>Its name.</summary>
    public const string Name = "bench-model";

    /// <summary>How many questions it was asked.</summary>
    public int Asked { get; private set; }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked++;
        asked?.Invoke();
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        var (told, text) = ((string)body["messages"]![0]!["content"]!, (string)body["messages"]![1]!["content"]!);
        var drafts =
            told.Contains("what it tells of times", StringComparison.Ordinal) ? Clocks(text)
            : told.Contains("who says what", StringComparison.Ordinal) ? Statements(text)
            : told.Contains("who is named in it", StringComparison.Ordinal) ? []
            : Claims(text);
        var answer = new JsonObject
        {
            ["model"] = Name,
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["finish_reason"] = "stop",
                    ["message"] = new JsonObject
                    {
                        ["content"] = new JsonObject { ["drafts"] = new JsonArray([.. drafts]) }.ToJsonString(),
                    },
                }
            ),
            ["usage"] = new JsonObject { ["prompt_tokens"] = (told.Length + text.Length) / 4, ["completion_tokens"] = 100 },
        };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer.ToJsonString(), Encoding.UTF8) };
    }

    private static IEnumerable<JsonNode> Clocks(string text)
    {
        yield return new JsonObject
        {
            ["kind"] = "zone",
            ["key"] = "z",
            ["voice"] = new JsonArray("author"),
            ["zones"] = new JsonArray(new JsonObject { ["zone"] = "Europe/Riga", ["home"] = true }),
        };
        foreach (Match told in Clock.Matches(text))
        {
            var number = int.Parse(told.Groups["n"].Value, CultureInfo.InvariantCulture);
            yield return new JsonObject
            {
                ["kind"] = "event",
                ["key"] = "e" + number,
                ["label"] = told.Groups["what"].Value,
                ["sentence"] = number,
                ["words"] = new JsonArray(told.Groups["what"].Value),
            };
            yield return new JsonObject
            {
                ["kind"] = "clock",
                ["event"] = "e" + number,
                ["zone"] = "z",
                ["sentence"] = number,
                ["words"] = new JsonArray(told.Groups["when"].Value),
            };
        }
    }

    private static IEnumerable<JsonNode> Statements(string text)
    {
        foreach (Match told in Order.Matches(text))
            yield return new JsonObject
            {
                ["kind"] = "statement",
                ["voice"] = new JsonArray("witness"),
                ["sentence"] = int.Parse(told.Groups["n"].Value, CultureInfo.InvariantCulture),
                ["words"] = new JsonArray(told.Groups["first"].Value),
            };
    }

    private static IEnumerable<JsonNode> Claims(string text)
    {
        var known = Known
            .Matches(text)
            .DistinctBy(k => k.Groups["what"].Value)
            .ToDictionary(k => k.Groups["what"].Value, k => k.Groups["id"].Value);
        foreach (Match told in Order.Matches(text))
        {
            var second = "T" + told.Groups["second"].Value[1..];
            if (known.TryGetValue(told.Groups["first"].Value, out var earlier) && known.TryGetValue(second, out var later))
                yield return new JsonObject
                {
                    ["kind"] = "claim",
                    ["relation"] = "order",
                    ["earlier"] = earlier,
                    ["later"] = later,
                    ["sentence"] = int.Parse(told.Groups["n"].Value, CultureInfo.InvariantCulture),
                    ["words"] = new JsonArray("before " + told.Groups["second"].Value),
                };
        }
    }

    [GeneratedRegex(@"^\[(?<n>\d+)\] (?<what>.+) at (?<when>\d+:\d\d p\.m\. on \d+ \w+ \d{4})\.$", RegexOptions.Multiline)]
    private static partial Regex Clock { get; }

    [GeneratedRegex(@"^\[(?<n>\d+)\] (?<first>.+) before (?<second>the .+), a witness said\.$", RegexOptions.Multiline)]
    private static partial Regex Order { get; }

    [GeneratedRegex(@"^Event known: (?<id>\S+) = (?<what>.+) \(sentence \d+\)$", RegexOptions.Multiline)]
    private static partial Regex Known { get; }
}
