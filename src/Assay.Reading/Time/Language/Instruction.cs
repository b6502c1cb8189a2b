namespace Assay.Reading.Time.Language;

/// <summary>What an instruction of a compiled pattern does.</summary>
internal enum Op : byte
{
    /// <summary>The token is word A.</summary>
    Word,

    /// <summary>The token belongs to class A; its value goes to slot B.</summary>
    Class,

    /// <summary>The built-in reader A takes tokens here; its value goes to slot B.</summary>
    BuiltIn,

    /// <summary>The token is punctuation mark A.</summary>
    Mark,

    /// <summary>The next token stands tight against the one before.</summary>
    Tight,

    /// <summary>Continue at A; where that fails, at B.</summary>
    Split,

    /// <summary>Continue at A.</summary>
    Jump,

    /// <summary>Slot B becomes A.</summary>
    Set,

    /// <summary>The token before passes (B = 1) or fails (B = 0) test set A.</summary>
    Behind,

    /// <summary>The next token passes (B = 1) or fails (B = 0) test set A.</summary>
    Ahead,

    /// <summary>The expression ends here; what follows is context.</summary>
    End,

    /// <summary>The pattern is matched.</summary>
    Accept,
}

/// <summary>One instruction of a compiled pattern.</summary>
internal readonly record struct Instruction(Op Op, int A, int B);

/// <summary>Readers of tokens that no list of words can express.</summary>
internal enum BuiltIn
{
    /// <summary>A cardinal number, in thousandths.</summary>
    Num,

    /// <summary>An ordinal number.</summary>
    Ord,

    /// <summary>A day of the month in digits, with or without an ordinal ending, or an ordinal word.</summary>
    Dom,

    /// <summary>A year of four digits or in words.</summary>
    Year,

    /// <summary>A year that begins a decade, in four digits.</summary>
    Decadeyear,

    /// <summary>A year of one to four digits, for eras.</summary>
    Anyyear,

    /// <summary>Two digits.</summary>
    Two,

    /// <summary>An hour, 0 to 24.</summary>
    Hour,

    /// <summary>An hour of the half-day clock, 1 to 12.</summary>
    Hour12,

    /// <summary>Two digits, 00 to 59.</summary>
    Minute,

    /// <summary>Two digits, 00 to 60: a leap second is one.</summary>
    Second,

    /// <summary>Five digits or more.</summary>
    Longdigits,

    /// <summary>Two digits, 01 to 12.</summary>
    Monthnumber,

    /// <summary>One or two digits, 1 to 31.</summary>
    Daynumber,

    /// <summary>Four digits of a year, whatever stands around them.</summary>
    Fourdigits,

    /// <summary>Four digits that are hours and minutes.</summary>
    Military,

    /// <summary>Any digits.</summary>
    Digits,

    /// <summary>A capitalised word.</summary>
    Cap,

    /// <summary>Any word.</summary>
    Any,

    /// <summary>Takes nothing; the value is the position.</summary>
    Here,
}

/// <summary>What a test of one neighbouring token asks.</summary>
internal enum TestKind : byte
{
    Word,
    Class,
    Mark,
    Digits,
    Capital,
    Any,

    /// <summary>A sentence begins (asked of the place, not of a token).</summary>
    SentenceStart,

    /// <summary>A date was found just before the token before (asked of the place): for the second half of a range.</summary>
    AfterDate,

    /// <summary>The token is a word that stands tight against the one before ("30m").</summary>
    Tight,

    /// <summary>The token is four digits that may be a time of day ("0915").</summary>
    FourFigures,

    /// <summary>The same, and no year of our time: "0310", "2150".</summary>
    OffYears,
}

/// <summary>A test of one neighbouring token.</summary>
internal readonly record struct TokenTest(TestKind Kind, int Value);
