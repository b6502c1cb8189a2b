using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Who tells a clock where a pronoun goes on, or a body tells at the end.</summary>
public sealed class TellersInClausesTests
{
    private const string Head = "Tartu, 12 November 2024\n\nOn 29 October 2024 nothing worked.\n\n";

    private static string Voice(string text, string quote) =>
        Audited.Text(Head + text).Clocks.First(c => c.Quote.Exact.Contains(quote, StringComparison.Ordinal)).Voice;

    [Theory]
    [InlineData("The siren sounded at 15:12, the rescue service in Narva confirms.", "15:12", "rescue service in Narva")]
    [InlineData("The measuring post at Narva reports by satellite. It shows the ice letting go at 12:20.", "12:20", "measuring post")]
    [InlineData("The road office in Narva has it washed away at 15:20.", "15:20", "road office")]
    public void Is_named_in_its_own_words(string text, string quote, string voice) =>
        Assert.StartsWith(voice, Voice(text, quote), StringComparison.Ordinal);

    [Fact]
    public void A_pronoun_behind_a_clause_is_whom_the_clause_is_about() =>
        Assert.DoesNotContain(
            "Moor",
            Voice("Ada Moor lives there. The chief of the brigade, Jaan Tamm, had it out by 9:20 a.m., he said.", "9:20"),
            StringComparison.Ordinal
        );
}
