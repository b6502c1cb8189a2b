using System.Collections.Concurrent;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;

namespace Assay.Workbench;

/// <summary>The last replies to decisions, so that the page after one can show what it changed. Safe for use by several threads.</summary>
internal sealed class LastReplies
{
    private const int MostKept = 64;
    private readonly ConcurrentQueue<(string Case, DecideReply Reply)> replies = new();

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

/// <summary>What a page works with: the cases, as its visitor sees them.</summary>
/// <param name="Shelf">The cases.</param>
/// <param name="Visitor">Who looks.</param>
/// <param name="Replies">The last replies.</param>
internal sealed record Desks(CaseShelf Shelf, Visitor Visitor, LastReplies Replies)
{
    /// <summary>The names of the cases that the visitor sees.</summary>
    public IReadOnlyList<string> Names => [.. Shelf.Names().Where(Visitor.Sees)];

    /// <summary>A case for its visitor; or that there is none of that name.</summary>
    public Result<Seat> Open(string name)
    {
        var opened = Visitor.Sees(name) ? Shelf.Open(name) : CaseShelf.None(name);
        return opened.Succeeded ? new Seat(name, opened.Value with { Who = Visitor.Who }, this) : opened.Error;
    }
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

    /// <summary>True where who looks may change the case.</summary>
    public bool MayEdit => All.Visitor.Role(Name) >= Assay.Cases.Team.CaseRole.Editor;
}
