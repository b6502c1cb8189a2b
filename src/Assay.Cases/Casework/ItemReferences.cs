using System.Text.Json;

namespace Assay.Cases.Casework;

/// <summary>What the members of an item say of others: the ids it rests on, and the source of its words.</summary>
internal static class ItemReferences
{
    /// <summary>Every text in an item that may be the id of another one.</summary>
    public static IEnumerable<string> Of(string body)
    {
        using var document = JsonDocument.Parse(body);
        return Texts(document.RootElement).ToList();
    }

    /// <summary>Id of the source that the words of an item stand in; null where it has no words.</summary>
    public static string? Source(string body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.TryGetProperty("quote", out var quote))
            return SourceOf(quote);
        if (root.TryGetProperty("mentions", out var mentions) && mentions.ValueKind == JsonValueKind.Array)
            return mentions.EnumerateArray().Select(SourceOf).FirstOrDefault(s => s is not null);
        return SourceOf(root);
    }

    private static string? SourceOf(JsonElement anchored) =>
        anchored.ValueKind == JsonValueKind.Object
        && anchored.TryGetProperty("source", out var source)
        && source.ValueKind == JsonValueKind.String
            ? source.GetString()
            : null;

    private static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
            JsonValueKind.Object => value
                .EnumerateObject()
                .Where(m => m.Name is not ("exact" or "prefix" or "suffix"))
                .SelectMany(m => Texts(m.Value)),
            _ => [],
        };
}
