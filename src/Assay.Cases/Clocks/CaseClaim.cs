using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Reading.Events;
using NodaTime;

namespace Assay.Cases.Clocks;

/// <summary>A claim about two events, as it goes to the solver and comes back.</summary>
/// <param name="Id">Id.</param>
/// <param name="Earlier">The event said to be earlier.</param>
/// <param name="Later">The event said to be later.</param>
/// <param name="Meaning">What is claimed.</param>
/// <param name="Item">The claim of the account; null where only the order of the clock times implies it.</param>
/// <param name="Premise">The premise that states the same, left out when the claim is tested; null where there is none.</param>
/// <param name="Ground">What it rests on, and whether it may be tested.</param>
internal sealed record CaseClaim(
    string Id,
    EventItem Earlier,
    EventItem Later,
    RelationMeaning Meaning,
    ClaimItem? Item,
    Relation? Premise,
    ClaimGround Ground
)
{
    /// <summary>The claim for the solver.</summary>
    /// <param name="clocks">Ids of the clock statements that are the claim itself and must not be its premises.</param>
    public TimeClaim ToTimeClaim(IReadOnlyList<string>? clocks = null) =>
        new(Id, Earlier.Id, Later.Id, Min, Max, Premise is null ? clocks : [Premise.Id, .. clocks ?? []]);

    // A length stated to the minute is tested at the minute: two clocks that name minutes n apart lie more than n - 1 and less than n + 1
    // apart.
    private Duration Grain =>
        Meaning is { Kind: "gap", Min: { } min, Max: { } max } && max - min < Duration.FromMinutes(2)
            ? Duration.FromMinutes(1) - (max - min) / 2
            : Duration.Zero;

    private Bound? Min => Meaning.Min is { } min ? new Bound(min - Grain, Meaning.MinStrict || Grain > Duration.Zero) : null;

    private Bound? Max => Meaning.Max is { } max ? new Bound(max + Grain, Grain > Duration.Zero) : null;
}
