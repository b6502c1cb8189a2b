using Assay.Reading.Events;

namespace Assay.Cases.Drafting;

/// <summary>One place that tells an event.</summary>
/// <param name="Source">The source.</param>
/// <param name="Mention">The event as told there.</param>
internal sealed record Telling(SourceReading Source, EventMention Mention);

/// <summary>Something that happened, with every telling of it in every source.</summary>
/// <param name="Id">Id in the account.</param>
/// <param name="Tellings">At least one; the first gives the label and the quote.</param>
internal sealed record DraftedEvent(string Id, IReadOnlyList<Telling> Tellings)
{
    /// <summary>The telling that names the event.</summary>
    public Telling First => Tellings[0];

    /// <summary>A short label in the source's words.</summary>
    public string Label => First.Mention.Label;
}
