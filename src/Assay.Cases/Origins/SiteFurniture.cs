namespace Assay.Cases.Origins;

/// <summary>
/// Sets aside what a site prints under each of its articles and nothing marked as furniture: who the outlet is, how to subscribe. It stands
/// word for word in three sources or more of one site that have little else in common, and it is less than half of each or their headlines
/// differ. Sources that do not name their site are taken for those of one, and of them only what is less than half is set aside. What an
/// agency is credited with stays.
/// </summary>
internal static class SiteFurniture
{
    private const int LeastSources = 3;
    private const int LeastRest = 20;
    private const double Unlike = 0.2;

    /// <summary>Sets it aside.</summary>
    /// <param name="texts">The sources.</param>
    public static void SetAside(IReadOnlyList<OriginText> texts)
    {
        foreach (var site in texts.Where(t => t.Agency is null).GroupBy(t => t.Site, StringComparer.OrdinalIgnoreCase))
        {
            var own = site.ToList();
            var furniture = own.Count < LeastSources ? [] : Furniture(own, Often(own));
            foreach (var text in own.Where(_ => furniture.Count > 0))
                text.SetAside(p => furniture.Contains(p.Hash));
        }
    }

    private static HashSet<ulong> Often(List<OriginText> own) =>
        own.SelectMany(t => t.Paragraphs.Select(p => p.Hash).Distinct())
            .GroupBy(h => h)
            .Where(g => g.Count() >= LeastSources)
            .Select(g => g.Key)
            .ToHashSet();

    // Of a paragraph that stands in several sources each is compared with the next that has it, without what stands in several.
    private static HashSet<ulong> Furniture(List<OriginText> own, HashSet<ulong> often)
    {
        var holders = new Dictionary<ulong, List<Holder>>();
        foreach (var text in own.Where(_ => often.Count > 0))
        {
            var holder = new Holder(text, OriginPrint.Of(text.Paragraphs.Where(p => !often.Contains(p.Hash))));
            foreach (var hash in text.Paragraphs.Select(p => p.Hash).Where(often.Contains).Distinct())
            {
                if (!holders.TryGetValue(hash, out var known))
                    holders[hash] = known = [];
                known.Add(holder);
            }
        }

        return [.. holders.Where(h => IsFurniture(h.Value)).Select(h => h.Key)];
    }

    private static bool IsFurniture(List<Holder> holders)
    {
        var pairs = holders.Zip(holders.Skip(1)).ToList();
        return pairs.Count(p => AreUnlike(p.First, p.Second)) * 2 > pairs.Count;
    }

    private static bool AreUnlike(Holder a, Holder b)
    {
        var (few, many) = a.Rest.Words <= b.Rest.Words ? (a.Rest, b.Rest) : (b.Rest, a.Rest);
        if (few.Words < LeastRest || !a.IsMostlyOwn && !AreApart(a.Text, b.Text))
            return false;
        var (shared, of) = few.In(many);
        return shared < Unlike * of;
    }

    private static bool AreApart(OriginText a, OriginText b) =>
        a.Site.Length > 0
        && a.Document.Metadata.Title is { } one
        && b.Document.Metadata.Title is { } other
        && !string.Equals(one.Value, other.Value, StringComparison.OrdinalIgnoreCase)
        && (a.Address is null || a.Address != b.Address);

    private sealed record Holder(OriginText Text, OriginPrint Rest)
    {
        public bool IsMostlyOwn => Rest.Words * 2 > Text.Print.Words;
    }
}
