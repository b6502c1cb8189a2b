using System.Text;
using Assay.Ground.Anchors;

namespace Assay.Reading.Intake.Page;

/// <summary>
/// What there is to see of the blocks of a page: the shape and the words of each, what its neighbours look like, where it stands, what kind
/// of page it is on. A trait is a short name; the weights of <see cref="Sorting.BlockModel"/> go by these names.
/// </summary>
internal sealed class BlockTraits
{
    private const int MostWords = 60;
    private const int MostPairs = 12;
    private static readonly string[] Stops = [". ", "! ", "? ", ": ", "; "];
    private readonly List<PageBlock> blocks;
    private readonly BlockShape[] shapes;
    private readonly PagePlaces places;
    private readonly Boxes boxes;
    private readonly bool isMarkup;

    /// <summary>Looks over the blocks.</summary>
    /// <param name="text">The text of the page.</param>
    /// <param name="blocks">Its blocks, with what is decided of them so far.</param>
    /// <param name="isMarkup">True where they come from markup.</param>
    public BlockTraits(string text, List<PageBlock> blocks, bool isMarkup)
    {
        (this.blocks, this.isMarkup) = (blocks, isMarkup);
        shapes = [.. blocks.Select(b => BlockShape.Of(text, b))];
        places = new PagePlaces(text, blocks, shapes);
        boxes = new Boxes(text, blocks, isMarkup);
    }

    /// <summary>The traits of a block.</summary>
    /// <param name="index">Its index.</param>
    public List<string> Of(int index)
    {
        var traits = new List<string>(64) { "always" };
        var (block, shape) = (blocks[index], shapes[index]);
        shape.AddTo(traits);
        places.AddTo(traits, index);
        boxes.AddTo(traits, index, block);
        AddNeighbour(traits, "before", index - 1);
        AddNeighbour(traits, "after", index + 1);
        AddMarkup(traits, block);
        if (block.Words <= MostWords)
            AddWords(traits, block);
        var page = places.PageKind;
        traits.Add($"page:{page}");
        traits.Add($"page:{page} {shape.Length} {shape.End}");
        traits.Add($"page:{page} {places.Zone(index)}");
        return traits;
    }

    /// <summary>The traits of a block that its own words give, wherever it stands.</summary>
    /// <param name="index">Its index.</param>
    public List<string> WordsOf(int index)
    {
        var traits = new List<string>();
        AddSentences(traits, blocks[index]);
        traits.AddRange(shapes[index].Signs);
        if (blocks[index].Words <= MostWords)
            AddWords(traits, blocks[index]);
        return traits;
    }

    private void AddNeighbour(List<string> traits, string side, int index)
    {
        if (index < 0 || index >= blocks.Count)
        {
            traits.Add($"{side}:none");
            return;
        }

        var shape = shapes[index];
        traits.Add($"{side}:length {shape.Length}");
        traits.Add($"{side}:end {shape.End}");
        traits.Add($"{side}:kind {KindOf(blocks[index])}");
        if (shape.Marks > 0)
            traits.Add($"{side}:marks");
        if (isMarkup)
            traits.Add($"{side}:links {LinkBucket(blocks[index])}");
    }

    private void AddMarkup(List<string> traits, PageBlock block)
    {
        var kind = KindOf(block);
        traits.Add($"kind:{kind}");
        if (block.IsWeakCue)
            traits.Add("cue:weak");
        if (block.IsListHeading)
            traits.Add("cue:heading");
        AddSentences(traits, block);
        if (!isMarkup)
            return;
        traits.Add($"hint:{block.Draft.Hint}");
        traits.Add($"links:{LinkBucket(block)}");
        traits.Add($"links:{LinkBucket(block)} hint:{block.Draft.Hint}");
        if (block.Draft.Reason is { } reason)
            traits.Add($"markup:{reason}");
    }

    /// <summary>True where a sentence of the block reads like a cue of furniture: "Subscribe to our paper. The offer ends on
    /// Monday".</summary>
    /// <param name="block">The block.</param>
    public static bool HasCue(PageBlock block) => Cues(block).Cues > 0;

    private static void AddSentences(List<string> traits, PageBlock block)
    {
        if (Cues(block) is var (cues, count) && cues > 0)
            traits.Add(cues * 2 >= count ? "cue:half of its sentences" : "cue:a sentence");
    }

    private static (int Cues, int Sentences) Cues(PageBlock block)
    {
        var (cues, count) = (0, 0);
        if (!block.IsOpen || block.Words > MostWords)
            return (0, 0);
        foreach (var sentence in block.Text.Split(Stops, StringSplitOptions.RemoveEmptyEntries))
        {
            count++;
            cues += CueTable.English.Match(Glob.Fold(sentence), CueStrength.Strong) is not null ? 1 : 0;
        }

        return (cues, count);
    }

    private static string KindOf(PageBlock block) => block.Kind?.ToString() ?? (block.IsItem ? "item" : "open");

    private static string LinkBucket(PageBlock block) =>
        block.Draft.LinkShare switch
        {
            0 => "none",
            < 0.2 => "few",
            < 0.7 => "some",
            _ => "all",
        };

    private static void AddWords(List<string> traits, PageBlock block)
    {
        string? before = null;
        var pairs = block.Words <= MostPairs;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in WordsOf(block.Text))
        {
            if (seen.Add(word))
                traits.Add("w:" + word);
            if (before is null)
                traits.Add("first:" + word);
            else if (pairs)
                traits.Add($"w2:{before} {word}");
            before = word;
        }
    }

    /// <summary>The words of a block in small letters, apostrophes inside kept.</summary>
    /// <param name="text">The words as they stand.</param>
    public static IEnumerable<string> WordsOf(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetter(c) || word.Length > 0 && c is '\'' or '’')
                word.Append(c == '’' ? '\'' : char.ToLowerInvariant(c));
            else if (word.Length > 0)
            {
                yield return word.ToString().TrimEnd('\'');
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString().TrimEnd('\'');
    }
}
