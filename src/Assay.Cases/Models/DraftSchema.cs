using System.Text.Json.Nodes;

namespace Assay.Cases.Models;

/// <summary>The JSON schema of an answer: small, and in the part that every endpoint knows: all members required, each may be null,
/// no others.</summary>
internal static class DraftSchema
{
    private static readonly string[] Texts = ["string", "null"];

    /// <summary>The schema of what a prompt asks for.</summary>
    public static JsonObject Of(PromptFile prompt)
    {
        var members = new JsonObject();
        foreach (var field in prompt.Fields)
            members[field] = field == "kind" ? Enumeration(prompt.Kinds) : Member(field);
        return Object(
            new JsonObject
            {
                ["drafts"] = new JsonObject { ["type"] = "array", ["items"] = Object(members) },
            }
        );
    }

    private static JsonObject Member(string field) =>
        field switch
        {
            "sentence" => Typed("integer", "null"),
            "value" or "least" or "most" => Typed("number", "null"),
            "stated" or "approximate" => Typed("boolean", "null"),
            "words" or "voice" or "figures" => List(Typed("string")),
            "offices" => List(
                Object(
                    new JsonObject
                    {
                        ["title"] = Typed("string"),
                        ["of"] = Typed(Texts),
                        ["status"] = Typed(Texts),
                    }
                )
            ),
            "zones" => List(
                Object(
                    new JsonObject
                    {
                        ["zone"] = Typed("string"),
                        ["home"] = Typed("boolean", "null"),
                        ["reason"] = Typed(Texts),
                    }
                )
            ),
            _ => Typed(Texts),
        };

    private static JsonObject Enumeration(IReadOnlyList<string> values) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) };

    private static JsonObject List(JsonObject items) => new() { ["type"] = new JsonArray("array", "null"), ["items"] = items };

    private static JsonObject Typed(params string[] types) =>
        new() { ["type"] = types.Length == 1 ? types[0] : new JsonArray([.. types.Select(t => (JsonNode)t)]) };

    private static JsonObject Object(JsonObject members) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = members,
            ["required"] = new JsonArray([.. members.Select(m => (JsonNode)m.Key)]),
            ["additionalProperties"] = false,
        };
}
