using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Mcp;

/// <summary>Schemas in the part of JSON Schema that clients of all makes understand: a type is one word.</summary>
internal static class PortableSchema
{
    private const string Null = "null";

    /// <summary>The schema of what a tool takes: what may be null may be left out as well, so its type is told alone.</summary>
    public static JsonElement Input(JsonElement schema) => Of(schema, (part, types) => part["type"] = types[0]);

    /// <summary>The schema of what a tool gives: what may be null is one of two.</summary>
    public static JsonElement Output(JsonElement schema) =>
        Of(
            schema,
            (part, types) =>
            {
                part.Remove("type");
                var own = new JsonObject { ["type"] = types[0] };
                foreach (var name in (string[])["items", "properties", "required", "additionalProperties"])
                    if (part[name] is { } moved)
                    {
                        part.Remove(name);
                        own[name] = moved;
                    }

                part["anyOf"] = new JsonArray(own, new JsonObject { ["type"] = Null });
            }
        );

    private static JsonElement Of(JsonElement schema, Action<JsonObject, List<string>> split)
    {
        var root = JsonNode.Parse(schema.GetRawText())!;
        Walk(root, split);
        return JsonSerializer.SerializeToElement(root);
    }

    private static void Walk(JsonNode? node, Action<JsonObject, List<string>> split)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Walk(item, split);
            return;
        }

        if (node is not JsonObject part)
            return;
        foreach (var (_, value) in part.ToList())
            Walk(value, split);
        if (part["type"] is not JsonArray types)
            return;
        var kept = types.Select(t => (string)t!).Where(t => t != Null).ToList();
        if (part.ContainsKey("default") && part["default"] is null)
            part.Remove("default");
        if (kept.Count == 1)
            split(part, kept);
    }
}
