namespace Assay.Trade.Lists;

/// <summary>One code on a list of restricted goods.</summary>
/// <param name="Code">HS or CN code of 2 to 8 digits; it covers every longer code that begins with it.</param>
/// <param name="Measure">The list or annex.</param>
/// <param name="Tier">Priority tier, or empty.</param>
/// <param name="From">First day on which it can have been listed, or null where the list does not say.</param>
/// <param name="KnownBy">Day by which it certainly was listed; between the two the list leaves it open. Null where <paramref name="From"/>
/// is exact.</param>
/// <param name="Until">Last day, or null while it stands.</param>
/// <param name="Partial">True where only part of the code is meant ("ex").</param>
/// <param name="Condition">A condition such as a value threshold, or empty.</param>
public sealed record ListEntry(
    string Code,
    string Measure,
    string Tier,
    DateOnly? From,
    DateOnly? KnownBy,
    DateOnly? Until,
    bool Partial,
    string Condition
);

/// <summary>What a list says of a code on a day.</summary>
public enum ListingState
{
    /// <summary>On the list.</summary>
    Listed,

    /// <summary>The measure stood, but the code may have been added to it later.</summary>
    PossiblyListed,

    /// <summary>Listed at a later date.</summary>
    NotYet,

    /// <summary>No longer listed.</summary>
    Ended,

    /// <summary>The list is held in a later version than the day, so that nothing is known of it here.</summary>
    NotKnown,
}

/// <summary>One entry that covers a code, and its state on the day asked.</summary>
/// <param name="List">Name of the list.</param>
/// <param name="Entry">The entry.</param>
/// <param name="State">Its state.</param>
public sealed record Listing(string List, ListEntry Entry, ListingState State);

/// <summary>A list of restricted goods as data with dates.</summary>
/// <param name="Name">Short name, such as chpl.</param>
/// <param name="Title">Full name.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="AsOf">State of the list, or null.</param>
/// <param name="Complete">False where codes are missing, so that absence proves nothing.</param>
/// <param name="Note">What a reader must know.</param>
/// <param name="Entries">The codes.</param>
public sealed record RestrictedList(
    string Name,
    string Title,
    string Source,
    DateOnly? AsOf,
    bool Complete,
    string Note,
    IReadOnlyList<ListEntry> Entries
)
{
    /// <summary>
    /// The first month (yyyymm) in which goods of the list were restricted throughout: as its file says (<c># since: 2022-03</c>), else the
    /// first full
    /// month from the earliest date of an entry on; null where neither is given.
    /// </summary>
    public int? Since
    {
        get => field ?? (Entries.Min(e => e.From) is { } first ? FirstFullMonth(first) : null);
        init;
    }

    private readonly ILookup<string, ListEntry> byCode = Entries.ToLookup(e => e.Code, StringComparer.Ordinal);

    /// <summary>The entries that cover a code (its own or a shorter one it begins with), longest first, with their state on a
    /// day.</summary>
    public IReadOnlyList<Listing> Find(string code, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(code);
        return
        [
            .. Enumerable
                .Range(2, Math.Max(0, code.Length - 1))
                .Reverse()
                .SelectMany(n => byCode[code[..n]])
                .Select(e => new Listing(Name, e, State(e, on))),
        ];
    }

    /// <summary>The entries below a heading or chapter (longer codes that begin with it), in order, with their state on a day.</summary>
    public IReadOnlyList<Listing> Below(string code, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(code);
        return
        [
            .. Entries
                .Where(e => e.Code.Length > code.Length && e.Code.StartsWith(code, StringComparison.Ordinal))
                .OrderBy(e => e.Code, StringComparer.Ordinal)
                .Select(e => new Listing(Name, e, State(e, on))),
        ];
    }

    /// <summary>Whether a day lies before the version of the list that is held, so that the absence of a code says nothing.</summary>
    public bool IsBefore(DateOnly on) => AsOf is { } version && on < version;

    /// <summary>True where the code or a shorter one it begins with is on the list, whatever the date.</summary>
    public bool Covers(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Enumerable.Range(2, Math.Max(0, code.Length - 1)).Any(n => byCode.Contains(code[..n]));
    }

    private static int FirstFullMonth(DateOnly day)
    {
        var month = day.Day == 1 ? day : day.AddMonths(1);
        return (month.Year * 100) + month.Month;
    }

    private ListingState State(ListEntry entry, DateOnly on) =>
        entry.Until is { } until && on > until ? ListingState.Ended
        : IsBefore(on) && entry.From == AsOf ? ListingState.NotKnown
        : entry.From is { } from && on < from ? ListingState.NotYet
        : entry.KnownBy is { } known && on < known && entry.From != known ? ListingState.PossiblyListed
        : ListingState.Listed;
}
