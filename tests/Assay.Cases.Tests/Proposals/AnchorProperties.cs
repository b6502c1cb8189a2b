using System.Globalization;
using System.Text;
using Assay.Cases.Proposals;
using Assay.Ground.Anchors;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;
using CsCheck;

namespace Assay.Cases.Tests.Proposals;

/// <summary>No draft is ever shown at words other than its own, whatever marks, directions and blanks the text is made of.</summary>
public sealed class AnchorProperties
{
    private const int Times = 3000;

    // What typesetting and scripts make of words: letters with marks of their own, pairs, other directions, blanks of all kinds,
    // invisible ones.
    private static readonly string[] Pieces =
    [
        "night",
        "cafe",
        "café",
        "cafe\u0301",
        "e",
        "\u0301",
        "o\u0308",
        "ö",
        "\U0001D7D8",
        "😀",
        "שלום",
        "مرحبا",
        "ä",
        "man",
        "woman",
        "not",
        "4:40",
        "14:40",
        " ",
        "  ",
        "\u00A0",
        "\u202F",
        "\t",
        "\n",
        "\u00AD",
        "\u200B",
        "\u200D",
        "\uFEFF",
        "\u202E",
        "\u200F",
        "“",
        "”",
        "\"",
        "'",
        "’",
        "–",
        "-",
        "…",
        "...",
        ".",
        "?",
        "«",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly Gen<string> Text = Piece.Array[1, 24].Select(string.Concat);

    [Fact]
    public void Finds_only_words_that_fold_to_those_given() =>
        Gen.Select(Text, Text, Text).Sample((before, words, after) => Holds(before + words + after, words), iter: Times);

    [Fact]
    public void Finds_no_words_that_differ_in_a_letter() => Gen.Select(Text, Text).Sample(Holds, iter: Times);

    [Fact]
    public void Holds_proposals_at_their_own_words_and_never_elsewhere() =>
        Gen.Select(Piece.Array[6, 40], Gen.Int[0, 30], Gen.Int[1, 12])
            .Sample(
                (pieces, start, length) =>
                {
                    var text = "One two three four. " + string.Concat(pieces) + " five six seven.";
                    if (SourceIntake.Read(Encoding.UTF8.GetBytes(text), "t.txt") is not { Succeeded: true, Value: var document })
                        return;
                    var sheet = new SentenceSheet("s", document);
                    foreach (var sentence in sheet.Sentences)
                    {
                        var from = Math.Min(start, sentence.Text.Length);
                        var words = sentence.Text[from..Math.Min(from + length, sentence.Text.Length)];
                        var held = sheet.Hold(sentence.Number, [words]);
                        if (held.Quote is not { } quote)
                            continue;
                        Assert.Equal(document.Layer.Text[quote.Start..quote.End], quote.Exact);
                        AssertAlike(words, quote.Exact);
                        AssertUncut(document.Layer.Text, quote.Start, quote.End);
                        Assert.Equal(held.IsFolded, quote.Exact != words);
                    }
                },
                iter: Times
            );

    private static void Holds(string text, string words)
    {
        var found = new QuoteFinder(text).Find(words);
        foreach (var place in found.Places)
        {
            AssertAlike(words, place.Of(text));
            AssertUncut(text, place.Start, place.End);
        }
    }

    private static void AssertUncut(string text, int start, int end)
    {
        Assert.False(end < text.Length && IsMark(text[end]), "A letter was cut from its mark.");
        Assert.False(char.IsLowSurrogate(text[start]) || char.IsHighSurrogate(text[end - 1]), "A pair was cut.");
    }

    private static void AssertAlike(string words, string shown) =>
        Assert.Equal(new FoldedText(words).Text.Trim(), new FoldedText(shown).Text.Trim());

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
