using Assay.Ground.Anchors;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using CsCheck;
using NodaTime;

namespace Assay.Reading.Tests.Time;

public sealed class TimeReaderProperties
{
    private const int Long = 1_000_000;

    private static readonly TimeContext Context = new() { DocumentDate = new LocalDate(2022, 5, 20), DocumentTime = new LocalTime(9, 30) };

    private static readonly string[] Pieces =
    [
        "5 January 2022",
        "January",
        "on Friday",
        "the day after",
        "the",
        "from",
        "to",
        "3",
        "05/01/2022",
        "1/1",
        "/",
        "-",
        "4:40PM",
        "p.m.",
        "a.m",
        "two",
        "hundred",
        "and a half",
        "hours",
        "ago",
        "later",
        "after the meeting",
        "midnight",
        "next",
        "last",
        "weeks",
        "Kyiv time",
        "GMT",
        "+03:00",
        "early",
        "1990s",
        "'",
        "’s",
        "quarter",
        "every",
        "about",
        ".",
        ",",
        "\n",
        "\n\n",
        "\t",
        "\0",
        "\uD800",
        "\uDC00",
        "\U0001F54C",
        "é",
        "İ",
        "ß",
        "\u00A0",
        "30 February",
        "99999999999999999999",
        "0",
        "2022-01-05T16:40:00Z",
        "24:00",
        "в",
        "5 января",
        "часов",
        "ночь на",
        "назад",
        "по московскому времени",
        "мск",
        "через",
    ];

    private static readonly Gen<string> Text = Gen.Select(
            Gen.Int[0, Pieces.Length - 1],
            Gen.Int[0, 2]
                .Select(g =>
                    g switch
                    {
                        0 => " ",
                        1 => "",
                        _ => "\u2009",
                    }
                ),
            (i, gap) => Pieces[i] + gap
        )
        .Array[0, 60]
        .Select(string.Concat);

    private static readonly Gen<string> Noise = Gen.String[Gen.Char, 0, 200];

    [Fact]
    public void Keeps_spans_in_order_apart_and_inside_the_text_when_it_reads_anything() =>
        Gen.Select(Gen.OneOf(Text, Noise), Gen.Int[0, 1])
            .Sample(
                (text, language) =>
                {
                    var end = 0;
                    foreach (var found in TimeReader.For(TimeReader.Languages[language]).Read(text, Context))
                    {
                        if (found.Span.Start < end || found.Span.End > text.Length || found.Span.Length == 0)
                            return false;
                        if (found.Text != found.Span.Of(text) || found.Value.Length == 0)
                            return false;
                        end = found.Span.End;
                    }
                    return true;
                }
            );

    [Fact]
    public void Finds_the_same_when_it_reads_the_same_again() =>
        Text.Sample(text =>
        {
            static string Show(IReadOnlyList<TimeExpression> found) =>
                string.Join(
                    '\n',
                    found.Select(e =>
                        $"{e.Span} {e.Type} {e.Value} {e.Mod} {e.Reason} {e.Edtf} {e.BeginPoint} {e.EndPoint} {e.Clock} {e.Alternatives.Count}"
                    )
                );
            return Show(TimeReader.For("en").Read(text, Context)) == Show(TimeReader.For("en").Read(text, Context));
        });

    [Fact]
    public void Finds_the_same_words_when_no_date_is_known() =>
        Text.Sample(text =>
        {
            // "Two hours ago" is a moment where the date is known, and a length of time where it is not: the words are the same.
            static IEnumerable<TextSpan> Words(IReadOnlyList<TimeExpression> found) => found.Select(e => e.Span);
            Assert.Equal(Words(TimeReader.For("en").Read(text, Context)), Words(TimeReader.For("en").Read(text, TimeContext.Unknown)));
        });

    // Each of these would run for hours if any part of the reader were quadratic in the length of the text.
    [Theory(Timeout = 120_000)]
    [InlineData("7")]
    [InlineData("7 ")]
    [InlineData("x")]
    [InlineData("January")]
    [InlineData("the day after ")]
    [InlineData("from ")]
    [InlineData("1/")]
    [InlineData("1/1/1 ")]
    [InlineData("1:")]
    [InlineData("1,")]
    [InlineData("1.")]
    [InlineData("-")]
    [InlineData("'")]
    [InlineData("(")]
    [InlineData("a.")]
    [InlineData("two ")]
    [InlineData("two hundred ")]
    [InlineData("and ")]
    [InlineData("about nearly ")]
    [InlineData("Friday ")]
    [InlineData("5 January 2022 ")]
    [InlineData("midnight ")]
    [InlineData("later ")]
    [InlineData("two hours after ")]
    [InlineData("last next ")]
    [InlineData("\n")]
    [InlineData("\0")]
    [InlineData("\uD800")]
    [InlineData("\U0001F54C ")]
    [InlineData("я")]
    public async Task Ends_when_a_megabyte_repeats_one_piece(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Long / piece.Length));

        var found = await Task.Run(() => TimeReader.For("en").Read(text, Context), TestContext.Current.CancellationToken);

        AssertEachFound(found, piece, text.Length / piece.Length);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("через ")]
    [InlineData("ночь на ")]
    [InlineData("5 января ")]
    [InlineData("двадцать ")]
    [InlineData("часа ")]
    public async Task Ends_when_a_megabyte_repeats_one_Russian_piece(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Long / piece.Length));

        var found = await Task.Run(() => TimeReader.For("ru").Read(text, Context), TestContext.Current.CancellationToken);

        AssertEachFound(found, piece, text.Length / piece.Length, "ru");
    }

    // What is found in a hundred repetitions is found in every hundred of them, give or take what is open at an end.
    private static void AssertEachFound(IReadOnlyList<TimeExpression> found, string piece, int times, string language = "en")
    {
        const int few = 100;
        var once = TimeReader.For(language).Read(string.Concat(Enumerable.Repeat(piece, few)), Context).Count;
        var twice = TimeReader.For(language).Read(string.Concat(Enumerable.Repeat(piece, 2 * few)), Context).Count;
        Assert.InRange(found.Count, (long)(twice - once) * (times / few - 2), (long)(twice - once) * (times / few + 2) + once);
    }
}
