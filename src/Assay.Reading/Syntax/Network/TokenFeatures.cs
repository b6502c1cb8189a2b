namespace Assay.Reading.Syntax.Network;

/// <summary>
/// What a network sees of a token: hashes of its word, prefixes, suffixes and shape. Letters are lower case, digits are one digit,
/// apostrophes are straight; the shape keeps the cases.
/// </summary>
internal static class TokenFeatures
{
    /// <summary>Hashes of a token: a word, four prefixes, five suffixes, a shape.</summary>
    public const int Count = 11;

    /// <summary>The index of the word among them.</summary>
    public const int Word = 0;

    private const int Prefixes = 4;
    private const int Suffixes = 5;
    private const int Longest = 64;

    /// <summary>The hashes of the node above all tokens.</summary>
    public static void Root(Span<uint> hashes)
    {
        for (var i = 0; i < Count; i++)
            hashes[i] = Hash("\u0001", i);
    }

    /// <summary>The hashes of a token; a feature it is too short for is that of the whole word.</summary>
    /// <param name="form">The form as it stands in the text.</param>
    /// <param name="hashes">Where they go.</param>
    public static void Of(ReadOnlySpan<char> form, Span<uint> hashes)
    {
        Span<char> folded = stackalloc char[Longest];
        var length = Math.Min(form.Length, Longest);
        for (var i = 0; i < length; i++)
            folded[i] = Fold(form[i]);
        folded = folded[..length];
        hashes[Word] = Hash(folded, Word);
        for (var i = 1; i <= Prefixes; i++)
            hashes[i] = Hash(folded[..Math.Min(i, length)], i);
        for (var i = 1; i <= Suffixes; i++)
            hashes[Prefixes + i] = Hash(folded[Math.Max(0, length - i)..], Prefixes + i);
        hashes[Count - 1] = Hash(Shape(form, folded), Count - 1);
    }

    private static char Fold(char c) =>
        c switch
        {
            '’' or '‘' or 'ʼ' or '`' or '´' => '\'',
            '“' or '”' or '„' => '"',
            '–' or '—' => '-',
            >= '0' and <= '9' => '0',
            _ => char.ToLowerInvariant(c),
        };

    // "Xxx" for names, "0:0" for clocks: a run of one class is at most two long. Written over the folded form, which is no longer needed.
    private static Span<char> Shape(ReadOnlySpan<char> form, Span<char> shape)
    {
        var length = 0;
        foreach (var c in form[..shape.Length])
        {
            var sign = Sign(c);
            if (length < 2 || shape[length - 1] != sign || shape[length - 2] != sign)
                shape[length++] = sign;
        }
        return shape[..length];
    }

    private static char Sign(char c) =>
        char.IsUpper(c) ? 'X'
        : char.IsLetter(c) ? 'x'
        : char.IsDigit(c) ? '0'
        : Fold(c);

    // FNV-1a over UTF-16 with a last mixing, so that no part of the hash is weak.
    private static uint Hash(ReadOnlySpan<char> word, int feature)
    {
        var hash = 2166136261u ^ ((uint)feature * 0x9E3779B1u);
        foreach (var c in word)
            hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
