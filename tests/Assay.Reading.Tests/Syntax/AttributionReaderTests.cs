using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Attributions;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Text;

namespace Assay.Reading.Tests.Syntax;

public sealed class AttributionReaderTests
{
    [Theory]
    [InlineData("“We will pay,” she said. “It is late.” Nobody paid.", "she", "“We will pay,” / “It is late.”")]
    [InlineData("“We will pay. It is late,” said the minister.", "the minister", "“We will pay. It is late,”")]
    [InlineData("\"We will pay,\" the union said.", "the union", "\"We will pay,\"")]
    [InlineData("The mayor said that the bridge was closed.", "The mayor", "that the bridge was closed")]
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
    [InlineData("\"a\" b \"c\"", "\"a\"|\"c\"")]
    [InlineData("„a“ «b»", "„a“|«b»")]
    [InlineData("a “b c", "“b c")]
    [InlineData("a b", "")]
    public void Quotations_are_from_mark_to_mark(string text, string quotations) =>
        Assert.Equal(quotations, string.Join('|', Quotations.Of(text, new TextSpan(0, text.Length)).Select(q => q.Of(text))));

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
