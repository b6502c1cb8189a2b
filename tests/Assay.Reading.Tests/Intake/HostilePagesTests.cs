using System.Text;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Formats;
using Assay.Reading.Intake.Html;
using Assay.Reading.Intake.Opening;

namespace Assay.Reading.Tests.Intake;

/// <summary>Pages made to crash or to stall a reader, and plain pages that look a little like them.</summary>
public sealed class HostilePagesTests
{
    private static string Repeated(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    [Theory]
    [InlineData("<div>", 600)]
    [InlineData("<ul><li>x", 600)]
    [InlineData("<table><tr><td>x", 300)]
    [InlineData("<b><i>x", 300)]
    [InlineData("<span class=a>", 600)]
    [InlineData("<svg><g>", 600)]
    [InlineData("<blockquote><p>x", 600)]
    public void Refuses_a_page_when_it_nests_beyond_the_limit(string part, int times)
    {
        var page = "<html><body>" + Repeated(part, times) + "</body></html>";
        Assert.True(HtmlNesting.IsTooDeep(page));
        var error = SourceIntake.Read(Encoding.UTF8.GetBytes(page), "x.html").Error!;
        Assert.Equal(
            "x.html: The page nests its elements more than 512 deep, or leaves too many of them open. Save it from a browser as text, and give that.",
            error.ToString()
        );
    }

    [Theory]
    [InlineData("<table><tr></tr></table>")]
    [InlineData("<table><tr></tr><tr></tr></table>")]
    [InlineData("<table></table>")]
    public void Reads_a_page_when_a_table_of_it_has_no_cell(string table)
    {
        var read = SourceIntake.Read(Encoding.UTF8.GetBytes($"<html><body><p>The ferry left.</p>{table}</body></html>"), "x.html");
        Assert.Contains("The ferry left.", read.Value.Layer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_page_when_formatting_left_open_would_be_made_anew_in_every_paragraph()
    {
        var opened = string.Concat(Enumerable.Range(0, 300).Select(i => $"<font color=c{i}>"));
        Assert.True(HtmlNesting.IsTooDeep(opened + Repeated("<p>x", 1_000)));
        Assert.True(HtmlNesting.IsTooDeep(opened + Repeated("<p>x</p>", 1_000)));
        Assert.False(HtmlNesting.IsTooDeep(opened + Repeated("</font>", 300) + Repeated("<p>x", 1_000)));
    }

    [Theory]
    [InlineData("<p>A line.", 5_000)]
    [InlineData("<p>A <b>line</p>", 5_000)]
    [InlineData("<li>A line.", 5_000)]
    [InlineData("<tr><td>A<td>B", 5_000)]
    [InlineData("<option>A", 5_000)]
    [InlineData("<br>A<img src=a><hr>", 5_000)]
    [InlineData("<a name=x><p>A line.", 5_000)]
    [InlineData("<div><span>A</span></div>", 5_000)]
    [InlineData("<svg><path d='M0 0'/><circle r=1 /></svg>", 5_000)]
    [InlineData("<!-- <div> -->", 5_000)]
    [InlineData("<script>if (a<div && b<span) c('<div>')</script>", 5_000)]
    [InlineData("a < b <3 </nothing>", 5_000)]
    public void Takes_a_long_flat_page_as_flat_when_it_leaves_out_end_tags(string part, int times) =>
        Assert.False(HtmlNesting.IsTooDeep("<html><body><ul><table><select>" + Repeated(part, times)));

    [Fact]
    public void Goes_by_markup_and_says_so_when_a_page_has_more_elements_than_the_library_can_take()
    {
        var page =
            "<html><body><h1>The mill of Ulm closes</h1>"
            + Repeated("<p>The mill closed on Monday, and nobody knew why it had closed.</p>", 5_000)
            + "</body></html>";
        var read = SourceIntake.Read(Encoding.UTF8.GetBytes(page), "x.html").Value;
        Assert.Contains("so many elements", Assert.Single(read.Notes), StringComparison.Ordinal);
        Assert.Equal("The mill of Ulm closes", read.Metadata.Title?.Value);
    }

    [Theory]
    [InlineData(">", 1_000)]
    [InlineData("*a ", 20_000)]
    public void Refuses_Markdown_when_its_marks_nest_too_deep(string part, int times) =>
        Assert.Equal(
            "x.md: The marks of this Markdown lie too deep inside each other to be read. Save it as .txt to have it read as it stands.",
            SourceIntake.Read(Encoding.UTF8.GetBytes(Repeated(part, times)), "x.md").Error?.ToString()
        );

    [Theory]
    [InlineData("[a](", 6_000)]
    [InlineData("[a]: b\n", 6_000)]
    public void Refuses_Markdown_when_a_paragraph_has_more_brackets_than_the_library_can_take(string part, int times) =>
        Assert.Equal(
            "x.md: The Markdown has more than 5000 opening brackets between two blank lines. Save it as .txt to have it read as it stands.",
            SourceIntake.Read(Encoding.UTF8.GetBytes(Repeated(part, times)), "x.md").Error?.ToString()
        );

    [Theory]
    [InlineData("utf-7")]
    [InlineData("x-user-defined")]
    [InlineData("no-such-thing")]
    public void Says_so_when_the_declared_charset_is_one_nobody_can_read(string charset)
    {
        var page = $"<html><head><meta charset={charset}><title>x</title></head><body><p>The café opened.</p></body></html>";
        var read = SourceIntake.Read(Encoding.UTF8.GetBytes(page), "x.html").Value;
        Assert.Equal(
            $"The page declares the character encoding {charset}, which cannot be read. It was read as utf-8.",
            Assert.Single(read.Notes)
        );
        Assert.Equal("The café opened.", read.Layer.Text);
        Assert.Contains(
            SourceIntake.Read(Encoding.Latin1.GetBytes(page), "x.html").Value.Notes,
            n => n.Contains(charset, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Keeps_the_bytes_it_hashed() =>
        Assert.Equal("abc"u8.ToArray(), SourceIntake.Read("abc"u8.ToArray(), "x").Value.Received.ToArray());
}
