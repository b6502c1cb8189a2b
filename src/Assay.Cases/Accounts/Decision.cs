using Assay.Reading;

namespace Assay.Cases.Accounts;

/// <summary>What a person, or a policy, decides about one item of an account.</summary>
/// <param name="Item">Id of the item.</param>
public abstract record Decision(string Item);

/// <summary>The item goes, with what rests on it.</summary>
/// <inheritdoc cref="Decision"/>
public sealed record Struck(string Item) : Decision(Item);

/// <summary>An event gets another label.</summary>
/// <param name="Item">Id of the event.</param>
/// <param name="Label">The label.</param>
public sealed record Renamed(string Item, string Label) : Decision(Item);

/// <summary>A clock's zone is known.</summary>
/// <param name="Item">Id of the zone.</param>
/// <param name="Zone">IANA id or fixed offset.</param>
/// <param name="Reason">Who says so.</param>
public sealed record ZoneSettled(string Item, string Zone, string Reason) : Decision(Item)
{
    /// <summary>The one candidate that is left.</summary>
    internal ZoneItem Of(ZoneItem zone) =>
        zone with
        {
            Stated = true,
            Evidence = Evidence.Stated,
            Candidates = [new ZoneChoice(Zone, Reason, Home: true)],
        };
}
