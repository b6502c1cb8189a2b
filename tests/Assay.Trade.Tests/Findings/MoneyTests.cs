using Assay.Trade.Findings;
using Assay.Trade.Money;
using Assay.Trade.Scanning;
using Assay.Trade.Tests.Lake;

namespace Assay.Trade.Tests.Findings;

/// <summary>Values in two currencies, at several levels and over months that one side lacks.</summary>
public sealed class MoneyTests
{
    private const string Product = "854231";

    [Theory]
    [InlineData("EUR", "USD", 202203, 1.10193)]
    [InlineData("GBP", "USD", 202203, 1.31683)]
    [InlineData("USD", "EUR", 202203, 0.9075)]
    [InlineData("JPY", "CNY", 202203, 0.053506)]
    [InlineData("XXX", "XXX", 202203, 1)]
    public void A_month_has_the_rate_of_the_reserve_when_the_table_holds_it(string from, string to, int month, double rate) =>
        Assert.Equal(rate, ExchangeRates.Shipped.Factor(from, to, month), rate * 1e-4);

    [Theory]
    [InlineData("KGS", 202203)]
    [InlineData("EUR", 199812)]
    [InlineData("EUR", 202700)]
    [InlineData("XXX", 202203)]
    public void A_rate_is_unknown_when_the_table_lacks_it(string currency, int period) =>
        Assert.True(double.IsNaN(ExchangeRates.Shipped.Factor(currency, "USD", period)));

    [Fact]
    public void A_year_has_the_mean_of_its_months()
    {
        var months = Enumerable.Range(202201, 12).Average(m => ExchangeRates.Shipped.Factor("USD", "EUR", m));
        Assert.Equal(months, ExchangeRates.Shipped.Factor("USD", "EUR", 202200), 1e-12);
    }

