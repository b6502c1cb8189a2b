using Assay.Trade.Scanning;
using CsCheck;

namespace Assay.Trade.Tests.Scanning;

public sealed class BeforeAfterScanTests
{
    private static readonly string[] Bloc = ["DE", "FR"];

    [Fact]
    public void Sums_are_those_of_the_rows_whatever_their_order() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[0, 6], Gen.Int[1, 6], Gen.Int[0, 1000], Gen.Bool)
            .Array[0, 300]
            .Sample(
                draws =>
                {
                    var rows = draws.Select(Row).Append(Row((0, 0, 0, 1, 0, true))).ToList();
                    using var columns = MemoryColumns.From(rows);
                    var sums = new BeforeAfterScan(columns).Sum(
                        new BeforeAfterQuery('X', 'M', "EUR", Bloc, [202101, 202102], [202104, 202105, 202106])
                    );
                    for (var p = 0; p < columns.Products.Count; p++)
                    for (var j = 0; j < columns.Partners.Count; j++)
                    {
                        var cell = (p * columns.Partners.Count) + j;
                        Assert.Equal(Sum(rows, columns.Products[p].Code, columns.Partners[j], 1, 2), sums.Before[cell]);
                        Assert.Equal(Sum(rows, columns.Products[p].Code, columns.Partners[j], 4, 6), sums.After[cell]);
                    }
                },
                iter: 100
            );

    [Theory]
    [InlineData(10.5)]
    [InlineData(5e9)]
    [InlineData(-3)]
    public void Values_that_need_eight_bytes_are_kept_whole(double value)
    {
        using var columns = MemoryColumns.From([new TradeRow("DE", "KZ", 'X', "854231", "HS6", 'M', 202101, "EUR", value, 0)]);
        Assert.Equal(value, new BeforeAfterScan(columns).Sum(new BeforeAfterQuery('X', 'M', "EUR", null, [202101], [])).Before[0]);
    }

    [Fact]
    public void Ranking_is_by_the_smaller_of_rise_and_loss_without_the_target()
    {
        using var columns = MemoryColumns.From([
            Year("RU", "A", 2021, 100),
            Year("RU", "A", 2022, 20), // loss 80
            Year("KZ", "A", 2021, 10),
            Year("KZ", "A", 2022, 60), // rise 50
            Year("AM", "A", 2021, 10),
            Year("AM", "A", 2022, 200), // rise 190, bounded to 80
            Year("RU", "B", 2021, 50),
            Year("RU", "B", 2022, 90), // no loss
            Year("KZ", "B", 2021, 1),
            Year("KZ", "B", 2022, 500),
        ]);
        var sums = new BeforeAfterScan(columns).Sum(new BeforeAfterQuery('X', 'A', "EUR", null, [202100], [202200]));
        var top = RiseRanking.Top(columns, sums, columns.Partners.ToList().IndexOf("RU"), 10);
        Assert.Equal([("AM", 80.0), ("KZ", 50.0)], top.Select(r => (columns.Partners[r.Partner], r.Bounded)));
    }

    private static TradeRow Year(string partner, string product, int year, double value) =>
        new("DE", partner, 'X', product, "HS6", 'A', year * 100, "EUR", value, 1);

    private static TradeRow Row((int Reporter, int Partner, int Product, int Month, int Value, bool Export) d) =>
        new(
            ((string[])["DE", "FR", "GB"])[d.Reporter],
            "P" + d.Partner,
            d.Export ? 'X' : 'M',
            "8500" + d.Product,
            "HS4",
            'M',
            202100 + d.Month,
            "EUR",
            d.Value,
            2 * d.Value
        );

    private static double Sum(List<TradeRow> rows, string product, string partner, int from, int to) =>
        rows.Where(r =>
                r.Flow == 'X'
                && Bloc.Contains(r.Reporter)
                && r.Product == product
                && r.Partner == partner
                && r.Period % 100 >= from
                && r.Period % 100 <= to
            )
            .Sum(r => r.Value);
}
