namespace Assay.Trade.Codes;

/// <summary>Names of products of the Harmonized System, in English, cut to a line. They help a reader; a code is what counts.</summary>
public static class ProductNames
{
    private const int Longest = 6;
    private const int Shortest = 2;

    private static readonly Lazy<Dictionary<string, string>> All = new(() =>
        DataText.Rows("Codes.Data.hs-names.csv").ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal)
    );

    /// <summary>The name of a code, of the subheading a longer code belongs to, or of the heading above it; null where there is
    /// none.</summary>
    /// <param name="code">Digits, or a family of codes such as <c>851713+</c>.</param>
    public static string? Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var digits = code.TrimEnd('+');
        for (var length = Math.Min(Longest, digits.Length); length >= Shortest; length -= 2)
            if (All.Value.TryGetValue(digits[..length], out var name))
                return name;
        return null;
    }
}
