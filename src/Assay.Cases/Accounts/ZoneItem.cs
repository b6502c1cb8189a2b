using Assay.Reading;

namespace Assay.Cases.Accounts;

/// <summary>The unknown zone of one voice's clock.</summary>
public sealed record ZoneItem
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Whose clock it is.</summary>
    public required string Voice { get; init; }

    /// <summary>Words for a person, such as "the clock of Radio North"; made of the voice where empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>True where the text states the zone: no global alternative touches it then.</summary>
    public bool Stated { get; init; }

    /// <summary>What the home zone rests on.</summary>
    public Evidence Evidence { get; init; } = Evidence.Read;

    /// <summary>The zones it may have been in; empty where nothing tells, or where the zone stated is not known.</summary>
    public IReadOnlyList<ZoneChoice> Candidates { get; init; } = [];
}

/// <summary>A zone a clock may have been in.</summary>
/// <param name="Zone">IANA id or fixed offset (<c>UTC+03:00</c>).</param>
/// <param name="Reason">Why.</param>
/// <param name="Home">True for the clock of the voice's own seat; at most one of a clock that is not stated.</param>
public sealed record ZoneChoice(string Zone, string Reason = "", bool Home = false);

/// <summary>A zone that every unstated clock may have been converted to.</summary>
/// <param name="Zone">IANA id or fixed offset.</param>
/// <param name="Reason">Why.</param>
public sealed record GlobalItem(string Zone, string Reason = "");
