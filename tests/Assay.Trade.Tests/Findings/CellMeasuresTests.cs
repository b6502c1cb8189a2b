using Assay.Trade.Codes;
using Assay.Trade.Findings;
using Assay.Trade.Scanning;

namespace Assay.Trade.Tests.Findings;

/// <summary>Measures of single cells, over stores that are small enough to reckon by hand.</summary>
public sealed class CellMeasuresTests
{
    private const int First = 202001;
    private const int Since = 202303;
    private const string Product = "854231";

    [Theory]
    [InlineData(202103, false)]
    [InlineData(202102, true)]
    [InlineData(202302, false)]
    public void Is_a_new_route_when_nothing_was_traded_in_the_24_months_before(int traded, bool isNew)
    {
        var months = Enumerable.Range(0, 40).Select(i => Months.Add(First, i));
        using var columns = MemoryColumns.From([
            .. months.Select(m => Row("DE", "RU", m, m < Since ? 900_000 : 10_000)),
            Row("DE", "KZ", traded, 50_000),
            Row("DE", "KZ", Since, 400_000),
        ]);
        var report = Investigation.Run(columns, new PanelRequest(["DE"], "RU", [Product]), Since).Value;
        Assert.Equal(isNew, report.Findings.Single(f => f.Destination == "KZ").NewRoute);
    }

    [Fact]
    public void Counts_as_missing_what_was_sent_beyond_the_usual_spread_when_few_gaps_are_known()
    {
        using var columns = MemoryColumns.From([.. Lost(), .. Sent("KZ", 100_000, 500_000), .. Received("KZ", 50_000, 100_000)]);
        // what arrived, at the ratio of two before, widened by the spread that stands in where fewer than five gaps are known
        Assert.Equal(500_000 - (200_000 * Math.Exp(1.645 * 0.3)), Cell(columns).Missing, 1e-6);
    }

    [Fact]
    public void Counts_as_missing_what_was_sent_beyond_the_spread_of_all_gaps_when_five_are_known()
    {
        var others = new[] { ("AM", 1.0), ("GE", 1.1), ("UZ", 1.2), ("KG", 1.3) }.SelectMany(d =>
            Sent(d.Item1, 100_000, 100_000 * d.Item2).Concat(Received(d.Item1, 100_000, 100_000))
        );
        using var columns = MemoryColumns.From([.. Lost(), .. others, .. Sent("KZ", 100_000, 500_000), .. Received("KZ", 50_000, 100_000)]);
        double[] gaps = [0, Math.Log(1.1), Math.Log(1.2), Math.Log(1.3), Math.Log(2.5)];
        var spread = Robust.Centre(gaps).Spread;
        Assert.Equal(500_000 - (200_000 * Math.Exp(1.645 * spread)), Cell(columns).Missing, 1e-6);
    }

    [Fact]
    public void Leaves_out_of_the_rate_of_false_findings_what_cannot_have_been_diverted()
    {
        const string Kept = "847330";
        using var columns = MemoryColumns.From([
            .. Lost(),
            .. Sent("KZ", 100_000, 900_000),
            Row("DE", "RU", 202100, 500_000, Kept),
            Row("DE", "RU", 202200, 495_000, Kept),
            .. new[] { "AM", "GE", "UZ", "KG" }.SelectMany(d =>
                new[] { Row("DE", d, 202100, 100_000, Kept), Row("DE", d, 202200, 120_000, Kept) }
            ),
            .. new[] { "KZ", "AM", "GE", "UZ", "KG" }.SelectMany(d =>
                new[] { Row("DE", d, 202100, 100_000, "010121"), Row("DE", d, 202200, 100_000, "010121") }
            ),
        ]);
        var report = Investigation.Run(columns, new PanelRequest(["DE"], "RU", [Product, Kept]) { Frequency = 'A' }, 202200).Value;
        Assert.All(report.Findings.Where(f => f.Product == Kept), f => Assert.Equal(1, f.Q));
        var tested = report.Findings.Single(f => f.Product == Product && f.Destination == "KZ");
        Assert.True(tested.P < 1);
        Assert.Equal(tested.P, tested.Q);
    }

    private static Finding Cell(TradeColumns columns) =>
        Investigation
            .Run(columns, new PanelRequest(["DE"], "RU", [Product]) { Frequency = 'A' }, 202200)
            .Value.Findings.Single(f => f.Destination == "KZ");

    private static TradeRow[] Lost() => Sent("RU", 1_000_000, 100_000);

    private static TradeRow[] Sent(string to, double before, double after) => [Row("DE", to, 202100, before), Row("DE", to, 202200, after)];

    private static TradeRow[] Received(string by, double before, double after) =>
        [Row(by, "DE", 202100, before) with { Flow = 'M' }, Row(by, "DE", 202200, after) with { Flow = 'M' }];

    private static TradeRow Row(string reporter, string partner, int period, double value, string product = Product) =>
        new(reporter, partner, 'X', product, "HS6", period % 100 == 0 ? 'A' : 'M', period, "EUR", value, 0);
}
