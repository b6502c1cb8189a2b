using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Network;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;

namespace Assay.Reading.Tests.Syntax;

public sealed class SyntaxParserTests
{
    private const string Text = "The mayor's office said that the well-known bridge wasn't open. Two buses left.";

    [Fact]
    public void Every_token_stands_where_its_form_does()
    {
        foreach (var token in Parsed(Text).SelectMany(t => t.Tokens))
            Assert.Equal(token.Form, token.Span.Of(Text));
    }

    [Fact]
    public void A_tree_knows_children_subtrees_and_paths()
    {
        var tree = Parsed(Text)[0];
        var said = Index(tree, "said");
        var office = Index(tree, "office");
        var open = Index(tree, "open");
        Assert.Equal(said, tree.Root);
        Assert.Equal([office], tree.Children(said, "nsubj"));
        Assert.Equal([open], tree.Children(said, "ccomp"));
        Assert.Equal("The mayor's office", tree.SubtreeSpan(office).Of(Text));
        Assert.Equal("that the well-known bridge wasn't open", tree.SubtreeSpan(open).Of(Text));
        Assert.Equal([office, said, open], tree.Path(office, open));
        Assert.True(tree.IsUnder(Index(tree, "bridge"), open));
        Assert.False(tree.IsUnder(said, open));
        Assert.Equal(office, tree.IndexAt(Text.IndexOf("office", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("The men were children.", "the man be child .")]
    [InlineData("She went and saw them.", "she go and see they .")]
    [InlineData("Brown denied it.", "Brown deny it .")]
    [InlineData("The siren fell on the chicken at 9 pm.", "the siren fall on the chicken at 9 p.m. .")]
    [InlineData("It isn't the worst of stories.", "it be not the bad of story .")]
    public void Lemmas_follow_form_and_part_of_speech(string text, string lemmas) =>
        Assert.Equal(lemmas, string.Join(' ', Parsed(text)[0].Tokens.Select(t => t.Lemma)));

    [Fact]
    public void Several_threads_read_the_same()
    {
        var alone = Show(Parsed(Text));
        var together = new string[16];
        Parallel.For(0, together.Length, i => together[i] = Show(Parsed(Text)));
        Assert.All(together, t => Assert.Equal(alone, t));
    }

    [Fact]
    public void A_very_long_sentence_is_cut_where_a_part_ends_and_says_so()
    {
        var text = string.Join(' ', Enumerable.Repeat("the road was open and the bridge was closed ;", 30)) + " so it stood .";
        var trees = SyntaxParser.English.Parse(text, new TextSpan(0, text.Length));
        Assert.True(trees.Count > 1);
        Assert.All(trees, t => Assert.True(t.Tokens.Count <= SyntaxParser.Longest && t.Parts == trees.Count));
        Assert.All(trees.SkipLast(1), t => Assert.Equal(";", t.Tokens[^1].Form));
        Assert.Equal(text.Split(' ').Length, trees.Sum(t => t.Tokens.Count));
    }

    [Fact]
    public void No_tokens_have_no_tree() => Assert.Empty(SyntaxParser.English.Parse("  ", new TextSpan(0, 2)));

    [Fact]
    public void A_text_parses_a_sentence_once()
    {
        var layer = new TextLayer(Text, [new Block(BlockKind.Paragraph, new TextSpan(0, Text.Length))]);
        var parsed = new ParsedText(layer, SentenceSplitter.Split(layer));
        Assert.Equal(2, parsed.Sentences.Count);
        Assert.Same(parsed.Trees(1), parsed.Trees(1));
        Assert.Same(parsed.Trees(0)[0], parsed.TreeAt(Text.IndexOf("bridge", StringComparison.Ordinal)));
        Assert.Equal(-1, parsed.SentenceAt(Text.Length));
        Assert.Null(parsed.TreeAt(Text.Length));
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused()
    {
        using var stream = new MemoryStream("something else\n\n"u8.ToArray());
        Assert.Contains(
            "something else",
            Assert.Throws<InvalidDataException>(() => ModelFile.Read(stream)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(1, 2, "compound", 1)]
    [InlineData(2, 3, "nsubj", 4)]
    public void A_verb_has_one_subject(int first, int second, string relation, int unchanged)
    {
        // Rows: 1 official 2 Adams 3 (told) 4 said; both subjects hang on row 4.
        var arcs = new OpenArcs([0, 4, 4, 4, 0], ["", "obl", "obl", "obl", "root"], [0, 1, 2, 3, 4], ["", "obl", "obl", "obl", "obl"]);
        (arcs.Relations[first], arcs.Relations[second]) = ("nsubj", "nsubj");
        SubjectRule.Apply(arcs, row => row == unchanged + 10);
        Assert.Single(arcs.Relations, r => r == "nsubj");
        Assert.Equal(first == 1 ? relation : "compound", arcs.Relations[first]);
        Assert.Equal(second, arcs.Heads[first]);
    }

    private static List<SyntaxTree> Parsed(string text) =>
        [.. SentenceSplitter.Split(text, new TextSpan(0, text.Length)).SelectMany(s => SyntaxParser.English.Parse(text, s.Span))];

    private static int Index(SyntaxTree tree, string form) => Enumerable.Range(0, tree.Tokens.Count).First(i => tree[i].Form == form);

    private static string Show(List<SyntaxTree> trees) => string.Join('\n', trees.SelectMany(t => t.Tokens).Select(t => t.ToString()));
}
