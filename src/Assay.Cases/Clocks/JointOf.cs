using Assay.Chronology.Model;

namespace Assay.Cases.Clocks;

/// <summary>The joint verdict of groups of claims that have nothing in common.</summary>
internal static class JointOf
{
    // So many groups that depend on their clocks are still set out in one table.
    private const int MostTabled = 6;

    /// <summary>The verdict of all groups.</summary>
    /// <param name="groups">The joint verdict of each.</param>
    /// <param name="together">The joint verdict of some of them, by their places, tested as one.</param>
    public static JointVerdict Groups(IReadOnlyList<JointVerdict> groups, Func<IReadOnlyList<int>, JointVerdict> together)
    {
        // What stands on premises that clash is left out, as it is within a group.
        var sound = groups.Index().Where(g => g.Item.Verdict != Verdict.Contradictory).ToList();
        if (sound.Count == 0)
            return groups[0];
        if (sound.Find(g => g.Item.Verdict == Verdict.Never).Item is { } failing)
            return failing;
        if (sound.Find(g => g.Item.Verdict == Verdict.Unsettled).Item is { } open)
            return open;
        var depending = sound.FindAll(g => g.Item.Verdict == Verdict.Sometimes);
        return depending.Count switch
        {
            0 => sound[0].Item,
            1 => depending[0].Item,
            <= MostTabled => together([.. depending.Select(g => g.Index)]),
            _ => new JointVerdict(Verdict.Sometimes, [], [], null, []),
        };
    }
}
