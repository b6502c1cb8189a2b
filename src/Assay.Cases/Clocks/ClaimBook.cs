using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Reading.Voices;

namespace Assay.Cases.Clocks;

/// <summary>
/// The claims of an account that are put to the test. A relation to an event that no clock times is a premise as well: it says when that
/// event is.
/// </summary>
internal sealed class ClaimBook
{
    private readonly Dictionary<string, EventItem> events;
    private readonly ClockBook clocks;
    private readonly ClaimGrounds grounds;
    private readonly ClockMemo memo;
    private readonly Account account;

    /// <summary>Prepares for an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="clocks">Its clocks.</param>
    public ClaimBook(Account account, ClockBook clocks)
    {
        this.account = account;
        events = account.Events.ToDictionary(e => e.Id, StringComparer.Ordinal);
        this.clocks = clocks;
        memo = clocks.Memo;
        grounds = new ClaimGrounds(clocks, events);
    }

    /// <summary>The claims, in the order of the account.</summary>
    public IReadOnlyList<CaseClaim> All() => account.Claims.Select(Claim).ToList();

    /// <summary>A claim as it goes to the test on each pair of events that it may mean, ties left out, though a link be a guess.</summary>
    /// <param name="item">The claim; its events stand in the account.</param>
    /// <param name="earlier">The events that may be the earlier one.</param>
    /// <param name="later">The events that may be the later one.</param>
    public IReadOnlyList<CaseClaim> Each(ClaimItem item, IReadOnlyList<string> earlier, IReadOnlyList<string> later)
    {
        List<object?> from = [];
        foreach (var id in earlier.Concat(later))
            AddTimed(from, events[id]);
        object?[] rests = [.. from];
        return memo.Referents.Find(item, rests)
            ?? memo.Referents.Keep(
                item,
                earlier
                    .SelectMany(_ => later, (a, b) => item with { Earlier = a, Later = b, EarlierTie = null, LaterTie = null })
                    .Where(c => c.Earlier != c.Later)
                    .Select((c, i) => Made(c with { Id = $"{item.Id}/{i}" }, isTentative: true) with { Premise = null })
                    .ToList(),
                rests
            );
    }

    private CaseClaim Claim(ClaimItem item)
    {
        object?[] rests = [.. RestsOn(item)];
        return memo.Claims.Find(item, rests) ?? memo.Claims.Keep(item, Made(item, isTentative: false), rests);
    }

    // All that is looked into to tell what a claim rests on.
    private List<object?> RestsOn(ClaimItem item)
    {
        List<object?> from = [];
        AddTimed(from, events[item.Earlier]);
        AddTimed(from, events[item.Later]);
        foreach (var tie in new[] { item.EarlierTie, item.LaterTie }.OfType<TieItem>())
        foreach (var id in tie.Candidates)
            from.AddRange([events[id], clocks.FirstOf(events[id])]);
        return from;
    }

    private void AddTimed(List<object?> from, EventItem made)
    {
        from.Add(made);
        from.AddRange(clocks.Of(made));
        from.Add(null); // where the clocks of the next begin
    }

    private CaseClaim Made(ClaimItem item, bool isTentative)
    {
        var (earlier, later) = (events[item.Earlier], events[item.Later]);
        var ground = grounds.Of(item, earlier, later, isTentative);
        var isVouched = item.Stance is Stance.Asserted or Stance.Reported;
        var isPremise = ground.NotTested is null && isVouched && !(IsClocked(earlier) && IsClocked(later));
        var premise = isPremise ? new Relation($"r-{item.Id}", earlier.Id, later.Id, Lower(item), Upper(item)) : null;
        return new CaseClaim(item.Id, earlier, later, item.Meaning, item, premise, ground);
    }

    private bool IsClocked(EventItem made) => clocks.FirstOf(made) is not null;

    private static Bound? Lower(ClaimItem item) => item.Meaning.Min is { } min ? new Bound(min, item.Meaning.MinStrict) : null;

    private static Bound? Upper(ClaimItem item) => item.Meaning.Max is { } max ? new Bound(max) : null;
}
