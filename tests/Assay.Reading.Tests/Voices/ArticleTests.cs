namespace Assay.Reading.Tests.Voices;

public class ArticleTests
{
    private const string Quake = """
        A strong earthquake struck the coastal province of Valdesia before dawn on Tuesday, killing at least 40 people and injuring dozens more, officials said.

        Health minister Rosa Kemble said that 52 people had died and 310 were injured. "We are still digging," she told reporters in the provincial capital. "Nobody should go back inside."

        According to the Valdesian Red Cross, the death toll could reach 200 by the end of the week. State news agency Valpress reported that 1,400 soldiers had been sent to the region, while the opposition newspaper Meridian put the number at 600.

        Marco Duni, a geologist at the National Survey Institute, denied that the tremor had been predicted. There is no evidence that anybody was warned.

        Did the ministry ignore the alarms, or were they never raised? Kemble declined to comment.
        """;

    private const string Court = """
        Prosecutors allege that the former mayor of Port Salin, Tomas Arrel, took bribes worth €2.3 million. Arrel is expected to appear in court next week.

        "He is innocent," his lawyer, Ines Obando, said, adding that the file "is full of holes." Witnesses claimed that three envelopes changed hands. Arrel reportedly left the country in March.
        """;

    private const string Navy = """
        The frigate Orland fired two warning shots, the Norland navy announced on Friday. Sailors aboard the trawler said no shots were fired.

        Defence minister Per Askvik insisted that the crew of 14 had ignored the signals.
        """;

    private const string Protest = """
        Belgovia's interior ministry said 25,000 people had marched in the capital; organisers claimed 90,000. Police detained 112 protesters, including 19 minors.

        Did anyone count? Hardly.
        """;

    private const string Federation = """
        The federation's president, Lena Marsh, who took office in 2019, may resign, the daily Tribune reported, citing two board members. Marsh said: "I will not resign. I have done nothing wrong."

        Officials at the committee are thought to have known about the payments.
        """;

    private const string Election = """
        With half of the votes counted, the Green Union led with 31.5 percent, the electoral commission said. "Turnout was about 60 percent," commission head Ada Volkova said on state television.

        President Karl Rehn is likely to seek another term. His rival, Senator Mila Stone, called the count "a farce".
        """;

    private const string Ferry = """
        While no survivors were found on Monday, the coast guard's order to turn back cost 31 lives — and that's only by the ministry of Tarland's own figures. Dozens of lives were lost in the crossing.
        """;

    private const string Nested = """
        The portal Kestrel reported that General Omar Tandi had said that the bridge would be rebuilt next year. The mayor spoke of the existence of 3,000 armed militants, supposedly hidden in the hills. No militants ever appeared.
        """;

    private const string Strike = """
        More than 300 workers walked out of the plant in Gorna, union leader Petra Holm said. The company said 120 workers had joined the strike. Output fell from 900 to 400 tonnes.
        """;

    private const string Flood = """
        Between 3 and 5 dams failed, engineers said. Up to 2.5 million people were evacuated. Nearly 800 houses collapsed, and a dozen bridges were closed. About a third of the harvest is gone.
        """;

    private const string Border = """
        Sarvian troops crossed the river, the Ostran government said. The Ostran government claimed that 500 Sarvian soldiers had arrived. Reporters counted 900 Ostran soldiers who had arrived a day earlier.
        """;

    private const string Lab = """
        A study by the Harlow Institute found that 12 samples were contaminated. Dr. Imre Vass, then the head of the laboratory, wrote on its own website that none were. Perhaps the labels were mixed up. It could take years to know.
        """;

    [Theory]
    [InlineData(Quake, "struck the coastal", "author > officials | Reported")]
    [InlineData(Quake, "52 people had died", "author > Rosa Kemble | Reported")]
    [InlineData(Quake, "still digging", "author > Rosa Kemble | Reported")]
    [InlineData(Quake, "should go back", "author > Rosa Kemble | Reported")]
    [InlineData(Quake, "could reach 200", "author > Valdesian Red Cross | Forecast")]
    [InlineData(Quake, "1,400 soldiers", "author > Valpress | Reported")]
    [InlineData(Quake, "number at 600", "author > Meridian | Reported")]
    [InlineData(Quake, "had been predicted", "author > Marco Duni | Denied")]
    [InlineData(Quake, "anybody was warned", "author | Denied")]
    [InlineData(Quake, "ignore the alarms", "author | Asked")]
    [InlineData(Quake, "declined to comment", "author | Asserted")]
    [InlineData(Court, "took bribes", "author > prosecutors | Alleged")]
    [InlineData(Court, "appear in court", "author | Forecast")]
    [InlineData(Court, "He is innocent", "author > Ines Obando | Reported")]
    [InlineData(Court, "full of holes", "author > Ines Obando | Reported")]
    [InlineData(Court, "three envelopes", "author > witnesses | Alleged")]
    [InlineData(Court, "left the country", "author | Reported")]
    [InlineData(Navy, "warning shots", "author > Norland navy | Reported")]
    [InlineData(Navy, "ignored the signals", "author > Per Askvik | Alleged")]
    [InlineData(Protest, "25,000 people", "author > Belgovia's interior ministry | Reported")]
    [InlineData(Protest, "90,000", "author > organisers | Alleged")]
    [InlineData(Protest, "detained 112", "author | Asserted")]
    [InlineData(Federation, "may resign", "author > Tribune > two board members | Forecast")]
    [InlineData(Federation, "I will not resign", "author > Lena Marsh | Forecast")]
    [InlineData(Federation, "done nothing wrong", "author > Lena Marsh | Reported")]
    [InlineData(Federation, "have known about", "author | Alleged")]
    [InlineData(Election, "31.5 percent", "author > electoral commission | Reported")]
    [InlineData(Election, "Turnout was", "author > Ada Volkova | Reported")]
    [InlineData(Election, "seek another term", "author | Forecast")]
    [InlineData(Election, "a farce", "author > Mila Stone | Reported")]
    [InlineData(Ferry, "no survivors were", "author | Denied")]
    [InlineData(Ferry, "cost 31 lives", "author > ministry of Tarland | Reported")]
    [InlineData(Nested, "would be rebuilt", "author > Kestrel > Omar Tandi | Forecast")]
    [InlineData(Nested, "3,000 armed", "author > mayor | Alleged")]
    [InlineData(Nested, "No militants ever", "author | Denied")]
    [InlineData(Lab, "were contaminated", "author > study by the Harlow Institute | Reported")]
    [InlineData(Lab, "labels were mixed", "author | Alleged")]
    [InlineData(Lab, "take years to know", "author | Forecast")]
    public void Names_voice_and_stance_when_the_article_shows_them(string article, string words, string expected) =>
        Assert.Equal(expected, new ReadArticle(article).At(words));

