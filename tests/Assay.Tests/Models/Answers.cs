using System.Text.Json.Nodes;

namespace Assay.Tests.Models;

/// <summary>Answers of a model, as endpoints wrap them.</summary>
internal static class Answers
{
    public const string Model = "test-model";

    private const string Clocks = """
        {"drafts": [
          {"kind": "event", "key": "shut", "label": "the lock was shut", "sentence": 2, "words": ["shut the lock at 11:40 p.m."], "voice": ["harbour office"], "event": null, "zone": null},
          {"kind": "event", "key": "struck", "label": "the barge struck the pier", "sentence": 3, "words": ["The barge struck the pier at"], "voice": ["insurer"]},
          {"kind": "zone", "key": "office", "voice": ["harbour office"], "zones": [{"zone": "Europe/Riga", "home": true, "reason": null}], "stated": false, "sentence": 2, "words": ["The harbour office in Riga"]},
          {"kind": "zone", "key": "insurer", "voice": ["insurer"], "zones": [{"zone": "Europe/London", "home": true, "reason": null}, {"zone": "Europe/Riga", "home": false, "reason": null}], "stated": false},
          {"kind": "clock", "event": "shut", "zone": "office", "date": "2021-05-03", "time": "23:40", "sentence": 2, "words": ["11:40 p.m."]},
          {"kind": "clock", "event": "struck", "zone": "insurer", "date": "2021-05-03", "time": "21:55", "sentence": 3, "words": ["9:55 p.m."]},
          {"kind": "event", "key": "made up", "label": "an invention", "sentence": 3, "words": ["the crew was drunk"]}
        ]}
        """;

    private const string Statements =
        """{"drafts": [{"kind": "statement", "key": "s", "sentence": 4, "words": ["its owner maintains"], "voice": ["owner"], "stance": "alleged"}]}""";

    private const string Names = """
        {"drafts": [
          {"kind": "place", "key": "riga", "sentence": 2, "words": ["The harbour office in Riga"], "name": "Riga", "actorKind": null, "offices": null},
          {"kind": "actor", "key": "office", "sentence": 2, "words": ["The harbour office in Riga"], "name": "harbour office", "actorKind": "organisation", "offices": null}
        ]}
        """;

    /// <summary>What a model says that reads the report of the night well. Events of the claim are those that it is told are
    /// known.</summary>
    public static string Good(JsonNode question)
    {
        var (told, text) = (Content(question, 0), Content(question, 1));
        if (told.Contains("what it tells of times", StringComparison.Ordinal))
            return Clocks;
        if (told.Contains("who says what", StringComparison.Ordinal))
            return Statements;
        if (told.Contains("who is named in it", StringComparison.Ordinal))
            return Names;
        return new JsonObject
        {
            ["drafts"] = new JsonArray(
                new JsonObject
                {
                    ["kind"] = "claim",
                    ["relation"] = "order",
                    ["earlier"] = Known(text, "the barge struck"),
                    ["later"] = Known(text, "the lock was shut"),
                    ["min"] = "PT1H",
                    ["max"] = null,
                    ["sentence"] = 4,
                    ["words"] = new JsonArray("well before the lock was shut"),
                    ["voice"] = new JsonArray("owner"),
                    ["stance"] = "reported",
                }
            ),
        }.ToJsonString();
    }

    /// <summary>The answer of an endpoint of the usual kind.</summary>
    public static string OpenAi(string content, string finish = "stop", string model = Model, int? prompt = 2000, string? refusal = null) =>
        new JsonObject
        {
            ["model"] = model,
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["finish_reason"] = finish,
                    ["message"] = new JsonObject
                    {
                        ["role"] = "assistant",
                        ["content"] = content,
                        ["refusal"] = refusal,
                    },
                }
            ),
            ["usage"] = prompt is null ? null : new JsonObject { ["prompt_tokens"] = prompt, ["completion_tokens"] = 100 },
        }.ToJsonString();

    /// <summary>The answer of Ollama's own route.</summary>
    public static string Ollama(string content, int prompt = 2000) =>
        new JsonObject
        {
            ["model"] = Model,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content },
            ["done"] = true,
            ["done_reason"] = "stop",
            ["prompt_eval_count"] = prompt,
            ["eval_count"] = 100,
        }.ToJsonString();

    /// <summary>What was said to the model.</summary>
    public static string Content(JsonNode question, int message) => (string)question["messages"]![message]!["content"]!;

    private static string? Known(string text, string label)
    {
        var line = text.Split('\n')
            .FirstOrDefault(l => l.StartsWith("Event known: ", StringComparison.Ordinal) && l.Contains(label, StringComparison.Ordinal));
        return line?["Event known: ".Length..].Split(' ')[0];
    }
}
