using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Assay.Cases.Journal;

/// <summary>What an entry of a journal records.</summary>
public enum JournalAct
{
    /// <summary>The case was made.</summary>
    Created,

    /// <summary>A source was added.</summary>
    SourceAdded,

    /// <summary>Sources were read, by rules, a model, an agent or a person, and drafts came of it.</summary>
    DraftsRead,

    /// <summary>Somebody decided about an item.</summary>
    Decided,

    /// <summary>A decision was taken back.</summary>
    Undone,

    /// <summary>A time stamp was kept beside a source.</summary>
    StampAdded,
}

/// <summary>What is to be recorded; its place in the chain comes with the writing.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Who">Who did it.</param>
/// <param name="At">When, to the millisecond.</param>
public sealed record JournalNote(JournalAct Act, string Who, Instant At)
{
    /// <summary>Id of the item or source it is about; null where it is about the case or a whole reading.</summary>
    public string? Item { get; init; }

    /// <summary>What was there before, as JSON; null where nothing was.</summary>
    public string? Before { get; init; }

    /// <summary>What is there now, as JSON; null where nothing is.</summary>
    public string? After { get; init; }

    /// <summary>Why, in the words of who did it; null where nothing was said.</summary>
    public string? Why { get; init; }

    /// <summary>How long the decision took, where known.</summary>
    public long? Milliseconds { get; init; }
}

/// <summary>An entry of a journal. Its content is one canonical line of JSON that holds the hash of the entry before it; its hash is the
/// SHA-256 of that line, so that a changed past is seen.</summary>
/// <param name="Sequence">Place in the chain, from 1, with no gaps.</param>
/// <param name="Previous">Hash of the entry before; 64 zeros for the first.</param>
/// <param name="Note">What was recorded.</param>
/// <param name="Content">The line that the hash is of.</param>
/// <param name="Hash">SHA-256 of the content in UTF-8, lower-case hexadecimal.</param>
public sealed record JournalEntry(long Sequence, string Previous, JournalNote Note, string Content, string Hash)
{
    /// <summary>What the first entry has for the hash of the one before.</summary>
    public static string Nothing { get; } = new('0', 64);

    /// <summary>The entry after another.</summary>
    /// <param name="sequence">Place of the entry before; 0 where there is none.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="note">What is to be recorded.</param>
    public static JournalEntry After(long sequence, string hash, JournalNote note)
    {
        var content = EntryContent.Write(sequence + 1, hash, note);
        return new JournalEntry(sequence + 1, hash, note, content, HashOf(content));
    }

    /// <summary>The hash of a content.</summary>
    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
