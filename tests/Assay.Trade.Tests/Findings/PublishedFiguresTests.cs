using Assay.Trade.Findings;

namespace Assay.Trade.Tests.Findings;

/// <summary>Figures that were computed independently from the same extract.</summary>
public sealed class PublishedFiguresTests
{
    private static readonly string[] Neighbours = ["AM", "BY", "GE", "KG", "KZ", "UZ"];

    [Fact]
    public void Restricted_exports_fall_to_the_target_and_rise_to_its_neighbours()
    {
        var all = Compare(everyYear: false, 2021, 2022);
        Assert.Equal(-71.6, Change(all.Sums["RU"]), 0.05);
        Assert.Equal(94.6, Change([Neighbours.Sum(n => all.Sums[n][0]), Neighbours.Sum(n => all.Sums[n][1])]), 0.05);
        Assert.Equal(118, all.Markets);
        Assert.Equal(0.215, all.MarketShare, 0.0005);
    }

    [Theory]
    [InlineData("RU", 1.17, 0.28)]
    [InlineData("KG", 1.31, 7.62)]
    [InlineData("AM", 1.16, 3.84)]
    [InlineData("KZ", 0.95, 2.22)]
    [InlineData("GE", 1.28, 2.02)]
    [InlineData("UZ", 1.04, 1.70)]
    [InlineData("BY", 1.34, 1.19)]
    public void Codes_traded_every_year_grow_as_published(string destination, double placebo, double actual)
    {
        var result = Compare(everyYear: true, 2020, 2021, 2022);
        Assert.Equal(2045, result.Products);
        var sums = result.Sums[destination];
        Assert.Equal(placebo, sums[1] / sums[0], 0.005);
        Assert.Equal(actual, sums[2] / sums[1], 0.005);
    }

    [Fact]
    public void Scan_puts_the_same_destinations_on_top_without_being_told()
    {
        var codes = EuExtract.Columns.Products.Where(p => p.Level == "CN8").Select(p => p.Code).ToList();
        var report = Investigation.Run(EuExtract.Columns, new PanelRequest(TradeBlocs.EuropeanUnion, "RU", codes), 202203).Value;
        Assert.Equal(CounterfactualMethod.OwnGrowth, report.Method);
        Assert.Equal(["KG", "AM", "KZ"], report.ByGrowth(1e6).Take(3).Select(d => d.Destination));
        Assert.True(Agreement(report) > 0.5, $"rank agreement with the anchor: {Agreement(report)}");
    }

    /// <summary>Spearman's correlation of ranks by the smaller of excess and loss over the anchor's cells that the scan has.</summary>
    private static double Agreement(ScanReport report)
    {
        var ours = report.Findings.ToDictionary(f => (f.Destination, f.Product), f => Math.Min(f.Excess, f.Loss));
        var pairs = File.ReadLines(Path.Combine(EuExtract.Folder!, "trade", "anchor_top200_partner_hs6_min_excess_loss_MarNov.csv"))
            .Skip(1)
            .Select(l => l.Split(','))
            .Where(f => ours.ContainsKey((f[2], f[3])))
            .Select(f => (Anchor: double.Parse(f[1], System.Globalization.CultureInfo.InvariantCulture), Ours: ours[(f[2], f[3])]))
            .ToList();
        Assert.True(pairs.Count > 100, $"only {pairs.Count} of the anchor's cells were scanned");
        double[] a = [.. pairs.Select(p => (double)pairs.Count(q => q.Anchor > p.Anchor))];
        double[] b = [.. pairs.Select(p => (double)pairs.Count(q => q.Ours > p.Ours))];
        var (ma, mb) = (a.Average(), b.Average());
        return a.Zip(b).Sum(p => (p.First - ma) * (p.Second - mb))
            / Math.Sqrt(a.Sum(v => (v - ma) * (v - ma)) * b.Sum(v => (v - mb) * (v - mb)));
    }

    private static Comparison Compare(bool everyYear, params int[] years) =>
        Comparison.Of(EuExtract.Columns, TradeBlocs.EuropeanUnion, "CN8", _ => true, years, (3, 11), everyYear, 10e6);

    private static double Change(double[] sums) => 100 * ((sums[^1] / sums[^2]) - 1);
}
