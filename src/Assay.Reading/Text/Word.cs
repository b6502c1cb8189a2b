namespace Assay.Reading.Text;

/// <summary>What a word of a text is, as far as its characters tell.</summary>
internal enum WordKind : byte
{
    /// <summary>Letters, with inner hyphens, apostrophes and digits.</summary>
    Word,

    /// <summary>Digits, with inner separators and a trailing magnitude letter ("2,235", "1.5", "40m").</summary>
    Number,

    /// <summary>A clock time, an ordinal or a designation with digits ("4:40PM", "45th"): never a quantity.</summary>
    Code,

    /// <summary>A punctuation mark or a symbol.</summary>
    Mark,

    /// <summary>A double quotation mark of any style.</summary>
    QuoteMark,
}

/// <summary>A word of the text: its place, its lower-case form with straight apostrophes, and its shape.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="Lower">Lower-case form.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Capital">True where the first letter is upper case.</param>
/// <param name="AllCaps">True for two or more letters, all upper case.</param>
internal readonly record struct Word(int Start, int End, string Lower, WordKind Kind, bool Capital, bool AllCaps)
{
    /// <summary>True for a full word that starts with a capital letter.</summary>
    public bool IsName => Capital && Kind == WordKind.Word;

    /// <summary>True where the word is this mark or word.</summary>
    public bool Is(string lower) => string.Equals(Lower, lower, StringComparison.Ordinal);
}
