using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Ground.Outcomes;

namespace Assay.Trade.Codes;

/// <summary>
/// Groups product codes into families that are comparable across revisions of the nomenclature, so that a code that was born in a revision
/// does not look like trade that was. Immutable; safe for use by several threads.
/// </summary>
/// <remarks>
/// Official correlation tables link some new codes (electronic waste, flat panel modules, transducers) to hundreds of old ones, because a
/// part of each could in theory move there. Joined blindly, a quarter of the nomenclature becomes one family. Therefore links of a new code
/// with more than <c>cap</c> old ones are dropped (it is a hub and has no comparable past), save that to its own number; then links of an
/// old code that still has more than <c>cap</c> new ones are dropped likewise. What was dropped is counted in <see cref="Dropped"/>, and
/// the codes are in <see cref="Hubs"/>.
/// </remarks>
public sealed partial class CodeFamilies
{
    /// <summary>The usual most links of one code.</summary>
    public const int DefaultCap = 20;

    private readonly Dictionary<string, CodeFamily> byCode;

    private CodeFamilies(Dictionary<string, CodeFamily> byCode, IReadOnlySet<string> hubs, int dropped)
    {
        this.byCode = byCode;
        Hubs = hubs;
        Dropped = dropped;
    }

    /// <summary>The compact table that ships: what changed among the Common High Priority List's codes and their neighbours in
    /// 2022.</summary>
    public static CodeFamilies Shipped { get; } =
        Build([
            .. DataText
                .Rows("Codes.Data.hs-revisions.csv")
                .Select(r => new CodeLink(
                    r[0],
                    int.Parse(r[1], CultureInfo.InvariantCulture),
                    r[2],
                    int.Parse(r[3], CultureInfo.InvariantCulture)
                )),
        ]);

    /// <summary>Codes that have no comparable past or future because the table links them to too many others.</summary>
    public IReadOnlySet<string> Hubs { get; }

    /// <summary>Links that were not used.</summary>
    public int Dropped { get; }

    /// <summary>The families with more than one code, in order of their ids.</summary>
    public IReadOnlyList<CodeFamily> Families => [.. byCode.Values.Distinct().OrderBy(f => f.Id, StringComparer.Ordinal)];

    /// <summary>The id of the family of a code; a longer code (CN8) belongs to the family of its HS6, and a code in no family is its
    /// own.</summary>
    public string FamilyOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Find(code)?.Id ?? code;
    }

    /// <summary>The family of a code or of the HS6 it begins with, or null where nothing changed for it.</summary>
    public CodeFamily? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return byCode.TryGetValue(code, out var family) || (code.Length > 6 && byCode.TryGetValue(code[..6], out family)) ? family : null;
    }

    /// <summary>Builds families from correlation links.</summary>
    /// <param name="links">The links of one or several tables.</param>
    /// <param name="cap">Most links of one code; a code with more is a hub.</param>
    public static CodeFamilies Build(IReadOnlyList<CodeLink> links, int cap = DefaultCap)
    {
        ArgumentNullException.ThrowIfNull(links);
        var hubs = new HashSet<string>(StringComparer.Ordinal);
        var kept = WithoutHubs(links, l => l.NewCode, cap, hubs);
        kept = WithoutHubs(kept, l => l.OldCode, cap, hubs);
        var sets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in kept)
        {
            var (a, b) = (Root(sets, link.NewCode), Root(sets, link.OldCode));
            (a, b) = string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
            sets[b] = a;
        }

        var byCode = new Dictionary<string, CodeFamily>(StringComparer.Ordinal);
        foreach (var group in sets.Keys.ToArray().GroupBy(c => Root(sets, c), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var family = Family([.. group.Order(StringComparer.Ordinal)], kept);
            foreach (var code in group)
                byCode[code] = family;
        }

        return new CodeFamilies(byCode, hubs, links.Count - kept.Count);
    }

    /// <summary>
    /// Reads a correlation table: CSV with a header of two code columns whose names end in the year, the newer first, such as
    /// <c>hs2022,hs2017,relationship</c>; further columns are not looked at.
    /// </summary>
    public static Result<IReadOnlyList<CodeLink>> ReadLinks(string path)
    {
        var links = new List<CodeLink>();
        (int New, int Old)? years = null;
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var fields = DataText.SplitCsv(line);
            if (years is null)
            {
                var found = fields.Take(2).Select(f => Year().Match(f)).ToArray();
                if (found.Length < 2 || !found.All(m => m.Success))
                {
                    return new Error(
                        ErrorKind.Input,
                        $"The header '{line}' does not name two nomenclatures by year.",
                        "It should begin like hs2022,hs2017.",
                        new Location(path, 1)
                    );
                }

                years = (int.Parse(found[0].Value, CultureInfo.InvariantCulture), int.Parse(found[1].Value, CultureInfo.InvariantCulture));
            }
            else if (fields.Length < 2 || !fields.Take(2).All(f => f.Length is >= 2 and <= 10 && f.All(char.IsAsciiDigit)))
            {
                return new Error(
                    ErrorKind.Input,
                    $"'{line}' is not a pair of codes.",
                    "Remove or correct the line.",
                    new Location(path, number)
                );
            }
            else
                links.Add(new CodeLink(fields[0], years.Value.New, fields[1], years.Value.Old));
        }

        return links;
    }

    private static List<CodeLink> WithoutHubs(IReadOnlyList<CodeLink> links, Func<CodeLink, string> side, int cap, HashSet<string> hubs)
    {
        var over = links
            .GroupBy(side, StringComparer.Ordinal)
            .Where(g => g.Count() > cap)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        hubs.UnionWith(over);
        return [.. links.Where(l => !over.Contains(side(l)) || l.NewCode == l.OldCode)];
    }

    private static CodeFamily Family(string[] codes, List<CodeLink> links)
    {
        var inFamily = codes.ToHashSet(StringComparer.Ordinal);
        var members = codes.Select(c => Member(c, links.Where(l => inFamily.Contains(l.NewCode)).ToList())).ToArray();
        var current = members.Where(m => m.Until == 9999).Select(m => m.Code).Order(StringComparer.Ordinal).FirstOrDefault() ?? codes[0];
        return new CodeFamily(current + "+", members);
    }

    private static FamilyMember Member(string code, List<CodeLink> links)
    {
        var asNew = links.Where(l => l.NewCode == code).ToArray();
        var asOld = links.Where(l => l.OldCode == code).ToArray();
        var from = asNew.Length > 0 && asOld.Length == 0 ? asNew.Min(l => l.NewFrom) : 0;
        var until = asOld.Length > 0 && asNew.Length == 0 ? asOld.Max(l => l.NewFrom) - 1 : 9999;
        return new FamilyMember(code, from, until);
    }

    private static string Root(Dictionary<string, string> sets, string code)
    {
        var at = code;
        while (sets.TryGetValue(at, out var up) && up != at)
            at = up;

        sets[code] = at;
        sets.TryAdd(at, at);
        return at;
    }

    [GeneratedRegex(@"(19|20)\d\d$")]
    private static partial Regex Year();
}
