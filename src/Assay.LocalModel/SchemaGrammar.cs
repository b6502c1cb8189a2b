using System.Text;
using System.Text.Json;

namespace Assay.LocalModel;

/// <summary>The grammar of the answers that a JSON schema allows, for llama.cpp: without blanks, members in the order of the
/// schema.</summary>
internal sealed class SchemaGrammar
{
    private const string Common = """
        string ::= "\"" char* "\""
        char ::= [^"\\\x7F\x00-\x1F] | "\\" (["\\/bfnrt] | "u" [0-9a-fA-F]{4})
        integer ::= "-"? ("0" | [1-9] [0-9]{0,8})
        number ::= integer ("." [0-9]{1,9})?
        boolean ::= "true" | "false"
        null ::= "null"

        """;

    private readonly StringBuilder rules = new(Common);
    private int named;

    /// <summary>The grammar of a schema; its first rule is <c>root</c>.</summary>
    /// <param name="schema">A schema of objects whose members are all required, lists, texts, numbers and null.</param>
    /// <exception cref="InvalidDataException">The schema asks for something else.</exception>
    public static string Of(JsonElement schema)
    {
        var grammar = new SchemaGrammar();
        var root = grammar.Rule(schema);
        grammar.rules.Append("root ::= ").Append(root).Append('\n');
        return grammar.rules.ToString();
    }

    private string Rule(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var values))
            return Named(string.Join(" | ", values.EnumerateArray().Select(v => Literal(v.GetRawText()))));
        var type = schema.GetProperty("type");
        return type.ValueKind == JsonValueKind.Array
            ? Named(string.Join(" | ", type.EnumerateArray().Select(t => Typed(t.GetString()!, schema))))
            : Typed(type.GetString()!, schema);
    }

    private string Typed(string type, JsonElement schema) =>
        type switch
        {
            "string" or "integer" or "number" or "boolean" or "null" => type,
            "array" => List(Rule(schema.GetProperty("items"))),
            "object" => Named(Members(schema.GetProperty("properties"))),
            _ => throw new InvalidDataException($"A schema with the type {type} cannot be made a grammar."),
        };

    private string List(string item) => Named($"\"[\" ({item} (\",\" {item})*)? \"]\"");

    private string Members(JsonElement properties) =>
        "\"{\" "
        + string.Join(
            " \",\" ",
            properties.EnumerateObject().Select(p => $"{Literal(JsonSerializer.Serialize(p.Name) + ":")} {Rule(p.Value)}")
        )
        + " \"}\"";

    private string Named(string body)
    {
        var name = $"r{named++}";
        rules.Append(name).Append(" ::= ").Append(body).Append('\n');
        return name;
    }

    private static string Literal(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
