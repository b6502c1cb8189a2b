using Assay.Cases.Accounts;
using Assay.Cases.Keeping;
using Assay.Reading.Intake;

namespace Assay.Cases.Checking;

/// <summary>What was held against the sources before. What held then holds again as long as the documents that its words stand in are the
/// same and all that it names holds. Safe for use by several threads.</summary>
internal sealed class CheckMemo
{
    private readonly Kept<HeldItem> items = new();
    private readonly Kept<string> lost = new();

    /// <summary>What an item, this very object, was held as; or null.</summary>
    public HeldItem? Of(object item) => items.Find(item);

    /// <summary>Keeps what an item was held as.</summary>
    public void Keep(object item, HeldItem held) => items.Keep(item, held);

    /// <summary>Why this anchor, this very object, does not stand in this very document; or null.</summary>
    public string? Lost(Anchor anchor, SourceDocument document) => lost.Find(anchor, document);

    /// <summary>Keeps why an anchor does not stand in a document.</summary>
    public void Lose(Anchor anchor, SourceDocument document, string reason) => lost.Keep(anchor, reason, document);

    /// <summary>Ends a check.</summary>
    public void Turn()
    {
        items.Turn();
        lost.Turn();
    }
}

/// <summary>An item that held without a word, and what it rests on.</summary>
/// <param name="Item">The item as it was held.</param>
/// <param name="Documents">The documents that its words stand in, by the ids of their sources.</param>
/// <param name="Named">The items that it names, each with its list.</param>
internal sealed record HeldItem(
    object Item,
    IReadOnlyList<(string Source, SourceDocument Document)> Documents,
    IReadOnlyList<(string Id, string List)> Named
);
