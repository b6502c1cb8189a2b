using System.Text.Json;

namespace Assay.Cases.Casework;

/// <summary>The words of an item, whatever its kind.</summary>
internal static class ItemWords
{
    private static readonly string[] Names = ["label", "name", "subject"];

    /// <summary>Where its words stand (0 and 0 where it has none), and a line for a person.</summary>
    public static (int Start, int End, string Label) Of(JsonElement item)
    {
        var (start, end, words) = Quoted(item);
        var name = Names.Select(n => Text(item, n)).FirstOrDefault(t => t is { Length: > 0 });
        return (start, end, name ?? words ?? Text(item, "voice") ?? Text(item, "id") ?? "");
    }

    private static (int Start, int End, string? Words) Quoted(JsonElement item)
    {
        if (item.TryGetProperty("quote", out var quote) && quote.ValueKind == JsonValueKind.Object)
            return (Number(quote, "start"), Number(quote, "end"), Text(quote, "exact"));
        if (item.TryGetProperty("mentions", out var mentions) && mentions.ValueKind == JsonValueKind.Array && mentions.GetArrayLength() > 0)
            return (Number(mentions[0], "start"), Number(mentions[0], "end"), Text(mentions[0], "exact"));
        return (Number(item, "start"), Number(item, "end"), Text(item, "text"));
    }

    private static string? Text(JsonElement item, string member) =>
        item.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Number(JsonElement item, string member) =>
        item.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : 0;
}

/// <summary>The words of an item, read once.</summary>
/// <param name="body">The item.</param>
internal sealed class ItemLine(string body)
{
    /// <summary>Where its words stand, and a line for a person.</summary>
    public (int Start, int End, string Label) Of { get; } = Read(body);

    private static (int Start, int End, string Label) Read(string body)
    {
        using var document = JsonDocument.Parse(body);
        return ItemWords.Of(document.RootElement);
    }
}
