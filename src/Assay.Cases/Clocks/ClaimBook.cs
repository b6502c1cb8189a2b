using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Reading.Events;
using Assay.Reading.Voices;

namespace Assay.Cases.Clocks;

/// <summary>
/// The claims to test: those that words assert, and no others. A relation to an event that no clock times is a premise as well: it says when that
/// event is.
/// </summary>
internal sealed class ClaimBook
{
    private readonly List<CaseClaim> claims = [];
    private readonly HashSet<CaseEvent> clocked;
    private readonly ClaimGrounds grounds;
    private int premises;

    private ClaimBook(ClockBook clocks, IReadOnlyDictionary<(string Source, int Mention), CaseEvent> index)
    {
        clocked = clocks.Clocks.Select(c => c.Event).ToHashSet();
        grounds = new ClaimGrounds(clocks, index);
    }

    /// <summary>Collects the claims of all sources.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="index">The event of each mention.</param>
    /// <param name="clocks">The clocks.</param>
    public static IReadOnlyList<CaseClaim> Collect(IReadOnlyList<SourceReading> sources,
        IReadOnlyDictionary<(string Source, int Mention), CaseEvent> index, ClockBook clocks)
    {
        var book = new ClaimBook(clocks, index);
        foreach (var source in sources)
            foreach (var relation in source.Events.Relations) book.Add(source, relation, index);
        return book.claims;
    }

    private void Add(SourceReading source, EventRelation relation, IReadOnlyDictionary<(string, int), CaseEvent> index)
    {
        var (earlier, later) = (index[(source.Id, relation.Earlier)], index[(source.Id, relation.Later)]);
        if (earlier == later) return;
        var ground = grounds.Of(source, relation, earlier, later);
        var stance = source.Voices.VoiceAt(relation.Quote.Start).Stance;
        var isPremise = ground.NotTested is null && stance is (Stance.Asserted or Stance.Reported) && !(clocked.Contains(earlier) && clocked.Contains(later));
        var premise = isPremise ? new Relation($"r{++premises}", earlier.Id, later.Id, Lower(relation), Upper(relation)) : null;
        claims.Add(new CaseClaim($"c{claims.Count + 1}", source, relation.Quote, earlier, later, relation.Meaning, relation.Words, premise, ground));
    }

    private static Bound? Lower(EventRelation relation) => relation.Meaning.Min is { } min ? new Bound(min, relation.Meaning.MinStrict) : null;

    private static Bound? Upper(EventRelation relation) => relation.Meaning.Max is { } max ? new Bound(max) : null;
}
