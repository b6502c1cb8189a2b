using Assay.Trade.Formats.Mapped;
using Assay.Trade.Tests.Lake;

namespace Assay.Trade.Tests.Formats;

/// <summary>A product that is said for a whole file whose rows name many.</summary>
public sealed class SaidForAllTests
{
    [Fact]
    public void Asks_however_many_goods_a_column_tells_apart()
    {
        using var lake = new TestLake();
        var rows = Enumerable.Range(1000, 700).Select(i => $"KZ,AM,X,2022,{i},1\n");
        var path = lake.Write("many.csv", "Reporter,Partner,Flow,Year,Commodity group,Value (USD)\n" + string.Concat(rows));
        var said = new TradeMapping { Constants = new Dictionary<string, string> { ["product"] = "TOTAL" } };
        var reply = lake.TryImport(path, said, cancel: TestContext.Current.CancellationToken);
        Assert.False(reply.Succeeded);
        Assert.Contains("'Commodity group' tells several apart", reply.Error!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_date_of_the_database_stands_in_tables_of_names_too()
    {
        using var lake = new TestLake();
        var path = lake.Write(
            "names.csv",
            "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n"
                + "ESTAT:DS-045409(1.0),17/02/25 11:00:00,Annual,Germany,Kazakhstan,Cars of some kind,EXPORT,VALUE_IN_EUROS,2022,4321\n"
        );
        var said = new TradeMapping { Constants = new Dictionary<string, string> { ["product"] = "870323" } };
        Assert.Equal(new DateOnly(2025, 2, 17), lake.Import(path, said).Provenance.ExtractDate);
    }
}
