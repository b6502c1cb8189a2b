using Assay.Ground.Anchors;
using Assay.Ground.DataFiles;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Syntax.Patterns;

namespace Assay.Reading.Tests.Syntax;

public sealed class PatternTests
{
    private static readonly PatternSet[] Sets = [PatternSet.Attribution, PatternSet.Relations, PatternSet.Forms];

    public static TheoryData<string, string, string> Cases { get; } = [.. Sets.SelectMany(Of)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_pattern_captures_what_the_case_beside_it_says(string pattern, string sentence, string captures)
    {
        var set = Sets.First(s => s.Patterns.Any(p => p.Name == pattern));
        var matches = Matches(set, sentence).Where(m => m.Pattern == pattern).Select(m => Show(sentence, m)).ToList();
        if (captures.Length == 0)
            Assert.Empty(matches);
        else
            Assert.Contains(captures, matches);
    }

    [Fact]
    public void Every_pattern_has_a_case_beside_it() =>
        Assert.Empty(Sets.SelectMany(s => s.Patterns).Where(p => p.Cases.Count == 0).Select(p => p.Name));

    [Theory]
    [InlineData("! no : verb > obj", "nothing")]
    [InlineData("! no : verb > iobj", "They")]
    [InlineData("? no : verb > iobj", "They")]
    [InlineData("what : verb > obj after=verb", "They")]
    [InlineData("what : verb > obj before=verb", "nothing")]
    [InlineData("what : verb >> det", "They")]
    [InlineData("what : who << *", "nothing")]
    [InlineData("what : who < nsubj", "nothing")]
    [InlineData("what : who $ obj lemma=@list", "They")]
    [InlineData("what : who $ obj lemma!=@list", "nothing")]
    [InlineData("what : verb + form=the", "They")]
    [InlineData("what : verb > obj tag=NNS", "nothing")]
    public void A_node_is_bound_as_its_line_says(string line, string captured)
    {
        var lines = new[] { "[one]", "verb : upos=VERB rel=root", "who : verb > nsubj", line, "take who = token who" };
        var set = new PatternSet(PatternFile.Read("test", lines, new WordFile("lists", ["[list]", "road path"])));
        const string text = "They closed the road.";
        var matches = Matches(set, text);
        Assert.Equal(captured == "nothing" ? [] : [captured], matches.SelectMany(m => m.Spans("who")).Select(s => s.Of(text)));
    }

    [Theory]
    [InlineData("verb : upos=VERB", "stands before any")]
    [InlineData("[a]\nverb : uppos=VERB", "'uppos' is none of")]
    [InlineData("[a]\nverb : upos=VERB\nwho : werb > nsubj", "no node 'werb'")]
    [InlineData("[a]\nverb : upos=VERB\nwho : verb = nsubj", "An edge is one of")]
    [InlineData("[a]\nverb : upos=VERB\ncase: no arrow", "A case is")]
    [InlineData("[a]\nverb : upos=VERB\ntake who : verb", "lacks its '='")]
    public void A_wrong_line_is_named(string lines, string message)
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
            PatternFile.Read("wrong.patterns", lines.Split('\n'), new WordFile("lists", []))
        );
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("wrong.patterns, line", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> Of(PatternSet set) =>
        set.Patterns.SelectMany(p =>
            p.Cases.Select(c => new TheoryDataRow<string, string, string>(
                p.Name,
                c.Sentence,
                string.Join("; ", c.Captures.Select(k => $"{k.Key} = {k.Value}"))
            ))
        );

    private static List<PatternMatch> Matches(PatternSet set, string text) =>
        [.. SyntaxParser.English.Parse(text, new TextSpan(0, text.Length)).SelectMany(set.Match)];

    private static string Show(string text, PatternMatch match) =>
        string.Join("; ", match.Captures.Select(c => $"{c.Key} = {string.Join(" / ", c.Value.Select(s => s.Of(text)))}"));
}
