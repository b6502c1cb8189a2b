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

    private readonly Account account;

    /// <summary>Prepares for an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="clocks">Its clocks.</param>
    public ClaimBook(Account account, ClockBook clocks)
    {
        this.account = account;
        events = account.Events.ToDictionary(e => e.Id, StringComparer.Ordinal);
        this.clocks = clocks;
        grounds = new ClaimGrounds(clocks, events);
    }

    /// <summary>The claims, in the order of the account.</summary>
    public IReadOnlyList<CaseClaim> All() => account.Claims.Select(c => Claim(c)).ToList();

    /// <summary>A claim as it goes to the test.</summary>
    /// <param name="item">The claim; its events stand in the account.</param>
    /// <param name="isTentative">True to test it though a link is a guess.</param>
    public CaseClaim Claim(ClaimItem item, bool isTentative = false)
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
