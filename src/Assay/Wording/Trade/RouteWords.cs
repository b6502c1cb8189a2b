using Assay.Cases.Books;
using Assay.Cases.Routes;

namespace Assay.Wording.Trade;

/// <summary>A tested route claim in words.</summary>
internal static class RouteWords
{
    /// <summary>What a verdict means, and what it does not.</summary>
    public const string Meaning =
        "Supported means: at least one product is consistent with re-routing. That is never proof of it. "
        + "Not supported is no proof that nothing was diverted: amounts below the noise cannot be seen.";

    private const string NothingKnown = "Nothing in the books bears on the claim: it is unknown, not refuted.";

    private const string TooLittle =
        "The data are too few to tell: there are no goods to compare with, or so few cells that none could stand out. It is unknown, not refuted.";

    /// <summary>Column heads of <see cref="Specifications"/>.</summary>
    public static IReadOnlyList<string> SpecificationHead { get; } =
    ["specification", "place", "growth", "floor", "found", "onward", "supports"];

    /// <summary>Column heads of <see cref="Products"/>.</summary>
    public static IReadOnlyList<string> ProductHead { get; } = ["product", "before", "after", "expected", "floor", "q", "note"];

    /// <summary>Column heads of <see cref="Needs"/>.</summary>
    public static IReadOnlyList<string> NeedHead { get; } = ["what", "as reported by", "with", "goods", "months"];

    /// <summary>How the claim was read.</summary>
    public static string Read(RouteVerdict verdict) =>
        $"Read as: {Goods(verdict)} reach {Target(verdict)} through {Through(verdict)} since {Amounts.Period(verdict.Terms.Since)}.";

    /// <summary>The countries on the route.</summary>
    public static string Through(RouteVerdict verdict) => Joined([.. verdict.Claim.Through.Select(CountryLabels.Name)]);

    /// <summary>Where the goods are said to end up.</summary>
    public static string Target(RouteVerdict verdict) => CountryLabels.Name(verdict.Claim.Target);

    /// <summary>The verdict on the claim as a whole; on each country where they are several.</summary>
    public static string Verdict(RouteVerdict verdict) =>
        verdict.Ways.Count == 1
            ? Verdict(verdict.Ways[0])
            : string.Join(' ', verdict.Ways.Select(w => $"{CountryLabels.Name(w.Through)}: {Verdict(w)}"));

    /// <summary>What stands in for what the claim does not name; empty where it names everything.</summary>
    public static string Assumed(RouteVerdict verdict)
    {
        var terms = verdict.Terms;
        List<string> parts =
        [
            .. terms.GoodsNamed ? Array.Empty<string>() : [$"the goods, those of the list {terms.Options.List}"],
            .. terms.OriginNamed ? Array.Empty<string>() : [$"the origin, {terms.Options.Origin}"],
            .. terms.SinceNamed ? Array.Empty<string>() : [$"the date, that of the list ({Amounts.Period(terms.Since)})"],
        ];
        return parts.Count == 0 ? "" : $"Not named, and therefore assumed: {string.Join("; ", parts)}.";
    }

    /// <summary>A country under each specification: its place among all destinations by floor.</summary>
    public static IReadOnlyList<string[]> Specifications(RouteWay way, Func<double, string> amount) =>
        [
            .. way.Trials.Select(t =>
                t.Total is { } total
                    ? new[]
                    {
                        $"{t.Method}",
                        $"{t.Place} of {t.Among}",
                        Amounts.Ratio(total.GrowthRatio),
                        amount(total.Floor),
                        $"{total.Found} of {total.Cells}",
                        total.OnwardKnown ? "known" : "unknown",
                        t.Supports ? "yes" : "no",
                    }
                    : [$"{t.Method}", "none", "none", "none", "none", "unknown", "no restricted trade"]
            ),
        ];

    /// <summary>The first products of a country under the first specification.</summary>
    public static IReadOnlyList<string[]> Products(RouteWay way, int most, Func<double, string> amount) =>
        [
            .. way
                .Products.Take(most)
                .Select(f =>
                    new[]
                    {
                        f.Product,
                        amount(f.Before),
                        amount(f.After),
                        amount(f.Counterfactual),
                        amount(f.Floor),
                        Amounts.Chance(f.Q),
                        ScanWords.Note(f),
                    }
                ),
        ];

    /// <summary>The data that would settle the claim.</summary>
    public static IReadOnlyList<string[]> Needs(RouteVerdict verdict) =>
        [
            .. verdict.WouldSettle.Select(n =>
                new[]
                {
                    Side(n.Side),
                    Party(n.Reporter),
                    n.Partner is null ? "every country" : Party(n.Partner),
                    NeedGoods(n, verdict),
                    $"{Amounts.Period(n.First)} to the latest",
                }
            ),
        ];

    private static string Verdict(RouteWay way)
    {
        string Named(IEnumerable<RouteTrial> trials) => string.Join(", ", trials.Select(t => t.Method));
        var (all, count) = (Named(way.Trials), way.Trials.Count);
        return way.Outcome switch
        {
            RouteOutcome.Supported => $"Supported under all {count} specifications tried ({all}).",
            RouteOutcome.NotSupported => $"Supported under none of the {count} specifications tried ({all}).",
            RouteOutcome.SupportedInPart =>
                $"Supported under some of the specifications tried: {Named(way.Trials.Where(t => t.Supports))}; "
                    + $"not under {Named(way.Trials.Where(t => !t.Supports))}.",
            _ => way.Products.Count > 0 ? TooLittle : NothingKnown,
        };
    }

    private static string Goods(RouteVerdict verdict) =>
        verdict.Terms.GoodsNamed ? $"goods of {string.Join(", ", verdict.Claim.Goods)}" : "restricted goods";

    private static string NeedGoods(RouteNeed need, RouteVerdict verdict)
    {
        var goods = verdict.Terms.GoodsNamed ? string.Join(", ", verdict.Claim.Goods) : $"list {verdict.Terms.Options.List}";
        return need.Side == RouteSide.Sent ? $"{goods}, and all others" : goods;
    }

    private static string Side(RouteSide side) =>
        side switch
        {
            RouteSide.Sent => "exports",
            RouteSide.Received => "imports from",
            _ => "exports to",
        };

    private static string Party(string code) => code.Length == 2 ? CountryLabels.Name(code) : code;

    private static string Joined(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
