using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Reading.Tests.Places;

public sealed class GeographyTests
{
    [Theory]
    [InlineData("\"Okay,\" the chief of the Norwegian rescue centre in Bodø said. They left Bodø.", "Bodø:NO|Bodø:NO")] // a town in Haiti
    [InlineData("The coastguard at Bari had a boat. According to the Bari file it left. Bari wept.", "Bari:IT|Bari:IT")]
    [InlineData("The tower at Wilson saw it. In Bari's words it was late. Bari Khan said so.", "")]
    [InlineData("The queue began in Rome, New York, at nine. By noon Rome was full.", "Rome:US|New York:US|Rome:US")]
    [InlineData("The queue began in Rome at nine. Italian police came.", "Rome:IT")]
    [InlineData("He walked through Paris to Stalingrad station at nine.", "Paris:FR")]
    [InlineData("The tanker Lisbon left Bergen in Norway. The ferry Okay followed.", "Bergen:NO|Norway:NO")]
    [InlineData("Perth Holdings was founded in Riga.", "Riga:LV")]
    [InlineData("A clerk in Piraeus answered.", "Piraeus:GR")]
    [InlineData("A clerk of the Republic answered. So did the Canadian clerk, and Anna.", "")]
    [InlineData("They drove from Liepāja to Ventspils.", "Liepāja:LV|Ventspils:LV")]
    [InlineData("The convoy stopped in Pithoragarh. India protested.", "Pithoragarh:IN|India:IN")]
    public void Resolves_a_name_in_the_countries_the_text_is_about_when_it_is_the_name_of_a_place(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(text).Places.Select(p => $"{p.Name}:{p.Candidates[0].Country}")));

    [Fact]
    public void Drops_a_small_town_when_nothing_names_its_country()
    {
        Assert.Empty(Read("They drove to Pithoragarh at nine.").Places);
        Assert.Single(Read("They drove to Pithoragarh at nine.", "Delhi").Places);
    }

    [Fact]
    public void Keeps_several_candidates_and_settles_none_when_the_text_is_about_both_countries()
    {
        var place = Assert.Single(Read("A British inspector and an American one met in Birmingham.").Places);
        Assert.Equal(["GB", "US"], place.Candidates.Select(c => c.Country).Distinct());
        Assert.Null(place.Settled);
        Assert.Equal("GB", Assert.Single(Read("A British inspector waited in Birmingham.").Places).Settled?.Country);
    }

    [Fact]
    public void Settles_on_the_great_city_when_a_small_one_of_the_name_lies_in_the_other_country() =>
        Assert.Equal("AU", Assert.Single(Read("Australian and British crews met in Perth.").Places).Settled?.Country);

    [Fact]
    public void Settles_on_the_capital_when_towns_have_its_name() =>
        Assert.Equal("America/New_York", Assert.Single(Read("Americans gathered in Washington.").Places).Settled?.Zones[0]);

    [Fact]
    public void Finds_a_zone_word_in_the_countries_of_the_text_when_they_have_it()
    {
        Assert.Equal("US", Read("It began in Rome, New York.").Find("Rome")?.Country);
        Assert.Equal("IT", Read("It began in Oslo.").Find("Rome")?.Country);
        Assert.Null(Read("It began in Oslo.").Find("Birmingham"));
    }

    private static Geography Read(string text, string? dateline = null)
    {
        var sentences = SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Select(s => s.Span).ToList();
        return Geography.Of(text, sentences, Gazetteer.ScanAll(text, sentences), dateline);
    }
}
