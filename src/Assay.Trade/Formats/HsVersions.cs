namespace Assay.Trade.Formats;

/// <summary>The revisions of the Harmonized System under the names that publishers give them.</summary>
public static class HsVersions
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["H0"] = "HS1992",
        ["H1"] = "HS1996",
        ["H2"] = "HS2002",
        ["H3"] = "HS2007",
        ["H4"] = "HS2012",
        ["H5"] = "HS2017",
        ["H6"] = "HS2022",
        ["HS92"] = "HS1992",
        ["HS96"] = "HS1996",
        ["HS02"] = "HS2002",
        ["HS07"] = "HS2007",
        ["HS12"] = "HS2012",
        ["HS17"] = "HS2017",
        ["HS22"] = "HS2022",
        ["HS1988/92"] = "HS1992",
    };

    /// <summary>HS1992 to HS2022 for a Comtrade (H0 to H6) or BACI (HS92 to HS22) name, or null.</summary>
    public static string? Name(string code) => Names.GetValueOrDefault(code);

    /// <summary>Every publisher's name with ours.</summary>
    public static IReadOnlyDictionary<string, string> All => Names;
}
