using Assay.Ground.Anchors;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;
using Assay.Reading.Text;

namespace Assay.Reading.Tests.Intake;

/// <summary>Pages of diverse shapes, written for the purpose; what is expected of each was written by hand.</summary>
public sealed class PagesTests
{
    [Theory]
    [InlineData("wire.txt", 5, 0)]
    [InlineData("agency-copy.txt", 4, 1)]
    [InlineData("broadcaster.txt", 5, 21)]
    [InlineData("opinion.txt", 6, 8)]
    [InlineData("wrapped.txt", 3, 0)]
    [InlineData("notitle.txt", 3, 0)]
    [InlineData("teasers-no-bio.txt", 3, 9)]
    [InlineData("interview.txt", 6, 1)]
    [InlineData("blog.md", 2, 1)]
    [InlineData("news.html", 5, 11)]
    [InlineData("bare.html", 3, 0)]
    public void Keeps_every_paragraph_and_sets_furniture_aside_when_given_a_page(string file, int paragraphs, int furniture)
    {
        var blocks = Read(file).Layer.Blocks;
        Assert.Equal(
            (paragraphs, furniture),
            (blocks.Count(b => b.Kind == BlockKind.Paragraph), blocks.Count(b => b.Kind == BlockKind.Furniture))
        );
        Assert.All(blocks.Where(b => b.Kind == BlockKind.Furniture), b => Assert.NotNull(b.Reason));
    }

    [Theory]
    [InlineData("wire.txt", "||||||AP|NAIROBI, Kenya")]
    [InlineData("agency-copy.txt", "Troops leave valley after talks, ministry says||2022-05-03|19:45|Carla Nunez;Dae Park||Reuters|LISBON")]
    [InlineData(
        "broadcaster.txt",
        "Power cut leaves half of island in the dark for nine hours||2023-03-14||Lena Hartog;Piet Smal|Getty Images||"
    )]
    [InlineData("opinion.txt", "The bridge was lost before the first shot|OPINION|2021-05-06||Rosa Calderwood||The Harbour Review|")]
    [InlineData(
        "interview.txt",
        "\"We had four minutes\": the pilot of flight 12 speaks|Interview|2018-09-09||Mona Falk|Private archive||"
    )]
    [InlineData("blog.md", "Who closed the airspace?||2020-11-02|18:30|Ines Marou;Tom Beck||Field Notes|")]
    [InlineData(
        "news.html",
        "Mayor left town before the flood alarm|Local|2021-07-16|08:05|Jana Kolb|Emil Sand/Valley Herald|Valley Herald|"
    )]
    [InlineData("bare.html", "Notes from the harbour||2019-05-20|||||")]
    [InlineData("teasers-no-bio.txt", "Harbour closed for second day as strike spreads||2020-06-04|||||")]
    public void Reads_metadata_when_the_page_states_it(string file, string expected)
    {
        var m = Read(file).Metadata;
        Assert.Equal(
            expected,
            string.Join(
                '|',
                m.Title?.Value,
                m.Section?.Value,
                m.Published?.Value.ToString("uuuu-MM-dd", null),
                m.PublishedTime?.ToString("HH:mm", null),
                string.Join(';', m.Authors.Select(a => a.Value)),
                string.Join(';', m.Credits.Select(c => c.Value)),
                m.Site?.Value,
                m.DatelinePlace?.Value
            )
        );
    }

    [Fact]
    public void Keeps_the_other_reading_when_the_date_is_all_numbers() =>
        Assert.Equal([new NodaTime.LocalDate(2021, 6, 5)], Read("opinion.txt").Metadata.PublishedAlternatives);

    [Fact]
    public void Reads_bio_disclaimer_and_correction_when_the_page_ends_with_them()
    {
        var page = Read("opinion.txt");
        Assert.StartsWith("Rosa Calderwood is a historian", page.Metadata.Bio!.Value, StringComparison.Ordinal);
        Assert.EndsWith("The Harbour Review.", page.Metadata.Disclaimer!.Value, StringComparison.Ordinal);
        Assert.StartsWith(
            "Correction:",
            page.Layer.Blocks.Last(b => b.Kind == BlockKind.Paragraph).Span.Of(page.Layer.Text),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Leaves_markup_scripts_and_hidden_words_out_when_the_page_is_HTML()
    {
        Assert.DoesNotContain("not text", Read("news.html").Layer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden words", Read("bare.html").Layer.Text, StringComparison.Ordinal);
        Assert.Contains("that he stayed until", Read("news.html").Layer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wire.txt")]
    [InlineData("opinion.txt")]
    [InlineData("blog.md")]
    [InlineData("news.html")]
    public void Covers_the_text_with_blocks_in_order_when_laid_out(string file)
    {
        var layer = Read(file).Layer;
        var at = 0;
        foreach (var block in layer.Blocks)
        {
            Assert.True(block.Span.Start >= at);
            Assert.True(string.IsNullOrWhiteSpace(layer.Text[at..block.Span.Start]));
            at = block.Span.End;
        }
        Assert.True(string.IsNullOrWhiteSpace(layer.Text[at..]));
    }

    [Fact]
    public void Reads_the_founding_page_when_it_is_there()
    {
        var path = Path.Combine(Shared(), "seed", "kazakhstan-opinion-2022-05-20.txt");
        if (!File.Exists(path))
            Assert.Skip("skipped: ../shared is absent");
        var page = SourceIntake.ReadFile(path).Value;
        var m = page.Metadata;
        Assert.Equal(
            ("Opinion", new NodaTime.LocalDate(2022, 5, 20), "David A. Merkel", "EUobserver", "Kalabaha1969"),
            (m.Section!.Value, m.Published!.Value, m.Authors[0].Value, m.Site!.Value, m.Credits[0].Value)
        );
        Assert.NotNull(m.Bio);
        Assert.NotNull(m.Disclaimer);
        Assert.Single(m.Captions);
        var kinds = page.Layer.Blocks.Select(b => b.Kind).ToList();
        Assert.Equal(31, kinds.Count(k => k == BlockKind.Paragraph));
        Assert.All(kinds.Skip(kinds.LastIndexOf(BlockKind.Disclaimer) + 1), k => Assert.Equal(BlockKind.Furniture, k));
    }

    private static SourceDocument Read(string file) =>
        SourceIntake.ReadFile(Path.Combine(Root(), "tests", "Assay.Reading.Tests", "Intake", "Pages", file)).Value;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Assay.slnx")))
            folder = folder.Parent;
        return folder!.FullName;
    }

    private static string Shared() => Environment.GetEnvironmentVariable("ASSAY_SHARED") ?? Path.Combine(Root(), "..", "shared");
}
