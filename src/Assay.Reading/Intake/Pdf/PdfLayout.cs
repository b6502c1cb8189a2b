using System.Text;
using Assay.Ground.Anchors;
using Assay.Reading.Intake.Page;
using Assay.Reading.Intake.PlainText;

namespace Assay.Reading.Intake.Pdf;

/// <summary>
/// Lays the pages out as one text with blocks: columns in their order, lines put together to paragraphs by their gaps, indents and ends,
/// paragraphs
/// that go on in the next column or on the next page put together, and behind them all what was set aside, so that no date printed into a
/// margin stands among those of the text.
/// </summary>
/// <param name="pages">The pages in order.</param>
internal sealed class PdfLayout(IReadOnlyList<PdfPage> pages)
{
    private const double TitleSize = 1.3;
    private const double HeadingSize = 1.12;
    private const int MostHeadingWords = 18;
    private readonly StringBuilder text = new();
    private readonly List<DraftBlock> blocks = [];
    private readonly List<PageStart> starts = [];
    private PdfHyphens hyphens = new([]);
    private double body = 1;
    private double titleSize;

    /// <summary>The draft.</summary>
    /// <param name="declared">What the file declares.</param>
    public PageDraft Build(DeclaredMetadata declared)
    {
        var words = pages.Select(p => (Page: p, Words: PdfWords.Of(p))).ToList();
        var furniture = PdfFurniture.Of(words);
        var columns = new List<IReadOnlyList<PdfRow>>();
        foreach (var (page, on) in words)
        {
            var set = furniture[page.Number].SelectMany(f => f.Row.Words).ToHashSet(ReferenceEqualityComparer.Instance);
            columns.AddRange(PdfColumns.Of(page.Number, on.Where(w => !set.Contains(w)).ToList()));
        }

        var rows = columns.SelectMany(c => c).ToList();
        hyphens = new PdfHyphens(rows);
        body = Body(rows);
        titleSize = rows.Where(r => r.Page == (rows[0].Page)).Select(r => r.Size).DefaultIfEmpty(0).Max();
        foreach (var paragraph in new PdfParagraphs(body).Of(columns))
            Add(paragraph);
        foreach (var (row, reason) in pages.SelectMany(p => furniture[p.Number]))
            SetAside(row, reason);
        return new PageDraft(text.ToString(), blocks, declared) { Pages = starts };
    }

    // The size of most letters.
    private static double Body(List<PdfRow> rows) =>
        rows.Count == 0 ? 1 : rows.GroupBy(r => Math.Round(r.Size, 1)).MaxBy(g => g.Sum(r => r.Text.Length))!.Key;

    private void SetAside(PdfRow row, string reason)
    {
        var start = Begin(row.Page);
        text.Append(row.Text.Replace("\u00AD", "", StringComparison.Ordinal));
        End(start, BlockHint.Outside, reason);
    }

    private void Add(PdfParagraph paragraph)
    {
        var start = Begin(paragraph.Rows[0].Page);
        var words = new StringBuilder();
        foreach (var row in paragraph.Rows)
        {
            var at = hyphens.Join(words, row.Text);
            OnPage(start + at, row.Page);
        }

        PdfHyphens.End(words);
        text.Append(words);
        var (hint, reason) = HintOf(paragraph, words.ToString());
        End(start, hint, reason);
    }

    private int Begin(int page)
    {
        if (text.Length > 0)
            text.Append("\n\n");
        OnPage(text.Length, page);
        return text.Length;
    }

    private void OnPage(int at, int page)
    {
        if (starts.Count == 0 || starts[^1].Page != page)
            starts.Add(new PageStart(at, page));
    }

    private void End(int start, BlockHint hint, string? reason)
    {
        while (text.Length > start && char.IsWhiteSpace(text[^1]))
            text.Length--;
        if (text.Length > start)
            blocks.Add(new DraftBlock(new TextSpan(start, text.Length), hint, reason));
    }

    private (BlockHint Hint, string? Reason) HintOf(PdfParagraph paragraph, string words)
    {
        if (paragraph.IsEntry)
            return (BlockHint.ListItem, Timeline.Reason);
        if (ListMarks.MarkLength(words) > 0)
            return (BlockHint.ListItem, null);
        var count = words.Count(c => c == ' ') + 1;
        var size = paragraph.Rows[0].Size;
        var isFirstPage = paragraph.Rows[0].Page == pages[0].Number;
        if (
            isFirstPage
            && size >= titleSize - 0.2
            && size > body * TitleSize
            && count >= 2
            && !blocks.Exists(b => b.Hint == BlockHint.Title)
        )
            return (BlockHint.Title, "largest letters of the first page");
        var isSet = size > body * HeadingSize || paragraph.Rows.All(r => r.IsBold);
        var ends = words[^1] is '.' or ',' or ';' or ':';
        return isSet && count <= MostHeadingWords && !ends ? (BlockHint.Heading, null) : (BlockHint.None, null);
    }
}
