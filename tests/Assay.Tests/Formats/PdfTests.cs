using System.Text;

namespace Assay.Tests.Formats;

/// <summary>PDF files with a text layer are read as their pages are read by a person.</summary>
public sealed class PdfTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assay-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Two_columns_are_read_one_after_the_other_below_the_title()
    {
        var pdf = new MadePdf()
            .Page()
            .Line(72, 780, "The night the ferry did not come back", 18)
            .Lines(
                72,
                740,
                "The ferry left the port of Oslo at 14:10 on",
                "the third of March, says the port, with ten",
                "people on it and a dog, and no one saw the"
            )
            .Lines(72, 704, "boat again until the harbour master rang", "the coast guard from his bed.")
            .Lines(
                310,
                740,
                "Nobody in the coast guard had heard of it",
                "before that call. The duty officer wrote the",
                "time of the call in pencil, and later in ink,"
            )
            .Lines(310, 704, "and the two do not agree, which is how the", "matter came to us.");
        var read = await Audited(pdf);
        Assert.Equal(
            [
                "The night the ferry did not come back",
                "The ferry left the port of Oslo at 14:10 on the third of March, says the port, with ten people on it and a dog, and no one saw the boat again until the harbour master rang the coast guard from his bed.",
                "Nobody in the coast guard had heard of it before that call. The duty officer wrote the time of the call in pencil, and later in ink, and the two do not agree, which is how the matter came to us.",
            ],
            read.Article
        );
        Assert.Equal("title", read.Blocks[0].Kind);
    }

    [Fact]
    public async Task A_table_of_times_is_read_row_by_row()
    {
        var pdf = new MadePdf()
            .Page()
            .Paragraphs(780, "The control room kept this log of the third of March 2021 in Oslo, and gave it to the court.")
            .Lines(72, 730, "14:10", "14:32", "15:02", "15:20")
            .Lines(
                140,
                730,
                "the ferry leaves the pier with ten",
                "a call from the bridge, not answered",
                "the ferry docks at the other side now",
                "the last car drives off the deck"
            );
        Assert.Contains("14:32 a call from the bridge, not answered", (await Audited(pdf)).Article);
    }

    [Fact]
    public async Task Running_heads_foot_lines_and_page_numbers_are_set_aside_with_the_reason()
    {
        var read = await Audited(ThreePages());
        Assert.DoesNotContain(
            read.Article,
            a => a.Contains("Gazette", StringComparison.Ordinal) || a.Contains("Page", StringComparison.Ordinal)
        );
        var reasons = read.Source.GetProperty("furniture").EnumerateArray().Select(f => f.GetProperty("reason").GetString()!).ToList();
        Assert.Equal(3, reasons.Count(r => r == "running head on 3 pages"));
        Assert.Equal(3, reasons.Count(r => r.StartsWith("number of the page", StringComparison.Ordinal) || r == "foot line on 3 pages"));
    }

    [Fact]
    public async Task A_paragraph_goes_on_over_the_page_and_each_quote_has_its_page()
    {
        var read = await Audited(ThreePages());
        Assert.Contains(
            read.Article,
            a => a.Contains("said the port when it was asked on the next page at 16:45", StringComparison.Ordinal)
        );
        var clocks = read.Report.GetProperty("clocks").EnumerateArray().Select(c => c.GetProperty("quote")).ToList();
        Assert.Equal(
            [("14:10", 1), ("16:45", 2), ("17:30", 3)],
            clocks
                .Select(q => (Words: q.GetProperty("exact").GetString()!, Page: q.GetProperty("page").GetInt32()))
                .Select(q => (new[] { "14:10", "16:45", "17:30" }.First(t => q.Words.Contains(t, StringComparison.Ordinal)), q.Page))
                .OrderBy(q => q.Item1, StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("a word parted at the end of a line is made whole, as infor-", "mation always is.", "as information always")]
    [InlineData("a hyphen of the word itself stays where a capital follows, as in Nur-", "Sultan, the capital.", "in Nur-Sultan, the")]
    [InlineData("a hyphen between digits stays as it is, whatever the line does: 2022-", "2023 was the season.", "does: 2022-2023 was")]
    [InlineData("a co-pilot is one here, and where the line ends as well it is the co-", "pilot who spoke to us.", "the co-pilot who")]
    public async Task A_hyphen_at_the_end_of_a_line_is_told_from_one_of_the_word(string first, string second, string whole)
    {
        var read = await Audited(new MadePdf().Page().Lines(72, 780, first, second));
        Assert.Contains(whole, read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_file_says_of_itself_is_kept_apart_from_the_date_of_publication()
    {
        var read = await Audited(ThreePages().Says("The ferry", "Ada Lind", "D:20220520140300+03'00'"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, read.Source.GetProperty("published").ValueKind);
        var made = read.Source.GetProperty("origin").GetProperty("made");
        Assert.Equal("2022-05-20T14:03:00+03:00", made.GetProperty("value").GetString());
        Assert.Equal("PDF information CreationDate", made.GetProperty("reason").GetString());
        Assert.Equal("Ada Lind", read.Source.GetProperty("authors")[0].GetString());
    }

    [Fact]
    public async Task A_PDF_without_a_text_layer_is_refused_and_the_other_files_go_on()
    {
        var scan = Written("scan.pdf", new MadePdf().Page().Page().Bytes());
        var text = Written("port.txt", Encoding.UTF8.GetBytes("OSLO, 3 March 2021 - The port says that the ferry left at 14:10."));
        var run = await Run.Audit(scan, text);
        Assert.Equal(4, run.Code);
        Assert.Contains("The PDF has no text layer: its 2 pages are at most a picture of text.", run.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await Run.Audit(scan)).Code);
    }

    private static MadePdf ThreePages()
    {
        var pdf = new MadePdf();
        string[] texts =
        [
            "The ferry left the pier of Oslo at 14:10 on the third of March 2021. It was seen by ten people, all of whom said so to the police; that is what was",
            "said the port when it was asked on the next page at 16:45 that same day. Nobody had asked before, and nobody has asked again since then in all these years.",
            "The police closed the file at 17:30 that day.",
        ];
        for (var i = 0; i < texts.Length; i++)
            pdf.Page()
                .Line(72, 815, $"The Harbour Gazette {i + 1}", 8)
                .Paragraphs(
                    780,
                    [
                        .. Enumerable
                            .Range(0, i == 0 ? 2 : 0)
                            .Select(k =>
                                $"This is paragraph {(k == 0 ? "one" : "two")} of the first page, which says that the town lies on a fjord and that the fjord is deep there."
                            ),
                        texts[i],
                    ]
                )
                .Line(280, 30, $"Page {i + 1} of 3", 8);
        return pdf;
    }

    private async Task<Run> Audited(MadePdf pdf)
    {
        var run = await Run.Audit(Written("made.pdf", pdf.Bytes()));
        Assert.True(run.Code == 0, run.Error);
        return run;
    }

    private string Written(string name, byte[] bytes)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
