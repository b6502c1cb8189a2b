using Assay.Trade.Findings;
using Assay.Trade.Scanning;
using Assay.Trade.Simulation;
using Assay.Trade.Validation;

namespace Assay.Trade.Tests.Findings;

public sealed class PowerTests
{
    [Theory]
    [InlineData(false, 3000, 1000, false, ScanPower.NoControls)]
    [InlineData(true, 52, 52, false, ScanPower.TooFewCells)]
    [InlineData(true, 52, 5, false, ScanPower.Enough)]
    [InlineData(true, 52, 52, true, ScanPower.Enough)]
    [InlineData(true, 499, 1000, false, ScanPower.TooFewCells)]
    [InlineData(true, 500, 1000, false, ScanPower.Enough)]
    public void Power_is_what_the_most_unusual_cell_could_show(bool controls, int placebos, int tested, bool second, ScanPower power) =>
        Assert.Equal(power, Power.Of(controls, placebos, tested, second, 0));

    [Fact]
    public void Few_cells_are_ordered_by_excess_and_none_is_within_placebo_range()
    {
        using var columns = MemoryColumns.From(Rows("853120"));
        var report = Investigation.Run(columns, Request, 202200).Value;
        Assert.Equal(ScanPower.TooFewCells, report.Power);
        Assert.DoesNotContain(report.Findings, f => f.Found);
        Assert.Equal(report.Findings.OrderByDescending(f => f.Floor).ThenByDescending(f => f.Excess), report.Findings);
        Assert.Equal("KG", report.Findings[0].Destination);
    }

    // Of cells without a floor the least p is first where cells can stand out, and the largest excess where none could.
    [Theory]
    [InlineData(ScanPower.Enough, "AA BB")]
    [InlineData(ScanPower.TooFewCells, "BB AA")]
    [InlineData(ScanPower.NoControls, "BB AA")]
    public void Amounts_order_where_no_cell_could_stand_out(ScanPower power, string order)
    {
        var small = Cell("AA", 20, 0.01, power);
        var large = Cell("BB", 900, 0.4, power);
        Assert.Equal(order, string.Join(' ', Scan.Ordered([small, large]).Select(f => f.Destination)));
        Assert.Equal(order, string.Join(' ', Scan.Ordered([large, small]).Select(f => f.Destination)));
    }

    private static Finding Cell(string destination, double after, double p, ScanPower power) =>
        new()
        {
            Destination = destination,
            Product = "854231",
            Before = 10,
            After = after,
            Counterfactual = 10,
            Method = CounterfactualMethod.OwnGrowth,
            ExcessLow = -1,
            Loss = 100,
            Onward = double.NaN,
            OnwardLow = double.NaN,
            Missing = 0,
            PExcess = p,
            PSecond = double.NaN,
            P = p,
            Power = power,
        };

    [Fact]
    public void Goods_on_another_list_are_no_controls_and_without_any_nothing_is_found()
    {
        using var columns = MemoryColumns.From(Rows("853120"));
        var report = Investigation.Run(columns, Request with { Held = ["853120", "854231"] }, 202200).Value;
        Assert.Equal(1, report.Panel.HeldOut);
        Assert.Equal(ScanPower.NoControls, report.Power);
        Assert.All(report.Findings, f => Assert.True(double.IsNaN(f.Q) && !f.Found));
        Assert.Equal(report.Panel.RestrictedCount, report.Panel.Products.Length);
    }