    [Theory]
    [InlineData(Quake, "at least 40", "40 [40, ?] - death")]
    [InlineData(Quake, "dozens", "? [24, 99] - injury")]
    [InlineData(Quake, "52 people", "52 [52, 52] - death")]
    [InlineData(Quake, "310", "310 [310, 310] - injury")]
    [InlineData(Court, "€2.3 million", "2300000 [2300000, 2300000] EUR EUR")]
    [InlineData(Protest, "112 protesters", "112 [112, 112] - arrest")]
    [InlineData(Election, "31.5 percent", "31.5 [31.5, 31.5] percent percent")]
    [InlineData(Election, "half of", "0.5 [0.5, 0.5] fraction vote")]
    [InlineData(Federation, "2019", "none")]
    [InlineData(Flood, "Between 3 and 5", "? [3, 5] - dam")]
    [InlineData(Flood, "Up to 2.5 million", "2500000 [?, 2500000] - person")]
    [InlineData(Flood, "Nearly 800", "800 [720, 800] - house")]
    [InlineData(Flood, "a dozen", "12 [12, 12] - bridge")]
    [InlineData(Nested, "No militants", "0 [0, 0] - militant")]
    public void Keeps_value_bounds_unit_and_subject_when_a_figure_is_given(string article, string words, string expected) =>
        Assert.Equal(expected, new ReadArticle(article).Figure(words));

    [Theory]
    [InlineData(Quake, "Agree death: at least 40 people / 52 people")]
    [InlineData(Quake, "Conflict troops: 1,400 soldiers / 600")]
    [InlineData(Navy, "Conflict shot: two warning shots / no shots")]
    [InlineData(Protest, "Conflict person: 25,000 people / 90,000")]
    [InlineData(Ferry, "Agree death: 31 lives / Dozens of lives")]
    [InlineData(Nested, "Conflict militant: 3,000 armed militants / No militants")]
    [InlineData(Strike, "Conflict worker: More than 300 workers / 120 workers")]
    public void Sets_figures_beside_each_other_when_they_share_a_subject(string article, string expected) =>
        Assert.Contains(expected, new ReadArticle(article).Groups());

    [Theory]
    [InlineData(Border)]
    [InlineData(Flood)]
    [InlineData(Court)]
    [InlineData(Election)]
    public void Compares_nothing_when_subjects_differ(string article) => Assert.Empty(new ReadArticle(article).Groups());

    [Fact]
    public void Keeps_alternatives_and_answer_when_the_author_asks()
    {
        var quake = Assert.Single(new ReadArticle(Quake).Voices.Questions);
        Assert.True(quake.Rhetorical);
        Assert.Equal(2, quake.Alternatives.Count);
        var protest = new ReadArticle(Protest);
        Assert.Equal("Hardly.", Assert.Single(protest.Voices.Questions).Answer?.Of(protest.Text));
    }

    [Fact]
    public void Gives_hedge_subject_and_horizon_when_something_is_predicted()
    {
        var article = new ReadArticle(Court);
        var forecast = Assert.Single(article.Voices.Forecasts);
        Assert.Equal("is expected to", forecast.Hedge.Of(article.Text));
        Assert.Equal("Arrel", forecast.Subject?.Of(article.Text));
        Assert.Equal("next week", forecast.Horizon?.Of(article.Text));
    }

    [Fact]
    public void Gives_every_sentence_a_statement_when_it_reads_an_article()
    {
        foreach (var text in new[] { Quake, Court, Navy, Protest, Federation, Election, Ferry, Nested, Strike, Flood, Border, Lab })
        {
            var article = new ReadArticle(text);
            var sentences = Assay.Reading.Text.SentenceSplitter.Split(article.Layer);
            Assert.All(Enumerable.Range(0, sentences.Count), i => Assert.Contains(article.Voices.Statements, s => s.Sentence == i));
            var ordered = article.Voices.Statements.OrderBy(s => s.Quote.Start).ToList();
            Assert.All(ordered.Zip(ordered.Skip(1)), p => Assert.True(p.First.Quote.End <= p.Second.Quote.Start));
        }
    }

    [Fact]
    public void Names_the_reporter_when_a_clock_stands_in_the_introduction()
    {
        var article = new ReadArticle("At 4:40PM on Tuesday, Tarlandic news outlet Vesper reported that the minister had left.");
        var mark = article.Voices.VoiceAt(article.Text.IndexOf("4:40", StringComparison.Ordinal));
        Assert.Equal("Vesper", mark.Reporter?.Name);
        Assert.Null(mark.Statement);
    }
}
