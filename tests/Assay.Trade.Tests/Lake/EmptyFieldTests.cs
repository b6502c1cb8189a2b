namespace Assay.Trade.Tests.Lake;

/// <summary>A field that is empty is no field that is right: a row without flow, product or period is nobody's trade.</summary>
public sealed class EmptyFieldTests
{
    private const string Characters = "the product code has other characters than digits and capital letters";

    private const string Bulk =
        "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,SUPPL_UNIT,PERIOD,VALUE_EUR,QUANTITY_KG,QUANTITY_SUPPL_UNIT\nDE,KG,E,85423100,2,NO_SU,202201,100,5,0\n";

    private const string Sdmx =
        "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
        + "ESTAT:DS-045409(1.0),13/01/23 11:00:00,M,DE,KG,85423100,2,VALUE_IN_EUROS,2022-01,100,\n";

    [Theory]
    [InlineData(",KG,E,85423100,2,NO_SU,202201,7,1,0", "the reporter code is unknown")]
    [InlineData("DE,,E,85423100,2,NO_SU,202201,7,1,0", "the partner code is unknown")]
    [InlineData("DE,KG,E,,2,NO_SU,202201,7,1,0", "the product code has a length that CN and HS do not have")]
    [InlineData("DE,KG,E,8542é1XX,2,NO_SU,202201,7,1,0", Characters)]
    [InlineData("DE,KG,E,8542x1XX,2,NO_SU,202201,7,1,0", Characters)]
    [InlineData("DE,KG,E,8542-1XX,2,NO_SU,202201,7,1,0", Characters)]
    [InlineData("DE,KG,E,85 2,2,NO_SU,202201,7,1,0", Characters)]
    [InlineData("DE,KG,E,85423100,,NO_SU,202201,7,1,0", "the flow is neither 1 (imports) nor 2 (exports)")]
    [InlineData("DE,KG,E,85423100,2,NO_SU,,7,1,0", "the period is not a month YYYYMM or year YYYY52")]
    [InlineData("DE,KG,E,85423100,2,NO_SU,202200,7,1,0", "the period is not a month YYYYMM or year YYYY52")]
    [InlineData("DE,KG,E,85423100,2,NO_SU,189952,7,1,0", "the period is not a month YYYYMM or year YYYY52")]
    [InlineData("DE,KG,E,85423100,2,NO_SU,210001,7,1,0", "the period is not a month YYYYMM or year YYYY52")]
    [InlineData("DE,KG,E,85423100,2,NO_SU,-202201,7,1,0", "the period is not a month YYYYMM or year YYYY52")]
    [InlineData("DE,KG,E,85423100,2,NO_SU,202201,,1,0", "the value is missing")]
    [InlineData("DE,KG,E,85423100,2,NO_SU,202201,7,inf,0", "a number is not finite")]
    public void Refuses_a_row_of_a_bulk_file_when_a_field_is_empty_or_out_of_its_range(string row, string reason) =>
        Refuses("b.dat", Bulk + row + "\n", reason);

    [Theory]
    [InlineData("M,,KG,85423100,2,VALUE_IN_EUROS,2022-01,7,", "the reporter code is unknown")]
    [InlineData("M,DE,KG,,2,VALUE_IN_EUROS,2022-01,7,", "the product code has a length that CN and HS do not have")]
    [InlineData("M,DE,KG,8542é1XX,2,VALUE_IN_EUROS,2022-01,7,", Characters)]
    [InlineData("M,DE,KG,8542٣1XX,2,VALUE_IN_EUROS,2022-01,7,", Characters)]
    [InlineData("M,DE,KG,85423100,,VALUE_IN_EUROS,2022-01,7,", "the flow is neither imports nor exports")]
    [InlineData("M,DE,KG,85423100,2,,2022-01,7,", "the indicator is none that Assay knows")]
    [InlineData("M,DE,KG,85423100,2,VALUE_IN_EUROS,,7,", "the period is not a month YYYY-MM or year YYYY")]
    [InlineData("M,DE,KG,85423100,2,VALUE_IN_EUROS,2022-00,7,", "the period is not a month YYYY-MM or year YYYY")]
    [InlineData("M,DE,KG,85423100,2,VALUE_IN_EUROS,2022-13,7,", "the period is not a month YYYY-MM or year YYYY")]
    [InlineData("M,DE,KG,85423100,2,VALUE_IN_EUROS,0022-01,7,", "the period is not a month YYYY-MM or year YYYY")]
    public void Refuses_a_row_of_sdmx_when_a_field_is_empty_or_out_of_its_range(string row, string reason) =>
        Refuses("s.csv", Sdmx + "ESTAT:DS-045409(1.0),13/01/23 11:00:00," + row + "\n", reason);

    [Theory]
    [InlineData("8542é1XX")]
    [InlineData("8542x1XX")]
    [InlineData("8542٣1XX")]
    public void Refuses_a_code_of_any_other_file_when_it_has_other_characters(string code)
    {
        using var lake = new TestLake();
        var told = lake.Import(
            "t.csv",
            $"reporter,partner,flow,product,period,value_eur\nDE,KG,X,85423100,202201,100\nDE,KG,X,{code},202201,7\n"
        ).Provenance;

        Assert.Equal((2, 1, 1), (told.RowsIn, told.RowsKept, told.RowsRefused));
        Assert.Equal("the product code is not one of CN or HS", Assert.Single(told.Refused).Reason);
    }

    [Theory]
    [InlineData("8542XXXX")]
    [InlineData("850SSSSS")]
    [InlineData("99MMMMMM")]
    [InlineData("TOTAL")]
    public void Keeps_a_code_when_its_letters_are_those_of_confidential_trade(string code)
    {
        using var lake = new TestLake();
        var told = lake.Import("b.dat", $"{Bulk}DE,KG,E,{code},2,NO_SU,202201,7,1,0\n").Provenance;

        Assert.Equal((2, 2, 0), (told.RowsIn, told.RowsKept, told.RowsRefused));
    }

    private static void Refuses(string name, string text, string reason)
    {
        using var lake = new TestLake();
        var told = lake.Import(name, text).Provenance;

        Assert.Equal((2, 1, 1), (told.RowsIn, told.RowsKept, told.RowsRefused));
        Assert.Equal(reason, Assert.Single(told.Refused).Reason);
        Assert.Equal(100, lake.Number("SELECT sum(value) FROM all_rows"));
        Assert.Equal(
            "X CN8 CN2022 M 202201 EUR",
            lake.Text("SELECT concat_ws(' ', flow, level, nomenclature, frequency, period, currency) FROM all_rows")
        );
    }
}