    /// <summary>
    /// Why nothing is found without unrestricted goods: in worlds whose books hold the bloc's exports of restricted goods
    /// alone, most cells that would be found by q, floor and excess are of destinations whose demand for everything grew.
    /// </summary>
    [Fact]
    public void Without_unrestricted_goods_own_demand_passes_for_re_routing()
    {
        var (found, planted, grown) = (0, 0, 0);
        for (var seed = 101UL; seed <= 103; seed++)
        {
            var world = new SyntheticWorld(
                new SyntheticOptions
                {
                    Seed = seed,
                    Destinations = 40,
                    Products = 160,
                    Restricted = 40,
                }
            );
            using var columns = MemoryColumns.From(RestrictedExports(world));
            var request = new PanelRequest([WorldColumns.Bloc], world.Options.Target, WorldTrial.Restricted(world));
            var report = Investigation.Run(columns, request, world.Options.Effective).Value;
            Assert.DoesNotContain(report.Findings, f => f.Found);
            var tested = report.Findings.Where(f => f.Loss > Growth.Softening).ToList();
            var passed = tested
                .Zip(FalseDiscovery.Q([.. tested.Select(f => f.P)], FalseDiscovery.ByRank([.. tested.Select(f => f.Loss)])))
                .Where(f => f.Second <= Power.Accepted && f.First.Floor > 0 && !f.First.StaysThere)
                .Select(f => f.First)
                .ToList();
            var truth = world.Planted.Where(d => d.IsDiversion).Select(d => (d.Destination, d.DeclaredAs)).ToHashSet();
            var decoys = world.Planted.Where(d => !d.IsDiversion).Select(d => d.Destination).ToHashSet();
            found += passed.Count;
            planted += passed.Count(f => truth.Contains((f.Destination, f.Product)));
            grown += passed.Count(f => !truth.Contains((f.Destination, f.Product)) && decoys.Contains(f.Destination));
        }

        TestContext.Current.SendDiagnosticMessage($"{found} cells would be found, {planted} of them planted, {grown} of own demand");
        Assert.True(planted * 5 < found, $"{planted} of {found} planted");
        Assert.True(grown * 3 > found, $"{grown} of {found} are of destinations whose demand grew");
    }

    private static IEnumerable<TradeRow> RestrictedExports(SyntheticWorld world)
    {
        for (var j = 0; j < world.Destinations.Count; j++)
        for (var p = 0; p < world.Products.Count; p++)
        for (var t = 0; t < world.MonthList.Count && world.Products[p].Restricted; t++)
            if (world.Exports(j, p, t) is > 0 and var value)
                yield return new TradeRow(
                    WorldColumns.Bloc,
                    world.Destinations[j],
                    'X',
                    world.Products[p].Code,
                    "HS6",
                    'M',
                    world.MonthList[t],
                    "EUR",
                    value,
                    0
                );
    }

    [Fact]
    public void Code_with_listed_codes_below_it_is_no_control_and_its_chapter_is()
    {
        var request = Request with { Held = ["84715000"] };
        Assert.True(request.IsHeld("847150"));
        Assert.True(request.IsHeld("8471"));
        Assert.False(request.IsHeld("84"));
        Assert.False(request.IsHeld("847141"));
    }

    [Theory]
    [InlineData(null, 12, false)]
    [InlineData(202203, 12, false)]
    [InlineData(202103, 0, true)]
    public void Year_in_which_the_goods_were_restricted_already_is_no_placebo(int? inForce, int tau, bool passed)
    {
        int[] periods = [.. Enumerable.Range(0, 34).Select(i => ((2020 + (i / 12)) * 100) + (i % 12) + 1)];
        var window = Window.Of(24, 10, 12)!;
        var year = PlaceboYear.Of(periods, window, 12, inForce);
        Assert.Equal((passed, tau), (year.Passed, year.Window?.Tau ?? 0));
    }

    [Fact]
    public void Scan_from_within_the_episode_takes_its_placebo_from_before_it()
    {
        var options = new SyntheticOptions
        {
            Destinations = 14,
            Products = 60,
            Restricted = 12,
            Months = 48,
            Effective = 202203,
        };
        using var columns = WorldColumns.From(new SyntheticWorld(options));
        var request = new PanelRequest([WorldColumns.Bloc], options.Target, WorldTrial.Restricted(new SyntheticWorld(options)))
        {
            InForce = 202203,
        };
        var report = Investigation.Run(columns, request, 202303).Value;
        Assert.True(report.PlaceboPassed);
        Assert.Equal(202112, report.Panel.Periods[report.PlaceboYear!.After.Max()]);
        Assert.False(Investigation.Run(columns, request with { InForce = null }, 202303).Value.PlaceboPassed);
    }

    private static PanelRequest Request { get; } = new(["DE"], "RU", ["854231"]) { Frequency = 'A' };

    private static IEnumerable<TradeRow> Rows(string other) =>
        from cell in new[] { ("RU", 900, 100), ("KZ", 100, 105), ("KG", 100, 600), ("GE", 80, 200) }
        from year in new[] { 2020, 2021, 2022 }
        from product in new[] { "854231", other }
        select new TradeRow(
            "DE",
            cell.Item1,
            'X',
            product,
            "HS6",
            'A',
            year * 100,
            "EUR",
            1000.0 * (product == other || year < 2022 ? cell.Item2 : cell.Item3),
            0
        );
}
