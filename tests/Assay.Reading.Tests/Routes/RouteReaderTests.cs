using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Routes;
using Assay.Reading.Text;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;

namespace Assay.Reading.Tests.Routes;

public sealed class RouteReaderTests
{
    [Theory]
    [InlineData("Kyrgyzstan helps Russia evade sanctions, two officials said.", "KG > RU")]
    [InlineData("Russian firms dodge the embargo via Turkey, a broker said.", "TR > RU")]
    [InlineData("Turkey has become a hub for circumventing sanctions against Russia.", "TR > RU")]
    [InlineData("Dubai may serve as a gateway for goods that evade the export controls on Iran.", "AE > IR")]
    [InlineData("Despite the sanctions, pumps were re-exported through Armenia and Georgia to Russia.", "AM GE > RU")]
    [InlineData("Sanctions bite. Chips are sold on by firms in Serbia, via Belarus, to Russia.", "BY > RU")]
    [InlineData(
        "Mongolia, Mongolia, Mongolia. It may help Russia in avoiding sanctions by moving trade via this poor republic.",
        "MN > RU, read"
    )]
    public void Finds_the_route_when_a_text_alleges_one(string text, string route) => Assert.Equal(route, Assert.Single(Read(text)));

    [Theory]
    [InlineData("The minister denied that Georgia helps Russia evade sanctions.")]
    [InlineData("Does Georgia help Russia evade sanctions?")]
    [InlineData("No goods go through Armenia to Russia past the sanctions, it is not re-exporting.")]
    [InlineData("Flights to London were rerouted via Dubai on Monday because of the sanctions row.")]
    [InlineData("The company avoided sanctions by cooperating with the regulator in London.")]
    [InlineData("Georgia wants to avoid secondary sanctions by talking to Washington.")]
    [InlineData("Cotton was re-exported through Egypt to Italy.")]
    [InlineData("Russia imports pumps from Turkey.")]
    [InlineData("It may help Russia in avoiding sanctions via a poor republic. Peru and Chile and Laos did not vote.")]
    public void Finds_none_when_none_is_alleged_or_one_end_is_missing(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Takes_the_goods_and_since_when_from_the_sentence()
    {
        var route = Assert.Single(
            Routes("Since March 2022 traders have been re-exporting ball bearings through Armenia to Russia past the sanctions.")
        );
        Assert.Equal(("ball bearings", "2022-03"), (string.Join(' ', route.Goods), route.Since?.Value));
    }

    private static IEnumerable<string> Read(string text) =>
        Routes(text).Select(r => $"{string.Join(' ', r.Through)} > {r.To}{(r.Evidence == Evidence.Stated ? "" : ", read")}");

    private static List<RouteMention> Routes(string text)
    {
        var layer = new TextLayer(text, [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))]);
        var sentences = SentenceSplitter.Split(layer);
        var places = sentences.SelectMany(s => Gazetteer.Scan(text, s.Span)).ToList();
        var geography = Geography.Of(text, [.. sentences.Select(s => s.Span)], places, null);
        return [.. RouteReader.Read(text, sentences, geography.Places, TimeReader.For("en").Read(text, new TimeContext()))];
    }
}
