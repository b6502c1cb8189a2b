namespace Assay.Ground.Anchors;

/// <summary>Looks up a place in a list that is in the order of the text.</summary>
public static class Ordered
{
    /// <summary>How many items at the beginning of the list lie before a place: also the index of the first that does not.</summary>
    /// <param name="items">The items: all that lie before the place, then all that do not.</param>
    /// <param name="position">The place.</param>
    /// <param name="isBefore">Whether an item lies before the place.</param>
    /// <typeparam name="T">What is looked through.</typeparam>
    public static int CountBefore<T>(IReadOnlyList<T> items, int position, Func<T, int, bool> isBefore)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBefore(items[middle], position))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
