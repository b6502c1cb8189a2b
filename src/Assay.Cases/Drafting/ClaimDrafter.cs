using Assay.Cases.Accounts;
using Assay.Reading;
using Assay.Reading.Events;

namespace Assay.Cases.Drafting;

/// <summary>Drafts the claims that words of the sources assert, and no others.</summary>
internal static class ClaimDrafter
{
    /// <summary>The claims of all sources.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="index">The event of each mention.</param>
    /// <param name="ids">Gives the ids.</param>
    public static IEnumerable<ClaimItem> Of(
        IReadOnlyList<SourceReading> sources,
        IReadOnlyDictionary<(string Source, int Mention), DraftedEvent> index,
        DraftIds ids
    )
    {
        foreach (var source in sources)
        {
            foreach (var relation in source.Events.Relations)
            {
                var (earlier, later) = (index[(source.Id, relation.Earlier)], index[(source.Id, relation.Later)]);
                if (earlier != later)
                    yield return Claim(source, relation, earlier, later);
            }
        }

        ClaimItem Claim(SourceReading source, EventRelation relation, DraftedEvent earlier, DraftedEvent later)
        {
            var voice = source.Voices.VoiceAt(relation.Quote.Start);
            return new ClaimItem
            {
                Id = ids.Of("c", source, relation.Quote, $"{earlier.Id} {later.Id} {relation.Words}"),
                Kind = Enum.Parse<ClaimKind>(relation.Meaning.Kind, ignoreCase: true),
                Earlier = earlier.Id,
                Later = later.Id,
                Min = relation.Meaning.Min,
                MinStrict = relation.Meaning.MinStrict,
                Max = relation.Meaning.Max,
                Words = relation.Words,
                Quote = source.Anchor(relation.Quote),
                Voice = LedgerDrafter.Chain(voice.Chain),
                Stance = voice.Stance,
                Mood = relation.Mood,
                EarlierTie = Tie(source, relation.EarlierLink, index),
                LaterTie = Tie(source, relation.LaterLink, index),
            };
        }
    }

    private static TieItem? Tie(
        SourceReading source,
        EventLink link,
        IReadOnlyDictionary<(string Source, int Mention), DraftedEvent> index
    ) => link.Evidence == Evidence.Stated ? null : Tie(link, [.. link.Candidates.Select(c => index[(source.Id, c)].Id).Distinct()]);

    // Tellings that turned out to be of one event are no rivals.
    private static TieItem Tie(EventLink link, IReadOnlyList<string> candidates) =>
        candidates.Count == 1 && link.Candidates.Count > 1
            ? new TieItem(Evidence.Read, link.Words, [])
            : new TieItem(link.Evidence, link.Words, candidates);
}
