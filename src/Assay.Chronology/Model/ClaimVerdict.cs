using NodaTime;

namespace Assay.Chronology.Model;

/// <summary>What the test of a claim says.</summary>
public enum Verdict
{
    /// <summary>Every consistent reading, and every instant in it, satisfies the claim.</summary>
    Always,

    /// <summary>Some do, some do not.</summary>
    Sometimes,

    /// <summary>None does.</summary>
    Never,

    /// <summary>No reading satisfies the premises connected with the claim.</summary>
    Contradictory,

    /// <summary>The budget ran out before an answer. Never shown as <see cref="Never"/>.</summary>
    Unsettled,
}

/// <summary>The verdict where each voice is on the clock of its own seat.</summary>
public enum HomeVerdict
{
    /// <summary>The claim holds at every instant.</summary>
    Holds,

    /// <summary>The claim holds at none.</summary>
    Fails,

    /// <summary>It depends on unstated times, or a voice has no known seat.</summary>
    Depends,

    /// <summary>Home clocks contradict the premises.</summary>
    Impossible,
}

/// <summary>A full reading: a zone for every clock and an instant for every event.</summary>
/// <param name="Zones">Zone id per zone variable.</param>
/// <param name="Instants">UTC instant per event.</param>
/// <param name="Global">The zone all unstated clocks were converted to, or null where each has its own.</param>
public sealed record Reading(
    IReadOnlyDictionary<string, string> Zones,
    IReadOnlyDictionary<string, Instant> Instants,
    string? Global = null
);

/// <summary>One row of the table of combinations of the deciding clocks.</summary>
/// <param name="Zones">Zone id per deciding variable, in the order of <see cref="ClaimVerdict.DecidedBy"/>.</param>
/// <param name="Global">The global zone where the row is a global alternative, or null.</param>
/// <param name="Verdict">What the claim is under this combination: always, sometimes (an unstated time decides), never,
/// contradictory.</param>
/// <param name="GapMin">Smallest gap on the stated minutes, or null where unbounded.</param>
/// <param name="GapMax">Largest gap on the stated minutes, or null where unbounded.</param>
/// <param name="IsHome">True where every deciding clock is on its home zone.</param>
public sealed record CombinationRow(
    IReadOnlyList<string> Zones,
    string? Global,
    Verdict Verdict,
    Duration? GapMin,
    Duration? GapMax,
    bool IsHome
);

/// <summary>The smallest change that would flip the verdict on home clocks (or, without home clocks, of the verdict).</summary>
/// <param name="Clocks">Fewest variables that must leave home, with the zone each must take; empty where none within the lists
/// does.</param>
/// <param name="NearestOffset">Nearest offset outside the lists that would flip it: variable and offset; null where not applicable.</param>
/// <param name="Margin">How far the narrowest reading is from the threshold; null where unbounded.</param>
public sealed record Flip(IReadOnlyDictionary<string, string> Clocks, (string Variable, Offset Offset)? NearestOffset, Duration? Margin);

/// <summary>Everything the clock test says of one claim.</summary>
public sealed record ClaimVerdict
{
    /// <summary>Id of the claim.</summary>
    public required string Claim { get; init; }

    /// <summary>The verdict over all readings.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict on home clocks.</summary>
    public required HomeVerdict Home { get; init; }

    /// <summary>Smallest gap on home clocks, on the stated minutes; null where unbounded.</summary>
    public Duration? HomeGapMin { get; init; }

    /// <summary>Largest gap on home clocks, on the stated minutes; null where unbounded.</summary>
    public Duration? HomeGapMax { get; init; }

    /// <summary>Smallest gap over all readings, on the stated minutes; null where unbounded.</summary>
    public Duration? GapMin { get; init; }

    /// <summary>Largest gap over all readings, on the stated minutes; null where unbounded.</summary>
    public Duration? GapMax { get; init; }

    /// <summary>The zone variables that decide it; empty where the verdict does not depend on a clock.</summary>
    public IReadOnlyList<string> DecidedBy { get; init; } = [];

    /// <summary>True where, with all zones fixed, some instants satisfy the claim and some do not.</summary>
    public bool DependsOnUnstatedTime { get; init; }

    /// <summary>The combinations of the deciding variables.</summary>
    public IReadOnlyList<CombinationRow> Table { get; init; } = [];

    /// <summary>A reading that satisfies the claim, or null.</summary>
    public Reading? For { get; init; }

    /// <summary>A reading that does not, or null.</summary>
    public Reading? Against { get; init; }

    /// <summary>Ids of a minimal set of premises that the verdict follows from (always, never) or that clash (contradictory).</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    /// <summary>The smallest change that would flip it; null where nothing would.</summary>
    public Flip? Flip { get; init; }

    /// <summary>Zone variables whose value, once known, would settle the claim whatever the others are, most telling first.</summary>
    public IReadOnlyList<string> Ask { get; init; } = [];

    /// <summary>Statements left out because their local time was skipped by a clock change in a zone, as (statement, zone).</summary>
    public IReadOnlyList<(string Statement, string Zone)> Skipped { get; init; } = [];
}

/// <summary>The claims tested together.</summary>
/// <param name="Verdict">Always: all hold in every reading; sometimes: some reading satisfies all; never: none does.</param>
/// <param name="Table">Combinations of the deciding zones under which all claims hold.</param>
/// <param name="DecidedBy">The deciding variables, in the order of the table's columns.</param>
/// <param name="For">A reading in which all hold, or null.</param>
/// <param name="Clash">Where never: a minimal set of claims that cannot hold together.</param>
public sealed record JointVerdict(
    Verdict Verdict,
    IReadOnlyList<CombinationRow> Table,
    IReadOnlyList<string> DecidedBy,
    Reading? For,
    IReadOnlyList<string> Clash
);
