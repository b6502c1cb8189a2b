namespace Assay.Chronology.Solving;

/// <summary>Minimal sufficient subsets (QuickXplain: U. Junker, AAAI 2004).</summary>
internal static class Shrink
{
    /// <summary>A minimal subset that still suffices; items early in the list are preferred.</summary>
    /// <param name="items">Items that suffice together.</param>
    /// <param name="suffices">Whether a subset suffices; more items never suffice less.</param>
    public static List<int> Minimal(List<int> items, Func<List<int>, bool> suffices) =>
        suffices([]) ? []
        : items.Count == 0 ? []
        : Split([], false, items, suffices);

    private static List<int> Split(List<int> background, bool grown, List<int> items, Func<List<int>, bool> suffices)
    {
        if (grown && suffices(background))
            return [];

        if (items.Count == 1)
            return items;

        var (first, second) = (items.GetRange(0, items.Count / 2), items.GetRange(items.Count / 2, items.Count - items.Count / 2));
        var late = Split([.. background, .. first], first.Count > 0, second, suffices);
        var early = Split([.. background, .. late], late.Count > 0, first, suffices);
        return [.. early, .. late];
    }
}
