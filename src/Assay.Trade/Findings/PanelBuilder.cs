using Assay.Ground.Outcomes;
using Assay.Trade.Codes;
using Assay.Trade.Scanning;
using Assay.Trade.Simulation;

namespace Assay.Trade.Findings;

/// <summary>
/// Takes a panel out of a column store. Products come from the finest level the bloc reports. Restricted codes form families of the wanted
/// length; unrestricted codes form one group per heading that has restricted goods (their siblings) and one per other chapter. Where totals
/// are reported and the finest level does not add up to them, what is left forms a group of its own.
/// </summary>
public static class PanelBuilder
{
    /// <summary>Name of the group that holds the totals less everything listed.</summary>
    public const string Rest = "rest of all goods";

    private static readonly string[] Levels = ["CN8", "HS6", "HS4", "HS2", "TOTAL"];

    /// <summary>The panel; an error where the bloc reports nothing of the kind, or nothing in the target's direction.</summary>
    public static Result<TradePanel> Build(TradeColumns columns, PanelRequest request)
    {
        var segments = columns
            .Segments.Where(s =>
                s.Flow == 'X'
                && s.Frequency == request.Frequency
                && s.Currency == request.Currency
                && (request.Origin is null || request.Origin.Contains(columns.Reporters[s.Reporter]))
            )
            .ToList();
        if (segments.Count == 0)
            return Nothing(columns, request);
        var target = columns.Partners.ToList().IndexOf(request.Target);
        if (target < 0)
            return new Error(
                ErrorKind.Input,
                $"No one in the lake reports trade with '{request.Target}'.",
                "Give the ISO alpha-2 code of a partner the lake holds."
            );
        var level = Finest(columns, segments);
        var map = Map(columns, request, level, out var names, out var restricted);
        var periods = Periods(segments);
        var panel = new TradePanel(
            [.. columns.Partners],
            names,
            restricted,
            periods,
            Coverage(segments, periods),
            new double[columns.Partners.Count * names.Length * periods.Length],
            new double[columns.Partners.Count * names.Length * periods.Length]
        );
        Fill(columns, segments, map, panel, names[^1] == Rest ? names.Length - 1 : -1);
        return request.Mass ? panel with { Values = panel.Masses } : panel;
    }

    private static string Finest(TradeColumns columns, List<Segment> segments)
    {
        var seen = new HashSet<string>();
        foreach (var s in segments.TakeLast(Math.Min(segments.Count, 60)))
            columns.Read(s, (p, _, _, _) => seen.Add(columns.Products[p].Level));
        return Levels.FirstOrDefault(seen.Contains) ?? "TOTAL";
    }

    /// <summary>Per product of the store: its index in the panel, -1 where it is left out, -2 where it is the total.</summary>
    private static int[] Map(TradeColumns columns, PanelRequest request, string level, out string[] names, out int restricted)
    {
        var families = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var p in columns.Products)
            if (p.Level == level && request.RestrictsFamily(p.Code))
                families.Add(request.FamilyOf(p.Code));
        var headings = families.Select(f => f.Length > 4 ? f[..4] : f).ToHashSet(StringComparer.Ordinal);
        var groups = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var p in columns.Products)
            if (p.Level == level && !request.RestrictsFamily(p.Code))
                groups.Add(Group(p.Code, headings));
        restricted = families.Count;
        var total = level != "TOTAL" && columns.Products.Any(p => p.Level == "TOTAL");
        names = [.. families, .. groups, .. total ? [Rest] : Array.Empty<string>()];
        var at = names.Select((n, i) => (n, i)).ToDictionary(x => x.n, x => x.i, StringComparer.Ordinal);
        return
        [
            .. columns.Products.Select(p =>
                p.Level == level ? at[request.RestrictsFamily(p.Code) ? request.FamilyOf(p.Code) : Group(p.Code, headings)]
                : p.Level == "TOTAL" && total ? -2
                : -1
            ),
        ];
    }

    private static string Group(string code, HashSet<string> headings) =>
        code.Length >= 4 && headings.Contains(code[..4]) ? $"other {code[..4]}"
        : code.Length >= 2 ? $"chapter {code[..2]}"
        : "chapter ?";

    private static int[] Periods(List<Segment> segments)
    {
        var (first, last) = (segments.Min(s => s.Period), segments.Max(s => s.Period));
        if (first % 100 == 0)
            return [.. Enumerable.Range(first / 100, (last / 100) - (first / 100) + 1).Select(y => y * 100)];
        return [.. Enumerable.Range(0, Months.Ordinal(last) - Months.Ordinal(first) + 1).Select(i => Months.Add(first, i))];
    }

    private static double[] Coverage(List<Segment> segments, int[] periods)
    {
        var reporters = segments.Select(s => s.Reporter).Distinct().Count();
        var by = segments.GroupBy(s => s.Period).ToDictionary(g => g.Key, g => g.Select(s => s.Reporter).Distinct().Count());
        return [.. periods.Select(p => by.GetValueOrDefault(p) / (double)reporters)];
    }

    private static void Fill(TradeColumns columns, List<Segment> segments, int[] map, TradePanel panel, int rest)
    {
        var at = panel.Periods.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        foreach (var s in segments)
        {
            var t = at[s.Period];
            columns.Read(
                s,
                (product, partner, value, mass) =>
                {
                    if (map[product] == -1)
                        return;
                    if (map[product] >= 0)
                        Add(panel.At(partner, map[product], t), value, mass);
                    if (rest >= 0)
                        Add(panel.At(partner, rest, t), map[product] == -2 ? value : -value, map[product] == -2 ? mass : -mass);
                }
            );
        }

        for (var j = 0; rest >= 0 && j < panel.Destinations.Length; j++)
        for (var t = 0; t < panel.Periods.Length; t++)
            panel.Values[panel.At(j, rest, t)] = Math.Max(0, panel.Values[panel.At(j, rest, t)]);

        void Add(int i, double value, double mass)
        {
            panel.Values[i] += value;
            panel.Masses[i] += mass;
        }
    }

    private static Error Nothing(TradeColumns columns, PanelRequest request) =>
        new(
            ErrorKind.Input,
            $"The lake holds no {(request.Frequency == 'A' ? "annual" : "monthly")} exports in {request.Currency} by {(request.Origin is null ? "any reporter" : string.Join(", ", request.Origin))}.",
            $"It holds: {string.Join("; ", columns.Segments.Select(s => $"{s.Flow} {s.Frequency} {s.Currency}").Distinct())}."
        );
}
