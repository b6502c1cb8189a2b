using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using Assay.Ground.Anchors;
using Assay.Reading.Intake.Bytes;
using Assay.Reading.Intake.Html;
using Assay.Reading.Intake.Page;
using Assay.Reading.Intake.PlainText;

namespace Assay.PageTrainer;

/// <summary>The blocks of one rendering of a page: the traits of each, and whether it is furniture.</summary>
/// <param name="Site">The page's site.</param>
/// <param name="Traits">The traits of each block.</param>
/// <param name="IsFurniture">What each block is.</param>
internal sealed record Sample(string Site, List<List<string>> Traits, bool[] IsFurniture);

/// <summary>Makes samples of pages.</summary>
internal static class Samples
{
    private const int HeadLines = 8;
    private const int LongWords = 9;
    private const int Edge = 3;

    /// <summary>Renderings of a page as text, and its article alone: as it is, and as a log, a list and verse made of it.</summary>
    /// <param name="page">The page.</param>
    public static IEnumerable<Sample> OfText(SavedPage page)
    {
        var gold = new GoldArticle(page.Article);
        foreach (var text in TextsOf(page))
        {
            var draft = Draft(text);
            yield return Of(page, draft, gold);
            yield return Of(page, ShortArticle.Of(draft, gold), gold);
            var (headed, headings) = Headed(text, page.Article);
            yield return Of(page, Draft(headed), new GoldArticle([.. page.Article, .. headings]));
        }

        foreach (var text in ArticlesOf(page))
            yield return Of(page, Draft(text), null);
    }

    /// <summary>The page itself.</summary>
    /// <param name="page">The page.</param>
    public static IEnumerable<Sample> OfMarkup(SavedPage page)
    {
        if (MarkupDraft(page) is not { } draft)
            yield break;
        var gold = new GoldArticle(page.Article);
        yield return Of(page, draft, gold);
    }

    /// <summary>The renderings of a page as text.</summary>
    /// <param name="page">The page.</param>
    public static string[] TextsOf(SavedPage page)
    {
        var gold = new GoldArticle(page.Article);
        return [PageText.Copied(page.Html), PageText.Saved(page.Html), PageText.Middle(page.Html, gold.Has)];
    }

    /// <summary>A text as a draft.</summary>
    /// <param name="text">The text.</param>
    public static PageDraft Draft(string text) => new(text, LineBlocks.Of(text), new DeclaredMetadata());

    /// <summary>A page as a draft; null where it cannot be read.</summary>
    /// <param name="page">The page.</param>
    public static PageDraft? MarkupDraft(SavedPage page)
    {
        var read = new HtmlFormat().Read(new DecodedText(page.Html, "utf-8", []), page.Id + ".html");
        return read.Succeeded ? read.Value : null;
    }

    /// <summary>Which blocks of a page are furniture. The headline, and the byline and date lines near it, are kept though the marked
    /// article begins after them.</summary>
    /// <param name="page">The page.</param>
    /// <param name="facts">Its blocks.</param>
    /// <param name="gold">The article; null where all of the page is.</param>
    public static bool[] Labels(SavedPage page, PageFacts facts, GoldArticle? gold)
    {
        if (gold is null)
            return new bool[facts.Blocks.Count];
        var labels = facts.Blocks.Select(b => !gold.Has(b.Text)).ToArray();
        var titles = TitlesOf(page.Html);
        bool IsLong(int i) => !labels[i] && facts.Blocks[i].Words >= LongWords;
        var longs = Enumerable.Range(0, labels.Length).Where(IsLong).ToList();
        var first = longs.Count == 0 ? 0 : longs[0];
        // A short line that happens to stand in the article too is none of it far outside.
        for (var i = 0; i < labels.Length; i++)
            labels[i] |= longs.Count > 0 && (i < first - Edge || i > longs[^1] + Edge);
        for (var i = Math.Max(0, first - HeadLines * 2); i <= first && i < labels.Length; i++)
        {
            var block = facts.Blocks[i];
            labels[i] &= !(titles.Contains(block.Folded) || i >= first - HeadLines && IsHeadLine(facts, block));
        }

        return labels;
    }

