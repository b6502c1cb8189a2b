using Assay.Trade.Scanning;

namespace Assay.Trade.Flows;

/// <summary>Levels of product codes, and which of them answer a question.</summary>
internal static class ProductLevels
{
    /// <summary>Level of the rows that hold all goods.</summary>
    public const string Total = "TOTAL";

    /// <summary>Digits of the codes of a level: 8 for CN8 down to 0 for the total; -1 for a level of no fixed length.</summary>
    public static int Digits(string level) =>
        level switch
        {
            "CN8" => 8,
            "HS6" => 6,
            "HS4" => 4,
            "HS2" => 2,
            Total => 0,
            _ => -1,
        };

    /// <summary>The levels whose codes have at least so many digits, which can be cut to them; for 0 the total alone.</summary>
    public static IReadOnlyList<string> Usable(IEnumerable<string> levels, int digits) =>
        [.. levels.Distinct(StringComparer.Ordinal).Where(l => digits == 0 ? l == Total : Digits(l) >= digits).OrderByDescending(Digits)];

    /// <summary>The first digits of a code.</summary>
    public static string Cut(string code, int digits) => code.Length <= digits ? code : code[..digits];
}

/// <summary>Which products of a store take part, by level: 0 the finest, -1 for those that do not.</summary>
/// <param name="Of">One rank per product of the store.</param>
/// <param name="Count">How many levels there are.</param>
internal sealed record LevelRanks(sbyte[] Of, int Count)
{
    /// <summary>The ranks of the products that are of one of these levels, the first the finest.</summary>
    public static LevelRanks In(TradeColumns columns, IReadOnlyList<string> levels)
    {
        var at = levels.Select((l, i) => (l, (sbyte)i)).ToDictionary(x => x.l, x => x.Item2, StringComparer.Ordinal);
        return new LevelRanks([.. columns.Products.Select(p => at.GetValueOrDefault(p.Level, (sbyte)-1))], levels.Count);
    }

    /// <summary>The ranks for codes of at least so many digits, over every level of the store.</summary>
    public static LevelRanks For(TradeColumns columns, int digits) =>
        In(columns, ProductLevels.Usable(columns.Products.Select(p => p.Level), digits));
}
