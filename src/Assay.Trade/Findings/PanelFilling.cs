using Assay.Trade.Flows;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>What was added into a panel.</summary>
/// <param name="Reported">Per period the share of those who report the panel that reported it.</param>
/// <param name="Lacking">The reports that lack a rate.</param>
/// <param name="Known">Per destination x period whether it is reported; null where every destination is.</param>
internal sealed record PanelFill(double[] Reported, IReadOnlyList<RateLacking> Lacking, bool[]? Known);

/// <summary>Adds the bloc's reports into a panel.</summary>
internal static class PanelFilling
{
    /// <summary>Fills the panel.</summary>
    public static PanelFill Fill(TradeColumns columns, FlowReader reader, Func<string, bool> reports, PanelGoods goods, TradePanel panel)
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
        return new PanelFill([.. seen.Select(n => n / (double)Math.Max(1, everybody.Count))], lacking, null);
    }

    /// <summary>Adds one row; what totals hold beside it is less by it.</summary>
    public static void Take(TradePanel panel, PanelGoods goods, int j, int product, int t, double value, double mass)
    {
        if (product >= 0)
            Add(panel, panel.At(j, product, t), value, mass);
        if (goods.HasRest)
            Add(panel, panel.At(j, panel.Products.Length - 1, t), -value, -mass);
    }

    /// <summary>Adds to one place of the panel.</summary>
    public static void Add(TradePanel panel, int i, double value, double mass)
    {
        panel.Values[i] += value;
        panel.Masses[i] += mass;
    }

    /// <summary>Totals that are smaller than their parts leave no rest.</summary>
    public static void NotBelowZero(TradePanel panel)
    {
        for (var j = 0; j < panel.Destinations.Length; j++)
        for (var t = 0; t < panel.Periods.Length; t++)
        {
            ref var rest = ref panel.Values[panel.At(j, panel.Products.Length - 1, t)];
            rest = Math.Max(0, rest);
        }
    }
}
