using Assay.Ground.Anchors;

namespace Assay.Reading.Intake.Page;

/// <summary>
/// The boxes of a page: blocks that stand together. In markup these are the blocks of one element that holds neither the headline nor a
/// long paragraph; in text, lines without a blank line between them. What is true of one block of a box is likely true of the others.
/// </summary>
internal sealed class Boxes
{
    private const int LongWords = 25;
    private readonly int[] of;
    private readonly Dictionary<int, Box> boxes = [];

    /// <summary>Finds the boxes.</summary>
    /// <param name="text">The text of the page.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="isMarkup">True where they come from markup.</param>
    public Boxes(string text, List<PageBlock> blocks, bool isMarkup)
    {
        of = new int[blocks.Count];
        for (int i = 0, box = 0; i < of.Length; i++)
        {
            if (!isMarkup && i > 0 && IsParted(text, blocks[i - 1], blocks[i]))
                box++;
            of[i] = isMarkup || blocks[i].Draft.Box > 0 ? -1 - blocks[i].Draft.Box : box;
            if (of[i] == -1)
                continue;
            var so = boxes.GetValueOrDefault(of[i], new Box(i, 0, 0, false, IsAdvert(blocks[i])));
            boxes[of[i]] = new Box(
                so.First,
                so.Size + 1,
                so.Furniture + (IsFurniture(blocks[i]) ? 1 : 0),
                so.IsLong || !blocks[i].IsFurniture && blocks[i].Words >= LongWords && blocks[i].IsProse,
                so.IsAdvert
            );
        }
    }

    /// <summary>A box.</summary>
    /// <param name="First">Index of its first block.</param>
    /// <param name="Size">Number of its blocks.</param>
    /// <param name="Furniture">How many of them are furniture, or head lists of other pages.</param>
    /// <param name="IsLong">True where it holds a paragraph of some length.</param>
    /// <param name="IsAdvert">True where its first block says that it is an advert.</param>
    public sealed record Box(int First, int Size, int Furniture, bool IsLong, bool IsAdvert);

    /// <summary>The box of a block; null where it stands in none, or alone.</summary>
    /// <param name="index">Index of the block.</param>
    public Box? Of(int index) => boxes.TryGetValue(of[index], out var box) && box.Size > 1 ? box : null;

    /// <summary>How much of the rest of a block's box is furniture: all of it where the box says that it is an advert, none where it holds
    /// a paragraph of some length.</summary>
    /// <param name="index">Index of the block.</param>
    /// <param name="block">The block.</param>
    public double FurnitureBeside(int index, PageBlock block) =>
        Of(index) is not { IsLong: false } box ? 0
        : box.IsAdvert ? 1
        : (box.Furniture - (IsFurniture(block) ? 1 : 0)) / (double)(box.Size - 1);

    /// <summary>Adds the traits of a block.</summary>
    /// <param name="traits">The list they go into.</param>
    /// <param name="index">Index of the block.</param>
    /// <param name="block">The block.</param>
    public void AddTo(List<string> traits, int index, PageBlock block)
    {
        if (Of(index) is not { } box)
            return;
        var size =
            box.Size <= 3 ? "few"
            : box.Size <= 10 ? "some"
            : "many";
        var kind = box.IsLong ? "text" : "lines";
        traits.Add($"box of {size} {kind}");
        traits.Add(box.First == index ? "first of its box" : "in its box");
        if (box.Furniture > (IsFurniture(block) ? 1 : 0))
            traits.Add($"box of {kind} with furniture");
    }

    private static bool IsFurniture(PageBlock block) => block.IsFurniture || block.IsOpen && block.IsListHeading;

    private static bool IsAdvert(PageBlock block) =>
        block.IsFurniture && block.Words <= 3 && CueTable.English.Match(block.Folded, CueStrength.Strong) is { Reason: "advert" };

    private static bool IsParted(string text, PageBlock before, PageBlock block) =>
        text.AsSpan(before.Draft.Span.End, Math.Max(0, block.Draft.Span.Start - before.Draft.Span.End)).Count('\n') > 1;
}
