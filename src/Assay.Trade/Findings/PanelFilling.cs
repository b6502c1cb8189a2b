using Assay.Trade.Flows;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>What was added into a panel.</summary>
/// <param name="Reported">Per period the share of those who report the panel that reported it.</param>
/// <param name="Lacking">The reports that lack a rate.</param>
/// <param name="Known">Per destination x period whether it is reported; null where every destination is.</param>
internal sealed record PanelFill(double[] Reported, IReadOnlyList<RateLacking> Lacking, bool[]? Known)
{
    /// <summary>What was left out since members of the bloc lack periods.</summary>
    public LeftOut LeftOut { get; init; } = LeftOut.Nothing;

    /// <summary>Periods that members of the bloc lack and that leave nothing out.</summary>
    public IReadOnlyList<MemberGap> Gaps { get; init; } = [];
}

/// <summary>Adds the bloc's reports into a panel.</summary>
internal static class PanelFilling
{
    /// <summary>Fills the panel. Of a bloc whose members do not report the same periods, what <see cref="ReportGaps"/> says is left
    /// out.</summary>
    /// <param name="columns">The store.</param>
    /// <param name="reader">Reads it.</param>
    /// <param name="reports">Who belongs to the bloc.</param>
    /// <param name="goods">The goods of the panel.</param>
    /// <param name="panel">The panel, empty.</param>
    /// <param name="window">The periods compared; null where there are none.</param>
    public static PanelFill Fill(
        TradeColumns columns,
        FlowReader reader,
        Func<string, bool> reports,
        PanelGoods goods,
        TradePanel panel,
        Window? window
    )
    {
        var members = new Dictionary<int, MemberReports>();
        var lacking = Add(columns, reader, reports, goods, panel, members);
        if (window is null)
            return new PanelFill(Shares(members, panel, []), lacking, null);
        var gaps = new ReportGaps(members, panel.Periods.Length, window);
        if (gaps.Left.Count + gaps.Unknown.Count == 0)
            return new PanelFill(Shares(members, panel, []), lacking, null) { Gaps = Named(gaps.Small, columns, panel) };
        if (gaps.Left.Count > 0)
        {
            Array.Clear(panel.Values);
            Array.Clear(panel.Masses);
            var left = gaps.Left.Select(m => columns.Reporters[m]).ToHashSet(StringComparer.Ordinal);
            Add(columns, reader, r => reports(r) && !left.Contains(r), goods, panel, []);
        }

        var unknown = gaps.Unknown.ToHashSet();
        return new PanelFill(
            Shares(members.Where(m => !gaps.Left.Contains(m.Key)).ToDictionary(), panel, unknown),
            lacking,
            unknown.Count == 0 ? null : [.. panel.Destinations.SelectMany(_ => panel.Periods.Select((_, t) => !unknown.Contains(t)))]
        )
        {
            LeftOut = new LeftOut(
                [.. gaps.Left.Select(m => columns.Reporters[m]).Order(StringComparer.Ordinal)],
                gaps.Share,
                [.. gaps.Unknown.Where(t => window.After.Contains(t) || window.Before.Contains(t)).Select(t => panel.Periods[t])]
            ),
        };
    }

    private static MemberGap[] Named(
        IReadOnlyList<(int Member, int[] Periods, double Worth)> gaps,
        TradeColumns columns,
        TradePanel panel
    ) =>
        [
            .. gaps.Select(g => new MemberGap(columns.Reporters[g.Member], [.. g.Periods.Select(t => panel.Periods[t])], g.Worth))
                .OrderBy(g => g.Member, StringComparer.Ordinal),
        ];

    // Of periods that are not compared nothing is asked.
    private static double[] Shares(Dictionary<int, MemberReports> members, TradePanel panel, HashSet<int> unknown) =>
        [
            .. panel.Periods.Select(
                (_, t) => unknown.Contains(t) ? 1 : members.Values.Count(m => m.Reported[t]) / (double)Math.Max(1, members.Count)
            ),
        ];

    private static List<RateLacking> Add(
        TradeColumns columns,
        FlowReader reader,
        Func<string, bool> reports,
        PanelGoods goods,
        TradePanel panel,
        Dictionary<int, MemberReports> members
    )
    {
        var at = panel.Periods.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        List<RateLacking> lacking = [];
        var totals = LevelRanks.In(columns, [ProductLevels.Total]);
        foreach (var block in reader.Blocks('X', reports))
        {
            var t = at[block.Period];
            var member = Member(members, block.Reporter, panel);
            var (parts, whole) = (0.0, 0.0);
            var read = block.Read(
                goods.Ranks,
                (p, j, v, m) =>
                {
                    parts += v;
                    if (goods.Of[p] >= 0 && goods.Of[p] < goods.Restricted)
                        member.Restricted += v;
                    Take(panel, goods, j, goods.Of[p], t, v, m);
                }
            );
            var all = goods.HasRest
                ? block.Read(
                    totals,
                    (_, j, v, m) =>
                    {
                        whole += v;
                        Add(panel, panel.At(j, panel.Products.Length - 1, t), v, m);
                    }
                )
                : default;
            member.Value += Math.Max(parts, whole);
            if (read.Any || all.Any)
                member.Reported[t] = true;
            else if (read.Lacking is { } currency)
                lacking.Add(new RateLacking(columns.Reporters[block.Reporter], currency, block.Period));
        }

        if (goods.HasRest)
            NotBelowZero(panel);
        return lacking;
    }

    private static MemberReports Member(Dictionary<int, MemberReports> members, int reporter, TradePanel panel)
    {
        if (!members.TryGetValue(reporter, out var member))
            members[reporter] = member = new MemberReports(panel.Periods.Length);
        return member;
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
