using Assay.Chronology.Model;

namespace Assay.Cases.Clocks;

/// <summary>The joint verdict of groups of claims that have nothing in common.</summary>
internal static class JointOf
{
    /// <summary>So many groups that depend on their clocks are still set out in one table.</summary>
    public const int MostTabled = 6;

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

    /// <summary>The verdict of parts each tested in each way of reading the clocks; null where a part came to nothing in one.</summary>
    /// <param name="parts">Of each part its verdict in each way.</param>
    public static Verdict? Modes(IReadOnlyList<IReadOnlyList<Verdict>> parts)
    {
        if (parts.Any(p => p.Contains(Verdict.Contradictory)))
            return null;
        var ways = Enumerable.Range(0, parts[0].Count).Select(m => parts.Select(p => p[m]).ToHashSet()).ToList();
        var canHold = Any(ways.Select(All));
        var canFail = Any(ways.Select(Some));
        return (canHold, canFail) switch
        {
            (true, true) => Verdict.Sometimes,
            (null, _) or (_, null) => Verdict.Unsettled,
            (true, _) => Verdict.Always,
            _ => Verdict.Never,
        };
    }

    // Whether all hold in one way; null where that is not known.
    private static bool? All(HashSet<Verdict> way) =>
        way.Contains(Verdict.Never) ? false
        : way.Contains(Verdict.Unsettled) ? null
        : true;

    private static bool? Some(HashSet<Verdict> way) =>
        way.Contains(Verdict.Never) || way.Contains(Verdict.Sometimes) ? true
        : way.Contains(Verdict.Unsettled) ? null
        : false;

    private static bool? Any(IEnumerable<bool?> ways)
    {
        bool? any = false;
        foreach (var way in ways)
        {
            if (way == true)
                return true;
            any = way is null ? null : any;
        }

        return any;
    }
}
