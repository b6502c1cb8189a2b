namespace Assay.Ground.Anchors;

/// <summary>What a block of a source is. Everything but <see cref="Furniture"/> belongs to the article.</summary>
public enum BlockKind
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>A heading inside the article.</summary>
    Heading,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>Where and when it was filed, or the publication date line, or the section name.</summary>
    Dateline,

    /// <summary>A caption of a picture, with or without its credit.</summary>
    Caption,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>An item of a list that belongs to the article.</summary>
    ListItem,

    /// <summary>About the author: a bio, disclosed interests.</summary>
    Bio,

    /// <summary>A disclaimer by the publisher.</summary>
    Disclaimer,

    /// <summary>Menus, sign-up boxes, teasers, adverts: marked, never deleted, never quoted from.</summary>
    Furniture,
}

/// <summary>A block of the text layer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands, without the line breaks around it.</param>
/// <param name="Reason">Why it was set aside, for furniture; why it was read as metadata, for the rest; null for plain paragraphs.</param>
public sealed record Block(BlockKind Kind, TextSpan Span, string? Reason = null);

/// <summary>
/// The one text of a source that all anchors point into: plain text with UTF-16 offsets and its blocks in order. Blocks do not overlap
/// and lie inside the text; text between blocks is white space.
/// </summary>
/// <param name="Text">The whole text, furniture included.</param>
/// <param name="Blocks">The blocks in the order of the text.</param>
public sealed record TextLayer(string Text, IReadOnlyList<Block> Blocks)
{
    /// <summary>The blocks that belong to the article's running text: title, headings, paragraphs and list items.</summary>
    public IEnumerable<Block> Article =>
        Blocks.Where(b => b.Kind is BlockKind.Title or BlockKind.Heading or BlockKind.Paragraph or BlockKind.ListItem);

    /// <summary>Where the pages of the source begin in the text, by their place; empty where it has no pages, or they are not
    /// known.</summary>
    public IReadOnlyList<PageStart> Pages { get; init; } = [];

    /// <summary>The number of the page that a place of the text stands on, from 1; null where it is not known.</summary>
    /// <param name="at">UTF-16 code unit.</param>
    public int? PageAt(int at) =>
        Ordered.CountBefore(Pages, at, static (p, at) => p.Start <= at) is > 0 and var count ? Pages[count - 1].Page : null;

    /// <summary>An anchored quote of the span, with up to 32 code units of context on either side.</summary>
    public Quote QuoteOf(TextSpan span)
    {
        const int context = 32;
        var before = Math.Max(0, span.Start - context);
        var after = Math.Min(Text.Length, span.End + context);
        return new Quote(span.Start, span.End, Text[span.Start..span.End], Text[before..span.Start], Text[span.End..after])
        {
            Page = PageAt(span.Start),
        };
    }
}

/// <summary>
/// An anchored span of a text layer: a W3C Web Annotation text position selector (start, end) and text quote selector (exact, prefix,
/// suffix) in one. If the two disagree the anchor is broken; it is never moved to a lookalike.
/// </summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="Exact">The words.</param>
/// <param name="Prefix">Up to 32 code units before.</param>
/// <param name="Suffix">Up to 32 code units after.</param>
public sealed record Quote(int Start, int End, string Exact, string Prefix = "", string Suffix = "")
{
    /// <summary>Number of the page its first word stands on, from 1; null where the source has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>Where the quote stands.</summary>
    public TextSpan Span => new(Start, End);

    /// <summary>True where the text still has these words at this position.</summary>
    public bool Holds(string text) => End <= text.Length && text.AsSpan(Start, End - Start).SequenceEqual(Exact);
}

/// <summary>The place in a text from which on the words stand on a page. What was set aside may stand before or behind its page.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="Page">Number of the page in the file, from 1, whatever is printed on it.</param>
public sealed record PageStart(int Start, int Page);
