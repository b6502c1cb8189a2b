using Assay.Trade.Findings;
using Assay.Trade.Flows;
using Assay.Trade.Formats.Mapped;
using Assay.Trade.Money;
using Assay.Trade.Scanning;
using Assay.Trade.Tests.Lake;

namespace Assay.Trade.Tests.Findings;

/// <summary>Totals over all destinations, and what was sent against what was received.</summary>
public sealed class BaseRatiosTests
{
    private static readonly FlowTerms Annual = new('A', "EUR", ExchangeRates.Shipped);

    [Fact]
    public void Totals_put_one_destination_first_and_mark_the_registers_of_ships()
    {
        using var lake = new TestLake();
        lake.Import(
            Shared.File("trade", "eu27_annual_total_exports_by_partner_2010_2023.csv"),
            new TradeMapping
            {
                Constants = new Dictionary<string, string>
                {
                    ["flow"] = "X",
                    ["product"] = "TOTAL",
                    ["reporter"] = "EU27_2020",
                    ["currency"] = "EUR",
                },
            }
        );
        using var opened = lake.Open();
        using var columns = LakeColumns.Open(opened);
        var ratios = BaseRatios.Of(columns, TradeBlocs.EuropeanUnionReporters, "TOTAL", Annual, [2019, 2020, 2021], 2023, 4.5e6);
        Assert.Equal(("KG", 9.92), (ratios[0].Destination, Math.Round(ratios[0].Ratio, 2)));
        foreach (var register in new[] { "PA", "BM", "LR" })
            Assert.NotNull(ratios.Single(r => r.Destination == register).Explained);
        var report = Investigation
            .Run(columns, new PanelRequest(TradeBlocs.EuropeanUnionReporters, "RU", ["TOTAL"]) { Frequency = 'A' }, 202200)
            .Value;
        Assert.All(report.Findings.Where(f => f.Destination is "PA" or "BM" or "LR"), f => Assert.False(f.Found));
        Assert.Equal(ScanPower.NoControls, report.Power);
        Assert.DoesNotContain(report.Findings, f => f.Found);
        Assert.All(report.Findings, f => Assert.True(double.IsNaN(f.Q)));
    }

    [Fact]
    public void Sent_over_received_is_as_published()
    {
        var lines = File.ReadAllLines(Shared.File("trade", "mirror_eu_vs_national_annual.csv")).Select(l => l.Split(',')).ToList();
        using var lake = new TestLake();
        Import(lake, "sent.csv", lines.Select(l => $"{l[1]},{l[0]},{l[2]},{l[3]}"), "X");
        Import(lake, "received.csv", lines.Select(l => $"{l[0]},{l[1]},{l[2]},{l[4]}"), "M");
        using var opened = lake.Open();
        using var columns = LakeColumns.Open(opened);
        var ratios = BaseRatios.Mirror(columns, TradeBlocs.EuropeanUnionReporters, "TOTAL", Annual, [2021, 2022, 2023]);
        Assert.Equal([1.07, 2.33, 3.03], ratios["KG"].Select(r => Math.Round(r, 2)));
        Assert.Equal([1.14, 1.43, 1.26], ratios["KZ"].Select(r => Math.Round(r, 2)));
    }

    [Fact]
    public void The_rows_of_a_bloc_stand_in_only_where_no_country_reports()
    {
        using var lake = new TestLake();
        Import(lake, "a.csv", ["reporter,partner,year,value", "DE,KZ,2020,10", "EU27_2020,KZ,2020,25", "EU27_2020,KZ,2021,40"], "X");
        using var opened = lake.Open();
        using var columns = LakeColumns.Open(opened);
        var ratio = Assert.Single(BaseRatios.Of(columns, TradeBlocs.EuropeanUnionReporters, "TOTAL", Annual, [2020], 2021, 0));
        Assert.Equal((10, 40), (ratio.Base, ratio.Value));
    }

    [Fact]
    public void A_mapping_file_keeps_the_defaults_of_what_it_leaves_out()
    {
        using var lake = new TestLake();
        var mapping = TradeMapping.Load(lake.Write("m.json", """{ "constants": { "flow": "X" }, }"""));
        Assert.Equal((1, 1, "."), (mapping.Value.ValueFactor, mapping.Value.WeightFactor, mapping.Value.Decimal));
        Assert.Empty(mapping.Value.Names);
        Assert.False(TradeMapping.Load(lake.Write("bad.json", """{ "valueFactor": 0 }""")).Succeeded);
    }

    private static void Import(TestLake lake, string name, IEnumerable<string> lines, string flow)
    {
        var rows = lines.ToList();
        rows[0] = "reporter,partner,year,value";
        lake.Import(
            lake.Write(name, string.Join('\n', rows) + "\n"),
            new TradeMapping
            {
                Constants = new Dictionary<string, string>
                {
                    ["flow"] = flow,
                    ["product"] = "TOTAL",
                    ["currency"] = "EUR",
                },
            }
        );
    }
}
