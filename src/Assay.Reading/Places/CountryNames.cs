using System.Collections.Frozen;
using Assay.Ground.Countries;

namespace Assay.Reading.Places;

/// <summary>Countries as texts name them: by name, by word for their people, and by code. Immutable; loads on first use;
/// thread-safe.</summary>
public sealed class CountryNames
{
    private static readonly Lazy<CountryNames> LazyShared = new(() => new CountryNames());
    private readonly FrozenDictionary<string, Country> byName;
    private readonly FrozenDictionary<string, Country[]> byDemonym;
    private readonly FrozenDictionary<string, Country> byCode;

    private CountryNames()
    {
        All = [.. CountryTable.Shipped.All.Where(c => c.ProseNames.Count > 0).OrderBy(c => c.Code, StringComparer.Ordinal)];
        byName = All.SelectMany(c => c.ProseNames.Select(name => (Name: PlaceNames.Fold(name), Country: c)))
            .DistinctBy(n => n.Name)
            .ToFrozenDictionary(n => n.Name, n => n.Country, StringComparer.Ordinal);
        byCode = All.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);
        byDemonym = All.SelectMany(c => c.Demonyms.SelectMany(Forms).Distinct().Select(form => (Form: form, Country: c)))
            .GroupBy(d => d.Form, d => d.Country)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The names, read on first use.</summary>
    public static CountryNames Shared => LazyShared.Value;

    /// <summary>All countries that texts have a name for, in the order of their codes.</summary>
    public IReadOnlyList<Country> All { get; }

    /// <summary>The country of a name, codes left out, or null.</summary>
    public Country? Named(string name) => byName.GetValueOrDefault(PlaceNames.Fold(name));

    /// <summary>The country of a name or code, or null.</summary>
    public Country? Find(string name) => Named(name) ?? byCode.GetValueOrDefault(name);

    /// <summary>The countries of a word such as "Belarusian" or "Belarusians"; two for "Congolese"; empty where it is no such
    /// word.</summary>
    public IReadOnlyList<Country> OfDemonym(string word) => byDemonym.GetValueOrDefault(PlaceNames.Fold(word)) ?? [];

    private static string[] Forms(string word)
    {
        var folded = PlaceNames.Fold(word);
        var isSameForMany =
            folded.EndsWith("ese", StringComparison.Ordinal) || folded.EndsWith("ish", StringComparison.Ordinal) || folded.Length <= 3;
        return isSameForMany ? [folded] : [folded, folded + "s"];
    }
}
