using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Attributions;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Syntax.Patterns;
using Assay.Reading.Text;

namespace Assay.Reading.Tests.Syntax;

public sealed class AttributionReaderTests
{
    [Theory]
    [InlineData("“We will pay,” she said. “It is late.” Nobody paid.", "she", "“We will pay,” / “It is late.”")]
    [InlineData("“We will pay. It is late,” said the minister.", "the minister", "“We will pay. It is late,”")]
    [InlineData("\"We will pay,\" the union said.", "the union", "\"We will pay,\"")]
    [InlineData("The mayor said that the bridge was closed.", "The mayor", "that the bridge was closed")]
    [InlineData("\"The sums don't add up,\" said Orrin, who backs Lund but is not paid by her.", "Orrin", "\"The sums don't add up,\"")]
    [InlineData("''It is late,'' the captain said.", "the captain", "''It is late,''")]
    [InlineData("‘It is the workers’ day,’ the captain said.", "the captain", "‘It is the workers’ day,’")]
    [InlineData("The bay, he says, emptied at noon.", "he", "The bay / emptied at noon")]
    [InlineData("The bay emptied at noon, he says; nobody stayed.", "he", "The bay emptied at noon")]
    [InlineData("The bay, the mayor says, emptied at noon.", "the mayor", "The bay / emptied at noon")]
    [InlineData("The mayor, the owner and the guard said the bay emptied.", "The mayor, the owner and the guard", "the bay emptied")]
    [InlineData(
        "According to the operator, Orrin Gas, pressure in the pipe fell at noon.",
        "the operator, Orrin Gas",
        "pressure in the pipe fell at noon"
    )]
    [InlineData(
        "The tanker blew up at noon as it was being emptied, according to the governor.",
        "the governor",
        "The tanker blew up at noon as it was being emptied"
    )]
    [InlineData(
        "The bulletin says a boom was across the creek at nine; the fire chief has it across at ten.",
        "The bulletin",
        "a boom was across the creek at nine"
    )]
    [InlineData(
        "\"Our lookout saw the fire at one,\" said its spokeswoman, Ada Moor.",
        "its spokeswoman, Ada Moor",
        "\"Our lookout saw the fire at one,\""
    )]
    [InlineData("“It is late, but I think that he knows,” Orrin said, smiling.", "Orrin", "“It is late, but I think that he knows,”")]
    [InlineData("“It is late, but I think that he knows,” Orrin said, smiling.", "I", "that he knows")]
    [InlineData("''It is late,'' said Orrin. ''Nobody will come,'' he added.", "Orrin", "''It is late,''")]
    [InlineData("The miners “deserve more than this,” said Orrin.", "Orrin", "The miners “deserve more than this,”")]
    [InlineData("On Monday the road was open, the mayor said.", "the mayor", "On Monday the road was open")]
    [InlineData("She said Tuesday that the road was open.", "She", "that the road was open")]
    [InlineData("Orrin says running for mayor is hard.", "Orrin", "running for mayor is hard.")]
    [InlineData("Orrin told a crowd in Torv Tuesday that he knows that voters are angry.", "Orrin", "that he knows that voters are angry.")]
    [InlineData("She said the list was right but added that it was long.", "She", "the list was right")]
    [InlineData(
        "The agency says expanding the harbour will protect the coast.",
        "The agency",
        "expanding the harbour will protect the coast"
    )]
    [InlineData("He said they left and the guard told him to go.", "He", "they left and the guard told him to go.")]
    [InlineData("He said the guard had opened the gate, adding that it was late.", "He", "that it was late")]
    [InlineData("Orrin waves: “Any questions?”", "Orrin", "“Any questions?”")]
    [InlineData("“You will never get the mine back,” an angry owner retaliated.", "an angry owner", "“You will never get the mine back,”")]
    [InlineData("''The bay was full,'' he joked with reporters.", "he", "''The bay was full,''")]
    public void Quotation_marks_say_how_far_a_content_goes(string text, string source, string content)
    {
        var found = Read(text);
        Assert.Contains((source, content), found.Select(a => (Words(text, a.Source), Words(text, a.Content))));
    }

