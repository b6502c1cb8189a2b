using Assay.Trade.Findings;
using Assay.Trade.Scanning;

namespace Assay.Trade.Tests.Findings;

public sealed class SuppliersTests
{
    private static readonly PanelRequest Request = new(null, "RU", ["8542"]);

    [Fact]
    public void Every_origin_is_a_supplier_by_its_own_report_and_by_the_targets()
    {
        using var columns = MemoryColumns.From([
            .. Both("CN", "RU", 'X', 100, 400),
            .. Both("DE", "RU", 'X', 300, 30),
            .. Both("DE", "KZ", 'X', 7, 9),
            .. Both("CN", "RU", 'X', 50, 60, "010121"),
            .. Both("RU", "CN", 'M', 110, 420),
            .. Both("RU", "TR", 'M', 5, 80),
        ]);
        var suppliers = Suppliers.Of(columns, Request, 202203, 0);
        Assert.Equal(["CN", "TR", "DE"], suppliers.Countries.Select(c => c.Country));
        Assert.Equal(new TradeSide(100, 400, 1), suppliers.Countries[0].Sent);
        Assert.Equal(new TradeSide(110, 420, 1), suppliers.Countries[0].Received);
        Assert.False(suppliers.Countries[1].Sent.Known);
        Assert.Equal(new TradeSide(0, 0, 1), suppliers.Countries[2].Received);
        Assert.Equal(430, suppliers.Together.Sent.After);
        Assert.Equal(0.1, suppliers.Countries[2].Sent.Change, 1e-12);
    }

    [Fact]
    public void Months_are_summed_where_the_reporter_has_their_like_before()
    {
        using var columns = MemoryColumns.From([
            Row("CN", "RU", 'X', 202103, 10),
            Row("CN", "RU", 'X', 202203, 20),
            Row("CN", "RU", 'X', 202204, 1000),
            Row("DE", "RU", 'X', 202204, 5),
        ]);
        var suppliers = Suppliers.Of(columns, Request, 202203, 0);
        Assert.Equal(2, suppliers.Periods);
        Assert.Equal(new Supplier("CN", new TradeSide(10, 20, 1), TradeSide.Unknown), Assert.Single(suppliers.Countries));
        Assert.True(double.IsNaN(suppliers.Together.Received.After));
    }

    [Fact]
    public void Reporter_that_names_other_goods_alone_sent_nothing_and_one_that_is_silent_is_unknown()
    {
        using var columns = MemoryColumns.From([
            .. Both("CN", "RU", 'X', 100, 400),
            .. Both("KG", "DE", 'M', 50, 200),
            .. Both("KG", "KZ", 'X', 9, 9, "010121"),
        ]);
        var line = Assert.Single(ReexportBalance.Of(columns, Request, "KG", 202203, 0).Lines);
        Assert.Equal(new TradeSide(50, 200, 1), line.Imports);
        Assert.Equal(new TradeSide(0, 0, 1), line.Exports);
        Assert.Equal(0, line.LeavesAgain);
        Assert.Empty(ReexportBalance.Of(columns, Request, "AM", 202203, 0).Lines);
    }

    [Fact]
    public void Balance_sets_all_exports_beside_imports_and_those_to_the_target_apart()
    {
        using var columns = MemoryColumns.From([
            .. Both("KG", "DE", 'M', 50, 200),
            .. Both("KG", "CN", 'M', 50, 200),
            .. Both("KG", "RU", 'X', 5, 280),
            .. Both("KG", "KZ", 'X', 5, 20),
        ]);
        var balance = ReexportBalance.Of(columns, Request, "KG", 202203, 0);
        var line = Assert.Single(balance.Lines);
        Assert.Equal(("854231", 0.1, 0.75), (line.Product, line.LeftAgain, line.LeavesAgain));
        Assert.Equal(new TradeSide(5, 280, 1), line.ToTarget);
        Assert.Equal(line.Imports, balance.Together.Imports);
    }

    [Fact]
    public void Years_after_are_set_against_the_last_year_before_and_months_against_the_last_like_month()
    {
        Assert.Equal([(202200, 202100), (202300, 202100)], SideSums.Pairs(202200, 202300));
        var months = SideSums.Pairs(202203, 202304);
        Assert.Equal((14, (202203, 202103), (202303, 202103)), (months.Count, months[0], months[12]));
        Assert.Empty(SideSums.Pairs(202203, 202112));
    }

    private static TradeRow[] Both(string reporter, string partner, char flow, double before, double after, string product = "854231") =>
        [Row(reporter, partner, flow, 202103, before, product), Row(reporter, partner, flow, 202203, after, product)];

    private static TradeRow Row(string reporter, string partner, char flow, int period, double value, string product = "854231") =>
        new(reporter, partner, flow, product, "HS6", 'M', period, "EUR", value, 0);
}
