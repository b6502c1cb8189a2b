using Assay.Ground.Countries;
using Assay.Trade.Codes;

namespace Assay.Cases.Books;

/// <summary>What trade statistics and maps call a country.</summary>
public static class CountryLabels
{
    private static readonly IReadOnlyDictionary<string, string> Numbers = CountryTable
        .Shipped.AllCodes()
        .Where(c => c.Code.All(char.IsAsciiDigit))
        .GroupBy(c => c.Country.Code)
        .ToDictionary(g => g.Key, g => g.First().Code.PadLeft(3, '0'), StringComparer.Ordinal);

    /// <summary>The name of a country, or its code where the table has none.</summary>
    /// <param name="code">Its code in any system.</param>
    public static string Name(string code) => CountryTable.Shipped.FindCode(code)?.Name ?? code;

    /// <summary>The three digits that number a country in maps (ISO 3166); null where it has none.</summary>
    /// <param name="code">ISO alpha-2.</param>
    public static string? Number(string code) => Numbers.GetValueOrDefault(code);
}
