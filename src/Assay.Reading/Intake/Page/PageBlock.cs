using Assay.Ground.Anchors;
using Assay.Reading.Intake.PlainText;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>A block while it is being classified: its shape, and what has been decided about it so far.</summary>
internal sealed class PageBlock
{
    /// <summary>Most words a block may have to be compared with cues.</summary>
    public const int CueWords = 40;

    private const int FoldedWords = 130;
    private readonly string text;
    private string? folded;
    private bool? isListHeading;
    private bool? isWeakCue;

    /// <summary>Measures a block.</summary>
    public PageBlock(string text, DraftBlock draft)
    {
        this.text = text;
        Draft = draft;
        var mark = ListMarks.MarkLength(text.AsSpan(draft.Span.Start, draft.Span.Length));
        Inner = new TextSpan(draft.Span.Start + mark, draft.Span.End);
        Words = CountWords(text.AsSpan(Inner.Start, Inner.Length));
        (Ends, EndMark) = LastMark(text, Inner);
    }

    /// <summary>The block as the format found it.</summary>
    public DraftBlock Draft { get; }

    /// <summary>The block without its list mark.</summary>
    public TextSpan Inner { get; }

    /// <summary>Number of words.</summary>
    public int Words { get; }

    /// <summary>True where it ends like a sentence.</summary>
    public bool Ends { get; }

    /// <summary>The mark it ends with.</summary>
    public char EndMark { get; }

    /// <summary>What it is, once decided.</summary>
    public BlockKind? Kind { get; private set; }

    /// <summary>Why.</summary>
    public string? Reason { get; private set; }

    /// <summary>The words.</summary>
    public string Text => Inner.Of(text);

    /// <summary>The words folded for comparison; empty for very long blocks.</summary>
    public string Folded => folded ??= Words <= FoldedWords ? Glob.Fold(text.AsSpan(Inner.Start, Inner.Length)) : "";

    /// <summary>True where the block, if it is short, heads lists of other pages.</summary>
    public bool IsListHeading => isListHeading ??= Words <= 8 && CueTable.English.Match(Folded, CueStrength.ListHeading) is not null;

    /// <summary>True where the block reads like what proves nothing alone.</summary>
    public bool IsWeakCue => isWeakCue ??= Words <= CueWords && CueTable.English.Match(Folded, CueStrength.Weak) is not null;

    /// <summary>True while nothing is decided.</summary>
    public bool IsOpen => Kind is null;

    /// <summary>True for furniture.</summary>
    public bool IsFurniture => Kind == BlockKind.Furniture;

    /// <summary>An item of a list.</summary>
    public bool IsItem => Draft.Hint == BlockHint.ListItem || Inner.Start > Draft.Span.Start;

    /// <summary>Running text by its shape: a sentence of some length, or a long run of words.</summary>
    public bool IsProse => !IsItem && (Ends && Words >= 6 || Words >= 30) && !IsQuestionLine;

    /// <summary>One short question, which may be a headline or a sentence.</summary>
    public bool IsQuestionLine => Ends && EndMark is '?' && Words <= 14 && !Text.Contains(". ", StringComparison.Ordinal);

    /// <summary>Decides what it is, unless that is decided already.</summary>
    public void Decide(BlockKind kind, string? reason)
    {
        if (Kind is null)
            (Kind, Reason) = (kind, reason);
    }

    /// <summary>Decides anew.</summary>
    public void Redecide(BlockKind kind, string? reason) => (Kind, Reason) = (kind, reason);

    private static int CountWords(ReadOnlySpan<char> words)
    {
        var (count, inside) = (0, false);
        foreach (var c in words)
        {
            var letter = !char.IsWhiteSpace(c);
            if (letter && !inside)
                count++;
            inside = letter;
        }
        return count;
    }

    private static (bool, char) LastMark(string text, TextSpan span)
    {
        var at = span.End - 1;
        while (at >= span.Start && (text[at] is '"' or '”' or '\'' or '’' or ')' or ']' or '»'))
            at--;
        var mark = at >= span.Start ? text[at] : ' ';
        return (mark is '.' or '!' or '?' or '…' or ':' or ';', mark);
    }
}
