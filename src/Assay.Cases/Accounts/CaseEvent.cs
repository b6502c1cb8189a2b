using Assay.Reading.Events;

namespace Assay.Cases.Accounts;

/// <summary>One place that tells an event.</summary>
/// <param name="Source">The source.</param>
/// <param name="Mention">The event as told there.</param>
internal sealed record Telling(SourceReading Source, EventMention Mention);

/// <summary>Something that happened, with every telling of it in every source.</summary>
/// <param name="Id">Id in the report: <c>e1</c>, ...</param>
/// <param name="Tellings">At least one; the first gives the label and the quote.</param>
internal sealed record CaseEvent(string Id, IReadOnlyList<Telling> Tellings)
{
    /// <summary>The telling that names the event.</summary>
    public Telling First => Tellings[0];

    /// <summary>True where it is told as something that happened; a plan, a condition or a denial bears no premise.</summary>
    public bool IsActual => First.Mention.Mood == EventMood.Actual;

    /// <summary>A short label in the source's words.</summary>
    public string Label => First.Mention.Label;
}
