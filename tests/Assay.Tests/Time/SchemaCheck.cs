using System.Text.Json;

namespace Assay.Tests.Time;

/// <summary>As much of JSON Schema as the schemas in docs/ use: type, required, properties, items, enum, minItems and local
/// references.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Faults(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = reference.GetString()!.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name));
        if (schema.TryGetProperty("type", out var type) && !Is(value, type.GetString()!))
            yield return $"{path} is no {type}";
        if (schema.TryGetProperty("enum", out var names) && !names.EnumerateArray().Any(n => n.GetString() == value.GetString()))
            yield return $"{path} is {value}";
        if (schema.TryGetProperty("minItems", out var least) && value.GetArrayLength() < least.GetInt32())
            yield return $"{path} is too short";
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray())
                if (!value.TryGetProperty(name.GetString()!, out _))
                    yield return $"{path} has no {name}";
        foreach (var fault in Inside(root, schema, value, path))
            yield return fault;
    }

    private static IEnumerable<string> Inside(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().SelectMany((v, i) => Faults(root, schema.GetProperty("items"), v, $"{path}[{i}]"));
        return value.ValueKind != JsonValueKind.Object
            ? []
            : value
                .EnumerateObject()
                .SelectMany(p =>
                    schema.GetProperty("properties").TryGetProperty(p.Name, out var inner)
                        ? Faults(root, inner, p.Value, $"{path}.{p.Name}")
                        : [$"{path} has {p.Name}, which the schema does not know"]
                );
    }

    private static bool Is(JsonElement value, string type) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            _ => false,
        };
}
