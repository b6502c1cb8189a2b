namespace Assay.Reading.Time.Language;

/// <summary>What a token is made of.</summary>
internal enum TimeTokenKind : byte
{
    Word,
    Digits,
    Punctuation,
}

/// <summary>What else is known of a token from its surroundings and its letters.</summary>
[Flags]
internal enum TokenFlags : byte
{
    None = 0,

    /// <summary>Nothing stands between it and the token before.</summary>
    Tight = 1,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 2,

    /// <summary>All its letters are capitals.</summary>
    Upper = 4,

    /// <summary>It is the first token of a sentence.</summary>
    Sentence = 8,

    /// <summary>It is the first token of a paragraph.</summary>
    Paragraph = 16,

    /// <summary>It is the first token of a line.</summary>
    Line = 32,
}

/// <summary>A word, a run of digits, or one punctuation mark.</summary>
internal struct TimeToken
{
    /// <summary>First code unit.</summary>
    public int Start;

    /// <summary>One past the last code unit.</summary>
    public int End;

    /// <summary>Index in the lexicon, or -1 for a word it does not hold.</summary>
    public int Word;

    /// <summary>Value of a run of at most nine digits (-1 for a longer one), or the punctuation mark.</summary>
    public int Value;

    /// <summary>Classes of the lexicon it belongs to, given its capitals.</summary>
    public ulong Classes;

    /// <summary>What it is made of.</summary>
    public TimeTokenKind Kind;

    /// <summary>See <see cref="TokenFlags"/>.</summary>
    public TokenFlags Flags;

    /// <summary>Number of code units of a run of digits.</summary>
    public readonly int Length => End - Start;

    /// <summary>True where nothing stands between it and the token before.</summary>
    public readonly bool Tight => (Flags & TokenFlags.Tight) != 0;

    /// <summary>True where a line begins with it.</summary>
    public readonly bool BeginsLine => (Flags & TokenFlags.Line) != 0;

    /// <summary>True where it is this punctuation mark.</summary>
    public readonly bool Is(char mark) => Kind == TimeTokenKind.Punctuation && Value == mark;
}
