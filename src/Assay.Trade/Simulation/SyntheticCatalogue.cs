using System.Globalization;
using Assay.Ground.Countries;
using Assay.Trade.Codes;

namespace Assay.Trade.Simulation;

/// <summary>Draws the destinations and products of a synthetic world.</summary>
internal static class SyntheticCatalogue
{
    private const uint DestinationKind = 1;
    private const uint HeadingKind = 2;

    /// <summary>The target first, then other countries outside the origin bloc in an order the seed decides.</summary>
    public static string[] Destinations(SyntheticOptions options)
    {
        var rest = CountryTable
            .Shipped.All.Where(c =>
                c.Kind == "country" && c.Code.Length == 2 && c.Code != options.Target && !options.Origin.Contains(c.Code)
            )
            .Where(c => c.Code is not ("XI" or "XU" or "AN" or "CS" or "SU" or "YU"))
            .OrderBy(c => Draws.Hash(options.Seed, DestinationKind, c.Code[0], c.Code[1]))
            .Select(c => c.Code);
        return [options.Target, .. rest.Take(options.Destinations - 1)];
    }

    /// <summary>Restricted codes first, each heading with an unrestricted sibling; then ships; then other headings.</summary>
    public static SyntheticProduct[] Products(SyntheticOptions options)
    {
        var codes = DataText.Rows("Lists.Data.chpl.csv").Select(r => r[0]).ToList();
        var taken = new HashSet<string>(codes, StringComparer.Ordinal);
        var restricted = codes.Concat(Invented(options.Seed, 0, taken)).Take(options.Restricted).ToArray();
        var others = new List<string>();
        var sibling = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in restricted.Select(c => c[..4]).Distinct(StringComparer.Ordinal))
        {
            if (restricted.Length + others.Count < options.Products - 1 && FreeCode(heading, taken) is { } code)
            {
                sibling[heading] = restricted.Length + others.Count;
                others.Add(code);
            }
        }

        others.Add("890190");
        taken.Add("890190");
        others.AddRange(Invented(options.Seed, 1, taken).Take(options.Products - restricted.Length - others.Count));
        return
        [
            .. restricted.Select(c => new SyntheticProduct(c, true, sibling.GetValueOrDefault(c[..4], -1))),
            .. others.Select(c => new SyntheticProduct(c, false, -1)),
        ];
    }

    private static string? FreeCode(string heading, HashSet<string> taken)
    {
        for (var last = 98; last > 0; last--)
        {
            var code = heading + last.ToString("00", CultureInfo.InvariantCulture);
            if (taken.Add(code))
                return code;
        }

        return null;
    }

    private static IEnumerable<string> Invented(ulong seed, int series, HashSet<string> taken)
    {
        for (var i = 0; ; i++)
        {
            var hash = Draws.Hash(seed, HeadingKind, series, i);
            var chapter = 1 + (int)(hash % 96);
            chapter = chapter is 77 or 89 ? 84 : chapter;
            var code =
                chapter.ToString("00", CultureInfo.InvariantCulture)
                + (1 + ((hash >> 20) % 15)).ToString("00", CultureInfo.InvariantCulture)
                + (10 + ((hash >> 40) % 89)).ToString("00", CultureInfo.InvariantCulture);
            if (taken.Add(code))
                yield return code;
        }
    }
}
