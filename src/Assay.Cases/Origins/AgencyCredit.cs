using Assay.Ground.Anchors;
using Assay.Ground.DataFiles;
using Assay.Reading.Intake;

namespace Assay.Cases.Origins;

/// <summary>Finds the agency that a text is credited to: in its dateline, its byline, or a short line of its own such as "Source: Reuters".
/// An agency that the text only speaks of is none.</summary>
internal static class AgencyCredit
{
    private const int LongestLine = 60;
    private const int Head = 60;
    private static readonly Lazy<WordFile> Words = new(Read);
    private static readonly Lazy<List<string[]>> Agencies = new(() => [.. Words.Value["agencies"].Select(WordFile.Parts)]);

    /// <summary>The agency by its first name, or null.</summary>
    /// <param name="document">The source.</param>
    public static string? Of(SourceDocument document)
    {
        var lines = Lines(document).ToList();
        return Agencies.Value.Find(a => a.Any(n => lines.Exists(l => Names(l, n))))?[0];
    }

    private static IEnumerable<string> Lines(SourceDocument document)
    {
        foreach (var author in document.Metadata.Authors)
            yield return author.Value;
        if (document.Metadata.Site is { } site)
            yield return site.Value;
        var text = document.Layer.Text;
        foreach (var block in document.Layer.Blocks.Where(b => IsCredit(b, text)))
            yield return block.Span.Of(text);
        if (document.Layer.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Paragraph) is { } first)
            yield return Bracketed(first.Span.Of(text));
    }

    // A line that says who wrote it, a paragraph as short as a credit, or a line that the page reads as under a picture and that begins
    // as one of a text. Furniture names agencies whose news the site has elsewhere.
    private static bool IsCredit(Block block, string text) =>
        block.Kind switch
        {
            BlockKind.Byline or BlockKind.Dateline => true,
            BlockKind.Paragraph => block.Span.Length <= LongestLine,
            BlockKind.Caption => block.Span.Length <= LongestLine && Begins(block.Span.Of(text)),
            _ => false,
        };

    private static bool Begins(string line) =>
        Words.Value["credits"].Any(w => line.StartsWith(w, StringComparison.OrdinalIgnoreCase) && !IsLetter(line, w.Length));

    // "LOME (Reuters) - ": what stands in brackets before the first dash.
    private static string Bracketed(string paragraph)
    {
        var head = paragraph[..Math.Min(Head, paragraph.Length)];
        var (open, close) = (head.IndexOf('(', StringComparison.Ordinal), head.IndexOf(')', StringComparison.Ordinal));
        var rest = close > open && open >= 0 ? head[(close + 1)..].TrimStart() : "";
        return rest is ['-' or '–' or '—', ..] ? head[open..close] : "";
    }

    private static bool Names(string line, string name)
    {
        var comparison = name.All(c => !char.IsLower(c)) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var at = line.IndexOf(name, comparison); at >= 0; at = line.IndexOf(name, at + 1, comparison))
            if (!IsLetter(line, at - 1) && !IsLetter(line, at + name.Length))
                return true;
        return false;
    }

    private static bool IsLetter(string line, int at) => at >= 0 && at < line.Length && char.IsLetterOrDigit(line[at]);

    private static WordFile Read() => new EmbeddedFiles(typeof(AgencyCredit).Assembly, "Assay.Cases").Words("Origins.Data.agencies.txt");
}