    [Fact]
    public void A_paragraph_ends_what_its_marks_leave_open()
    {
        const string text = "She said: “We will pay. It is late.\nNobody paid.";
        Assert.All(Read(text), a => Assert.All(a.Content, c => Assert.True(c.End <= text.IndexOf('\n', StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("a “b” c", "“b”")]
    [InlineData("a ''b'' c", "''b''")]
    [InlineData("a ‘b’ c", "‘b’")]
    [InlineData("a ‘the men’s work,’ c", "‘the men’s work,’")]
    [InlineData("the men’s ‘b", "")]
    [InlineData("\"a\" b \"c\"", "\"a\"|\"c\"")]
    [InlineData("„a“ «b»", "„a“|«b»")]
    [InlineData("a “b c", "“b c")]
    [InlineData("a b", "")]
    public void Quotations_are_from_mark_to_mark(string text, string quotations) =>
        Assert.Equal(quotations, string.Join('|', Quotations.Of(text, new TextSpan(0, text.Length)).Select(q => q.Of(text))));

    [Theory]
    [InlineData("The captain informed the insurer at noon, three hours after the call.")]
    [InlineData("The pager goes off at 05:41.")]
    [InlineData("A dozen people heard it; nobody came.")]
    [InlineData("The country prospered, incomes rose, and nobody left.")]
    [InlineData("The divers, whose boat helped, saw “the last of the sails.” It carries a sail.")]
    [InlineData("The boat carries “the last of the sails” to the bay.")]
    [InlineData("The last passenger was clear of the cabin at noon.")]
    [InlineData("A passenger's call at 23:36 came late.")]
    public void What_looks_like_a_saying_is_none(string text) => Assert.DoesNotContain(Read(text), a => a.Source.Count > 0);

    [Theory]
    [InlineData("The mayor also said that the road was open.", "also said")]
    [InlineData("The mayor has repeatedly said that the road was open.", "has repeatedly said")]
    [InlineData("“The road is open,” the mayor said in a letter on Friday.", "said in a letter on Friday")]
    [InlineData("The mayor said on Friday that the road was open.", "said")]
    [InlineData("However, the mayor said that the road was open.", "said")]
    public void A_cue_has_how_it_is_said(string text, string cue) => Assert.Contains(cue, Read(text).Select(a => Words(text, a.Cue)));

    [Theory]
    [InlineData("jok", "joke")]
    [InlineData("rebutt", "rebut")]
    [InlineData("add", "add")]
    [InlineData("jump", "jump")]
    public void Known_verbs_mend_a_lemma(string lemma, string mended) => Assert.Equal(mended, KnownVerbs.Lemma(lemma));

    [Fact]
    public void No_sentence_of_a_case_is_passed_over_before_it_is_parsed()
    {
        var told = PatternSet
            .Attribution.Patterns.Where(p => !p.Traits.Contains(PatternTrait.Marked))
            .SelectMany(p => p.Cases)
            .Where(c => c.Captures.Any(w => w.Key == "source"))
            .Select(c => c.Sentence)
            .ToList();
        Assert.NotEmpty(told);
        Assert.All(told, s => Assert.Contains(s.ToLowerInvariant().Split(' ', ',', '.', '?'), AttributionReader.MaySay));
        Assert.DoesNotContain("The gate was shut before the fire on the hill .".ToLowerInvariant().Split(' '), AttributionReader.MaySay);
    }

    private static IReadOnlyList<Attribution> Read(string text)
    {
        var blocks = new List<Block>();
        for (var at = 0; at < text.Length; at = blocks[^1].Span.End + 1)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var stop ? stop : text.Length;
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(at, end)));
        }
        var layer = new TextLayer(text, blocks);
        return AttributionReader.English.Read(new ParsedText(layer, SentenceSplitter.Split(layer)));
    }

    private static string Words(string text, IReadOnlyList<TextSpan> spans) => string.Join(" / ", spans.Select(s => s.Of(text)));
}
