using Assay.Trade.Codes;
using Assay.Trade.Lake;
using Assay.Trade.Tests.Lake;

namespace Assay.Trade.Tests.Codes;

public sealed class CodeFamiliesTests
{
    [Fact]
    public void Joins_codes_that_one_old_code_was_divided_into()
    {
        var families = CodeFamilies.Shipped;

        Assert.Equal(families.FamilyOf("852580"), families.FamilyOf("852589"));
        Assert.Equal(families.FamilyOf("852580"), families.FamilyOf("85258911"));
        Assert.Equal("903020", families.FamilyOf("903020"));
        Assert.Contains(new FamilyMember("852589", 2022, 9999), families.Find("852589")!.Members);
        Assert.Contains(new FamilyMember("852580", 0, 2021), families.Find("852589")!.Members);
    }

    [Fact]
    public void Does_not_join_the_nomenclature_through_a_hub()
    {
        var links = Enumerable
            .Range(0, 50)
            .Select(i => new CodeLink("854999", 2022, $"84{i:00}10", 2017))
            .Append(new CodeLink("841010", 2022, "841010", 2017))
            .ToArray();
        var families = CodeFamilies.Build(links);

        Assert.Contains("854999", families.Hubs);
        Assert.Equal(50, families.Dropped);
        Assert.Null(families.Find("840010"));
    }

    [Fact]
    public void Stays_clear_of_the_trap_in_the_official_correlation()
    {
        var links = CodeFamilies.ReadLinks(Shared.File("codes", "hs2022_hs2017_correlation.csv")).Value;
        var families = CodeFamilies.Build(links);

        Assert.Equal(15_657, links.Count);
        Assert.InRange(families.Families.Max(f => f.Members.Count), 2, 120);
        Assert.Equal("854231", families.FamilyOf("854231"));
        Assert.Contains("854151", families.Hubs);
        Assert.Equal(families.FamilyOf("852580"), families.FamilyOf("852589"));
    }

    [Fact]
    public void Flags_a_code_that_is_born_without_a_family()
    {
        using var lake = new TestLake();
        lake.Import(
            "x.csv",
            "product,reporter,partner,month,flow,value_eur\n85258000,AT,KG,2021-01,EXPORT,100\n85258900,AT,KG,2022-01,EXPORT,70\n87032399,AT,KG,2022-01,EXPORT,900\n"
        );
        using var open = lake.Open();

        var births = CodeBirths.In(open, CodeFamilies.Shipped);

        Assert.Equal(["87032399", "85258900"], births.Select(b => b.Product));
        Assert.Null(births[0].Family);
        Assert.NotNull(births[1].Family);
    }

    [Fact]
    public void Finds_the_births_of_2022_in_the_real_file()
    {
        using var lake = new TestLake();
        lake.Import(Shared.File("trade", "eu27_exports_cn8_monthly_2020-01_2022-11.csv.gz"));
        using var open = lake.Open();

        var births = CodeBirths.In(open, CodeFamilies.Shipped).Where(b => b.Year == 2022).ToList();

        Assert.Equal(69, births.Count(b => b.Level == "CN8"));
        Assert.InRange(births.Sum(b => b.Value), 1.1e9, 1.3e9);
    }
}
