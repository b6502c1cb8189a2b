using Assay.Trade.Flows;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>The products of a panel: families of restricted codes first, then groups of the others, and where each product of the store
/// belongs.</summary>
internal sealed class PanelGoods
{
    private const int HeadingDigits = 4;
    private const int ChapterDigits = 2;

    /// <summary>Sorts the products of a store that are of these levels.</summary>
    public PanelGoods(TradeColumns columns, PanelRequest request, IReadOnlyList<string> levels)
    {
        Ranks = LevelRanks.In(columns, levels);
        Digits = Math.Max(0, ProductLevels.Digits(levels[^1]));
        var families = new SortedSet<string>(StringComparer.Ordinal);
        var groups = new SortedSet<string>(StringComparer.Ordinal);
        var usable = columns.Products.Where((_, i) => Ranks.Of[i] >= 0).ToList();
        foreach (var p in usable.Where(p => request.RestrictsFamily(p.Code)))
            families.Add(request.FamilyOf(p.Code));
        var headings = families.Select(f => ProductLevels.Cut(f, HeadingDigits)).ToHashSet(StringComparer.Ordinal);
        var held = columns
            .Products.Select((p, i) => Ranks.Of[i] >= 0 && !request.RestrictsFamily(p.Code) && request.IsHeld(p.Code))
            .ToArray();
        foreach (var (p, _) in columns.Products.Zip(held).Where((p, i) => Ranks.Of[i] >= 0 && !p.Second))
            if (!request.RestrictsFamily(p.Code))
                groups.Add(Group(p.Code, headings));
        HeldOut = held.Count(h => h);
        Restricted = families.Count;
        HasRest = !levels.Contains(ProductLevels.Total) && columns.Products.Any(p => p.Level == ProductLevels.Total);
        Names = [.. families, .. groups, .. HasRest ? [PanelBuilder.Rest] : Array.Empty<string>()];
        var at = Names.Select((n, i) => (n, i)).ToDictionary(x => x.n, x => x.i, StringComparer.Ordinal);
        Of =
        [
            .. columns.Products.Select(
                (p, i) =>
                    Ranks.Of[i] < 0 || held[i]
                        ? -1
                        : at[request.RestrictsFamily(p.Code) ? request.FamilyOf(p.Code) : Group(p.Code, headings)]
            ),
        ];
    }

    /// <summary>Which products take part.</summary>
    public LevelRanks Ranks { get; }

    /// <summary>Digits of the coarsest level that takes part.</summary>
    public int Digits { get; }

    /// <summary>Names of the panel's products.</summary>
    public string[] Names { get; }

    /// <summary>How many of them are restricted.</summary>
    public int Restricted { get; }

    /// <summary>Whether the last of them is what totals hold beside everything listed.</summary>
    public bool HasRest { get; }

    /// <summary>How many codes of the store are on another list, and so in no group.</summary>
    public int HeldOut { get; }

    /// <summary>Per product of the store its place in the panel; -1 where it has none.</summary>
    public int[] Of { get; }

    private static string Group(string code, HashSet<string> headings) =>
        code.Length >= HeadingDigits && headings.Contains(code[..HeadingDigits]) ? $"other {code[..HeadingDigits]}"
        : code.Length >= ChapterDigits ? $"chapter {code[..ChapterDigits]}"
        : "chapter ?";
}
