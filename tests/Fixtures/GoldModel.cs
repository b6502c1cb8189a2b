using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assay.Cases.Proposals;

namespace Assay.Tests.Fixtures;

/// <summary>A model that makes no mistake: it answers each question with the drafts of a gold that stand in the sentences it is asked
/// about, of the kinds it is asked for. Events that are told elsewhere it names by the ids it is shown.</summary>
/// <param name="drafts">The drafts of the gold.</param>
internal sealed partial class GoldModel(IReadOnlyList<Proposal> drafts) : HttpMessageHandler
{
    /// <summary>Its name.</summary>
    public const string Name = "gold";

    /// <summary>How drafts are written as JSON.</summary>
    public static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What it answers to a question.</summary>
    /// <param name="question">The body of the question, as the common route has it.</param>
    public string Answer(JsonNode question)
    {
        var schema = question["response_format"]!["json_schema"]!["schema"]!["properties"]!["drafts"]!["items"]!["properties"]!.AsObject();
        var kinds = schema["kind"]!["enum"]!.AsArray().Select(k => (string)k!).ToHashSet();
        var text = (string)question["messages"]![1]!["content"]!;
        var asked = Asked.Matches(text).Select(m => int.Parse(m.Groups["n"].Value, null)).ToHashSet();
        var known = Known.Matches(text).Select(m => (Id: m.Groups["id"].Value, Label: m.Groups["label"].Value)).ToList();
        // Events are drafted where clocks are asked for; a claim may name those of other sentences.
        var own = drafts.Where(d => kinds.Contains(d.Kind) && (d.Kind != "event" || kinds.Contains("clock")));
        var answer = new JsonArray([
            .. own.Select(d =>
                    d.Kind == "zone" ? Told(d, asked)
                    : asked.Contains(d.Sentence ?? 0) ? d
                    : null
                )
                .OfType<Proposal>()
                .Select(d => Json(d, schema, known)),
        ]);
        return new JsonObject
        {
            ["model"] = Name,
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["finish_reason"] = "stop",
                    ["message"] = new JsonObject { ["content"] = new JsonObject { ["drafts"] = answer }.ToJsonString(Form) },
                }
            ),
        }.ToJsonString(Form);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Answer(body), Encoding.UTF8) };
    }

    // The clock of a voice is drafted with every part that has a time on it; words of another part are no words to point at.
    private Proposal? Told(Proposal zone, HashSet<int> asked) =>
        zone.Sentence is { } own && asked.Contains(own) ? zone
        : drafts.Any(d => d.Kind == "clock" && d.Zone == zone.Key && asked.Contains(d.Sentence ?? 0))
            ? zone with
            {
                Stated = false,
                Sentence = null,
                Words = null,
            }
        : null;

    private JsonObject Json(Proposal draft, JsonObject schema, List<(string Id, string Label)> known)
    {
        var all = JsonSerializer
            .SerializeToNode(draft with { Earlier = Named(draft.Earlier, known), Later = Named(draft.Later, known) }, Form)!
            .AsObject();
        return new JsonObject(schema.Select(f => KeyValuePair.Create(f.Key, all[f.Key]?.DeepClone())));
    }

    private string? Named(string? key, List<(string Id, string Label)> known)
    {
        var label = drafts.FirstOrDefault(d => d.Kind == "event" && d.Key == key)?.Label;
        return known.Find(k => k.Label == label).Id ?? key;
    }

    [GeneratedRegex(@"^\[(?<n>\d+)\] ", RegexOptions.Multiline)]
    private static partial Regex Asked { get; }

    [GeneratedRegex(@"^Event known: (?<id>\S+) = (?<label>.+) \(sentence \d+\)$", RegexOptions.Multiline)]
    private static partial Regex Known { get; }
}
