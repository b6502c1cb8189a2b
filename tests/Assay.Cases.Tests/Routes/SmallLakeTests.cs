using Assay.Cases.Books;
using Assay.Cases.Routes;
using Assay.Trade.Findings;

namespace Assay.Cases.Tests.Routes;

/// <summary>Claims against a lake of a few rows, in which not every specification can be had.</summary>
public sealed class SmallLakeTests : IDisposable
{
    private const string Rows = """
        reporter,partner,flow,product,period,value,currency
        DE,RU,X,854231,2021,1000000,EUR
        DE,RU,X,854231,2022,100000,EUR
        DE,KZ,X,854231,2021,100000,EUR
        DE,KZ,X,854231,2022,900000,EUR
        DE,GE,X,010121,2021,50000,EUR
        DE,GE,X,010121,2022,50000,EUR
        FR,KG,X,854231,2022,50000,EUR
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-small-");

    public SmallLakeTests()
    {
        var file = Path.Combine(folder.FullName, "rows.csv");
        File.WriteAllText(file, Rows);
        var imported = new ImportFile(TimeProvider.System).Run(
            new FileRequest(file, Lake, FileSaid.Of(null, [], null).Value),
            null,
            default
        );
        Assert.True(imported.Succeeded, imported.Error?.ToString());
    }

    private string Lake => Path.Combine(folder.FullName, "lake");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Tries_only_the_specifications_that_the_data_allow() =>
        Assert.Equal([CounterfactualMethod.OwnGrowth, CounterfactualMethod.SameAsBefore], Test("KZ").Ways[0].Trials.Select(t => t.Method));

    [Fact]
    public void Knows_nothing_of_a_country_when_only_others_than_the_origin_trade_with_it() =>
        Assert.Equal((RouteOutcome.Unknown, false), (Test("KG").Outcome, Test("KG").Ways[0].Known));

    [Fact]
    public void Cannot_tell_without_goods_to_compare_with() => Assert.Equal(RouteOutcome.Unknown, Test("KZ").Outcome);

    [Fact]
    public void Finds_no_support_when_the_origin_trades_with_a_country_but_in_no_restricted_goods()
    {
        var way = Test("GE").Ways[0];
        Assert.Equal((RouteOutcome.NotSupported, true), (way.Outcome, way.Known));
    }

    private RouteVerdict Test(string through) =>
        TestRoute
            .Run(
                new RouteRequest(
                    new RouteClaim([through], "RU")
                    {
                        Origin = "DE",
                        Goods = ["854231"],
                        Since = 202200,
                    },
                    new BookOptions { Frequency = 'A' }
                ),
                Lake,
                TestContext.Current.CancellationToken
            )
            .Value;
}
