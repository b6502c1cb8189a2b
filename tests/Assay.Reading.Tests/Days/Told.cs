using Assay.Ground.Anchors;
using Assay.Reading.Days;
using Assay.Reading.Text;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using NodaTime;

namespace Assay.Reading.Tests.Days;

/// <summary>Accounts of the tests, read as the audit reads them: paragraphs parted by empty lines, "# " before a heading, "- " before an
/// item of a list.</summary>
internal static class Told
{
    /// <summary>The clocks of an account, in order.</summary>
    public static IReadOnlyList<TimeExpression> Clocks(string text, LocalDate? published = null) =>
        Times(text, published).Where(t => t.Clock is not null).ToList();

    /// <summary>The clock with these words.</summary>
    public static TimeExpression Clock(string text, string words, LocalDate? published = null) =>
        Times(text, published).First(t => t.Clock is not null && t.Text == words);

    /// <summary>The days and times of all times on the clock, as <c>2021-06-04T21:15</c>.</summary>
    public static IReadOnlyList<string> Values(string text, LocalDate? published = null) =>
        Clocks(text, published).Where(t => t.Clock!.Granularity <= Duration.FromHours(1)).Select(t => t.Value).ToList();

    private static IReadOnlyList<TimeExpression> Times(string text, LocalDate? published)
    {
        var blocks = new List<Block>();
        for (var at = 0; at < text.Length; )
        {
            var end = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            if (end < 0)
                end = text.Length;
            var kind =
                text[at] == '#' ? BlockKind.Heading
                : text[at] == '-' ? BlockKind.ListItem
                : BlockKind.Paragraph;
            blocks.Add(new Block(kind, new TextSpan(kind == BlockKind.Heading ? at + 2 : at, end)));
            at = Math.Min(text.Length, end + 2);
        }

        var layer = new TextLayer(text, blocks);
        var sentences = SentenceSplitter.Split(layer);
        var times = TimeReader
            .For("en")
            .Read(text, new TimeContext { DocumentDate = published, Blocks = blocks.Select(b => b.Span).ToList() })
            .Where(t => sentences.Any(s => s.Span.Contains(t.Span)))
            .ToList();
        return StoryDays.Decide(layer, sentences, times, published);
    }
}
