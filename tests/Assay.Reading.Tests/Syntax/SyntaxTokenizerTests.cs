using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Parsing;
using CsCheck;

namespace Assay.Reading.Tests.Syntax;

public sealed class SyntaxTokenizerTests
{
    private static readonly SyntaxTokenizer Tokenizer = new(TokenRules.English);

    [Theory]
    [InlineData("a pre-recorded call", "a pre-recorded call")]
    [InlineData("a well-known man", "a well - known man")]
    [InlineData("a 34-year-old", "a 34 - year - old")]
    [InlineData("They don't know.", "They do n't know .")]
    [InlineData("They don’t know.", "They do n’t know .")]
    [InlineData("We cannot, can't and won't", "We can not , ca n't and wo n't")]
    [InlineData("the mayor's car, the boys' car", "the mayor 's car , the boys ' car")]
    [InlineData("I'm sure they've said he'd go and we'll see", "I 'm sure they 've said he 'd go and we 'll see")]
    [InlineData("at 10:54 p.m. on 3 May", "at 10:54 p.m. on 3 May")]
    [InlineData("at 5pm, by 0310Z", "at 5 pm , by 0310 Z")]
    [InlineData("$5 and 10%", "$ 5 and 10 %")]
    [InlineData("the 9/11 report and/or", "the 9/11 report and / or")]
    [InlineData("See https://a.example/b-c?d=1, or write to a.b@c.example.", "See https://a.example/b-c?d=1 , or write to a.b@c.example .")]
    [InlineData("What?! \"No,\" he said...", "What ?! \" No , \" he said ...")]
    [InlineData("e-mail from the co-op", "e-mail from the co-op")]
    [InlineData("the U.S. and UN-backed forces", "the U.S. and UN - backed forces")]
    [InlineData("", "")]
    public void Cuts_words_as_the_treebanks_do(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', Tokenizer.Cut(text, new TextSpan(0, text.Length)).Select(s => s.Of(text))));

    [Fact]
    public void Every_letter_is_in_exactly_one_token() =>
        Gen.String[Gen.Char["ab Z-'’./@:19\"\u2014 \tn't%“”é"], 0, 60]
            .Sample(text =>
            {
                var tokens = Tokenizer.Cut(text, new TextSpan(0, text.Length));
                var at = 0;
                foreach (var token in tokens)
                {
                    Assert.True(token.Length > 0 && token.Start >= at);
                    Assert.True(string.IsNullOrWhiteSpace(text[at..token.Start].Replace("\u200b", "", StringComparison.Ordinal)));
                    at = token.End;
                }
                Assert.True(string.IsNullOrWhiteSpace(text[at..]));
            });

    [Fact]
    public void A_span_is_cut_as_if_nothing_stood_around_it()
    {
        const string text = "Before. It isn't so. After.";
        Assert.Equal(["It", "is", "n't", "so", "."], Tokenizer.Cut(text, new TextSpan(8, 20)).Select(s => s.Of(text)));
    }
}
