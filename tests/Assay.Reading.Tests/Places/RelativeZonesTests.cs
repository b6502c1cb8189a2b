using Assay.Ground.Anchors;
using Assay.Reading.Places;

namespace Assay.Reading.Tests.Places;

/// <summary>Zones named by what they are the time of: the mainland, a region, a town in brackets.</summary>
public sealed class RelativeZonesTests
{
    [Theory]
    [InlineData("mainland time", "mainland time")]
    [InlineData("Mainland time", "Mainland time")]
    [InlineData("the mainland's clocks", "the mainland's clocks")]
    [InlineData("peninsular time", "peninsular time")]
    [InlineData("continental time", "continental time")]
    [InlineData("mainland timetables", null)]
    [InlineData("mainland police", null)]
    [InlineData("on mainland time", null)]
    public void Reads_the_time_of_the_mainland(string text, string? words)
    {
        var zone = RelativeTime.At(text, 0);
        Assert.Equal(words, zone?.Text);
        Assert.Equal(words is null ? null : RelativeTime.Mainland, zone?.Place);
    }

    [Theory]
    [InlineData("The crew works in mainland time and sleeps when it can.", "mainland time")]
    [InlineData("The crew works by the mainland clock.", "the mainland clock")]
    [InlineData("The crew works in peninsular time.", "peninsular time")]
    [InlineData("The crew works in Spanish peninsular time.", "Spanish peninsular time")]
    public void Finds_it_in_a_sentence(string text, string words) =>
        Assert.Equal([words], FreeZones.In(text, new TextSpan(0, text.Length)).Select(z => z.Text));

    [Theory]
    [InlineData("at 11:47, mainland time", 8, "mainland time")]
    [InlineData("at 11:47 (peninsular time)", 8, "peninsular time")]
    [InlineData("at 11:47 (Tashkent)", 8, "Tashkent")]
    [InlineData("at 11:47 (Santa Fe) that day", 8, "Santa Fe")]
    [InlineData("at 11:47 (Fergal)", 8, null)] // no place
    [InlineData("at 11:47 (Tashkent police)", 8, null)]
    [InlineData("at 11:47, Tashkent)", 8, null)]
    public void Reads_it_after_a_clock(string text, int end, string? words)
    {
        var zone = ZoneLookup.After(text, end);
        Assert.Equal(words, zone?.Text);
        Assert.Equal(words, zone?.Span.Of(text));
    }

    [Theory]
    [InlineData("Rondônia", "America/Porto_Velho")]
    [InlineData("Rondonia", "America/Porto_Velho")]
    [InlineData("Sonora", "America/Hermosillo")]
    [InlineData("Canary", "Atlantic/Canary")]
    [InlineData("Bayan-Olgii", "Asia/Hovd")]
    [InlineData("Mankistau", "Asia/Aqtau")] // another spelling of it
    [InlineData("Labrador", null)] // two
    [InlineData("Eastern", null)] // no place
    [InlineData("Wayne", null)] // a county
    [InlineData("John", null)] // half a name
    [InlineData("Quurxo", null)]
    public void A_region_is_known_to_the_database(string place, string? zone) =>
        Assert.Equal(zone is null ? [] : [zone], ZonesAt.Called(place));

    [Fact]
    public void A_region_that_the_database_knows_has_its_time()
    {
        const string text = "The lock keeps Uvs time, and so does the mill.";
        Assert.Equal(["Uvs time"], FreeZones.In(text, new TextSpan(0, text.Length)).Select(z => z.Text));
    }
}
