using Assay.Ground.Anchors;
using Assay.Reading.Intake.Sorting;

namespace Assay.Reading.Intake.Page;

/// <summary>Sorts the blocks that nothing has been decided of into article and furniture, by the models trained on saved pages.</summary>
/// <param name="text">The model for text.</param>
/// <param name="markup">The model for blocks from markup.</param>
internal sealed class BlockSorter(BlockModel text, BlockModel markup)
{
    /// <summary>Least likelihood at which a line is set aside.</summary>
    public const double Line = 0.7;

    /// <summary>Least likelihood at which a sentence is set aside, unless its words leave hardly a doubt.</summary>
    public const double Sentence = 0.93;

    /// <summary>Least likelihood at which a line is set aside that stands in one box with furniture.</summary>
    public const double Beside = 0.4;

    /// <summary>Least likelihood at which a line is set aside where most of its box is furniture.</summary>
    public const double MostlyFurniture = 0.15;

    /// <summary>Least likelihood at which a paragraph is set aside: to lose one is worse than to keep a line too many.</summary>
    public const double Paragraph = 0.95;

    /// <summary>The same below the last paragraph that is likely of the article.</summary>
    public const double LastParagraph = 0.995;

    /// <summary>Least likelihood at which what may be a heading is set aside.</summary>
    public const double Heading = 0.97;

    // Least that the words of a sentence must say.
    private const double OwnWords = 0.5;
    private const double Even = 0.5;
    private const double ManyWords = 3;
    private const double SureWords = 5;
    private const double Never = 2;
    private const int ShortLine = 12;
    private const int FewBlocks = 15;
    private const int ParagraphWords = 18;
    private const int HeadingWords = 8;
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("|·•>»@©");
    private static readonly Lazy<BlockSorter> LazyDefault = new(() => new BlockSorter(Model("page.text"), Model("page.markup")));

    /// <summary>The sorter with the weights that come with the program.</summary>
    public static BlockSorter Default => LazyDefault.Value;

    /// <summary>Sets furniture aside.</summary>
    /// <param name="facts">The page.</param>
    public void SetAside(PageFacts facts)
    {
        var (likely, words) = Judge(facts);
        var lastText = Enumerable
            .Range(0, likely.Length)
            .LastOrDefault(i => facts.Blocks[i] is { IsOpen: true, IsProse: true, Words: > ShortLine } && likely[i] < Even, -1);
        var title = facts.Blocks.FindIndex(b => b.Kind == BlockKind.Title || b.Draft.Hint == BlockHint.Title);
        var boxes = new Boxes(facts.Text, facts.Blocks, facts.IsMarkup);
        var least = Enumerable
            .Range(0, likely.Length)
            .Select(i => i < title ? Line : LeastFor(facts, boxes, words[i], i, lastText))
            .ToArray();
        for (var i = 0; i < likely.Length; i++)
        {
            var block = facts.Blocks[i];
            if (block.IsOpen && block.Draft.Hint != BlockHint.Title && !BylineReader.IsByline(facts.Text, block) && likely[i] >= least[i])
                block.Decide(BlockKind.Furniture, "looks like a line around an article, not like one of it");
        }
    }

    /// <summary>How likely each block of a page is furniture.</summary>
    /// <param name="facts">The page.</param>
    public double[] Likelihoods(PageFacts facts) => Judge(facts).Likely;

    /// <summary>What the words of each block say of it, wherever it stands: above zero for furniture.</summary>
    /// <param name="facts">The page.</param>
    public double[] WordScores(PageFacts facts) => Judge(facts).Words;

    private (double[] Likely, double[] Words) Judge(PageFacts facts)
    {
        var traits = new BlockTraits(facts.Text, facts.Blocks, facts.IsMarkup);
        var model = facts.IsMarkup ? markup : text;
        var all = Enumerable.Range(0, facts.Blocks.Count).ToList();
        return (model.Likelihoods([.. all.Select(i => model.Score(traits.Of(i)))]), [.. all.Select(i => model.Score(traits.WordsOf(i)))]);
    }

    // A sentence is set aside only where its own words speak for it, or the box it stands in. A line over a paragraph, with a blank line
    // above it, may be a heading.
    private static double LeastFor(PageFacts facts, Boxes boxes, double words, int index, int lastText)
    {
        var block = facts.Blocks[index];
        if (IsSentence(facts, index, lastText) && words < LeastWords(facts, block) && boxes.FurnitureBeside(index, block) < 0.5)
            return Never;
        if (block.Words >= ParagraphWords && block.IsProse)
            return boxes.FurnitureBeside(index, block) >= 0.5 || BlockTraits.HasCue(block) ? Paragraph
                : index > lastText ? LastParagraph
                : Never;
        if (IsSentence(facts, index, lastText) && words < SureWords && boxes.FurnitureBeside(index, block) < 0.5)
            return Sentence;
        return block.Draft.Hint == BlockHint.Heading || IsHeadingLike(facts, index)
            ? Heading
            : boxes.FurnitureBeside(index, block) switch
            {
                1 => 0,
                > 0.5 => MostlyFurniture,
                > 0 => Beside,
                _ => Line,
            };
    }

    // What ends like a sentence; below the last paragraph a short line may do so and be none of the article.
    private static bool IsSentence(PageFacts facts, int index, int lastText)
    {
        var block = facts.Blocks[index];
        if (block.EndMark is not ('.' or '?'))
            return false;
        return block.Words > ShortLine || IsSmall(facts) || index < lastText;
    }

    // A page of few blocks has little around its article, and its own words are all there is to go by.
    private static bool IsSmall(PageFacts facts) => facts.Blocks.Count < FewBlocks;

    private static double LeastWords(PageFacts facts, PageBlock block) =>
        IsSmall(facts) || block.Words >= ParagraphWords ? ManyWords : OwnWords;

    private static bool IsHeadingLike(PageFacts facts, int index)
    {
        var (block, next) = (facts.Blocks[index], index + 1 < facts.Blocks.Count ? facts.Blocks[index + 1] : null);
        return index > 0
            && next is { IsOpen: true, IsProse: true, Words: >= 15 }
            && block is { Words: <= HeadingWords, IsItem: false, EndMark: not (':' or '.' or '!') }
            && char.IsUpper(facts.Text[block.Inner.Start])
            && !facts.Text.AsSpan(block.Inner.Start, block.Inner.Length).ContainsAny(Marks)
            && facts
                .Text.AsSpan(facts.Blocks[index - 1].Draft.Span.End, block.Draft.Span.Start - facts.Blocks[index - 1].Draft.Span.End)
                .Count('\n') > 1
            && CueTable.English.Match(block.Folded, CueStrength.ListHeading) is null;
    }

    private static BlockModel Model(string name) => BlockModel.Read(ReadingFiles.All.Lines($"Intake.Data.{name}.weights.txt"));
}
