namespace Assay.Cases.Origins;

/// <summary>The words of one paragraph as hashes.</summary>
/// <param name="Words">A hash of each word, whatever its capitals and the signs around it.</param>
/// <param name="IsQuoted">Of each word, whether it stands in quotation marks.</param>
/// <param name="Hash">A hash of all of them in order.</param>
internal sealed record OriginParagraph(IReadOnlyList<ulong> Words, IReadOnlyList<bool> IsQuoted, ulong Hash)
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The words of a text.</summary>
    public static OriginParagraph Of(string text)
    {
        var (words, quoted) = (new List<ulong>(), new List<bool>());
        var (word, isIn, isQuote, all) = (Basis, false, false, Basis);
        bool? around = null; // in a quotation that „ opened: whether it stands in another one
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word = (word ^ char.ToLowerInvariant(c)) * Prime;
                isIn = true;
                continue;
            }

            End();
            var before = isQuote;
            isQuote = c switch
            {
                '“' => around ?? true, // closes what „ opened
                '«' or '„' => true,
                '”' or '»' => false,
                '"' => !isQuote,
                _ => isQuote,
            };
            around = c switch
            {
                '„' => before,
                '“' or '”' or '»' => null,
                _ => around,
            };
        }

        End();
        return new OriginParagraph(words, quoted, all);

        void End()
        {
            if (!isIn)
                return;
            words.Add(Mixed(word));
            quoted.Add(isQuote);
            all = Mixed(all * Prime ^ word);
            (word, isIn) = (Basis, false);
        }
    }

    /// <summary>Spreads a hash over all its bits.</summary>
    public static ulong Mixed(ulong value)
    {
        value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9;
        value = (value ^ value >> 27) * 0x94d049bb133111eb;
        return value ^ value >> 31;
    }
}
