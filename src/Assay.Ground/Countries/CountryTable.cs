using System.Globalization;
using Assay.Ground.DataFiles;

namespace Assay.Ground.Countries;

/// <summary>
/// Finds the country, bucket or bloc that a code or name in a statistical file means: Eurostat's geonomenclature, ISO 3166 alpha-2 and
/// alpha-3, UN M49 numbers (with the variants that UN Comtrade uses), and names with their aliases in the languages there is a file for.
/// What
/// texts call a country is its <see cref="Country.ProseNames"/>, and is for the reader of texts to search.
/// Immutable; safe for use by several threads.
/// </summary>
public sealed class CountryTable
{
    private const string Folder = "Countries.Data.";
    private static readonly EmbeddedFiles Files = new(typeof(CountryTable).Assembly, "Assay.Ground");
    private readonly Dictionary<string, Country> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, Country> byNumber = [];
    private readonly Lazy<Dictionary<string, Country>> names;
    private readonly Lazy<HashSet<string>> ambiguous;
    private readonly Lazy<HashSet<string>> forms;

    private CountryTable()
    {
        var all = new List<Country>();
        foreach (var row in Files.Rows(Folder + "countries.csv"))
        {
            var country = CountryOf(row);
            all.Add(country);
            AddCodes(country, row);
        }

        All = all;
        names = new(ReadNames);
        forms = new(() => new(Files.Lines(Folder + "forms-of-state.txt"), StringComparer.Ordinal));
        ambiguous = new(() => new(Files.Lines(Folder + "ambiguous-names.txt"), StringComparer.Ordinal));
    }

    /// <summary>The table that ships with Assay, read on first use; its names in statistics on the first search for one.</summary>
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
            : int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && byNumber.TryGetValue(number, out country)
                ? country
            : code.Length == 2 && code[0] == 'Q' && char.IsAsciiLetterUpper(code[1]) ? new Country(code, "Bucket " + code, "bucket")
            : null;
    }

    private Country? FindName(string name)
    {
        if (names.Value.TryGetValue(NameFolding.Fold(name), out var country))
            return country;

        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        if (bracket <= 0)
            return Inverted(name);

        var before = NameFolding.Fold(name[..bracket]);
        var including = name.AsSpan(bracket + 1).TrimStart().StartsWith("incl", StringComparison.OrdinalIgnoreCase);
        return (including || !ambiguous.Value.Contains(before)) && names.Value.TryGetValue(before, out country) ? country : null;
    }

    // "Rusia, Federación de", "Bolivia (Plurinational State of)" with a comma: the form of the state behind the name.
    private Country? Inverted(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0)
            return null;
        var before = NameFolding.Fold(name[..comma]);
        var behind = NameFolding.Fold(name[(comma + 1)..]).Split(' ');
        return !ambiguous.Value.Contains(before) && behind.Any(forms.Value.Contains) ? names.Value.GetValueOrDefault(before) : null;
    }

    // "AT:Austria", "AT - Austria", "Austria [AT]": labels with the code in them.
    private Country? FindLabelled(string text)
    {
        var open = text.LastIndexOf('[');
        if (open >= 0 && text.EndsWith(']'))
            return FindCode(text[(open + 1)..^1].Trim());

        // "KZ Kazakhstan": both have to mean the same.
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        if (blank is 2 or 3 && FindCode(text[..blank]) is { } coded && FindName(text[(blank + 1)..].TrimStart()) == coded)
            return coded;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        colon = colon > 0 ? colon : text.IndexOf(" - ", StringComparison.Ordinal);
        return colon > 0 ? FindCode(text[..colon].Trim()) : null;
    }

    private static Country CountryOf(string[] row) =>
        new(row[0], row[5], row[4] == "part" ? "country" : row[4])
        {
            ProseNames = WordFile.Parts(row[6]),
            Demonyms = WordFile.Parts(row[7]),
            Capital = row[8],
            CapitalZone = row[9].Length > 0 ? row[9] : null,
        };

    private void AddCodes(Country country, string[] row)
    {
        byCode.Add(country.Code, country);
        foreach (var code in Several(row[1]).Concat(Several(row[3])))
            byCode.TryAdd(code, country);
        foreach (var number in Several(row[2]))
            byNumber.TryAdd(int.Parse(number, CultureInfo.InvariantCulture), country);
    }

    private static string[] Several(string codes) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private Dictionary<string, Country> ReadNames()
    {
        var read = new Dictionary<string, Country>(StringComparer.Ordinal);
        foreach (var country in All)
            read[NameFolding.Fold(country.Name)] = country;
        foreach (var row in Files.Names(Folder + "names-", ".csv").SelectMany(Files.Rows))
            read.TryAdd(NameFolding.Fold(row[1]), byCode[row[0]]);
        return read;
    }
}
