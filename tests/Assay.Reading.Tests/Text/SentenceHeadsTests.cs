using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Tests.Text;

/// <summary>What stands before a sentence and is no part of it.</summary>
public sealed class SentenceHeadsTests
{
    [Theory]
    [InlineData("2.6 Power was restored.", "Power was restored.")]
    [InlineData("12. The gate closed.", "The gate closed.")]
    [InlineData("(3) The gate closed.", "The gate closed.")]
    [InlineData("3 Romanian soldiers were hurt.", "3 Romanian soldiers were hurt.")]
    [InlineData("2.6 tonnes were lost.", "2.6 tonnes were lost.")]
    [InlineData("05:14 The alarm sounded.", "05:14 The alarm sounded.")]
    public void Leaves_the_number_of_a_paragraph_out(string text, string body) => Assert.Equal(body, Body(text, null));

    [Theory]
    [InlineData("SUVA, Fiji (Newsline) - A ferry sank.", "A ferry sank.")]
    [InlineData("SUVA, 3 May — A ferry sank.", "A ferry sank.")]
    public void Leaves_the_dateline_out(string text, string body) => Assert.Equal(body, Body(text, new TextSpan(0, 4)));

    private static string Body(string text, TextSpan? dateline) =>
        Assert.Single(SentenceHeads.Without(text, [new Sentence(new TextSpan(0, text.Length), 0)], dateline)).Span.Of(text);
}
