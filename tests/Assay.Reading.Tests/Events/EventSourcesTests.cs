using Assay.Ground.Anchors;

namespace Assay.Reading.Tests.Events;

/// <summary>Who says so, by the tree of the sentence.</summary>
public sealed class EventSourcesTests
{
    [Theory]
    [InlineData("The register of the port has three cars coming in at 12:58 a.m.", "register of the port")]
    [InlineData("According to the harbour office, the tug sank at 4:40 a.m.", "harbour office")]
    [InlineData("The police say that it left at 3:10 a.m.", "police")]
    [InlineData("The tug sank at 4:40 a.m.", null)]
    [InlineData("He says that it left at 3:10 a.m.", "He")]
    [InlineData("The Kyrgyz border service has given its hours. It closed the gate at 18:20, it says.", "The Kyrgyz border service")]
    [InlineData("Sokol Meta was fishing off Vlorë. He saw red flares at half past two, he says.", "Sokol Meta")]
    [InlineData("Divers came. He saw red flares at half past two, he says.", "he")]
    public void Names_whoever_says_it(string text, string? source)
    {
        var found = Assert.Single(EventText.Timed(text)).Source;
        if (source is null)
            Assert.Null(found);
        else
            Assert.Contains(source, found?.Of(text), StringComparison.Ordinal);
    }
}
