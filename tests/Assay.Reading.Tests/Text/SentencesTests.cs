using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Tests.Text;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Mr. Rossi met Gen. Milley. They talked.", 2)]
    [InlineData("He left at 5 p.m. Tuesday. She stayed.", 2)]
    [InlineData("He left at 5 p.m. The train was late.", 2)]
    [InlineData("He left at 5 p.m. Rossi stayed behind.", 2)]
    [InlineData("He left at 5 p.m. New York time on foot.", 1)]
    [InlineData("He left at 5 a.m. EST and slept.", 1)]
    [InlineData("The U.S. Senate voted. It failed.", 2)]
    [InlineData("She moved to the U.S. The war was over.", 2)]
    [InlineData("\"We won.\" The crowd cheered.", 2)]
    [InlineData("“Why?” he asked. Nobody knew.", 2)]
    [InlineData("“Stop!” Anna Rossi said. Nobody did.", 2)]
    [InlineData("He said (twice.) Then he left.", 2)]
    [InlineData("It rose 3.5 percent to 2.1 million. Then it fell.", 2)]
    [InlineData("There were many ... Why did they wait? Nobody knew.", 3)]
    [InlineData("David A. Merkel and J. K. Rowling met. It rained.", 2)]
    [InlineData("On Jan. 6 he came. On Feb. 7 he left.", 2)]
    [InlineData("Visit example.com for more. Thanks.", 2)]
    [InlineData("1. First item of the list", 1)]
    [InlineData("He asked: \"Why wait for them?\". His microphone died.", 2)]
    [InlineData("It was No. 5. He said No. They left.", 3)]
    [InlineData("It ended.The next day it rained.", 2)]
    [InlineData("He came in. Rossi left by car.", 2)]
    [InlineData("He saw the sun. Rossi slept.", 2)]
    [InlineData("She works at Acme Inc. She likes it.", 2)]
    [InlineData("Wait... Nothing came.", 2)]
    [InlineData("I think it was I. Then he left.", 2)]
    public void Splits_sentences_when_given_stops_of_many_kinds(string text, int expected) =>
        Assert.Equal(expected, SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Count);

    [Fact]
    public void Keeps_closing_quote_with_its_sentence_when_it_follows_the_stop()
    {
        const string text = "“It is over.” The crowd left.";
        var first = SentenceSplitter.Split(text, new TextSpan(0, text.Length))[0];
        Assert.Equal("“It is over.”", first.Span.Of(text));
    }

    [Fact]
    public void Never_crosses_blocks_and_leaves_out_furniture_when_a_layer_is_split()
    {
        const string text = "A headline\n\nFirst line\nwrapped.\n\nSubscribe now.";
        var layer = new TextLayer(
            text,
            [
                new Block(BlockKind.Title, new TextSpan(0, 10)),
                new Block(BlockKind.Paragraph, new TextSpan(12, 31)),
                new Block(BlockKind.Furniture, new TextSpan(33, 47), "sign-up"),
            ]
        );
        var sentences = SentenceSplitter.Split(layer);
        Assert.Equal([(0, "A headline"), (1, "First line\nwrapped.")], sentences.Select(s => (s.Block, s.Span.Of(text))));
    }

    [Theory]
    [InlineData("Putin's well-known plan", "Putin|'s|well-known|plan")]
    [InlineData("it’s don’t O’Brien", "it|’s|don’t|O’Brien")]
    [InlineData("at 4:40PM on 20th May", "at|4:40|PM|on|20th|May")]
    [InlineData("2,235 troops, 3.5%.", "2,235|troops|,|3.5|%|.")]
    [InlineData("the U.S. at 5 p.m. Mr. Li", "the|U.S.|at|5|p.m.|Mr.|Li")]
    [InlineData("“Yes ... no” — he", "“|Yes|...|no|”|—|he")]
    [InlineData("EUobserver.com wins.", "EUobserver.com|wins|.")]
    [InlineData("the 1990s, Mi-8s", "the|1990s|,|Mi-8s")]
    public void Cuts_tokens_when_given_words_numbers_and_marks(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokenizer.Tokens(text, new TextSpan(0, text.Length)).Select(t => t.Span.Of(text))));

    [Fact]
    public void Gives_kinds_when_tokens_are_cut()
    {
        const string text = "“Putin's 9”, €";
        Assert.Equal(
            [
                TokenKind.Quote,
                TokenKind.Word,
                TokenKind.Possessive,
                TokenKind.Number,
                TokenKind.Quote,
                TokenKind.Punctuation,
                TokenKind.Symbol,
            ],
            Tokenizer.Tokens(text, new TextSpan(0, text.Length)).Select(t => t.Kind)
        );
    }

    [Fact]
    public void Covers_every_visible_character_once_when_text_is_arbitrary() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.String[CsCheck.Gen.Char[" ab.'’-\"5,:AI…\n𐐷€”"], 0, 40],
            text =>
            {
                var covered = new bool[text.Length];
                foreach (var token in Tokenizer.Tokens(text, new TextSpan(0, text.Length)))
                    for (var i = token.Span.Start; i < token.Span.End; i++)
                    {
                        if (covered[i])
                            return false;
                        covered[i] = true;
                    }
                var sentences = SentenceSplitter.Split(text, new TextSpan(0, text.Length));
                return text.Select(
                        (c, i) => char.IsWhiteSpace(c) || covered[i] && (c == '-' || sentences.Count(s => s.Span.Contains(i)) == 1)
                    )
                    .All(ok => ok);
            }
        );

    [Theory]
    [InlineData("word ")]
    [InlineData("x")]
    [InlineData("? ")]
    [InlineData("\U0001F600")]
    [InlineData("4:40PM ")]
    public void Cuts_a_sentence_at_the_limit_when_it_never_ends(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 20_000 / part.Length));
        var sentences = SentenceSplitter.Split(text, new TextSpan(0, text.Length));
        Assert.All(sentences, s => Assert.InRange(s.Span.Length, 1, SentenceSplitter.Longest));
        Assert.All(sentences, s => Assert.False(char.IsLowSurrogate(text[s.Span.Start])));
        Assert.Equal(text.Count(c => !char.IsWhiteSpace(c)), sentences.Sum(s => s.Span.Of(text).Count(c => !char.IsWhiteSpace(c))));
        Assert.All(sentences.SkipLast(1).Where(_ => part != "? "), s => Assert.True(s.IsCut));
    }
}
