using Assay.Ground.Anchors;

namespace Assay.Reading.Intake.Page;

/// <summary>Where the blocks of a page stand: before, in and after its running text, in runs of alike lines, under headings of
/// lists.</summary>
internal sealed class PagePlaces
{
    private const int Far = 6;
    private readonly string text;
    private readonly List<PageBlock> blocks;
    private readonly int[] before;
    private readonly int[] after;
    private readonly int[] heading;
    private readonly int[] run;
    private readonly HashSet<string> repeated;
    private readonly int first;
    private readonly int last;

    /// <summary>Looks over the blocks.</summary>
    /// <param name="text">The text of the page.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="shapes">Their shapes.</param>
    public PagePlaces(string text, List<PageBlock> blocks, BlockShape[] shapes)
    {
        (this.text, this.blocks) = (text, blocks);
        before = Distances(blocks.Count, forward: true, i => IsText(blocks[i]));
        after = Distances(blocks.Count, forward: false, i => IsText(blocks[i]));
        heading = Distances(blocks.Count, forward: true, i => blocks[i].IsListHeading);
        run = Runs(blocks, shapes);
        repeated = blocks
            .Where(b => b.Words >= 3 && b.Folded.Length > 0)
            .GroupBy(b => b.Folded, StringComparer.Ordinal)
            .Where(g => g.Skip(1).Any())
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        (first, last) = (blocks.FindIndex(IsText), blocks.FindLastIndex(IsText));
        PageKind = KindOf(blocks);
    }

    /// <summary>How much of the page says that it is furniture: none, few, some or many lines.</summary>
    public string PageKind { get; }

    /// <summary>Above, in or below the page's running text.</summary>
    /// <param name="index">Index of the block.</param>
    public string Zone(int index) =>
        first < 0 ? "no text"
        : index < first ? "above"
        : index > last ? "below"
        : "in text";

    /// <summary>Adds the traits of a block.</summary>
    /// <param name="traits">The list they go into.</param>
    /// <param name="index">Index of the block.</param>
    public void AddTo(List<string> traits, int index)
    {
        var zone = Zone(index);
        traits.Add(zone);
        traits.Add($"text before {Step(before[index])} after {Step(after[index])}");
        traits.Add($"{zone} run {Step(run[index])}");
        if (run[index] == 1 && before[index] == 1 && after[index] == 1)
            traits.Add($"a line alone in the text, words {Math.Min(10, blocks[index].Words)}");
        if (heading[index] <= Far)
            traits.Add($"{heading[index]} under a heading of lists");
        if (repeated.Contains(blocks[index].Folded))
            traits.Add("repeated");
        traits.Add($"tenth {(index * 10 + 5) / blocks.Count}");
        if (index < 3)
            traits.Add($"line {index}");
        traits.Add($"gap {Gap(index)} {Gap(index + 1)}");
    }

    // A paragraph of the page, whatever it tells.
    private static bool IsText(PageBlock block) =>
        !block.IsFurniture && block.IsProse && block.Words >= 15 && block.Draft.Hint != BlockHint.Outside;

    private string Gap(int index)
    {
        if (index == 0 || index >= blocks.Count)
            return "edge";
        var between = text.AsSpan(
            blocks[index - 1].Draft.Span.End,
            Math.Max(0, blocks[index].Draft.Span.Start - blocks[index - 1].Draft.Span.End)
        );
        return between.Count('\n') switch
        {
            0 or 1 => "none",
            2 => "line",
            _ => "lines",
        };
    }

    private static string Step(int distance) =>
        distance switch
        {
            <= 2 => distance.ToString(System.Globalization.CultureInfo.InvariantCulture),
            <= 5 => "3-5",
            <= 12 => "6-12",
            _ => "far",
        };

    // How far above, or below, the last block of the kind is; a large number where there is none.
    private static int[] Distances(int count, bool forward, Func<int, bool> isKind)
    {
        var made = new int[count];
        var distance = 1000;
        for (var k = 0; k < count; k++)
        {
            var i = forward ? k : count - 1 - k;
            distance++;
            made[i] = distance;
            if (isKind(i))
                distance = 0;
        }

        return made;
    }

    // How many blocks in a row, this one among them, are short and end like no sentence.
    private static int[] Runs(List<PageBlock> blocks, BlockShape[] shapes)
    {
        bool IsLine(int i) => shapes[i].End is "none" or "question" && blocks[i].Words <= 20;
        var runs = new int[blocks.Count];
        for (var i = 0; i < runs.Length; )
        {
            var end = i;
            while (end < runs.Length && IsLine(end))
                end++;
            for (var k = i; k < end; k++)
                runs[k] = end - i;
            i = Math.Max(end, i + 1);
        }

        return runs;
    }

    private static string KindOf(List<PageBlock> blocks) =>
        blocks.Count(b => b.IsFurniture || b.Draft.Hint == BlockHint.Outside) switch
        {
            0 => "clean",
            <= 3 => "few",
            <= 12 => "some",
            _ => "many",
        };
}
