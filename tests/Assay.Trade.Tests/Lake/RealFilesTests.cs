using Assay.Trade.Formats.Mapped;
using Assay.Trade.Lake;

namespace Assay.Trade.Tests.Lake;

public sealed class RealFilesTests
{
    [Fact]
    public void Imports_the_long_file_by_its_own_headings()
    {
        using var lake = new TestLake();
        var reply = lake.Import(Shared.File("trade", "eu27_exports_cn8_monthly_2020-01_2022-11.csv.gz"));

        Assert.Equal(1_159_638, reply.Provenance.RowsIn);
        Assert.Equal(1_159_638, reply.Provenance.RowsKept);
        Assert.Empty(reply.Provenance.Refused);
        using var open = lake.Open();
        Assert.Equal(["EUR"], open.Currencies());
        Assert.Equal(["CN8", "HS2", "HS4", "TOTAL"], open.Coverage().Select(c => c.Level).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(27, open.Coverage().Select(c => c.Reporter).Distinct().Count());
    }

    [Fact]
    public void Imports_a_data_browser_workbook()
    {
        using var lake = new TestLake();
        var reply = lake.Import(Shared.File("trade", "eurostat_databrowser_sample.xlsx"));

        Assert.Equal(new DateOnly(2023, 1, 21), reply.Provenance.ExtractDate);
        Assert.Equal("content", reply.Provenance.ExtractDateFrom);
        Assert.Empty(reply.Provenance.Refused);
        Assert.Equal(
            4097,
            lake.Number(
                "SELECT value FROM observations WHERE product = '21061080' AND reporter = 'AT' AND partner = 'RU' AND period = 202001"
            )
        );
    }

    [Fact]
    public void Marks_blocs_in_the_file_of_members()
    {
        using var lake = new TestLake();
        lake.Import(
            Shared.File("trade", "eu_members_monthly_total_exports_201901_202408.csv"),
            new TradeMapping
            {
                Constants = new Dictionary<string, string> { ["flow"] = "X", ["product"] = "TOTAL" },
            }
        );

        Assert.Equal(4, lake.Number("SELECT count(DISTINCT reporter) FROM observations WHERE reporter_kind = 'bloc'"));
        Assert.Equal(28, lake.Number("SELECT count(DISTINCT reporter) FROM country_observations"));
    }

    [Fact]
    public void Imports_annual_totals_with_the_reporter_given()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            Shared.File("trade", "eu27_annual_total_exports_by_partner_2010_2023.csv"),
            new TradeMapping
            {
                Constants = new Dictionary<string, string>
                {
                    ["flow"] = "X",
                    ["product"] = "TOTAL",
                    ["reporter"] = "EU27_2020",
                },
            }
        );

        Assert.Empty(reply.Provenance.Refused);
        Assert.Equal(3407, reply.Provenance.RowsKept);
        Assert.Equal(202300, lake.Number("SELECT max(period) FROM observations WHERE frequency = 'A'"));
    }
}
