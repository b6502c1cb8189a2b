using Assay.Ground.Countries;
using Assay.Trade.Codes;

namespace Assay.Trade.Tests.Codes;

public sealed class CountryTableTests
{
    [Theory]
    [InlineData("GR", "GR")]
    [InlineData("EL", "GR")]
    [InlineData("DEU", "DE")]
    [InlineData("276", "DE")]
    [InlineData("051", "AM")]
    [InlineData("757", "CH")]
    [InlineData("842", "US")]
    [InlineData("XS", "RS")]
    [InlineData("Russian Federation (Russia)", "RU")]
    [InlineData("Belgium (incl. Luxembourg 'LU' -> 1998)", "BE")]
    [InlineData("Côte d’Ivoire (Ivory Coast)", "CI")]
    [InlineData("Congo, Democratic Republic of", "CD")]
    [InlineData("Congo", "CG")]
    [InlineData("United Kingdom (Northern Ireland)", "XI")]
    [InlineData("St Kitts and Nevis", "KN")]
    [InlineData("Pays-Bas", "NL")]
    [InlineData("Austria [AT]", "AT")]
    [InlineData("AT:Austria", "AT")]
    public void Finds_a_country_by_code_or_name(string text, string code)
    {
        Assert.Equal(code, CountryTable.Shipped.Find(text)?.Code);
        Assert.Equal("country", CountryTable.Shipped.Find(text)?.Kind);
    }

    [Theory]
    [InlineData("European Union - 27 countries (AT, BE)", "EU27_2020", "bloc")]
    [InlineData("Euro area (AT-01/1999, BE-01/1999)", "EA", "bloc")]
    [InlineData("0", "WORLD", "world")]
    [InlineData("QX", "QX", "bucket")]
    [InlineData("QM", "QM", "bucket")]
    [InlineData("Extra-EU27 (from 2020)", "EU27_2020_EXTRA", "bloc")]
    public void Marks_what_is_no_country(string text, string code, string kind)
    {
        var found = CountryTable.Shipped.Find(text);

        Assert.Equal(code, found?.Code);
        Assert.Equal(kind, found?.Kind);
    }

    [Theory]
    [InlineData("Korea (which)")]
    [InlineData("Atlantis")]
    [InlineData("")]
    public void Finds_nothing_when_the_name_is_unknown_or_ambiguous(string text) => Assert.Null(CountryTable.Shipped.Find(text));

    [Theory]
    [InlineData("eu27_annual_total_exports_by_partner_2010_2023.csv", 0)]
    [InlineData("eu_members_monthly_total_exports_201901_202408.csv", 0)]
    [InlineData("eu_members_monthly_total_exports_201901_202408.csv", 1)]
    public void Knows_every_name_in_a_real_file(string file, int column)
    {
        var path = Shared.File("trade", file);
        var unknown = System
            .IO.File.ReadLines(path)
            .Skip(1)
            .Select(l => DataText.SplitCsv(l)[column])
            .Distinct()
            .Where(n => CountryTable.Shipped.Find(n) is null);

        Assert.Empty(unknown);
    }
}
