using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Cases.Wording;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Journal;

/// <summary>The line of JSON that the hash of an entry is of.</summary>
internal static class EntryContent
{
    private static readonly InstantPattern Times = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");

    private static readonly Dictionary<string, JournalAct> Acts = Enum.GetValues<JournalAct>()
        .ToDictionary(a => EnumNames.Of(a), StringComparer.Ordinal);

    /// <summary>An instant cut to the millisecond, as an entry keeps it.</summary>
    public static Instant Cut(Instant instant) => Instant.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    /// <summary>An instant as an entry writes it.</summary>
    public static string Text(Instant instant) => Times.Format(instant);

    /// <summary>Writes the content of an entry.</summary>
    public static string Write(long sequence, string previous, JournalNote note)
    {
        var content = new JsonObject
        {
            ["sequence"] = sequence,
            ["previous"] = previous,
            ["at"] = Text(note.At),
            ["who"] = note.Who,
            ["act"] = EnumNames.Of(note.Act),
        };
        Put(content, "item", note.Item is null ? null : JsonValue.Create(note.Item));
        Put(content, "before", note.Before is null ? null : JsonNode.Parse(note.Before));
        Put(content, "after", note.After is null ? null : JsonNode.Parse(note.After));
        Put(content, "why", note.Why is null ? null : JsonValue.Create(note.Why));
        Put(content, "milliseconds", note.Milliseconds is null ? null : JsonValue.Create(note.Milliseconds.Value));
        return CanonicalJson.Of(content.ToJsonString());
    }

    /// <summary>Reads an entry back from its content.</summary>
    /// <param name="content">The content.</param>
    /// <returns>The entry, with the hash that its content has; null where the content is none that this program writes.</returns>
    public static JournalEntry? Read(string content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            var at = Times.Parse(root.GetProperty("at").GetString()!);
            var note = new JournalNote(Acts[root.GetProperty("act").GetString()!], root.GetProperty("who").GetString()!, at.Value)
            {
                Item = Member(root, "item")?.GetString(),
                Before = Member(root, "before")?.GetRawText(),
                After = Member(root, "after")?.GetRawText(),
                Why = Member(root, "why")?.GetString(),
                Milliseconds = Member(root, "milliseconds")?.GetInt64(),
            };
            var (sequence, previous) = (root.GetProperty("sequence").GetInt64(), root.GetProperty("previous").GetString()!);
            return new JournalEntry(sequence, previous, note, content, JournalEntry.HashOf(content));
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or UnparsableValueException
                        or ArgumentNullException
            )
        {
            return null;
        }
    }

    private static void Put(JsonObject content, string name, JsonNode? value)
    {
        if (value is not null)
            content[name] = value;
    }

    private static JsonElement? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
