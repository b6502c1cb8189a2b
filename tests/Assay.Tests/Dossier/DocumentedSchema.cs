using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Dossier;

/// <summary>A schema of docs/, set against the records it describes and what is written by them.</summary>
internal sealed class DocumentedSchema
{
    private readonly JsonObject root;

    public DocumentedSchema(string file) =>
        root = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", file)))!.AsObject();

    /// <summary>Fails where the properties are not those of the records; the number of records.</summary>
    public int Compare(Type type)
    {
        var seen = new HashSet<Type>();
        Compare(type, root, seen);
        return seen.Count;
    }

    /// <summary>The properties without a description.</summary>
    public IEnumerable<string> Undescribed() =>
        Objects()
            .SelectMany(o => o["properties"]!.AsObject())
            .Where(p => string.IsNullOrWhiteSpace((string?)p.Value!["description"]))
            .Select(p => p.Key);

    /// <summary>What of a document does not fit.</summary>
    public List<string> Problems(JsonNode? node)
    {
        var problems = new List<string>();
        Check(node, root, "$", problems);
        return problems;
    }

    private void Compare(Type type, JsonObject schema, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            return;

        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p =>
                p.Name != "EqualityContract" && p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always }
            )
            .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => p.PropertyType);
        var described = schema["properties"]!.AsObject();
        Assert.Equal(members.Keys.Order(StringComparer.Ordinal), described.Select(p => p.Key).Order(StringComparer.Ordinal));
        foreach (var (name, member) in members)
        {
            var element =
                member.IsGenericType && member.GetGenericTypeDefinition() != typeof(Nullable<>) ? member.GetGenericArguments()[^1] : member;
            if (element.Assembly == type.Assembly && !element.IsEnum && element.GetCustomAttribute<JsonConverterAttribute>() is null)
                Compare(element, Target(described[name]!.AsObject()), seen);
        }
    }

    private JsonObject Target(JsonObject part) =>
        part switch
        {
            _ when part["$ref"] is { } r => root["$defs"]![((string)r!)["#/$defs/".Length..]]!.AsObject(),
            _ when part["items"] is JsonObject items => Target(items),
            _ when part["additionalProperties"] is JsonObject values => Target(values),
            _ when part["anyOf"] is JsonArray any => Target(any[0]!.AsObject()),
            _ => part,
        };

    private IEnumerable<JsonObject> Objects() => root["$defs"]!.AsObject().Select(d => d.Value!.AsObject()).Append(root);

    // The part of JSON Schema that the file uses: type, enum, properties, required, items, additionalProperties, anyOf, $ref.
    private void Check(JsonNode? node, JsonObject schema, string path, List<string> problems)
    {
        if (schema["anyOf"] is JsonArray any)
        {
            if (any.All(option => Problems(node, option!.AsObject(), path).Count > 0))
                problems.Add($"{path} fits none of the alternatives");

            return;
        }

        if (schema["$ref"] is not null)
            schema = Target(schema);

        var types = schema["type"] is JsonArray many ? many.Select(t => (string)t!).ToList() : [(string)schema["type"]!];
        if (!types.Any(t => Is(node, t)))
        {
            problems.Add($"{path} is not {string.Join(" or ", types)}");
            return;
        }

        if (node is not null && schema["enum"] is JsonArray values && !values.Any(v => (string?)v == (string?)node))
            problems.Add($"{path} is {node}, which is none of the values");

        Inside(node, schema, path, problems);
    }

    private void Inside(JsonNode? node, JsonObject schema, string path, List<string> problems)
    {
        if (node is JsonArray array && schema["items"] is JsonObject items)
        {
            for (var i = 0; i < array.Count; i++)
                Check(array[i], items, $"{path}[{i}]", problems);
        }
        else if (node is JsonObject entries)
        {
            problems.AddRange(
                (schema["required"] as JsonArray ?? [])
                    .Select(r => (string)r!)
                    .Where(r => !entries.ContainsKey(r))
                    .Select(r => $"{path} lacks {r}")
            );
            foreach (var (name, value) in entries)
            {
                if ((schema["properties"]?[name] ?? schema["additionalProperties"]) is JsonObject part)
                    Check(value, part, $"{path}.{name}", problems);
                else
                    problems.Add($"{path}.{name} is not in the schema");
            }
        }
    }

    private List<string> Problems(JsonNode? node, JsonObject schema, string path)
    {
        var problems = new List<string>();
        Check(node, schema, path, problems);
        return problems;
    }

    private static bool Is(JsonNode? node, string type) =>
        (node?.GetValueKind() ?? JsonValueKind.Null, type) switch
        {

            (JsonValueKind.Null, "null")
            or
            (JsonValueKind.String, "string")
            or
            (JsonValueKind.Array, "array")
            or (JsonValueKind.Object, "object") => true,
            (JsonValueKind.True or JsonValueKind.False, "boolean") or (JsonValueKind.Number, "number") => true,
            (JsonValueKind.Number, "integer") => !node!.ToJsonString().Contains('.', StringComparison.Ordinal),
            _ => false,
        };
}
