using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>Takes short lines into furniture that stands around them: the parts of one box.</summary>
internal static class Neighbours
{
    private const int LongestLine = 12;

    /// <summary>Sets aside weak cues beside furniture, and short lines enclosed by it.</summary>
    public static void Absorb(List<PageBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
            if (blocks[i].IsFurniture)
                Spread(blocks, i);
        for (var i = 1; i + 1 < blocks.Count; i++)
        {
            if (!blocks[i].IsOpen || !blocks[i - 1].IsFurniture)
                continue;
            var end = i;
            while (end < blocks.Count && blocks[end].IsOpen && IsShort(blocks[end]) && end - i < 3)
                end++;
            if (end > i && end < blocks.Count && blocks[end].IsFurniture)
                for (; i < end; i++)
                    blocks[i].Decide(BlockKind.Furniture, "short line inside furniture");
        }
    }

    private static void Spread(List<PageBlock> blocks, int from)
    {
        foreach (var step in (int[])[-1, 1])
            for (var i = from + step; i >= 0 && i < blocks.Count && blocks[i].IsOpen && IsShort(blocks[i]); i += step)
            {
                if (CueTable.English.Match(blocks[i].Folded, CueStrength.Weak) is not { } cue)
                    break;
                blocks[i].Decide(BlockKind.Furniture, $"beside furniture, and reads \"{cue.Pattern}\"");
            }
    }

    private static bool IsShort(PageBlock block) =>
        block.Words <= LongestLine && !block.IsProse && block.Draft.Hint is not (BlockHint.Heading or BlockHint.Title or BlockHint.Inside);
}
