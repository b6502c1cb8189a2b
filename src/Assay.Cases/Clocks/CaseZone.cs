using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Reading;

namespace Assay.Cases.Clocks;

/// <summary>The zone of a voice's clock as the solver takes it.</summary>
/// <param name="Item">The zone.</param>
/// <param name="Variable">The variable for the solver.</param>
internal sealed record CaseZone(ZoneItem Item, ZoneVariable Variable)
{
    /// <summary>What a clock is read on where nothing tells its zone.</summary>
    public static ZoneChoice StandIn { get; } = new("UTC", "nothing in the text tells; UTC stands in for it");

    private const string Unknown = "the zone stated is not known; UTC stands in for it";

    /// <summary>Words for a person: "the clock of Radio North".</summary>
    public string Label => Item.Label.Length > 0 ? Item.Label : $"the clock of {Item.Voice}";

    /// <summary>What the home zone rests on; guessed where nothing tells.</summary>
    public Evidence Evidence => Item.Candidates.Count == 0 ? Evidence.Guessed : Item.Evidence;

    /// <summary>True where the text states a zone that is not known: nothing may be said of this clock against another one.</summary>
    public bool IsUnknown => Item.Stated && Item.Candidates.Count == 0;

    /// <summary>True where nothing tells the zone.</summary>
    public bool IsOpen => !Item.Stated && Item.Candidates.Count == 0;

    /// <summary>A zone of the account.</summary>
    public static CaseZone Of(ZoneItem item)
    {
        IReadOnlyList<ZoneChoice> choices = item.Candidates.Count > 0 ? item.Candidates : [item.Stated ? new("UTC", Unknown) : StandIn];
        return new CaseZone(
            item,
            new ZoneVariable(item.Id, item.Voice, [.. choices.Select(c => new ZoneCandidate(c.Zone, c.Reason, c.Home))], item.Stated)
        );
    }
}
