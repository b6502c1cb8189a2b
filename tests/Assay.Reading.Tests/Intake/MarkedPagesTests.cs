using Assay.Ground.Anchors;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Reading.Tests.Intake;

/// <summary>
/// Pages written for the purpose, each line marked with what it is: <c>+</c> the article's, <c>-</c> furniture, <c>=</c> the headline. A
/// line marked with a blank may be metadata or article.
/// </summary>
public sealed class MarkedPagesTests
{
    private static readonly string Folder = Path.Combine(Repository(), "tests", "Assay.Reading.Tests", "Intake", "Marked");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_is_what_it_is_marked_as(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var text = string.Join('\n', lines.Select(l => l.Length > 2 ? l[2..] : ""));
        var page = SourceIntake.Read(System.Text.Encoding.UTF8.GetBytes(text), file).Value;
        var wrong = lines.Where(l => l.Length > 2).Where(l => !IsRight(page, l[0], l[2..])).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("magazine.txt", "Nora Halvard", "2020-06-09")]
    [InlineData("court-copy.txt", "Ada Lindqvist", "2018-11-11")]
    [InlineData("headings.txt", "", "2014-10-03")]
    [InlineData("mid-offer.txt", "", "2016-05-12")]
    [InlineData("agency.txt", "Ilse Brandt", "")]
    public void Head_lines_are_read_as_metadata(string file, string author, string published)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file)).Select(l => l.Length > 2 ? l[2..] : "");
        var page = SourceIntake.Read(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)), file).Value.Metadata;
        Assert.Equal(author, string.Join(", ", page.Authors.Select(a => a.Value)));
        Assert.Equal(published, page.Published?.Value.ToString("uuuu-MM-dd", null) ?? "");
    }

    /// <summary>The pages.</summary>
    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static bool IsRight(SourceDocument page, char mark, string line)
    {
        var at = page.Layer.Text.IndexOf(line, StringComparison.Ordinal);
        var block = page.Layer.Blocks.FirstOrDefault(b => b.Span.Start < at + line.Length && b.Span.End > at);
        return mark switch
        {
            '+' => block?.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading or BlockKind.Bio,
            '-' => block?.Kind is BlockKind.Furniture,
            '=' => page.Metadata.Title?.Value == line,
            _ => block?.Kind is not BlockKind.Furniture,
        };
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Assay.slnx")))
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!;
        return folder;
    }
}
