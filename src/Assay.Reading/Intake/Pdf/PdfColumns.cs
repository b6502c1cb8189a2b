namespace Assay.Reading.Intake.Pdf;

/// <summary>
/// Cuts the words of a page into columns in the order they are read: where a strip of white parts two runs of prose from top to bottom, the
/// left one
/// comes first; lines above and below that reach over the strip stay above and below. Cells of a table are no prose and stay in their
/// rows.
/// </summary>
internal sealed class PdfColumns
{
    private const double LeastStrip = 0.9;
    private const int LeastRows = 3;
    private const double LeastWords = 2.5;
    private const int Deepest = 6;

    private readonly int page;
    private readonly double strip;
    private readonly List<IReadOnlyList<PdfRow>> columns = [];

    private PdfColumns(int page, List<PdfWord> words)
    {
        this.page = page;
        var sizes = words.Select(w => w.Size).Order().ToList();
        strip = LeastStrip * sizes[sizes.Count / 2];
    }

    /// <summary>The columns, each with its lines from the top.</summary>
    /// <param name="page">Number of the page.</param>
    /// <param name="words">Its words.</param>
    public static IReadOnlyList<IReadOnlyList<PdfRow>> Of(int page, List<PdfWord> words)
    {
        if (words.Count == 0)
            return [];
        var cut = new PdfColumns(page, words);
        cut.Cut(words, 0);
        return cut.columns;
    }

    private void Cut(List<PdfWord> words, int depth)
    {
        var bands = Bands(words);
        var single = new List<PdfWord>();
        for (var i = 0; i < bands.Count; )
        {
            var (last, strips) = depth < Deepest ? Run(bands, i) : (i, []);
            var run = bands.Skip(i).Take(last - i + 1).SelectMany(b => b).ToList();
            if (strips.Count > 0 && Prose(run, strips) is { } parts)
            {
                Close(single);
                foreach (var part in parts)
                    Cut(part, depth + 1);
                i = last + 1;
                continue;
            }

            single.AddRange(bands[i]);
            i++;
        }

        Close(single);
    }

    private void Close(List<PdfWord> words)
    {
        if (words.Count > 0)
            columns.Add(PdfWords.Rows(page, words));
        words.Clear();
    }

    // Lines between which no word reaches, from the top.
    private static List<List<PdfWord>> Bands(List<PdfWord> words)
    {
        var bands = new List<List<PdfWord>>();
        var low = double.PositiveInfinity;
        foreach (var word in words.OrderByDescending(w => w.Top))
        {
            if (bands.Count == 0 || word.Top < low)
                bands.Add([]);
            bands[^1].Add(word);
            low = Math.Min(low, word.Bottom);
        }

        return bands;
    }

    // The longest run of bands, from one on, that a strip of white goes through.
    private (int Last, List<(double Left, double Right)> Strips) Run(List<List<PdfWord>> bands, int first)
    {
        var strips = Strips(bands[first], (double.NegativeInfinity, double.PositiveInfinity));
        var last = first;
        while (last + 1 < bands.Count)
        {
            var next = strips.SelectMany(s => Strips(bands[last + 1], s)).ToList();
            if (!next.Exists(s => IsInside(s, bands, first, last + 1)))
                break;
            (strips, last) = (next, last + 1);
        }

        return (last, strips.Where(s => IsInside(s, bands, first, last)).ToList());
    }

    // The strips of white in a band, within a strip found so far.
    private List<(double Left, double Right)> Strips(List<PdfWord> band, (double Left, double Right) within)
    {
        var strips = new List<(double, double)>();
        var from = within.Left;
        foreach (var word in band.Where(w => w.Right > within.Left && w.Left < within.Right).OrderBy(w => w.Left))
        {
            if (word.Left - from >= strip)
                strips.Add((from, word.Left));
            from = Math.Max(from, word.Right);
        }

        if (within.Right - from >= strip)
            strips.Add((from, within.Right));
        return strips;
    }

    private static bool IsInside((double Left, double Right) strip, List<List<PdfWord>> bands, int first, int last)
    {
        var (left, right) = (false, false);
        for (var i = first; i <= last && !(left && right); i++)
            foreach (var word in bands[i])
            {
                left |= word.Right <= strip.Left;
                right |= word.Left >= strip.Right;
            }

        return left && right;
    }

    // The parts between the strips, where at least two of them are prose beside each other; else null.
    private List<List<PdfWord>>? Prose(List<PdfWord> words, List<(double Left, double Right)> strips)
    {
        var kept = strips.OrderBy(s => s.Left).ToList();
        while (kept.Count > 0)
        {
            var parts = Parts(words, kept);
            var poor = parts.FindIndex(p => !IsProse(p));
            if (poor < 0)
                return parts;
            kept.RemoveAt(Math.Min(poor, kept.Count - 1));
        }

        return null;
    }

    private static List<List<PdfWord>> Parts(List<PdfWord> words, List<(double Left, double Right)> strips)
    {
        var parts = Enumerable.Range(0, strips.Count + 1).Select(_ => new List<PdfWord>()).ToList();
        foreach (var word in words)
            parts[strips.Count(s => word.Left >= s.Right - 0.01)].Add(word);
        return parts;
    }

    private bool IsProse(List<PdfWord> part)
    {
        var rows = PdfWords.Rows(page, part);
        return rows.Count >= LeastRows && rows.Average(r => r.Words.Count) >= LeastWords;
    }
}
