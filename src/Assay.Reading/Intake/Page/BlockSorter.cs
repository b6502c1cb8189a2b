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
    private const int LeastTold = 6;
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("|·•>»@©");
    private static readonly Lazy<BlockSorter> LazyDefault = new(() => new BlockSorter(Model("page.text"), Model("page.markup")));

    /// <summary>The sorter with the weights that come with the program.</summary>
    public static BlockSorter Default => LazyDefault.Value;

    /// <summary>Sets furniture aside.</summary>
    /// <param name="facts">The page.</param>
    public void SetAside(PageFacts facts)
    {
        var traits = new BlockTraits(facts.Text, facts.Blocks, facts.IsMarkup);
        var likely = Likelihoods(traits, facts);
        var lastText = Enumerable
            .Range(0, likely.Length)
            .LastOrDefault(i => facts.Blocks[i] is { IsOpen: true, IsProse: true, Words: > ShortLine } && likely[i] < Even, -1);
        var title = facts.Blocks.FindIndex(b => b.Kind == BlockKind.Title || b.Draft.Hint == BlockHint.Title);
        var boxes = new Boxes(facts.Text, facts.Blocks, facts.IsMarkup);
        double LeastFor(int i) => BlockSorter.LeastFor(facts, boxes, () => ModelOf(facts).Score(traits.WordsOf(i)), i, lastText);
        var aside = Enumerable
            .Range(0, likely.Length)
            .Where(i => MaySetAside(facts, i) && likely[i] >= (i < title ? Line : LeastFor(i)))
            .ToHashSet();
        // A page has something to say: where nothing of its prose would be left, all of it stays.
        var prose = Enumerable
            .Range(title + 1, likely.Length - title - 1)
            .Where(i => facts.Blocks[i] is { IsOpen: true, IsProse: true })
            .ToList();
        if (prose.TrueForAll(aside.Contains))
            aside.ExceptWith(prose);
        foreach (var i in aside)
            facts.Blocks[i].Decide(BlockKind.Furniture, "looks like a line around an article, not like one of it");
    }

    private static bool MaySetAside(PageFacts facts, int index)
    {
        var block = facts.Blocks[index];
        return block.IsOpen
            && block.Draft.Hint != BlockHint.Title
            && block.Draft.Reason != Timeline.Reason
            && !TellsAnotherDay(facts, index)
            && !BylineReader.IsByline(facts.Text, block);
    }

    // "Repeat election in Khovd, Sunday 14 November 2021": a line above the text with a day that is not the paper's own.
    private static bool TellsAnotherDay(PageFacts facts, int index) =>
        index < facts.Body
        && facts.Blocks[index] is { Words: >= LeastTold } block
        && PageDates.Find(facts.Text, block.Inner) is { } told
        && facts.IsAnotherDay(told);

    /// <summary>How likely each block of a page is furniture.</summary>
    /// <param name="facts">The page.</param>
    public double[] Likelihoods(PageFacts facts) => Likelihoods(new BlockTraits(facts.Text, facts.Blocks, facts.IsMarkup), facts);

    private double[] Likelihoods(BlockTraits traits, PageFacts facts)
    {
        var model = ModelOf(facts);
        return model.Likelihoods([.. Enumerable.Range(0, facts.Blocks.Count).Select(i => model.Score(traits.Of(i)))]);
    }

    /// <summary>What the words of each block say of it, wherever it stands: above zero for furniture.</summary>
    /// <param name="facts">The page.</param>
    public double[] WordScores(PageFacts facts)
    {
        var traits = new BlockTraits(facts.Text, facts.Blocks, facts.IsMarkup);
        return [.. Enumerable.Range(0, facts.Blocks.Count).Select(i => ModelOf(facts).Score(traits.WordsOf(i)))];
    }

    private BlockModel ModelOf(PageFacts facts) => facts.IsMarkup ? markup : text;

    // A sentence is set aside only where its own words speak for it, or the box it stands in. A line over a paragraph, with a blank line
    // above it, may be a heading.
    private static double LeastFor(PageFacts facts, Boxes boxes, Func<double> said, int index, int lastText)
    {
        var block = facts.Blocks[index];
        var isSentence = IsSentence(facts, index, lastText) && boxes.FurnitureBeside(index, block) < 0.5;
        var words = isSentence ? said() : 0;
        if (isSentence && words < LeastWords(facts, block))
            return Never;
        if (block.Words >= ParagraphWords && block.IsProse)
            return boxes.FurnitureBeside(index, block) >= 0.5 || BlockTraits.HasCue(block) ? Paragraph
                : index > lastText ? LastParagraph
                : Never;
        if (isSentence && words < SureWords)
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
            && !block.IsListHeading;
    }

    private static BlockModel Model(string name) => BlockModel.Read(ReadingFiles.All.Lines($"Intake.Data.{name}.weights.txt"));
}
