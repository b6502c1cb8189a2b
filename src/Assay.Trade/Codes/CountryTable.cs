using System.Globalization;

namespace Assay.Trade.Codes;

/// <summary>
/// Finds the country, bucket or bloc that a code or name in a statistical file means: Eurostat's geonomenclature, ISO 3166 alpha-2 and
/// alpha-3, UN M49 numbers (with the variants that UN Comtrade uses), and names with their aliases in the languages there is a file for.
/// Immutable; safe for use by several threads.
/// </summary>
public sealed class CountryTable
{
    private readonly Dictionary<string, Country> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, Country> byNumber = [];
    private readonly Dictionary<string, Country> byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> ambiguous;

    private CountryTable()
    {
        ambiguous = new(DataText.Lines("Codes.Data.ambiguous-names.txt"), StringComparer.Ordinal);
        var all = new List<Country>();
        foreach (var row in DataText.Rows("Codes.Data.countries.csv"))
        {
            var country = new Country(row[0], row[4], row[3] == "part" ? "country" : row[3]);
            all.Add(country);
            AddCodes(country, row[1], row[2]);
            byName[NameFolding.Fold(country.Name)] = country;
        }

        foreach (var row in DataText.Rows("Codes.Data.code-aliases.csv"))
        {
            byCode[row[0]] = byCode[row[1]];
        }

        foreach (var row in DataText.Names("Codes.Data.names-").Where(n => n.EndsWith(".csv", StringComparison.Ordinal)).SelectMany(DataText.Rows))
        {
            byName.TryAdd(NameFolding.Fold(row[1]), byCode[row[0]]);
        }

        All = all;
    }

    /// <summary>The table that ships with Assay.</summary>
    public static CountryTable Shipped { get; } = new();

    /// <summary>Every entry once.</summary>
    public IReadOnlyList<Country> All { get; }

    /// <summary>Every code in any of the code systems, with what it means; numbers as text without leading zeros.</summary>
    public IEnumerable<(string Code, Country Country)> AllCodes() =>
        byCode.Select(p => (p.Key, p.Value)).Concat(byNumber.Select(p => (p.Key.ToString(CultureInfo.InvariantCulture), p.Value)));

    /// <summary>What a code or name means, or null where the table does not have it.</summary>
    /// <param name="text">A code in any of the systems, or a name, as the file has it.</param>
    public Country? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        return FindCode(trimmed) ?? FindName(trimmed) ?? FindLabelled(trimmed);
    }

    /// <summary>What a code means, or null.</summary>
    public Country? FindCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return byCode.TryGetValue(code, out var country) ? country
            : int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && byNumber.TryGetValue(number, out country) ? country
            : code.Length == 2 && code[0] == 'Q' && char.IsAsciiLetterUpper(code[1]) ? new Country(code, "Bucket " + code, "bucket")
            : null;
    }

    private Country? FindName(string name)
    {
        if (byName.TryGetValue(NameFolding.Fold(name), out var country))
        {
            return country;
        }

        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        if (bracket <= 0)
        {
            return null;
        }

        var before = NameFolding.Fold(name[..bracket]);
        var including = name.AsSpan(bracket + 1).TrimStart().StartsWith("incl", StringComparison.OrdinalIgnoreCase);
        return (including || !ambiguous.Contains(before)) && byName.TryGetValue(before, out country) ? country : null;
    }

    // "AT:Austria", "AT - Austria", "Austria [AT]": labels with the code in them.
    private Country? FindLabelled(string text)
    {
        var open = text.LastIndexOf('[');
        if (open >= 0 && text.EndsWith(']'))
        {
            return FindCode(text[(open + 1)..^1].Trim());
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        colon = colon > 0 ? colon : text.IndexOf(" - ", StringComparison.Ordinal);
        return colon > 0 ? FindCode(text[..colon].Trim()) : null;
    }

    private void AddCodes(Country country, string iso3, string numbers)
    {
        byCode.Add(country.Code, country);
        if (iso3.Length > 0)
        {
            byCode.TryAdd(iso3, country);
        }

        foreach (var number in numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            byNumber.TryAdd(int.Parse(number, CultureInfo.InvariantCulture), country);
        }
    }
}
