using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Reading.Tests.Intake;

/// <summary>Front matter in YAML and TOML, in Markdown and plain text, and HTML inside Markdown.</summary>
public sealed class FrontMatterTests
{
    private const string Body = "# A heading\n\nThe pump stopped at 3:10 a.m., the log says, and the tower at 3:40 a.m. on the same day.\n";

    [Theory]
    [InlineData("---\ntitle: The pump\npubDate: 2021-02-03\nauthor:\n  - name: Ada Lindqvist\n    email: a@example.org\n---\n")]
    [InlineData("---\nHeadline: \"The pump\"\ndate_published: 2021-02-03T10:00:00+02:00\nwritten-by: By Ada Lindqvist\n---\n")]
    [InlineData("---\ntitle: The pump\ndate: ''\nposted: 3 February 2021\nauthors: [Ada Lindqvist]\n---\n")]
    [InlineData("---\ntitle: The pump\ndate: 0001-01-01T00:00:00Z\ncreated: 2021-02-03\nby: Ada Lindqvist\n---\n")]
    [InlineData("+++\ntitle = \"The pump\"\ndate = 2021-02-03T10:00:00+02:00\n[params]\nauthor = \"Ada Lindqvist\"\n+++\n")]
    [InlineData("+++\ntitle = 'The pump'\ndate = 2021-02-03\nauthors = ['Ada Lindqvist']\n+++\n")]
    public void Front_matter_is_read_whatever_its_keys_are_called(string front)
    {
        foreach (
            var (name, text) in new[]
            {
                ("x.md", front + Body.Replace("# A heading\n", "", StringComparison.Ordinal)),
                ("x.txt", front + Body),
            }
        )
        {
            var page = Read(text, name);
            Assert.Equal("2021-02-03", page.Metadata.Published?.Value.ToString("uuuu-MM-dd", null));
            Assert.Equal(["Ada Lindqvist"], page.Metadata.Authors.Select(a => a.Value));
            if (name == "x.md")
                Assert.Equal("The pump", page.Metadata.Title?.Value);
            Assert.DoesNotContain(
                page.Layer.Article,
                b => page.Layer.Text[b.Span.Start..b.Span.End].Contains("2021", StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData("---\n[[[[[[[[[[[[[[[[[[[[[[[[[[\n---\n")]
    [InlineData("---\na: &a [*a]\n---\n")]
    [InlineData("---\n\tx: : :\n---\n")]
    [InlineData("+++\nx = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n+++\n")]
    [InlineData("+++\ntitle == \n+++\n")]
    public void Broken_front_matter_says_nothing_and_does_no_harm(string front) =>
        Assert.Contains("The pump stopped", Read(front + Body, "x.md").Layer.Text, StringComparison.Ordinal);

    [Fact]
    public void Html_in_Markdown_is_read_as_html()
    {
        var page = Read(
            Body
                + "\n<div>The valve &amp; the gate were shut at <b>4:05 a.m.</b> by hand.</div>\n\n<!-- made at 07:21 -->\n\n"
                + "<aside>\n\n[Doors open at 6 p.m.](/x)\n\n</aside>\n\nThe keeper<br>slept.\n",
            "x.md"
        );
        Assert.Contains("The valve & the gate were shut at 4:05 a.m. by hand.", page.Layer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("07:21", page.Layer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<", page.Layer.Text, StringComparison.Ordinal);
        var kept = string.Concat(page.Layer.Article.Select(b => page.Layer.Text[b.Span.Start..b.Span.End]));
        Assert.DoesNotContain("Doors open", kept, StringComparison.Ordinal);
        Assert.Contains("slept.", kept, StringComparison.Ordinal);
    }

    private static SourceDocument Read(string text, string name) => SourceIntake.Read(System.Text.Encoding.UTF8.GetBytes(text), name).Value;
}
