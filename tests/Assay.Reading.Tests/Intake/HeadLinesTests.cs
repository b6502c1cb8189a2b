using System.Text;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Reading.Tests.Intake;

/// <summary>What stands between the headline and the text: who wrote it, and the day it came out.</summary>
public sealed class HeadLinesTests
{
    private const string Body =
        "\n\nThe mill burned for most of the night, and the people of the lower street stood at the bridge and watched it, because there was nothing else to do. "
        + "The roof fell at 3:10 a.m., the fire brigade said.\n\nNobody was hurt, and the owner had been away since the spring.\n";

    [Theory]
    [InlineData("By Ana Silva\nPublished 4 May 2022, Porto", "Ana Silva")]
    [InlineData("By Ana Silva\nPublished: 4 May 2022 | Porto", "Ana Silva")]
    [InlineData("By Ana Silva\nPorto, May 4, 2022 (River Agency) --", "Ana Silva")]
    [InlineData("By Omar al-Masri and Ana Silva\nPublished 4 May 2022", "Omar al-Masri; Ana Silva")]
    [InlineData("Words: Ana Silva\nPublished 4 May 2022", "Ana Silva")]
    [InlineData("Inspector: Ana Silva\nAdopted on 4 May 2022", "Ana Silva")]
    [InlineData("Before: Ana Silva\nJudgment: 4 May 2022", "Ana Silva")]
    public void Lines_above_the_text_tell_its_authors_and_its_day(string head, string authors)
    {
        foreach (var (name, title) in new[] { ("x.txt", "A mill burns down\n\n"), ("x.md", "# A mill burns down\n\n") })
        {
            var page = SourceIntake
                .Read(Encoding.UTF8.GetBytes(title + head.Replace("\n", name == "x.md" ? "\n\n" : "\n") + Body), name)
                .Value;
            Assert.Equal("2022-05-04", page.Metadata.Published?.Value.ToString("uuuu-MM-dd", null));
            Assert.Equal(authors, string.Join("; ", page.Metadata.Authors.Select(a => a.Value)));
            Assert.DoesNotContain(page.Layer.Article, b => b.Span.Of(page.Layer.Text).Contains("2022", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_sentence_that_begins_with_a_date_is_no_date_line()
    {
        var page = SourceIntake
            .Read(
                Encoding.UTF8.GetBytes("A mill burns down\n\nOn 4 May 2022, Porto was without a mill for the first time." + Body),
                "x.txt"
            )
            .Value;
        Assert.Contains(page.Layer.Article, b => b.Span.Of(page.Layer.Text).Contains("2022", StringComparison.Ordinal));
    }
}
