using System.IO.Compression;
using Assay.Trade.Formats.Mapped;
using Assay.Trade.Tests.Lake;

namespace Assay.Trade.Tests.Formats;

/// <summary>One small file of each published format, written for these tests.</summary>
public sealed class PublishedFormatsTests
{
    private const string V2 = """
        REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,PRODUCT_BEC5,PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT
        AT,AD,E,35069190,59229,2052,2059,220,311210,06,2,1,NO_SU,202402,65,65,3,0
        AT,AD,E,39XXXXXX,582XX,XXXX,XXXX,700,31XXXX,07,2,1,NO_SU,202402,89,89,0,0
        GR,KG,E,85423190,77600,2611,2611,220,311210,16,2,1,PST,202402,1000,1000,12,40
        GR,QX,E,85423190,77600,2611,2611,220,311210,16,1,1,PST,202452,70,70,1,4

        """;

    [Fact]
    public void Reads_comext_bulk_v2()
    {
        using var lake = new TestLake();
        var reply = lake.Import("full_v2_202402.dat", V2);

        Assert.Equal(("Comext bulk v2", 4, 4), (reply.Provenance.Format, reply.Provenance.RowsIn, reply.Provenance.RowsKept));
        Assert.Equal("X M 12", lake.Text("SELECT flow || ' ' || frequency || ' ' || netkg::INT FROM observations WHERE partner = 'KG'"));
        Assert.Equal(
            "202400 A bucket",
            lake.Text("SELECT period || ' ' || frequency || ' ' || partner_kind FROM observations WHERE partner = 'QX'")
        );
        Assert.Equal("CN8", lake.Text("SELECT level FROM observations WHERE product = '39XXXXXX'"));
        Assert.Equal(40, lake.Number("SELECT suppl FROM observations WHERE partner = 'KG'"));
    }

