using System.Globalization;
using Assay.Cases.Accounts;
using Assay.Cases.Routes;
using Assay.Reading.Places;

namespace Assay.Cases.Report;

/// <summary>Says a route claim in plain words, and what data would settle it.</summary>
internal static class RouteWording
{
    /// <summary>Why it is not tested where no customs books are at hand.</summary>
    public const string NoBooks = "No customs books were given: whether trade statistics show such a re-routing is unknown, not refuted.";

    /// <summary>The claim as one sentence; an allegation stays one.</summary>
    public static string Sentence(RouteItem route)
    {
        var goods = route.Goods.Count == 0 ? "goods under sanctions" : string.Join(' ', route.Goods);
        var since = route.Since is null ? "" : $" since {route.Since}";
        return $"{char.ToUpperInvariant(goods[0])}{goods[1..]} {(route.Forecast ? "may go" : "go")} to {Name(route.To)} through {List(route.Through)}{since}";
    }

    /// <summary>What was read into the words.</summary>
    public static string Meaning(RouteItem route)
    {
        var waypoint =
            route.Evidence == Reading.Evidence.Stated
                ? ""
                : $" The text names no waypoint here; {List(route.Through)} is the country it is about.";
        return (
                route.Goods.Count == 0
                    ? "No goods were read from the words: all goods of the list of restricted goods are meant."
                    : "The goods named are looked for in that list."
            ) + waypoint;
    }

    /// <summary>What the books say, as an outcome.</summary>
    public static Outcome Outcome(RouteVerdict? verdict) =>
        verdict?.Outcome switch
        {
            RouteOutcome.Supported or RouteOutcome.SupportedInPart => Report.Outcome.Consistent,
            RouteOutcome.NotSupported => Report.Outcome.NotShown,
            _ => Report.Outcome.Untested,
        };

    /// <summary>The outcome as a heading.</summary>
    public static string Heading(Outcome outcome) =>
        outcome switch
        {
            Report.Outcome.Consistent => "Consistent with the customs books",
            Report.Outcome.NotShown => "Not shown by the customs books",
            _ => "Not tested",
        };

    /// <summary>What the books say, country by country; the first stands alone.</summary>
    public static IReadOnlyList<string> Findings(RouteItem route, RouteVerdict? verdict)
    {
        if (verdict is null)
            return [NoBooks, .. Attached(route)];
        var ways = verdict.Ways.Select(Way).ToList();
        if (verdict.Outcome is RouteOutcome.Supported or RouteOutcome.SupportedInPart)
            ways.Add(Caveat);
        if (verdict.Outcome == RouteOutcome.NotSupported)
            ways.Add(NoRefutation);
        if (route.Goods.Count > 0)
            ways.Add(
                $"“{string.Join(' ', route.Goods)}” was not looked for by itself: all goods of the list {verdict.Terms.Options.List} were."
            );
        if (route.Forecast)
            ways.Add("The claim is a forecast; what is tested is whether trade has moved so since.");
        return [.. ways, .. Attached(route)];
    }

    /// <summary>The findings that somebody attached, a sentence each, with the numbers as they were then.</summary>
    private static IEnumerable<string> Attached(RouteItem route) =>
        (route.Findings ?? []).Select(f =>
            $"Attached by hand: {Name(f.Through)}, product {f.Product}: {Number(f.After)} {f.Unit} since {Month(f.Since)}, {Number(f.Expected)} expected, "
            + $"floor of diverted value {Number(f.Floor)}{Chance(f.Chance)}; "
            + $"it {(f.StandsOut ? "stands out" : "does not stand out")} among the cells compared (list {f.List}, {(f.Files.Count == 1 ? "1 file" : $"{f.Files.Count} files")} of customs books)."
        );

    private static string Chance(double? q) =>
        q switch
        {
            null => "",
            < 0.001 => ", q-value below 0.001",
            { } known => $", q-value {known.ToString("0.###", CultureInfo.InvariantCulture)}",
        };

    private static string Number(double amount) => amount.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Month(int period) =>
        period % 100 == 0
            ? (period / 100).ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{period / 100}-{period % 100:00}");

    private const string Caveat = "That is consistent with re-routing and never proof of it.";
    private const string NoRefutation = "That is no proof that nothing was diverted: amounts below the noise cannot be seen.";

    private static string Way(RouteWay way)
    {
        var (name, all) = (Name(way.Through), way.Trials.Count);
        var by = way.Trials.Count(t => t.Supports);
        var found = way.Products.Count(p => p.Found);
        return way.Outcome switch
        {
            RouteOutcome.Unknown => $"{name}: nothing in the books bears on it, so it is unknown, not refuted.",
            RouteOutcome.NotSupported => $"{name}: no product stands out under any of the {all} specifications tried.",
            _ =>
                $"{name}: products stand out under {by} of the {all} specifications tried, {found} of {way.Products.Count} under the first.",
        };
    }

    /// <summary>What would settle it.</summary>
    public static IReadOnlyList<string> Ask(RouteItem route)
    {
        var since = route.Since?.ToString() ?? "the beginning of the sanctions";
        return
        [
            $"Monthly exports of restricted goods to {List(route.Through)}, by product, as the countries that impose the sanctions report them, "
                + $"from three years before {since} to now (assay trade import, then --lake DIR).",
            $"What {List(route.Through)} reports as exports to {Name(route.To)} of the same goods over the same months.",
        ];
    }

    private static string List(IReadOnlyList<string> codes) =>
        codes.Count <= 1
            ? string.Concat(codes.Select(Name))
            : $"{string.Join(", ", codes.Take(codes.Count - 1).Select(Name))} and {Name(codes[^1])}";

    private static string Name(string code) => CountryNames.Shared.Find(code)?.Name ?? code;
}
