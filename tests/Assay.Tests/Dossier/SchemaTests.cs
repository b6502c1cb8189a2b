using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json;
using Assay.Cases.Report;
using Assay.Tests.Fixtures;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Dossier;

/// <summary>docs/audit.schema.json says what the program writes: the same properties as the records, and every fixture fits it.</summary>
public sealed class SchemaTests
{
    private static readonly JsonObject Schema =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "audit.schema.json")))!.AsObject();

    [Fact]
    public void Has_the_properties_of_the_records_and_no_others()
    {
        var seen = new HashSet<Type>();
        Compare(typeof(AuditReport), Schema, seen);
        Assert.True(seen.Count > 20, "The walk over the records found too few of them.");
    }

    [Fact]
    public void Describes_every_property() =>
        Assert.All(Objects(Schema), o => Assert.All(o["properties"]!.AsObject(), p => Assert.False(string.IsNullOrWhiteSpace((string?)p.Value!["description"]), p.Key)));

    [Fact]
    public void Fits_what_is_written()
    {
        foreach (var report in new[] { Reports.Ferry, Reports.Empty, Reports.WithoutClocks, Reports.Hostile, Reports.Long })
        {
            var problems = new List<string>();
            Check(JsonNode.Parse(AuditJson.ToText(report)), Schema, "$", problems);
            Assert.Empty(problems);
        }
    }

    [Theory]
    [InlineData("sources", "[{}]"), InlineData("claims", "{}"), InlineData("notes", "[1]")]
    public void Does_not_fit_when_a_part_is_wrong(string property, string value)
    {
        var json = JsonNode.Parse(AuditJson.ToText(Reports.Ferry))!.AsObject();
        json[property] = JsonNode.Parse(value);
        var problems = new List<string>();
        Check(json, Schema, "$", problems);
        Assert.NotEmpty(problems);
    }

    private static void Compare(Type type, JsonObject schema, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return;
        }

        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract")
            .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => p.PropertyType);
        var described = schema["properties"]!.AsObject();
        Assert.Equal(members.Keys.Order(StringComparer.Ordinal), described.Select(p => p.Key).Order(StringComparer.Ordinal));
        foreach (var (name, member) in members)
        {
            var element = member.IsGenericType && member.GetGenericTypeDefinition() != typeof(Nullable<>) ? member.GetGenericArguments()[^1] : member;
            if (element.Assembly == type.Assembly)
            {
                Compare(element, Target(described[name]!.AsObject()), seen);
            }
        }
    }

    private static JsonObject Target(JsonObject part) => part switch
    {
        _ when part["$ref"] is { } r => Schema["$defs"]![((string)r!)["#/$defs/".Length..]]!.AsObject(),
        _ when part["items"] is JsonObject items => Target(items),
        _ when part["additionalProperties"] is JsonObject values => Target(values),
        _ when part["anyOf"] is JsonArray any => Target(any[0]!.AsObject()),
        _ => part,
    };

    private static IEnumerable<JsonObject> Objects(JsonObject schema) =>
        schema["$defs"]!.AsObject().Select(d => d.Value!.AsObject()).Append(schema);

    // The part of JSON Schema that the file uses: type, enum, properties, required, items, additionalProperties, anyOf, $ref.
    private static void Check(JsonNode? node, JsonObject schema, string path, List<string> problems)
    {
        if (schema["anyOf"] is JsonArray any)
        {
            if (any.All(option => Problems(node, option!.AsObject(), path).Count > 0))
            {
                problems.Add($"{path} fits none of the alternatives");
            }

            return;
        }

        if (schema["$ref"] is not null)
        {
            schema = Target(schema);
        }

        var types = schema["type"] is JsonArray many ? many.Select(t => (string)t!).ToList() : [(string)schema["type"]!];
        if (!types.Any(t => Is(node, t)))
        {
            problems.Add($"{path} is not {string.Join(" or ", types)}");
            return;
        }

        if (node is not null && schema["enum"] is JsonArray values && !values.Any(v => (string?)v == (string?)node))
        {
            problems.Add($"{path} is {node}, which is none of the values");
        }

        Inside(node, schema, path, problems);
    }

    private static void Inside(JsonNode? node, JsonObject schema, string path, List<string> problems)
    {
        if (node is JsonArray array && schema["items"] is JsonObject items)
        {
            for (var i = 0; i < array.Count; i++)
            {
                Check(array[i], items, $"{path}[{i}]", problems);
            }
        }
        else if (node is JsonObject entries)
        {
            problems.AddRange((schema["required"] as JsonArray ?? []).Select(r => (string)r!).Where(r => !entries.ContainsKey(r)).Select(r => $"{path} lacks {r}"));
            foreach (var (name, value) in entries)
            {
                if ((schema["properties"]?[name] ?? schema["additionalProperties"]) is JsonObject part)
                {
                    Check(value, part, $"{path}.{name}", problems);
                }
                else
                {
                    problems.Add($"{path}.{name} is not in the schema");
                }
            }
        }
    }

    private static List<string> Problems(JsonNode? node, JsonObject schema, string path)
    {
        var problems = new List<string>();
        Check(node, schema, path, problems);
        return problems;
    }

    private static bool Is(JsonNode? node, string type) => (node?.GetValueKind() ?? JsonValueKind.Null, type) switch
    {
        (JsonValueKind.Null, "null") or (JsonValueKind.String, "string") or (JsonValueKind.Array, "array") or (JsonValueKind.Object, "object") => true,
        (JsonValueKind.True or JsonValueKind.False, "boolean") or (JsonValueKind.Number, "number") => true,
        (JsonValueKind.Number, "integer") => !node!.ToJsonString().Contains('.', StringComparison.Ordinal),
        _ => false,
    };
}
