using System.Collections.Concurrent;
using Assay.Cases.Casework;

namespace Assay.Workbench;

/// <summary>What every page works with: the cases, the key of forms, and the last replies, so that the page after a decision can show what
/// it changed.</summary>
/// <param name="shelf">The cases.</param>
/// <param name="formKey">The key of forms.</param>
internal sealed class Desks(CaseShelf shelf, string formKey)
{
    private const int MostKept = 64;
    private readonly ConcurrentQueue<(string Case, DecideReply Reply)> replies = new();

    /// <summary>The cases.</summary>
    public CaseShelf Shelf { get; } = shelf;

    /// <summary>The key of forms.</summary>
    public string FormKey { get; } = formKey;

    /// <summary>Keeps a reply for the next page.</summary>
    public void Keep(string name, DecideReply reply)
    {
        replies.Enqueue((name, reply));
        while (replies.Count > MostKept)
            replies.TryDequeue(out _);
    }

    /// <summary>The reply with an entry of the journal, where it is still kept.</summary>
    public DecideReply? Reply(string name, long entry) =>
        replies.LastOrDefault(r => r.Case == name && r.Reply.Entry.Sequence == entry).Reply;
}

/// <summary>The case that a page shows, and who looks at it.</summary>
/// <param name="Name">Its name here.</param>
/// <param name="Desk">The case.</param>
/// <param name="All">What every page works with.</param>
internal sealed record Seat(string Name, Desk Desk, Desks All)
{
    /// <summary>Where its pages are.</summary>
    public string Root => "/c/" + Uri.EscapeDataString(Name);

    /// <summary>The case.</summary>
    public OpenedCase Case => Desk.Case;
}
