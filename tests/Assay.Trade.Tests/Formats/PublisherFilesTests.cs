using System.Text;
using Assay.Trade.Formats.Mapped;
using Assay.Trade.Tests.Lake;
using DuckDB.NET.Data;

namespace Assay.Trade.Tests.Formats;

/// <summary>Small files of invented numbers, laid out byte for byte as each publisher writes them, imported without a mapping.</summary>
public sealed class PublisherFilesTests
{
    private const string Camel =
        "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate";

    private const string Cell =
        "SELECT string_agg(reporter || ' ' || partner || ' ' || flow || ' ' || product || ' ' || period || ' ' || value::BIGINT || ' ' || currency, '; ' ORDER BY flow, partner, product, period) FROM observations";

    [Fact]
    public void Reads_comtrade_as_the_site_downloads_it_in_latin_1_with_a_separator_behind_every_row()
    {
        using var lake = new TestLake();
        var path = lake.Write("TradeData_11_1_2024_9_0_0.csv", "");
        File.WriteAllText(
            path,
            Camel
                + "\r\n\"C\",\"M\",\"20220301\",\"2022\",\"3\",\"202203\",\"417\",\"KGZ\",\"Kyrgyzstan\",\"X\",\"Export\",\"643\",\"RUS\",\"Russian Federation\",\"0\",\"W00\",\"World\",\"H6\",\"HS\",\"True\",\"870323\",\"Vehicles; déjà vu, 1500 cc\",\"6\",\"True\",\"C00\",\"TOTAL CPC\",\"0\",\"0\",\"TOTAL MOT\",\"5\",\"u\",\"7\",\"False\",\"-1\",\"N/A\",\"\",\"False\",\"8400\",\"False\",\"\",\"False\",\"\",\"99000.5\",\"99000.5\",\"0\",\"False\",\"True\",\r\n"
                + "\"C\",\"M\",\"20220301\",\"2022\",\"3\",\"202203\",\"417\",\"KGZ\",\"Kyrgyzstan\",\"RX\",\"Re-export\",\"643\",\"RUS\",\"Russian Federation\",\"0\",\"W00\",\"World\",\"H6\",\"HS\",\"True\",\"870323\",\"Vehicles\",\"6\",\"True\",\"C00\",\"TOTAL CPC\",\"0\",\"0\",\"TOTAL MOT\",\"5\",\"u\",\"7\",\"False\",\"-1\",\"N/A\",\"\",\"False\",\"8400\",\"False\",\"\",\"False\",\"\",\"60000\",\"60000\",\"0\",\"False\",\"True\",\r\n",
            Encoding.Latin1
        );
        var reply = lake.Import(path);
        Assert.Equal(("UN Comtrade v1 CSV", 2, 0), (reply.Provenance.Format, reply.Provenance.RowsKept, reply.Provenance.RowsRefused));
        Assert.Equal(
            "KG RU RX 870323 202203 60000 USD; KG RU X 870323 202203 99000 USD",
            lake.Text(Cell).Replace("99001", "99000", StringComparison.Ordinal)
        );
        Assert.Contains("windows-1252", string.Concat(reply.Provenance.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_comtrade_as_its_python_client_writes_it_with_an_index_and_floats()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "py.csv",
            ","
                + Camel
                + "\n"
                + "0,C,A,20220101,2022,52,2022,398,KAZ,Kazakhstan,M,Import,276,DEU,Germany,0.0,W00,World,H6,HS,True,85,\"Electrical machinery\",2,False,C00,TOTAL CPC,0,0.0,TOTAL MOT,-1,N/A,,False,-1,N/A,,False,1000.0,False,,False,5000.25,,5000.25,0,False,True\n"
                + "1,C,A,20220101,2022,52,2022,398,KAZ,Kazakhstan,M,Import,276,DEU,Germany,0.0,W00,World,H6,HS,True,850440,\"Static converters\",6,True,C00,TOTAL CPC,0,0.0,TOTAL MOT,8,kg,10.0,False,-1,N/A,,False,10.0,False,,False,300.0,,300.0,0,False,False\n"
        );
        Assert.Equal((2, 0, 0), (reply.Provenance.RowsKept, reply.Provenance.RowsRefused, reply.Provenance.RowsLeftOut));
        Assert.Equal("KZ DE M 85 202200 5000 USD; KZ DE M 850440 202200 300 USD", lake.Text(Cell));
    }

    [Fact]
    public void Reads_comtrade_as_its_r_client_writes_it_in_snake_case()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "r.csv",
            "\"type_code\",\"freq_code\",\"ref_period_id\",\"ref_year\",\"ref_month\",\"period\",\"reporter_code\",\"reporter_iso\",\"reporter_desc\",\"flow_code\",\"flow_desc\",\"partner_code\",\"partner_iso\",\"partner_desc\",\"partner_2_code\",\"partner_2_iso\",\"partner_2_desc\",\"classification_code\",\"classification_search_code\",\"is_original_classification\",\"cmd_code\",\"cmd_desc\",\"aggr_level\",\"is_leaf\",\"customs_code\",\"customs_desc\",\"mos_code\",\"mot_code\",\"mot_desc\",\"qty_unit_code\",\"qty_unit_abbr\",\"qty\",\"net_wgt\",\"cifvalue\",\"fobvalue\",\"primary_value\"\n"
                + "\"C\",\"M\",20220301,2022,3,\"202203\",51,\"ARM\",\"Armenia\",\"X\",\"Export\",643,\"RUS\",\"Russian Federation\",0,\"W00\",\"World\",\"H6\",\"HS\",TRUE,\"847130\",\"Portable machines, < 10 kg\",6,TRUE,\"C00\",\"TOTAL CPC\",\"0\",0,\"TOTAL MOT\",5,\"u\",NA,120,NA,4100,4100\n"
        );
        Assert.Equal(1, reply.Provenance.RowsKept);
        Assert.Equal("AM RU X 847130 202203 4100 USD", lake.Text(Cell));
    }

    [Fact]
    public void Adds_rows_by_mode_of_transport_up_when_their_total_is_not_in_the_file()
    {
        using var lake = new TestLake();
        const string Head = "period,reporterCode,flowCode,partnerCode,partner2Code,cmdCode,customsCode,motCode,primaryValue\n";
        var reply = lake.Import(
            "modes.csv",
            Head
                + "2022,398,M,276,0,850440,C00,1000,10\n2022,398,M,276,0,850440,C00,3200,20\n" // no total: added up
                + "2022,398,M,276,0,850450,C00,0,70\n2022,398,M,276,0,850450,C00,1000,40\n2022,398,M,276,0,850450,C00,3200,30\n" // total: parts left out
                + "2022,398,M,276,0,850460,C00,1000,5\n" // one mode alone is no total
        );
        Assert.Equal((3, 3), (reply.Provenance.RowsKept, reply.Provenance.RowsLeftOut));
        Assert.Equal(
            "30 70",
            lake.Text("SELECT string_agg(s, ' ' ORDER BY s) FROM (SELECT sum(value)::INT::VARCHAR AS s FROM observations GROUP BY product)")
        );
        Assert.Contains(reply.Provenance.LeftOut, r => r.Reason.StartsWith("one mode of transport alone", StringComparison.Ordinal));
    }

    [Fact]
    public void Reads_wits_in_thousand_dollars_with_totals_and_gross_flows()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "DataJobID-1_1_Kg.csv",
            "Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,TradeFlowCode,TradeValue in 1000 USD,Quantity,QtyToken,QtyUnit,NetWeight in KGM\r\n"
                + "H5,KGZ,870323,Kyrgyz Republic,RUS,Russian Federation,2022,Export,6,12.5,3,u,u,4000\r\n"
                + "H5,KGZ,010121,Kyrgyz Republic,RUS,Russian Federation,2022,Gross Imp.,5,7.25,,,,\r\n"
                + "H5,KGZ,Total,Kyrgyz Republic,WLD,World,2022,Re-Export,7,3,,,,\r\n"
        );
        Assert.Equal(("WITS CSV", 3, 0), (reply.Provenance.Format, reply.Provenance.RowsKept, reply.Provenance.RowsRefused));
        Assert.Equal(
            "KG RU M 010121 202200 7250 USD HS2017; KG WORLD RX TOTAL 202200 3000 USD HS2017; KG RU X 870323 202200 12500 USD HS2017",
            lake.Text(Cell.Replace("currency,", "currency || ' ' || nomenclature,", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Reads_the_trade_of_the_imf_by_row()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "imts.csv",
            "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE\n"
                + "IMF.STA:IMTS(1.0.0),ARM,XG_FOB_USD,RUS,M,2022-M03,5.5,Millions\n"
                + "IMF.STA:IMTS(1.0.0),ARM,MG_CIF_USD,DEU,A,2022,7000,Units\n"
                + "IMF.STA:IMTS(1.0.0),ARM,MG_FOB_USD,DEU,A,2022,6500,Units\n"
                + "IMF.STA:IMTS(1.0.0),ARM,XG_FOB_USD,RUS,Q,2022-Q1,16.5,Millions\n"
        );
        Assert.Equal(("IMF direction of trade", 2, 2), (reply.Provenance.Format, reply.Provenance.RowsKept, reply.Provenance.RowsLeftOut));
        Assert.Equal("AM DE M TOTAL 202200 7000 USD; AM RU X TOTAL 202203 5500000 USD", lake.Text(Cell));
    }

    [Fact]
    public void Reads_the_trade_of_the_imf_with_a_column_per_period_and_its_own_names()
    {
        using var lake = new TestLake();
        var path = lake.Write("DOT_timeSeries.csv", "");
        File.WriteAllText(
            path,
            "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"Counterpart Country Name\",\"Counterpart Country Code\",\"Attribute\",\"2021\",\"2021Q4\",\"2021M12\",\"2022\",\n"
                + "\"Kyrgyz Rep.\",\"917\",\"Goods, Value of Exports, Free on board (FOB), US Dollars\",\"TXG_FOB_USD\",\"Aruba, Kingdom of the Netherlands\",\"314\",\"Value\",\"10\",\"3\",\"1\",\"20\",\n"
                + "\"Kyrgyz Rep.\",\"917\",\"Goods, Value of Trade Balance, US Dollars\",\"TBG_USD\",\"Kazakhstan, Rep. of\",\"916\",\"Value\",\"-10\",\"\",\"\",\"\",\n"
                + "\"Kyrgyz Rep.\",\"917\",\"Goods, Value of Imports, Cost, Insurance, Freight (CIF), US Dollars\",\"TMG_CIF_USD\",\"Kazakhstan, Rep. of\",\"916\",\"Value\",\"\",\"\",\"\",\"8\",\n",
            new UTF8Encoding(true)
        );
        lake.Import(path);
        Assert.Equal(
            "KG KZ M TOTAL 202200 8 USD; KG AW X TOTAL 202100 10 USD; KG AW X TOTAL 202112 1 USD; KG AW X TOTAL 202200 20 USD",
            lake.Text(Cell)
        );
    }

    [Fact]
    public void Reads_parquet_by_the_names_of_its_columns()
    {
        using var lake = new TestLake();
        var path = Path.Combine(Path.GetDirectoryName(lake.Folder)!, "own.parquet");
        using (var duck = new DuckDBConnection("Data Source=:memory:"))
        {
            duck.Open();
            using var command = duck.CreateCommand();
            command.CommandText =
                $"COPY (SELECT 417 AS reporter_code, 643 AS partner_code, 'X' AS flow_code, '870323' AS cmd_code, DATE '2022-03-01' AS period, 5.5 AS primary_value) TO '{path}' (FORMAT parquet)";
            command.ExecuteNonQuery();
        }

        Assert.Equal(1, lake.Import(path).Provenance.RowsKept);
        Assert.Equal("KG RU X 870323 202203 6 USD", lake.Text(Cell));
    }

    [Fact]
    public void A_long_table_is_long_though_its_rows_hold_several_periods()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "long.csv",
            "reporter,partner,flow,product,refYear,refPeriodId,period,value\nAT,KG,X,854231,2022,202203,2022-03,5\nAT,KG,X,854231,2022,202204,2022-04,7\n"
        );
        Assert.Equal(2, reply.Provenance.RowsKept);
    }

    [Fact]
    public void A_mapping_wins_on_a_wide_table_with_words_and_names_of_its_own()
    {
        using var lake = new TestLake();
        var path = lake.Write("wide.csv", "Land;Ziel;Ware;Richtung;2022-01;2022-02;2022-03\nÖsterreich;Kasachstan;8542;Ausfuhr;1;2;3\n");
        lake.Import(
            path,
            new TradeMapping
            {
                Columns = new Dictionary<string, string>
                {
                    ["reporter"] = "Land",
                    ["partner"] = "Ziel",
                    ["product"] = "Ware",
                    ["flow"] = "Richtung",
                },
                Constants = new Dictionary<string, string> { ["currency"] = "CHF" },
                Names = new Dictionary<string, string> { ["Österreich"] = "AT", ["Kasachstan"] = "KZ" },
                Flows = new Dictionary<string, string> { ["Ausfuhr"] = "X" },
            }
        );
        Assert.Equal("AT KZ X 8542 202201 1 CHF; AT KZ X 8542 202202 2 CHF; AT KZ X 8542 202203 3 CHF", lake.Text(Cell));
    }

    [Fact]
    public void A_column_that_a_mapping_names_and_the_table_lacks_is_said_in_words()
    {
        using var lake = new TestLake();
        var error = lake.TryImport(
            lake.Write("x.csv", "reporter,partner,flow,product,period,value\nAT,KG,X,854231,2022-03,5\n"),
            new TradeMapping { Columns = new Dictionary<string, string> { ["value"] = "Wert" } },
            cancel: TestContext.Current.CancellationToken
        ).Error!;
        Assert.Contains("has no column 'Wert'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void National_codes_of_ten_digits_are_cut_and_counted_and_never_added_to_their_six_digits()
    {
        using var lake = new TestLake();
        const string Head = "reporter,partner,flow,commodity,period,value_usd\n";
        var reply = lake.Import(
            "national.csv",
            Head + "KZ,RU,X,8542310000,2022-03,5\nKZ,RU,X,8542319000,2022-03,7\nKZ,RU,X,85423200,2022-03,9\nAT,RU,X,85423200,2022-03,4\n"
        );
        Assert.Equal(3, reply.Provenance.Repaired.Sum(r => r.Rows));
        Assert.Equal(12, lake.Number("SELECT sum(value) FROM observations WHERE product = '854231' AND level = 'HS6'"));
        Assert.Equal("CN8", lake.Text("SELECT level FROM observations WHERE reporter = 'AT'"));

        using var both = new TestLake();
        var left = both.Import(
            "both.csv",
            Head + "KZ,RU,X,854231,2022-03,12\nKZ,RU,X,8542310000,2022-03,5\nKZ,RU,X,8542319000,2022-03,7\n"
        );
        Assert.Equal(2, left.Provenance.RowsLeftOut);
        Assert.Equal(12, both.Number("SELECT sum(value) FROM observations"));
    }

    [Fact]
    public void Periods_to_come_that_are_filled_with_zeros_are_named_as_not_published()
    {
        using var lake = new TestLake();
        var rows = string.Concat(Enumerable.Range(1, 5).Select(i => $"8470{i}0,{i},0,0\n"));
        var mapping = new TradeMapping
        {
            Constants = new Dictionary<string, string>
            {
                ["reporter"] = "KR",
                ["partner"] = "KG",
                ["flow"] = "X",
                ["currency"] = "USD",
            },
        };
        var reply = lake.Import(lake.Write("years.csv", "HS code,2022-01,2022-02,2022-03\n" + rows), mapping);
        Assert.Equal(5, reply.Provenance.RowsKept);
        Assert.Contains("Nothing but zeros under 2022-03, 2022-02", string.Concat(reply.Provenance.Notes), StringComparison.Ordinal);

        // A month of zeros before one of figures is one of no trade.
        using var between = new TestLake();
        var kept = between.Import(
            between.Write("between.csv", "HS code,2022-01,2022-02,2022-03\n" + rows.Replace("0,0\n", "0,9\n", StringComparison.Ordinal)),
            mapping
        );
        Assert.Equal(15, kept.Provenance.RowsKept);
    }

    [Fact]
    public void The_first_months_of_a_year_are_refused_by_name()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "ust.csv",
            "reporter,partner,flow,product,period,value\nUS,KZ,X,854231,2023,9\nUS,KZ,X,854231,2024 through October,5\n"
        );
        Assert.Equal(1, reply.Provenance.RowsKept);
        Assert.StartsWith("the period is the first months of a year", reply.Provenance.Refused.Single().Reason, StringComparison.Ordinal);
    }
}
