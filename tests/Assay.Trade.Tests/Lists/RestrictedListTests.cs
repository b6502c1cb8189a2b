using Assay.Trade.Lists;
using Assay.Trade.Tests.Lake;

namespace Assay.Trade.Tests.Lists;

public sealed class RestrictedListTests
{
    [Fact]
    public void Ships_fifty_codes_of_the_high_priority_list_with_their_tiers()
    {
        var list = ListCatalogue.Load("chpl").Value;

        Assert.Equal(50, list.Entries.Count);
        Assert.Equal(4, list.Entries.Count(e => e.Tier == "1"));
        Assert.True(list.Complete);
        Assert.False(ListCatalogue.Load("eu833").Value.Complete);
    }

    [Fact]
    public void Says_not_known_before_the_version_of_the_list_that_is_held()
    {
        var list = ListCatalogue.Load("chpl").Value;

        Assert.Equal(ListingState.NotKnown, Assert.Single(list.Find("854231", new DateOnly(2022, 4, 8))).State);
        Assert.True(list.IsBefore(new DateOnly(2024, 2, 22)));
        Assert.False(list.IsBefore(new DateOnly(2024, 2, 23)));
        Assert.Equal(["854231", "854232", "854233", "854239"], list.Below("8542", new DateOnly(2024, 3, 1)).Select(l => l.Entry.Code));
        Assert.Empty(list.Below("854231", new DateOnly(2024, 3, 1)));
        var listed = Assert.Single(list.Find("85423190", new DateOnly(2024, 3, 1)));
        Assert.Equal((ListingState.Listed, "854231", "1"), (listed.State, listed.Entry.Code, listed.Entry.Tier));
    }

    [Fact]
    public void Says_possibly_where_a_code_may_have_come_with_a_later_amendment()
    {
        var list = ListCatalogue.Load("eu833").Value;

        Assert.Equal(ListingState.NotYet, list.Find("401039", new DateOnly(2022, 4, 7))[0].State);
        Assert.Equal(ListingState.PossiblyListed, list.Find("401039", new DateOnly(2022, 6, 1))[0].State);
        Assert.Equal(ListingState.Listed, list.Find("401039", new DateOnly(2022, 12, 4))[0].State);
    }

    [Theory]
    [InlineData("# since: 2022-03\ncode,from\n8703,2024-02-23\n", 202203)]
    [InlineData("code,from\n8703,2022-04-08\n8704,2022-06-01\n", 202205)]
    [InlineData("code,from\n8703,2022-04-01\n", 202204)]
    [InlineData("code\n8703\n", null)]
    public void Says_from_which_month_its_goods_were_restricted_throughout(string text, int? since)
    {
        using var lake = new TestLake();
        Assert.Equal(since, ListCatalogue.Load(lake.Write("own.csv", text)).Value.Since);
    }

    [Fact]
    public void Covers_longer_codes_by_shorter_ones_and_not_the_other_way_round()
    {
        using var lake = new TestLake();
        var list = ListCatalogue.Load(lake.Write("own.csv", "# title: My list\nHS6,tier,from,until\n8703,A,2022-03-01,2022-12-31\n")).Value;

        Assert.True(list.Covers("87032390"));
        Assert.False(list.Covers("87"));
        Assert.Equal(ListingState.Ended, list.Find("870323", new DateOnly(2023, 1, 1))[0].State);
        Assert.Equal("My list", list.Entries[0].Measure);
    }

    [Fact]
    public void Names_the_line_when_a_list_has_a_code_that_lost_its_zero()
    {
        using var lake = new TestLake();
        var error = ListCatalogue.Load(lake.Write("own.csv", "code\n854231\n30213\n")).Error!;

        Assert.Equal(3, error.Where!.Line);
        Assert.Contains("lost its leading zero", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_codes_that_are_not_in_the_nomenclature_of_the_year()
    {
        using var lake = new TestLake();
        lake.Import(
            "x.csv",
            "product,reporter,partner,month,flow,value_eur\n854231,AT,KG,2021-01,EXPORT,100\n854140,AT,KG,2021-01,EXPORT,7\n"
        );
        using var open = lake.Open();

        var problems = ListProblems.In(ListCatalogue.Load("chpl").Value, open, 2021);

        Assert.Contains(problems, p => p.Code == "854149");
        Assert.DoesNotContain(problems, p => p.Code == "854231");
        Assert.DoesNotContain(problems, p => p.Code == "903020");
    }
}
