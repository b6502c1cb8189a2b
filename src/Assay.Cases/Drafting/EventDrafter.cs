using Assay.Cases.Accounts;
using Assay.Ground.Anchors;

namespace Assay.Cases.Drafting;

/// <summary>Puts merged events into the shape of the account.</summary>
/// <param name="sources">The sources.</param>
/// <param name="ledger">Knows the ids of times, actors and places.</param>
internal sealed class EventDrafter(IReadOnlyList<SourceReading> sources, LedgerDrafter ledger)
{
    private readonly ILookup<(string Source, int Event), TextSpan> mentions = sources
        .SelectMany(s => s.Events.Mentions.Select(m => (Key: (s.Id, m.Event), m.Span)))
        .ToLookup(m => m.Key, m => m.Span);

    /// <summary>An event.</summary>
    public EventItem Of(DraftedEvent made)
    {
        var (source, mention) = made.First;
        var mark = source.Voices.VoiceAt(mention.Trigger.Start);
        var timed = made.Tellings.FirstOrDefault(t => t.Mention.Time is not null);
        return new EventItem
        {
            Id = made.Id,
            Label = made.Label,
            Quote = source.Anchor(mention.Quote),
            Mentions = [.. made.Tellings.Skip(1).Select(t => t.Source.Anchor(t.Mention.Quote)), .. made.Tellings.SelectMany(Named)],
            Verb = mention.TriggerStem,
            Actors = ledger.ActorsIn(source, mention.Quote),
            Place = ledger.PlaceIn(source, mention),
            Time = timed is null ? null : ledger.TimeId(timed.Source, timed.Mention.Time!),
            Voice = LedgerDrafter.Chain(mark.Chain),
            Stance = mark.Stance,
            Mood = mention.Mood,
        };
    }

    private IEnumerable<Anchor> Named(Telling telling) =>
        mentions[(telling.Source.Id, telling.Mention.Index)].Select(telling.Source.Anchor);
}
