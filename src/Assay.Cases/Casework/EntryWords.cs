using System.Text.Json;
using Assay.Cases.Journal;

namespace Assay.Cases.Casework;

/// <summary>Entries of a journal in words.</summary>
public static class EntryWords
{
    /// <summary>Who did what and when, in one sentence without its stop: "Ada accepted c-12 on 2024-03-01 at 16:40:05Z (entry
    /// 14)".</summary>
    public static string Told(JournalEntry entry)
    {
        var at = EntryContent.Text(entry.Note.At);
        return $"{entry.Note.Who} {Did(entry)} on {at[..10]} at {at[11..19]}Z (entry {entry.Sequence})";
    }

    /// <summary>When it was done: "2024-03-01T16:40:05.120Z".</summary>
    public static string At(JournalEntry entry) => EntryContent.Text(entry.Note.At);

    /// <summary>What was done: "accepted c-12", "read the sources by rules".</summary>
    public static string Did(JournalEntry entry)
    {
        var note = entry.Note;
        return note.Act switch
        {
            JournalAct.Created => $"made the case{(Text(note.After, "title") is { } title ? $" “{title}”" : "")}",
            JournalAct.SourceAdded => $"added {Text(note.After, "file")} as {note.Item}",
            JournalAct.StampAdded => $"kept the time stamp {Text(note.After, "file")} beside {note.Item}",
            JournalAct.DraftsRead =>
                $"had {Text(note.After, "drafter")} read: {Count(note.After, "new")} new, {Count(note.After, "changed")} changed, "
                    + $"{Count(note.After, "gone")} gone",
            JournalAct.Decided => $"{Verb(note.After)} {note.Item}",
            JournalAct.Undone => $"took back entry {Text(note.After, "undoes")} about {note.Item}",
            _ => note.Act.ToString(),
        };
    }

    private static string Verb(string? after)
    {
        using var document = JsonDocument.Parse(after ?? "{}");
        var does = document.RootElement.TryGetProperty("decision", out var decision) ? Text(decision.GetRawText(), "does") : null;
        return does switch
        {
            "accept" => "accepted",
            "reject" => "rejected",
            "skip" => "skipped",
            "edit" => "edited",
            "rename" => "renamed",
            "zone" => "settled the zone of",
            "merge" => "merged",
            "attach" => "attached a finding of the customs books to",
            "add" => "wrote",
            _ => "decided about",
        };
    }

    private static string? Text(string? json, string member)
    {
        using var document = JsonDocument.Parse(json ?? "{}");
        if (!document.RootElement.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
    }

    private static int Count(string? json, string member)
    {
        using var document = JsonDocument.Parse(json ?? "{}");
        if (!document.RootElement.TryGetProperty(member, out var value))
            return 0;
        return value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : value.GetPropertyCount();
    }
}
