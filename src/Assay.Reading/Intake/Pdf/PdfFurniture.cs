using System.Text;
using Assay.Reading.Intake.Page;
using Assay.Reading.Intake.PlainText;

namespace Assay.Reading.Intake.Pdf;

/// <summary>
/// Finds what stands on pages and not in the text: lines at the top and the foot that come back on other pages, numbers of pages, and
/// what a
/// browser prints into the margin.
/// </summary>
internal static class PdfFurniture
{
    private const double Zone = 0.13;
    private const double Margin = 0.05;
    private const int Outermost = 3;
    private const double SamePlace = 4;
    private const int MostPageWords = 4;

    /// <summary>The furniture of each page: its lines from the top, each with the reason.</summary>
    /// <param name="pages">The pages with their words.</param>
    public static Dictionary<int, List<(PdfRow Row, string Reason)>> Of(IReadOnlyList<(PdfPage Page, List<PdfWord> Words)> pages)
    {
        var edges = pages.Select(p => Edges(p.Page, PdfWords.Rows(p.Page.Number, p.Words))).ToList();
        var keys = edges
            .SelectMany(e => e.Select(x => (e, Key: Key(x.Row.Text), x.Row.Base, x.Row.Page)))
            .GroupBy(x => x.Key)
            .ToDictionary(g => g.Key, g => g.Select(x => (x.Base, x.Page)).ToList());
        var found = new Dictionary<int, List<(PdfRow, string)>>();
        for (var i = 0; i < pages.Count; i++)
        {
            var on = edges[i]
                .Select(e => (e.Row, Reason: Reason(e, keys, pages.Count)))
                .Where(e => e.Reason is not null)
                .Select(e => (e.Row, e.Reason!))
                .ToList();
            found[pages[i].Page.Number] = on;
        }

        return found;
    }

    private sealed record Edge(PdfRow Row, bool IsTop, bool IsOutermost, bool IsInMargin, double Gap);

    private static List<Edge> Edges(PdfPage page, List<PdfRow> rows)
    {
        var edges = new List<Edge>();
        for (var i = 0; i < rows.Count; i++)
        {
            var fromTop = page.Height - rows[i].Base;
            var isTop = i < Outermost && fromTop < Zone * page.Height;
            var isFoot = rows.Count - i <= Outermost && rows[i].Base < Zone * page.Height;
            if (!isTop && !isFoot)
                continue;
            var gap =
                isFoot ? (i > 0 ? rows[i - 1].Base - rows[i].Base : double.MaxValue)
                : i + 1 < rows.Count ? rows[i].Base - rows[i + 1].Base
                : double.MaxValue;
            var isInMargin = rows[i].Base < Margin * page.Height || fromTop < Margin * page.Height;
            edges.Add(new Edge(rows[i], isTop, i == 0 || i == rows.Count - 1, isInMargin, gap / rows[i].Size));
        }

        return edges;
    }

    private static string? Reason(Edge edge, Dictionary<string, List<(double Base, int Page)>> keys, int pages)
    {
        if (IsPageNumber(edge.Row) && edge.IsOutermost && edge.Gap > 1.4)
            return "number of the page";
        var same = keys[Key(edge.Row.Text)]
            .Where(k => Math.Abs(k.Base - edge.Row.Base) <= SamePlace)
            .Select(k => k.Page)
            .Distinct()
            .Count();
        if (same >= 2 && same * 6 >= pages)
            return edge.IsTop ? $"running head on {same} pages" : $"foot line on {same} pages";
        return edge.IsInMargin && edge.Gap > 2 && pages <= 2 ? "in the margin of the page" : null;
    }

    // A page's own number, or one beside a total, with at most a word or two around it.
    private static bool IsPageNumber(PdfRow row)
    {
        var words = row.Text.Split([' ', '/', '|', '-', '–', '—', '[', ']', '(', ')', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MostPageWords || words.Length > 1 && ListMarks.MarkLength(row.Text) > 0)
            return false; // "2. The patrol" is a heading
        var numbers = words.Where(w => w.All(char.IsAsciiDigit)).ToList();
        return words.Length == 1 && (IsSmall(words[0]) || IsRoman(words[0]))
            || numbers.Count is 1 or 2 && numbers.TrueForAll(IsSmall) && numbers[0] == $"{row.Page}" && words.Length - numbers.Count <= 2;
    }

    private static bool IsSmall(string word) => word.Length is >= 1 and <= 4 && word.All(char.IsAsciiDigit);

    private static bool IsRoman(string word) => word.Length <= 6 && word.All(c => c is 'i' or 'v' or 'x');

    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsAsciiDigit(c))
                key.Append(c);
            else if (key.Length == 0 || key[^1] != '#')
                key.Append('#');
        return key.ToString();
    }
}
