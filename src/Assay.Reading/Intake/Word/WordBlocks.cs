using Assay.Reading.Intake.Page;
using Assay.Reading.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assay.Reading.Intake.Word;

/// <summary>Lays a document out as blocks: its body, then its footnotes, then what stands at the head and foot of its pages, set
/// aside.</summary>
/// <param name="part">The main part of the document.</param>
internal sealed class WordBlocks(MainDocumentPart part)
{
    private const int DeepestTable = 16;
    private readonly DraftBuilder builder = new();
    private readonly WordText text = new();
    private readonly WordStyles styles = new(part);

    /// <summary>The draft.</summary>
    public PageDraft Read(Body body)
    {
        Walk(body, 0, null);
        Footnotes();
        Margins();
        return builder.Build(new DeclaredMetadata()) with { HasStructure = false, IsWhole = true, Notes = [.. Notes()] };
    }

    private void Walk(OpenXmlElement element, int depth, string? outside)
    {
        foreach (var child in element.ChildElements)
            if (child is Paragraph paragraph)
                Add(paragraph, depth, outside);
            else if (child is Table table)
                Add(table, depth, outside);
            else if (child is not (DeletedRun or MoveFromRun) && child.HasChildren)
                Walk(child, depth, outside);
    }

    private void Add(Paragraph paragraph, int depth, string? outside)
    {
        var words = Words(paragraph);
        var (hint, reason) = outside is null ? styles.HintOf(paragraph) : (BlockHint.Outside, outside);
        foreach (var line in words.Split("\n\n"))
            builder.Add(line, hint, reason);
        if (text.Boxes.Count == 0 || depth >= DeepestTable)
            return;
        var boxes = text.Boxes.ToList();
        text.Boxes.Clear();
        foreach (var box in boxes)
            Walk(box, depth + 1, outside);
    }

    private string Words(Paragraph paragraph) =>
        string.Join(
            '\n',
            text.Of(paragraph).Split('\n').Select(l => string.Join(' ', l.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries)))
        );

    private void Add(Table table, int depth, string? outside)
    {
        if (depth >= DeepestTable)
            return;
        var rows = table
            .Elements<TableRow>()
            .Where(r => r.TableRowProperties?.GetFirstChild<Deleted>() is null)
            .Select(r => r.Elements<TableCell>().ToList())
            .ToList();
        var isFlat = rows.TrueForAll(r => r.TrueForAll(c => !c.Elements<Table>().Any()));
        var entries =
            outside is null && isFlat
                ? Timeline.Entries([.. rows.Select(r => (IReadOnlyList<string>)[.. r.Select(CellWords)])], RowMarks.Gap)
                : null;
        foreach (var entry in entries ?? [])
            builder.Add(entry, BlockHint.ListItem, Timeline.Reason);
        if (entries is null)
            foreach (var cell in rows.SelectMany(r => r))
                Walk(cell, depth + 1, outside);
    }

    private string CellWords(TableCell cell) =>
        string.Join(' ', cell.Elements<Paragraph>().Select(p => Words(p).Replace('\n', ' '))).Trim();

    private void Footnotes()
    {
        var feet = ById(part.FootnotesPart?.Footnotes);
        var ends = ById(part.EndnotesPart?.Endnotes);
        foreach (var (isEnd, id) in text.Notes.Distinct().ToList())
            if ((isEnd ? ends : feet).GetValueOrDefault(id) is { } note)
                Walk(note, 1, null);
    }

    private static Dictionary<long, OpenXmlElement> ById(OpenXmlElement? notes) =>
        (notes?.ChildElements.OfType<FootnoteEndnoteType>() ?? [])
            .Where(n => n.Id?.HasValue == true)
            .DistinctBy(n => n.Id!.Value)
            .ToDictionary(n => n.Id!.Value, n => (OpenXmlElement)n);

    private void Margins()
    {
        foreach (var head in part.HeaderParts.Select(h => h.Header).OfType<Header>())
            Walk(head, 1, "head of the pages");
        foreach (var foot in part.FooterParts.Select(f => f.Footer).OfType<Footer>())
            Walk(foot, 1, "foot of the pages");
    }

    private IEnumerable<string> Notes()
    {
        if (text.HasChanges)
            yield return "The document has tracked changes: it was read with all of them accepted, without what was deleted.";
        if (text.HasHidden)
            yield return "The document has hidden words, which were not read.";
        if (part.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Count() is > 0 and var comments)
            yield return $"{comments} {(comments == 1 ? "comment" : "comments")} beside the text {(comments == 1 ? "was" : "were")} not read.";
    }
}