    private static Sample Of(SavedPage page, PageDraft draft, GoldArticle? gold)
    {
        var facts = PageReader.Prepare(draft);
        var traits = new BlockTraits(draft.Text, facts.Blocks, facts.IsMarkup);
        return new Sample(page.Site, [.. Enumerable.Range(0, facts.Blocks.Count).Select(traits.Of)], Labels(page, facts, gold));
    }

    private static bool IsHeadLine(PageFacts facts, PageBlock block) =>
        BylineReader.IsByline(facts.Text, block)
        || block.Words <= 12 && PageDates.Find(facts.Text, block.Inner) is { } date && PageDates.IsDateLine(facts.Text, block.Inner, date);

    /// <summary>Names: words that stand with a capital inside the sentences of the articles. A name is of its time and place, and gets no
    /// weight.</summary>
    /// <param name="pages">The pages.</param>
    public static HashSet<string> NamesOf(IEnumerable<SavedPage> pages)
    {
        var seen = new Dictionary<string, (int Capital, int All)>(StringComparer.Ordinal);
        foreach (var line in pages.SelectMany(p => p.Article))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 1; i < words.Length; i++)
                foreach (var word in BlockTraits.WordsOf(words[i]))
                {
                    var (capital, all) = seen.GetValueOrDefault(word);
                    var isStart = words[i - 1][^1] is '.' or '!' or '?' or ':' or '”' or '"';
                    if (!isStart)
                        seen[word] = (capital + (char.IsUpper(words[i].FirstOrDefault(char.IsLetter)) ? 1 : 0), all + 1);
                }
        }

        return seen.Where(w => w.Value.Capital * 10 >= w.Value.All * 6).Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> TitlesOf(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        return document
            .QuerySelectorAll("h1")
            .Select(h => h.TextContent)
            .Append(document.QuerySelector("meta[property='og:title']")?.GetAttribute("content") ?? "")
            .Select(t => Glob.Fold(t))
            .Where(t => t.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
    }

    // Headings inside the article, made of the first words of the sentences they stand over: few of the pages have any, other articles do.
    private static (string Text, List<string> Headings) Headed(string text, string[] article)
    {
        var headings = new List<string>();
        for (var i = 2; i < article.Length; i += 3 + i % 3)
        {
            var words = article[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var at = words.Length < 15 ? -1 : text.IndexOf(article[i][..60], StringComparison.Ordinal);
            if (at <= 0)
                continue;
            var from = 2 + i % 5;
            var heading = string.Join(' ', words.Skip(from).Take(1 + i % 4)).Trim(',', '.', '"', '“', '”');
            if (heading.Length < 4)
                continue;
            heading = char.ToUpperInvariant(heading[0]) + heading[1..];
            headings.Add(heading);
            text = text.Insert(at, heading + "\n\n");
        }

        return (text, headings);
    }

    // The article alone must stay whole, in whatever shape it comes.
    private static IEnumerable<string> ArticlesOf(SavedPage page)
    {
        yield return string.Join("\n\n", page.Article);
        yield return string.Join('\n', page.Article);
        var sentences = string.Join(' ', page.Article)
            .Split(". ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(s => s.TrimEnd('.'))
            .Where(s => s.Length > 10)
            .ToList();
        yield return Log(sentences, page.Id);
        yield return Verse(sentences);
    }

    // Entries with a clock, some with the end of a sentence and some without.
    private static string Log(List<string> sentences, string id)
    {
        var text = new StringBuilder("Log of the day\n\n");
        var (minute, seed) = (300, id[0] + id[1] + 0);
        for (var i = 0; i < sentences.Count && i < 40; i++)
        {
            minute += 1 + (seed + i * 7) % 23;
            var clock = string.Create(CultureInfo.InvariantCulture, $"{minute / 60 % 24:00}:{minute % 60:00}");
            var words = seed % 2 == 0 ? sentences[i] + "." : string.Join(' ', sentences[i].Split(' ').Take(9));
            text.Append(seed % 3 == 0 ? $"- {clock}: {words}\n" : $"{clock} {words}\n");
        }

        return text.ToString();
    }

    private static string Verse(List<string> sentences)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sentences.Count && i < 24; i++)
            text.Append(string.Join(' ', sentences[i].Split(' ').Take(7))).Append(i % 4 == 3 ? "\n\n" : "\n");
        return text.ToString();
    }
}
