using Assay.Reading.Actors;
using Assay.Reading.Tests.Voices;

namespace Assay.Reading.Tests.Actors;

public class ActorTests
{
    [Theory]
    [InlineData("Ostran president Ada Moor spoke. Moor left. The president waved.", "Ada Moor", "Person x3 president (Ostran) Current")]
    [InlineData(
        "The former prime minister and chairman of the Election Council, Karim Duval, was arrested.",
        "Karim Duval",
        "Person x1 prime minister () Former; chairman of the Election Council (Election Council) Former"
    )]
    [InlineData(
        "Prime minister Nils Aker, then the head of the Northern Pact, began talks.",
        "Nils Aker",
        "Person x1 Prime minister () Current; head of the Northern Pact (Northern Pact) Then"
    )]
    [InlineData("In the hall, Petra Holm, an MP, shouted.", "Petra Holm", "Person x1 MP () Current")]
    [InlineData("Tarlandic news outlet Vesper carried the story.", "Vesper", "Outlet x1")]
    [InlineData("A story in the Meridian newspaper caused it.", "Meridian", "Outlet x1")]
    [InlineData("He blamed the government of Tarland. Later the government fell.", "government of Tarland", "Government x2")]
    [InlineData("Yesterday Sarvian troops left.", "Sarvian troops", "Group x1")]
    [InlineData("It joined the Northern Trade Alliance (NTA) in May, and the NTA agreed.", "Northern Trade Alliance", "Organisation x3")]
    [InlineData("They met in San Corvo and again near San Corvo.", "San Corvo", "none")]
    public void Tells_who_is_who_when_words_beside_the_name_show_it(string text, string name, string expected)
    {
        var actor = new ReadArticle(text).Voices.Actors.SingleOrDefault(a => a.Name == name);
        var shown = actor is null
            ? "none"
            : $"{actor.Kind} x{actor.Mentions.Count} {string.Join("; ", actor.Offices.Select(o => $"{o.Title} ({o.Of}) {o.Status}"))}".Trim();
        Assert.Equal(expected, shown);
    }

    [Fact]
    public void Leaves_the_president_open_when_two_are_named()
    {
        var actors = new ReadArticle("President Ada Moor met President Karl Rehn. The president smiled.").Voices.Actors;
        Assert.All(actors.Where(a => a.Kind == ActorKind.Person), a => Assert.Single(a.Mentions));
    }
}
