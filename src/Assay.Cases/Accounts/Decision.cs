using System.Text.Json.Serialization;
using Assay.Reading;

namespace Assay.Cases.Accounts;

/// <summary>What a person, or a policy, decides about one item of an account. Its JSON form names what it does: <c>accept</c>,
/// <c>reject</c>, <c>skip</c>, <c>edit</c>, <c>rename</c>, <c>zone</c>, <c>merge</c>, <c>attach</c>, <c>add</c>.</summary>
/// <param name="Item">Id of the item.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "does")]
[JsonDerivedType(typeof(Accepted), "accept")]
[JsonDerivedType(typeof(Struck), "reject")]
[JsonDerivedType(typeof(Skipped), "skip")]
[JsonDerivedType(typeof(Edited), "edit")]
[JsonDerivedType(typeof(Renamed), "rename")]
[JsonDerivedType(typeof(ZoneSettled), "zone")]
[JsonDerivedType(typeof(Merged), "merge")]
[JsonDerivedType(typeof(Attached), "attach")]
[JsonDerivedType(typeof(Added), "add")]
public abstract record Decision(string Item);

/// <summary>The item stays as it is, whatever later readings propose. Of an item that was rejected: it is back.</summary>
/// <inheritdoc cref="Decision"/>
public sealed record Accepted(string Item) : Decision(Item);

/// <summary>The item goes, with what rests on it.</summary>
/// <inheritdoc cref="Decision"/>
public sealed record Struck(string Item) : Decision(Item);

/// <summary>Somebody looked and did not decide: the item stays as the drafter has it. Never a rejection; of an item that was
/// rejected it says that the question is open again.</summary>
/// <inheritdoc cref="Decision"/>
public sealed record Skipped(string Item) : Decision(Item);

/// <summary>Members of the item get other values.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Fields">The members with their new values, as a JSON object in the form of <c>docs/account.schema.json</c>:
/// <c>{"date":"2021-05-03","role":"report"}</c>. Null takes a value away; an object changes the members it has (RFC 7396). The id stays
/// what it is.</param>
public sealed record Edited(string Item, [property: JsonConverter(typeof(RawJsonConverter))] string Fields) : Decision(Item);

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

/// <summary>Two events are one: what is said of the first is said of the other, which keeps the words of both.</summary>
/// <param name="Item">Id of the event that goes into the other.</param>
/// <param name="Into">Id of the event that stays.</param>
public sealed record Merged(string Item, string Into) : Decision(Item);

/// <summary>A finding of the customs books stands beside a route claim. One of the same country and product that stood there is
/// replaced.</summary>
/// <param name="Item">Id of the claim.</param>
/// <param name="Finding">The finding.</param>
public sealed record Attached(string Item, RouteFinding Finding) : Decision(Item);

/// <summary>An item that no drafter has, written by hand.</summary>
/// <param name="Item">Its id, that of no other item.</param>
/// <param name="Kind">The list of the account it belongs to: <c>events</c>, <c>clocks</c>, ...</param>
/// <param name="Body">The item as a JSON object, in the form of <c>docs/account.schema.json</c>.</param>
public sealed record Added(string Item, string Kind, [property: JsonConverter(typeof(RawJsonConverter))] string Body) : Decision(Item);
