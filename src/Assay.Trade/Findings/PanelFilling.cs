using Assay.Trade.Flows;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>Adds the bloc's reports into a panel.</summary>
internal static class PanelFilling
{
    /// <summary>Fills the panel; per period the share of the bloc's reporters that reported it, and the reports that lack a
    /// rate.</summary>
    public static (double[] Reported, IReadOnlyList<RateLacking> Lacking) Fill(
        TradeColumns columns,
        FlowReader reader,
        Func<string, bool> reports,
        PanelGoods goods,
        TradePanel panel
    )
    {
        var at = panel.Periods.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        var (seen, everybody) = (new int[panel.Periods.Length], new HashSet<int>());
        List<RateLacking> lacking = [];
        var totals = LevelRanks.In(columns, [ProductLevels.Total]);
        foreach (var block in reader.Blocks('X', reports))
        {
            var t = at[block.Period];
            everybody.Add(block.Reporter);
            var read = block.Read(goods.Ranks, (p, j, v, m) => Take(panel, goods, j, goods.Of[p], t, v, m));
            var all = goods.HasRest
                ? block.Read(totals, (_, j, v, m) => Add(panel, panel.At(j, panel.Products.Length - 1, t), v, m))
                : default;
            if (read.Any || all.Any)
                seen[t]++;
            else if (read.Lacking is { } currency)
                lacking.Add(new RateLacking(columns.Reporters[block.Reporter], currency, block.Period));
        }

        if (goods.HasRest)
            NotBelowZero(panel);
        return ([.. seen.Select(n => n / (double)Math.Max(1, everybody.Count))], lacking);
    }

    private static void Take(TradePanel panel, PanelGoods goods, int j, int product, int t, double value, double mass)
    {
        if (product >= 0)
            Add(panel, panel.At(j, product, t), value, mass);
        if (goods.HasRest)
            Add(panel, panel.At(j, panel.Products.Length - 1, t), -value, -mass);
    }

    private static void Add(TradePanel panel, int i, double value, double mass)
    {
        panel.Values[i] += value;
        panel.Masses[i] += mass;
    }

    private static void NotBelowZero(TradePanel panel)
    {
        for (var j = 0; j < panel.Destinations.Length; j++)
        for (var t = 0; t < panel.Periods.Length; t++)
        {
            ref var rest = ref panel.Values[panel.At(j, panel.Products.Length - 1, t)];
            rest = Math.Max(0, rest);
        }
    }
}
