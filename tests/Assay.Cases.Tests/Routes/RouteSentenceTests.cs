using Assay.Cases.Routes;

namespace Assay.Cases.Tests.Routes;

/// <summary>Claims in one sentence.</summary>
public sealed class RouteSentenceTests
{
    [Theory]
    [InlineData("Georgia is used to re-route goods from the EU to Iran since May 2019", "GE", "IR", 201905)]
    [InlineData("Since January 2023 the United Arab Emirates send chips into Russia", "AE", "RU", 202301)]
    [InlineData("IT goods go to Iran through Georgia since May 2019", "GE", "IR", 201905)]
    [InlineData("Goods for the United Kingdom go through Ireland from June 2021", "IE", "GB", 202106)]
    public void Reads_destination_target_and_month_when_a_sentence_names_them(string sentence, string through, string target, int since)
    {
        var claim = RouteSentence.Read(sentence).Value;
        Assert.Equal((through, target, since), (Assert.Single(claim.Through), claim.Target, claim.Since));
        Assert.False(claim.Forecast);
    }

    [Theory]
    [InlineData("Georgia re-routes goods to Iran", "does not name a month.")]
    [InlineData("Georgia re-routes goods to Iran since Mayday 2019", "does not name a month.")]
    [InlineData("Georgia re-routes goods since May 2019", "does not name a target.")]
    [InlineData("Goods go to Iran since May 2019", "does not name a destination.")]
    [InlineData("", "does not name a month.")]
    public void Says_what_a_sentence_does_not_name(string sentence, string says) =>
        Assert.Contains(says, RouteSentence.Read(sentence).Error!.Message, StringComparison.Ordinal);
}
