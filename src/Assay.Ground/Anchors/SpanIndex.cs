namespace Assay.Ground.Anchors;

/// <summary>Finds, among things that stand in a text, those at a place, without looking at all of them. Immutable, safe to share.</summary>
/// <typeparam name="T">What stands there.</typeparam>
public sealed class SpanIndex<T>
{
    private readonly (TextSpan Span, int Order, T Item)[] items;
    private readonly int[] reach;

    /// <summary>Indexes things by their spans; a thing may stand in several.</summary>
    /// <param name="items">The spans, in any order.</param>
    public SpanIndex(IEnumerable<(TextSpan Span, T Item)> items)
    {
        this.items = [.. items.Select((i, order) => (i.Span, order, i.Item)).OrderBy(i => i.Span.Start).ThenBy(i => i.order)];
        reach = new int[this.items.Length];
        for (var i = 0; i < reach.Length; i++)
            reach[i] = Math.Max(this.items[i].Span.End, i == 0 ? 0 : reach[i - 1]);
    }

    /// <summary>What shares at least one character with the span, by where it begins; things that begin alike in the order they were
    /// given.</summary>
    /// <param name="span">Where to look.</param>
    public IEnumerable<T> Overlapping(TextSpan span)
    {
        for (var i = First(span.Start); i < items.Length && items[i].Span.Start < span.End; i++)
            if (items[i].Span.Overlaps(span))
                yield return items[i].Item;
    }

    /// <summary>What lies inside the span, by where it begins; things that begin alike in the order they were given.</summary>
    /// <param name="span">Where to look.</param>
    public IEnumerable<T> Inside(TextSpan span)
    {
        for (var i = First(span.Start); i < items.Length && items[i].Span.Start <= span.End; i++)
            if (span.Contains(items[i].Span))
                yield return items[i].Item;
    }

    /// <summary>What ends at or before a position, by where it begins, the last first.</summary>
    /// <param name="position">Where to look back from.</param>
    public IEnumerable<T> Before(int position)
    {
        for (var i = Ordered.CountBefore(items, position, static (x, at) => x.Span.Start < at) - 1; i >= 0; i--)
            if (items[i].Span.End <= position)
                yield return items[i].Item;
    }

    // The first of which it or one before it reaches beyond the position; none earlier can.
    private int First(int position) => Ordered.CountBefore(reach, position, static (r, at) => r < at);
}