    [Fact]
    public void Reads_comext_bulk_v1()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "full202001.dat",
            """
            DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_cpa2002,PRODUCT_cpa2008,PRODUCT_CPA2_1,PRODUCT_BEC,PRODUCT_SECTION,FLOW,STAT_REGIME,SUPP_UNIT,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY
            001,FR,0021,XS,E,01012100,00150,0122,0143,0143,111,01,2,1,A,202001,500,60,2
            001,FR,0022,XS,E,01012100,00150,0122,0143,0143,111,01,2,1,A,202001,250,30,1

            """
        );

        Assert.Equal("Comext bulk v1", reply.Provenance.Format);
        Assert.Equal(750, lake.Number("SELECT sum(value) FROM observations WHERE partner = 'RS' AND product = '01012100'"));
    }

    [Fact]
    public void Reads_comext_sdmx_csv_with_values_and_quantities_on_separate_lines()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "DS-045409.csv",
            """
            DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG
            ESTAT:DS-045409(1.0),15/03/24 11:00:00,M,HR,AT,01022110,2,VALUE_IN_EUROS,2024-01,1200,
            ESTAT:DS-045409(1.0),15/03/24 11:00:00,M,HR,AT,01022110,2,QUANTITY_IN_100KG,2024-01,7.5,
            ESTAT:DS-045409(1.0),15/03/24 11:00:00,M,HR,AT,01022110,2,SUPPLEMENTARY_QUANTITY,2024-01,3,
            ESTAT:DS-045409(1.0),15/03/24 11:00:00,M,HR,AT,01022130,2,VALUE_IN_EUROS,2024-01,,c

            """
        );

        Assert.Equal(new DateOnly(2024, 3, 15), reply.Provenance.ExtractDate);
        Assert.Equal(1, reply.Provenance.RowsLeftOut);
        Assert.Equal(
            "1200 750 3",
            lake.Text("SELECT sum(value)::INT || ' ' || sum(netkg)::INT || ' ' || sum(suppl)::INT FROM observations")
        );
    }

    [Fact]
    public void Reads_a_data_browser_csv_with_months_as_columns()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "browser.csv",
            """
            Data extracted on 05/06/2023 10:00:00 from [ESTAT]
            PRODUCT [PRODUCT],,Sparkling wine [22041098]
            FLOW,,EXPORT
            INDICATORS,,VALUE_IN_EUROS

            TIME,TIME,2022-01,2022-02,2022-03
            REPORTER (Labels),PARTNER (Labels),,,
            Austria,Armenia,:,15,20
            Ireland (Eire),Russian Federation (Russia),7,:,:

            """
        );

        Assert.Equal(3, reply.Provenance.RowsKept);
        Assert.Equal(new DateOnly(2023, 6, 5), reply.Provenance.ExtractDate);
        Assert.Contains("3 cells were not reported", reply.Provenance.Notes[0], StringComparison.Ordinal);
        Assert.Equal(
            "IE RU X 22041098 202201 EUR",
            lake.Text(
                "SELECT reporter || ' ' || partner || ' ' || flow || ' ' || product || ' ' || period || ' ' || currency FROM observations WHERE value = 7"
            )
        );
    }

    [Fact]
    public void Reads_comtrade_csv_and_leaves_out_parts_of_totals()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "comtrade.csv",
            """
            period,reporterCode,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,aggrLevel,customsCode,mosCode,motCode,qtyUnitAbbr,qty,netWgt,primaryValue
            2022,398,M,0,0,H6,10121,6,C00,0,0,u,2,900,5000.5
            2022,398,M,276,0,H6,010121,6,C00,0,0,u,2,900,5000.5
            2022,398,M,276,643,H6,010121,6,C00,0,0,u,1,400,2000
            2022,398,M,276,0,H6,010121,6,C01,0,0,u,1,400,2000
            2022,398,M,276,0,H6,010121,6,C00,0,2100,u,1,400,2000
            2022,398,RX,276,0,H6,010121,6,C00,0,0,u,1,400,2000

            """
        );

        Assert.Equal((6, 3, 3), (reply.Provenance.RowsIn, reply.Provenance.RowsKept, reply.Provenance.RowsLeftOut));
        Assert.Equal(1, Assert.Single(reply.Provenance.Repaired).Rows);
        Assert.Equal(
            "KZ DE 010121 HS6 HS2022 USD",
            lake.Text(
                "SELECT reporter || ' ' || partner || ' ' || product || ' ' || level || ' ' || nomenclature || ' ' || currency FROM country_observations WHERE flow = 'M'"
            )
        );
        Assert.Equal(2000, lake.Number("SELECT value FROM observations WHERE flow = 'RX'"));
    }

    [Fact]
    public void Reads_comtrade_json()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "comtrade.json",
            """
            {"elapsedTime":"0.1 secs","count":2,"data":[
              {"reporterCode":417,"reporterDesc":"Kyrgyzstan","period":"202203","flowCode":"X","partnerCode":643,"partner2Code":0,"classificationCode":"H6","cmdCode":"870323","aggrLevel":6,"customsCode":"C00","mosCode":"0","motCode":0,"netWgt":null,"primaryValue":12.5},
              {"reporterCode":417,"reporterDesc":"Kyrgyzstan, \"KG\"","period":"202203","flowCode":"X","partnerCode":643,"partner2Code":398,"classificationCode":"H6","cmdCode":"870323","aggrLevel":6,"customsCode":"C00","mosCode":"0","motCode":0,"netWgt":7,"primaryValue":5}],"error":""}
            """
        );

        Assert.Equal(("UN Comtrade v1 JSON", 2, 1), (reply.Provenance.Format, reply.Provenance.RowsIn, reply.Provenance.RowsKept));
        Assert.Equal("KG RU 12.5", lake.Text("SELECT reporter || ' ' || partner || ' ' || value FROM observations"));
    }

    [Fact]
    public void Reads_comtrade_legacy_csv()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "legacy.csv",
            """
            Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,TradeFlow Code,TradeFlow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweightkg,GrossWeightkg,TradeValueUS,CIF TradeValue,FOB Trade Value (US$),Flag
            H4,2016,2016,2016,2,0,1,Import,51,Armenia,ARM,643,Russia,RUS,,,,,,,,01,Live animals,1,No Quantity,,,,,,,4453144,,,0

            """
        );

        Assert.Equal("UN Comtrade legacy CSV", reply.Provenance.Format);
        Assert.Equal(
            "AM RU M 01 HS2 HS2012 201600",
            lake.Text(
                "SELECT reporter || ' ' || partner || ' ' || flow || ' ' || product || ' ' || level || ' ' || nomenclature || ' ' || period FROM observations"
            )
        );
    }

    [Fact]
    public void Reads_baci_in_dollars_and_kilograms()
    {
        using var lake = new TestLake();
        var reply = lake.Import("BACI_HS17_Y2021_V202301.csv", "t,i,j,k,v,q\n2021,276,643,10121,12.5,0.75\n2021,251,842,870323,3,NA\n");

        Assert.Equal(2, reply.Provenance.RowsKept);
        Assert.Equal(
            "DE RU 010121 12500 750 HS2017",
            lake.Text(
                "SELECT reporter || ' ' || partner || ' ' || product || ' ' || value::INT || ' ' || netkg::INT || ' ' || nomenclature FROM observations WHERE netkg IS NOT NULL"
            )
        );
        Assert.Equal("FR US", lake.Text("SELECT reporter || ' ' || partner FROM observations WHERE netkg IS NULL"));
    }

    [Fact]
    public void Reads_gzip_and_a_mapping_with_decimal_commas()
    {
        using var lake = new TestLake();
        var path = lake.Write("own.csv.gz", "");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            gzip.Write("Land;Ziel;Ware;Monat;Wert\nÖsterreich;Kasachstan;8542;01/2022;\"1.234,5\"\n"u8);
        }

        lake.Import(
            path,
            new TradeMapping
            {
                Columns = new Dictionary<string, string>
                {
                    ["reporter"] = "Land",
                    ["partner"] = "Ziel",
                    ["product"] = "Ware",
                    ["period"] = "Monat",
                    ["value"] = "Wert",
                },
                Constants = new Dictionary<string, string> { ["flow"] = "X", ["currency"] = "EUR" },
                Names = new Dictionary<string, string> { ["Österreich"] = "AT", ["Kasachstan"] = "KZ" },
                Decimal = ",",
                ValueFactor = 1000,
            }
        );

        Assert.Equal(
            "AT KZ 8542 202201 1234500",
            lake.Text("SELECT reporter || ' ' || partner || ' ' || product || ' ' || period || ' ' || value::INT FROM observations")
        );
    }
}
