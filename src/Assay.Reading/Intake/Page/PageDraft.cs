using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>What a format knows about a block from its markup, before its words are looked at.</summary>
internal enum BlockHint
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Marked up as the headline.</summary>
    Title,

    /// <summary>Marked up as a heading.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>Marked up as a caption.</summary>
    Caption,

    /// <summary>Marked up as a byline.</summary>
    Byline,

    /// <summary>Marked up as a date.</summary>
    Date,

    /// <summary>Outside the article by its markup.</summary>
    Outside,

    /// <summary>Inside the article by its markup.</summary>
    Inside,
}

/// <summary>A block as the format found it.</summary>
/// <param name="Span">Where it stands in the draft's text, trimmed.</param>
/// <param name="Hint">What the markup says.</param>
/// <param name="Reason">Why the markup says so; null where it says nothing.</param>
/// <param name="LinkShare">Share of its characters that stand in links; 0 where there are none, or the format has none.</param>
/// <param name="Box">Number of the box it stands in, or 0.</param>
internal sealed record DraftBlock(TextSpan Span, BlockHint Hint = BlockHint.None, string? Reason = null, double LinkShare = 0, int Box = 0);

/// <summary>The text and blocks of a file before its words are classified, with metadata the markup declares outside the text.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Blocks">All blocks in order.</param>
/// <param name="Declared">What meta elements, JSON-LD or front matter say.</param>
internal sealed record PageDraft(string Text, IReadOnlyList<DraftBlock> Blocks, DeclaredMetadata Declared)
{
    /// <summary>True where the text was laid out from markup that has links and places.</summary>
    public bool IsMarkup { get; init; }

    /// <summary>True where the markup tells inside from outside, so that unmarked short lines need not be suspected.</summary>
    public bool HasStructure { get; init; }

    /// <summary>True where nobody put a page around the text, as a web site does: what is not marked as furniture is part of it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Where the pages of the file begin in the text; empty where it has none.</summary>
    public IReadOnlyList<PageStart> Pages { get; init; } = [];

    /// <summary>What a reader should know about how the file was laid out, as sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Metadata from markup, as written; each value with the place it was read from.</summary>
internal sealed record DeclaredMetadata
{
    /// <summary>Headline.</summary>
    public Declared? Title { get; init; }

    /// <summary>Section.</summary>
    public Declared? Section { get; init; }

    /// <summary>Publication date, ISO or in words.</summary>
    public Declared? Published { get; init; }

    /// <summary>Authors in order.</summary>
    public IReadOnlyList<Declared> Authors { get; init; } = [];

    /// <summary>Site.</summary>
    public Declared? Site { get; init; }

    /// <summary>The address that the page gives itself.</summary>
    public Declared? Address { get; init; }

    /// <summary>Language tag.</summary>
    public string? Language { get; init; }
}

/// <summary>A declared value and where it was read.</summary>
internal sealed record Declared(string Value, string Reason);

/// <summary>Builds the text of a draft block by block.</summary>
internal sealed class DraftBuilder
{
    private readonly System.Text.StringBuilder text = new();
    private readonly List<DraftBlock> blocks = [];

    /// <summary>Number of the box that the next blocks stand in; 0 for none.</summary>
    public int Box { get; set; }

    /// <summary>Adds a block; blank text is left out.</summary>
    public void Add(string words, BlockHint hint = BlockHint.None, string? reason = null, double linkShare = 0)
    {
        var trimmed = words.Trim();
        if (trimmed.Length == 0)
            return;
        if (text.Length > 0)
            text.Append(hint == BlockHint.ListItem && blocks[^1].Hint == BlockHint.ListItem ? "\n" : "\n\n");
        var start = text.Length;
        text.Append(trimmed);
        blocks.Add(new DraftBlock(new TextSpan(start, text.Length), hint, reason, linkShare, Box));
    }

    /// <summary>The finished draft.</summary>
    public PageDraft Build(DeclaredMetadata declared) => new(text.ToString(), blocks, declared) { HasStructure = true };
}
