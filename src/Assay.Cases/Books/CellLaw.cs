using Assay.Trade.Lists;

namespace Assay.Cases.Books;

/// <summary>What one list of restricted goods says of the product of a cell.</summary>
/// <param name="List">The list.</param>
/// <param name="Scanned">Whether it is the list that was scanned.</param>
/// <param name="Entries">The entries that cover the product or lie below it; empty where none does.</param>
public sealed record CellLaw(RestrictedList List, bool Scanned, IReadOnlyList<ListEntry> Entries)
{
    /// <summary>What the list scanned and every list that ships say, the one scanned first.</summary>
    /// <param name="named">The goods as they were named.</param>
    /// <param name="product">The product as the scan names it.</param>
    public static IReadOnlyList<CellLaw> Of(string named, string product)
    {
        string[] names = [named, .. ListCatalogue.Names.Where(n => !n.Equals(named, StringComparison.OrdinalIgnoreCase))];
        return
        [
            .. names
                .Select(n => (Name: n, Loaded: ListCatalogue.Load(n)))
                .Where(l => l.Loaded.Succeeded)
                .Select(l => new CellLaw(l.Loaded.Value, l.Name == named, Covering(l.Loaded.Value, product.TrimEnd('+')))),
        ];
    }

    /// <summary>The list that goods were named by; null where they were named by codes.</summary>
    /// <param name="named">The goods as they were named.</param>
    public static RestrictedList? ListOf(string named) => ListCatalogue.Load(named) is { Succeeded: true } list ? list.Value : null;

    private static List<ListEntry> Covering(RestrictedList list, string code) =>
        list.Find(code, DateOnly.MaxValue) is { Count: > 0 } found
            ? [.. found.Select(f => f.Entry)]
            : [.. list.Below(code, DateOnly.MaxValue).Select(f => f.Entry)];
}
