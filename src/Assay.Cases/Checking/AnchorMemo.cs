using System.Runtime.CompilerServices;
using Assay.Cases.Accounts;
using Assay.Reading.Intake;

namespace Assay.Cases.Checking;

/// <summary>Where anchors were found in a document and what the words of clocks were read as, so that the same anchor is not looked for
/// again. Safe for use by several
/// threads.</summary>
internal sealed class AnchorMemo
{
    private readonly ConditionalWeakTable<Anchor, Found> known = [];
    private readonly ConditionalWeakTable<ClockItem, Told> clocks = [];

    /// <summary>What was found for this anchor, this very object, in this very document; or null.</summary>
    public (Anchor? Held, string? Reason)? Of(Anchor anchor, SourceDocument document) =>
        known.TryGetValue(anchor, out var found) && ReferenceEquals(found.Document, document) ? (found.Held, found.Reason) : null;

    /// <summary>Keeps what was found.</summary>
    public void Keep(Anchor anchor, SourceDocument document, Anchor? held, string? reason) =>
        known.AddOrUpdate(anchor, new Found(document, held, reason));

    /// <summary>What the words of this clock, this very object with this very anchor, were read as before; or what they are read as
    /// now.</summary>
    public (ClockItem? Read, string? Reason) Words(ClockItem clock, Anchor quote, Func<(ClockItem?, string?)> read)
    {
        if (clocks.TryGetValue(clock, out var found) && ReferenceEquals(found.Quote, quote))
            return (found.Clock, found.Reason);
        var (item, reason) = read();
        clocks.AddOrUpdate(clock, new Told(quote, item, reason));
        return (item, reason);
    }

    private sealed record Told(Anchor Quote, ClockItem? Clock, string? Reason);

    private sealed record Found(SourceDocument Document, Anchor? Held, string? Reason);
}