    [Fact]
    public void A_users_table_wins_and_stands_for_currencies_that_the_shipped_one_lacks()
    {
        using var lake = new TestLake();
        var path = lake.Write("rates.csv", "month,from,to,rate\n2022-03,EUR,USD,2\n2022-03,KGS,EUR,0.01\n2022-03,USD,KZT,500\n");
        var rates = RateFile.Over(path).Value;

        Assert.Equal(2, rates.Factor("EUR", "USD", 202203));
        Assert.Equal(0.5, rates.Factor("USD", "EUR", 202203));
        Assert.Equal(0.01, rates.Factor("KGS", "EUR", 202203));
        Assert.Equal(1 / 500.0, rates.Factor("KZT", "USD", 202203));
        Assert.Equal(0.01 * 1.10193, rates.Factor("KGS", "USD", 202203), 1e-6);
        Assert.Equal(ExchangeRates.Shipped.Factor("EUR", "USD", 202204), rates.Factor("EUR", "USD", 202204));
        Assert.Contains("rates.csv", rates.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month,from,to,rate\n2022-03,EUR,USD,0\n", 2)]
    [InlineData("2022-03,EURO,USD,1\n", 1)]
    [InlineData("# note\n2022,EUR,USD,1\n", 2)]
    [InlineData("2022-03,EUR,USD,NaN\n", 1)]
    public void A_users_table_is_refused_with_the_line_when_one_is_wrong(string text, int line)
    {
        using var lake = new TestLake();
        Assert.Equal(line, RateFile.Over(lake.Write("rates.csv", text)).Error!.Where!.Line);
    }

    [Fact]
    public void Onward_trade_in_dollars_is_converted_by_the_rate_of_each_year()
    {
        var finding = Year(("USD", 10_000, 80_000));
        var (before, after) = (ExchangeRates.Shipped.Factor("USD", "EUR", 202100), ExchangeRates.Shipped.Factor("USD", "EUR", 202200));
        Assert.Equal((80_000 * after) - (10_000 * before), finding.Onward, 1e-6);
        Assert.Equal((LegState.Known, "USD"), (finding.OnwardLeg.State, finding.OnwardLeg.Currency));
    }

    [Fact]
    public void Onward_trade_is_unknown_and_not_zero_when_there_is_no_rate()
    {
        var finding = Year(("KGS", 10_000, 80_000));
        Assert.True(double.IsNaN(finding.Onward));
        Assert.Equal((LegState.NoRate, "KGS"), (finding.OnwardLeg.State, finding.OnwardLeg.Currency));
        Assert.True(finding.FloorAlone > 0);
    }

    [Fact]
    public void A_report_in_two_currencies_is_read_once_in_that_of_the_amounts()
    {
        var finding = Year(("USD", 10_000, 80_000), ("EUR", 9_000, 70_000));
        Assert.Equal(61_000, finding.Onward, 1e-6);
    }

    [Fact]
    public void Exports_of_the_bloc_are_refused_with_the_currency_when_none_has_a_rate()
    {
        using var columns = MemoryColumns.From([Row("DE", "RU", 202100, 5, "KGS"), Row("DE", "KZ", 202200, 5, "KGS")]);
        var error = Investigation.Run(columns, Request(), 202200).Error!;
        Assert.Contains("are in KGS, and there is no rate to EUR for 202100", error.Message, StringComparison.Ordinal);
        Assert.Contains("--rates FILE", error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, 1000, 1000)] // complete: the finest
    [InlineData(1000, 950, 950)] // what is missing at the finest is confidential
    [InlineData(1000, 500, 1000)] // a part of the heading alone: the heading
    public void Headings_and_codes_of_one_trade_are_never_added(double heading, double codes, double read)
    {
        using var columns = MemoryColumns.From([
            .. new[] { 202100, 202200 }.SelectMany(y =>
                new[]
                {
                    Row("DE", "RU", y, y == 202100 ? 9e6 : 1e6, "EUR", "8542", "HS4"),
                    Row("DE", "KZ", y, 1e6, "EUR", "8542", "HS4"),
                    Row("KZ", "RU", y, heading, "EUR", "8542", "HS4"),
                    Row("KZ", "RU", y, codes / 2, "EUR", "854231", "HS6"),
                    Row("KZ", "RU", y, codes / 2, "EUR", "854232", "HS6"),
                    Row("KZ", "RU", y, 1e5, "EUR", "85", "HS2"),
                }
            ),
        ]);
        var report = Investigation.Run(columns, Request("8542") with { Digits = 4 }, 202200).Value;
        Assert.Equal(read, report.Onward(report.Findings.Single(f => f.Destination == "KZ"))![1]);
    }

    [Fact]
    public void A_month_that_one_side_lacks_is_left_out_on_both_and_said()
    {
        int[] months = [.. Enumerable.Range(202101, 12), .. Enumerable.Range(202201, 12)];
        using var columns = MemoryColumns.From([
            .. months.SelectMany(m =>
                new[] { Month("DE", "RU", m, m < 202203 ? 900_000 : 10_000), Month("DE", "KZ", m, m < 202203 ? 10_000 : 300_000) }
            ),
            .. months.Where(m => m is not 202205).Select(m => Month("KZ", "RU", m, m < 202203 ? 1_000 : 200_000)),
            .. months.Select(m => Month("KG", "RU", m, 50)),
            .. months.Select(m => Month("DE", "KG", m, 70)),
        ]);
        var report = Investigation.Run(columns, Request() with { Frequency = 'M' }, 202203).Value;
        var finding = report.Findings.Single(f => f.Destination == "KZ");
        Assert.Equal(9 * 199_000, finding.Onward, 1e-6);
        Assert.Equal([202205], finding.OnwardLeg.Absent);
        Assert.True(double.IsNaN(report.Onward(finding)![16]));
    }

    [Fact]
    public void A_month_that_names_others_and_not_the_target_is_a_report_of_zero()
    {
        int[] months = [.. Enumerable.Range(202101, 12), .. Enumerable.Range(202201, 12)];
        using var columns = MemoryColumns.From([
            .. months.SelectMany(m => new[] { Month("DE", "RU", m, 900_000), Month("DE", "KZ", m, 10_000), Month("KZ", "GE", m, 5) }),
            Month("KZ", "RU", 202106, 1_000),
        ]);
        var finding = Investigation
            .Run(columns, Request() with { Frequency = 'M' }, 202203)
            .Value.Findings.Single(f => f.Destination == "KZ");
        Assert.Equal(-1_000, finding.Onward, 1e-6);
        Assert.Empty(finding.OnwardLeg.Absent);
    }

    [Fact]
    public void A_destination_whose_reports_never_name_the_target_is_unknown_when_they_name_few_others()
    {
        using var columns = MemoryColumns.From([
            .. new[] { 202100, 202200 }.SelectMany(y =>
                new[] { Row("DE", "RU", y, y == 202100 ? 9e6 : 1e6), Row("DE", "KZ", y, 1e6), Row("KZ", "GE", y, 5) }
            ),
        ]);
        Assert.Equal(
            LegState.NotReported,
            Investigation.Run(columns, Request(), 202200).Value.Findings.Single(f => f.Destination == "KZ").OnwardLeg.State
        );
    }

    private static PanelRequest Request(string product = Product) => new(["DE"], "RU", [product]) { Frequency = 'A' };

    private static Finding Year(params (string Currency, double Before, double After)[] onward)
    {
        using var columns = MemoryColumns.From([
            Row("DE", "RU", 202100, 1_000_000),
            Row("DE", "RU", 202200, 100_000),
            Row("DE", "KZ", 202100, 10_000),
            Row("DE", "KZ", 202200, 500_000),
            .. onward.SelectMany(o =>
                new[] { Row("KZ", "RU", 202100, o.Before, o.Currency), Row("KZ", "RU", 202200, o.After, o.Currency) }
            ),
        ]);
        return Investigation.Run(columns, Request(), 202200).Value.Findings.Single(f => f.Destination == "KZ");
    }

    private static TradeRow Month(string reporter, string partner, int month, double value) =>
        Row(reporter, partner, month, value) with
        {
            Frequency = 'M',
        };

    private static TradeRow Row(
        string reporter,
        string partner,
        int period,
        double value,
        string currency = "EUR",
        string product = Product,
        string level = "HS6"
    ) => new(reporter, partner, 'X', product, level, 'A', period, currency, value, 0);
}
