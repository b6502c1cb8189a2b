using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>What the workbench calls things.</summary>
internal static class Words
{
    private static readonly Dictionary<string, (string One, string Many)> Kinds = new(StringComparer.Ordinal)
    {
        ["times"] = ("time expression", "time expressions"),
        ["events"] = ("event", "events"),
        ["zones"] = ("zone of a clock", "zones of clocks"),
        ["clocks"] = ("clock time", "clock times"),
        ["claims"] = ("claim", "claims"),
        ["counts"] = ("claim of a number", "claims of numbers"),
        ["distances"] = ("claim of a distance", "claims of distances"),
        ["routes"] = ("claim of a route", "claims of routes"),
        ["statements"] = ("statement", "statements"),
        ["figures"] = ("figure", "figures"),
        ["sameFigures"] = ("pair of figures", "pairs of figures"),
        ["sameOrigins"] = ("pair of sources", "pairs of sources"),
        ["questions"] = ("question", "questions"),
        ["forecasts"] = ("forecast", "forecasts"),
        ["places"] = ("place", "places"),
        ["actors"] = ("actor", "actors"),
    };

    /// <summary>What an item of a list of the account is called.</summary>
    public static string Kind(string kind) => Kinds.TryGetValue(kind, out var words) ? words.One : kind;

    /// <summary>Why a person is needed for an item.</summary>
    public static string Need(DraftEntry entry) =>
        entry.Need switch
        {
            Assay.Cases.Casework.Need.Verdict => Verdicts.Count(entry.Claims.Count, "verdict")
                + (entry.Claims.Count == 1 ? " hangs" : " hang")
                + " on it",
            Assay.Cases.Casework.Need.Disagreement => "voices time this event differently",
            Assay.Cases.Casework.Need.SameEvent => "another source may tell of the same event",
            Assay.Cases.Casework.Need.SameOrigin => "looks like one origin: accept it where it is, reject it where it is not",
            Assay.Cases.Casework.Need.WhichEvent => "it is unsure which event is meant",
            Assay.Cases.Casework.Need.Zone => "the zone is unsure",
            Assay.Cases.Casework.Need.DraftersDiffer => "drafters differ",
            _ => "",
        };

    /// <summary>What a state is called.</summary>
    public static string State(ItemState state) =>
        state switch
        {
            ItemState.Gone => "no longer proposed",
            ItemState.Open => "open",
            _ => state.ToString().ToLowerInvariant(),
        };

    /// <summary>A sign for a state.</summary>
    public static string Sign(ItemState state) =>
        state switch
        {
            ItemState.Accepted => "✓",
            ItemState.Edited => "✎",
            ItemState.Rejected => "✕",
            ItemState.Skipped => "→",
            ItemState.Merged => "⇉",
            ItemState.Gone => "–",
            _ => "○",
        };
}
