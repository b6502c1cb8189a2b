using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Cases.Proposals;

/// <summary>Reads proposals as JSON, one by one: a mistake in one loses no other, and a member that is not known is a mistake.</summary>
public static partial class ProposalReader
{
    /// <summary>Reads a list.</summary>
    /// <param name="list">A JSON array.</param>
    /// <returns>A proposal for each element; one that could not be read will be refused with the reason.</returns>
    public static IReadOnlyList<Proposal> Read(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(One)]
            : [new Proposal { Wrong = "The drafts have to be a list: put them in [ and ]." }];

    private static Proposal One(JsonElement element)
    {
        var (kind, key) = (Text(element, "kind"), Text(element, "key"));
        try
        {
            return element.Deserialize(Form.Default.Proposal) ?? new Proposal { Wrong = "There is nothing here." };
        }
        catch (JsonException e)
        {
            return new Proposal
            {
                Kind = kind ?? "",
                Key = key,
                Wrong = Plain(e),
            };
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Plain(JsonException e)
    {
        var member = e.Path is { Length: > 2 } path ? path[2..] : null;
        if (e.Message.Contains("could not be mapped", StringComparison.Ordinal))
            return $"A draft has no member “{e.Message.Split('\'')[1]}”.";
        return member is null ? "This is no draft: it has to be a JSON object." : $"“{member}” is of the wrong kind.";
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
    )]
    [JsonSerializable(typeof(Proposal))]
    private sealed partial class Form : JsonSerializerContext;
}
