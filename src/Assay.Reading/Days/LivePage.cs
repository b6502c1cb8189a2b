using Assay.Ground.Anchors;

namespace Assay.Reading.Days;

/// <summary>
/// A page that was written while it happened: its head says so ("live", "as it happened"), and its entries begin with their times. What
/// it tells is on the day of the page, whether or not a word of it names that day.
/// </summary>
internal static class LivePage
{
    private const int FewestEntries = 3;
    private const int HeadBlocks = 6;

    /// <summary>True for such a page.</summary>
    /// <param name="layer">The text and its blocks.</param>
    /// <param name="clocks">The clocks of the text.</param>
    public static bool Is(TextLayer layer, IReadOnlyList<ClockPoint> clocks) =>
        Entries(layer, clocks).Count() >= FewestEntries
        && layer.Blocks.Where(b => b.Kind != BlockKind.Furniture).Take(HeadBlocks).Any(b => IsSaid(b.Span.Of(layer.Text)));

    /// <summary>The clocks that its entries begin with, where they go one way through one day; none where they pass midnight, or where it
    /// is no such page.</summary>
    /// <param name="layer">The text and its blocks.</param>
    /// <param name="clocks">The clocks of the text.</param>
    public static IReadOnlyList<ClockPoint> Stamps(TextLayer layer, IReadOnlyList<ClockPoint> clocks)
    {
        var stamps = Entries(layer, clocks).ToList();
        var steps = stamps.Zip(stamps.Skip(1), (a, b) => Math.Sign(b.Minute - a.Minute)).Where(s => s != 0).Distinct();
        return Is(layer, clocks) && steps.Count() == 1 ? stamps : [];
    }

    private static IEnumerable<ClockPoint> Entries(TextLayer layer, IReadOnlyList<ClockPoint> clocks) =>
        clocks.Where(c => layer.Blocks[c.Block].Span.Start == c.Span.Start && layer.Blocks[c.Block].Kind != BlockKind.ListItem);

    private static bool IsSaid(string line) => DayLexicon.English.Live.Any(w => line.Contains(w, StringComparison.OrdinalIgnoreCase));
}
