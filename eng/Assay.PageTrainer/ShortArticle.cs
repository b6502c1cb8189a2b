using System.Text;
using Assay.Ground.Anchors;
using Assay.Reading.Intake.Page;

namespace Assay.PageTrainer;

/// <summary>Makes a short article of a long one: other pages hold a few sentences, to be told by more than their
/// length.</summary>
internal static class ShortArticle
{
    private const int LongWords = 15;
    private const int Paragraphs = 9;

    /// <summary>The page with the paragraphs of its article cut to their first words, and all but the first ones left out.</summary>
    /// <param name="draft">The page.</param>
    /// <param name="gold">Its article.</param>
    public static PageDraft Of(PageDraft draft, GoldArticle gold)
    {
        var text = new StringBuilder();
        var blocks = new List<DraftBlock>();
        var (at, count) = (0, 0);
        foreach (var block in draft.Blocks)
        {
            var words = block.Span.Of(draft.Text);
            var parts = words.Split(' ');
            var isLong = parts.Length >= LongWords && gold.Has(words);
            count += isLong ? 1 : 0;
            if (!isLong || count <= Paragraphs)
            {
                text.Append(draft.Text, at, block.Span.Start - at);
                var start = text.Length;
                text.Append(isLong ? Cut(parts, 9 + count * 5 % 7) : words);
                blocks.Add(block with { Span = new TextSpan(start, text.Length) });
            }

            at = block.Span.End;
        }

        return draft with
        {
            Text = text.ToString(),
            Blocks = blocks,
        };
    }

    private static string Cut(string[] words, int count) => string.Join(' ', words.Take(count)).TrimEnd(',', '.', ';', ':', '"', '”') + ".";
}
