using Assay.Cases.Accounts;
using Assay.Reading.Places;

namespace Assay.Cases.Routes;

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
        var waypoint = route.Evidence == Reading.Evidence.Stated ? "" : $" The text names no waypoint here; {List(route.Through)} is the country it is about.";
        return (route.Goods.Count == 0 ? "No goods are named: read as all goods of the list of restricted goods." : "The goods named are looked for in that list.") + waypoint;
    }

    /// <summary>What would settle it.</summary>
    public static IReadOnlyList<string> Ask(RouteItem route)
    {
        var since = route.Since is null ? "the beginning of the sanctions" : route.Since;
        return
        [
            $"Monthly exports of restricted goods to {List(route.Through)}, by product, as the countries that impose the sanctions report them, "
                + $"from three years before {since} to now (assay trade import, then --lake DIR).",
            $"What {List(route.Through)} reports as exports to {Name(route.To)} of the same goods over the same months.",
        ];
    }

    private static string List(IReadOnlyList<string> codes) => codes.Count <= 1 ? string.Concat(codes.Select(Name))
        : $"{string.Join(", ", codes.Take(codes.Count - 1).Select(Name))} and {Name(codes[^1])}";

    private static string Name(string code) => CountryNames.Shared.Find(code)?.Name ?? code;
}
