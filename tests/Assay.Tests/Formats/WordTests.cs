using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Assay.Tests.Formats;

/// <summary>Documents of a word processor are read as they read with all changes accepted.</summary>
public sealed class WordTests : IDisposable
{
    private const string Said = "The port says that the ferry left at 14:10.";
    private readonly string folder = Directory.CreateTempSubdirectory("assay-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Deletions_are_left_out_and_insertions_kept_and_a_note_says_so()
    {
        var run = await Audited(b =>
            b.Append(
                new Paragraph(
                    Plain("The ferry left at "),
                    new DeletedRun(new WordRun(new DeletedText("13:10"))) { Id = "1", Author = "a" },
                    new InsertedRun(Plain("14:10")) { Id = "2", Author = "a" },
                    Plain(" on 3 March 2021, the port says.")
                )
            )
        );
        Assert.Equal("The ferry left at 14:10 on 3 March 2021, the port says.", run.Text);
        Assert.Contains(
            run.Notes,
            n => n.EndsWith("it was read with all of them accepted, without what was deleted.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Comments_are_counted_and_not_read()
    {
        var run = await Audited(
            b => b.Append(new Paragraph(Plain(Said))),
            d =>
                d.MainDocumentPart!.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(
                    new Comment(new Paragraph(Plain("No, at 15:10!"))) { Id = "0", Author = "x" }
                )
        );
        Assert.Equal(Said, run.Text);
        Assert.Contains(run.Notes, n => n.EndsWith("1 comment beside the text was not read.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Footnotes_stand_at_the_end_and_heads_of_pages_are_set_aside()
    {
        var run = await Audited(
            b => b.Append(new Paragraph(Plain(Said), new WordRun(new FootnoteReference { Id = 5 }))),
            d =>
            {
                d.MainDocumentPart!.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                    new Footnote(new Paragraph(Plain("The pier's log says so too, at 14:12."))) { Id = 5 },
                    new Footnote(new Paragraph(Plain("Nobody refers to this."))) { Id = 6 }
                );
                d.MainDocumentPart!.AddNewPart<HeaderPart>().Header = new Header(new Paragraph(Plain("Draft of the desk")));
            }
        );
        Assert.Equal($"{Said}\n\nThe pier's log says so too, at 14:12.\n\nDraft of the desk", run.Text);
        Assert.Equal(("furniture", "Draft of the desk"), run.Blocks[^1]);
    }

    [Fact]
    public async Task Rows_of_a_table_of_times_are_entries()
    {
        string[][] rows =
        [
            ["Time", "What happened"],
            ["14:10", "The ferry leaves"],
            ["14:40", "The call comes"],
            ["15:02", "The ferry docks"],
        ];
        var run = await Audited(b =>
        {
            b.Append(new Paragraph(Plain("The log of 3 March 2021 in Oslo reads as follows.")));
            b.Append(new Table(rows.Select(r => new TableRow(r.Select(c => new TableCell(new Paragraph(Plain(c))))))));
        });
        Assert.Contains(("listItem", "14:40\tThe call comes"), run.Blocks);
    }

    [Fact]
    public async Task Headings_and_lists_are_told_by_style_and_number()
    {
        var run = await Audited(b =>
        {
            b.Append(MadeFiles.Styled("Title", "A night at sea"));
            b.Append(new Paragraph(Plain(Said)));
            b.Append(MadeFiles.Styled("Heading2", "What the port says"));
            b.Append(new Paragraph(Plain(Said + " It has said so before.")));
            b.Append(
                new Paragraph(
                    new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })),
                    Plain("The ferry docked at 15:02.")
                )
            );
        });
        Assert.Equal(["title", "paragraph", "heading", "paragraph", "listItem"], run.Blocks.Select(b => b.Kind));
    }

    [Fact]
    public async Task What_the_properties_say_is_kept_apart_from_the_date_of_publication()
    {
        var run = await Audited(
            b => b.Append(new Paragraph(Plain(Said))),
            d =>
            {
                d.PackageProperties.Creator = "Ada Lind";
                d.PackageProperties.Created = new DateTime(2022, 5, 20, 11, 3, 0, DateTimeKind.Utc);
            }
        );
        Assert.Equal("Ada Lind", run.Source.GetProperty("authors")[0].GetString());
        Assert.Equal("2022-05-20T11:03:00Z", run.Source.GetProperty("origin").GetProperty("made").GetProperty("value").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, run.Source.GetProperty("published").ValueKind);
    }

    private static WordRun Plain(string words) => new(MadeFiles.Words(words));

    private async Task<Run> Audited(Action<Body> write, Action<WordprocessingDocument>? more = null)
    {
        var file = Path.Combine(folder, "made.docx");
        File.WriteAllBytes(file, MadeFiles.Docx(write, more));
        var run = await Run.Audit(file);
        Assert.True(run.Code == 0, run.Error);
        return run;
    }
}
