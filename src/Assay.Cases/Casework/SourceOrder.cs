namespace Assay.Cases.Casework;

/// <summary>The items of a source in the order of consequence. From one decision to the next a few of them change, and those alone are
/// ordered anew.</summary>
internal sealed class SourceOrder
{
    private const int MostChanged = 64;
    private readonly Consequences consequences;
    private readonly List<CaseItem> looked; // the items of the source, then all without words of their own
    private readonly HashSet<string> named;
    private readonly List<Placed> placed;

    private SourceOrder(Consequences consequences, List<CaseItem> looked, HashSet<string> named, List<Placed> placed)
    {
        (this.consequences, this.looked, this.named, this.placed) = (consequences, looked, named, placed);
        Entries = placed.ConvertAll(p => p.Entry);
    }

    /// <summary>The items in their order.</summary>
    public IReadOnlyList<DraftEntry> Entries { get; }

    /// <summary>The order of a source.</summary>
    /// <param name="items">The items of the case.</param>
    /// <param name="consequences">What hangs on them.</param>
    /// <param name="source">Id of the source.</param>
    /// <param name="before">The order of the same source before, or null.</param>
    public static SourceOrder Of(CaseItems items, Consequences consequences, string source, SourceOrder? before)
    {
        var own = items.OfSource(source).ToList();
        List<CaseItem> looked = [.. own, .. items.OfNone];
        return before?.With(looked, consequences) ?? Anew(own, looked, consequences, source);
    }

    private static SourceOrder Anew(List<CaseItem> own, List<CaseItem> looked, Consequences consequences, string source)
    {
        var named = own.SelectMany(i => i.Named).Append(source).ToHashSet(StringComparer.Ordinal);
        var others = looked.Skip(own.Count).Where(i => i.Named.Any(named.Contains));
        var placed = own.Concat(others).Select(i => Placed.Of(i, consequences)).Order(Placed.InOrder).ToList();
        return new SourceOrder(consequences, looked, named, placed);
    }

    // Null where it has to be made anew: what hangs on the items is another, or what they name.
    private SourceOrder? With(List<CaseItem> now, Consequences by)
    {
        if (!ReferenceEquals(by, consequences) || now.Count != looked.Count)
            return null;
        var next = new List<Placed>(placed);
        for (int i = 0, changed = 0; i < now.Count; i++)
        {
            if (ReferenceEquals(now[i], looked[i]))
                continue;
            if (++changed > MostChanged || !IsOfSameName(now[i], looked[i]))
                return null;
            Replace(next, looked[i], now[i]);
        }

        return new SourceOrder(consequences, now, named, next);
    }

    private void Replace(List<Placed> order, CaseItem old, CaseItem item)
    {
        var at = order.FindIndex(p => ReferenceEquals(p.Item, old));
        if (at < 0)
            return; // it has no words of its own, and nothing of this source names it
        order.RemoveAt(at);
        var place = Placed.Of(item, consequences);
        var to = order.BinarySearch(place, Placed.InOrder);
        order.Insert(to < 0 ? ~to : to, place);
    }

    private static bool IsOfSameName(CaseItem now, CaseItem then) =>
        now.Now.Basis.Id == then.Now.Basis.Id && now.Named.SequenceEqual(then.Named, StringComparer.Ordinal);

    private sealed record Placed(CaseItem Item, int Rank, DraftEntry Entry)
    {
        public static Comparer<Placed> InOrder { get; } =
            Comparer<Placed>.Create((a, b) => (a.Entry.Need, a.Rank, a.Item.Place).CompareTo((b.Entry.Need, b.Rank, b.Item.Place)));

        public static Placed Of(CaseItem item, Consequences consequences)
        {
            var on = consequences.On(item.Now.Basis.Id);
            return new Placed(item, on.Rank, ListDrafts.Entry(item, ListDrafts.NeedOf(item, on.Need), on.Claims, consequences));
        }
    }
}
