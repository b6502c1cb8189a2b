using System.Text;

namespace Assay.Reading.Places;

/// <summary>Folds place names so that spellings with and without marks compare equal. Must agree with
/// <c>eng/gazetteer/generate.mjs</c>.</summary>
internal static class PlaceNames
{
    private const string Marked =
        "àáâãäåāăąạảấầẩẫậắằẳẵặǎæçćĉċčďđðèéêëēĕėęěẹẻẽếềểễệəĝğġģǧĥħḥḩìíîïĩīĭįıịǐĵķĺļľŀłñńņňòóôõöøōŏőơọỏốồổỗộớờởỡợǒœŕŗřśŝşšșṣţťŧțṭþùúûüũūŭůűųưụủứừửữựǔŵýÿŷỳỹźżžẓß";
    private const string Plain =
        "aaaaaaaaaaaaaaaaaaaaaa*cccccdddeeeeeeeeeeeeeeeeeaggggghhhhiiiiiiiiiiijklllllnnnnooooooooooooooooooooooo*rrrssssssttttt*uuuuuuuuuuuuuuuuuuuwyyyyyzzzz*";
    private static readonly System.Collections.Frozen.FrozenDictionary<char, char> Map = MakeMap();

    /// <summary>Small letters without marks; hyphens as spaces; apostrophes and stops left out; single spaces.</summary>
    public static string Fold(ReadOnlySpan<char> name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var raw in name)
        {
            var c = char.ToLowerInvariant(raw);
            if (char.IsWhiteSpace(c) || c is '-' or '‐' or '‑' or '–' or '—' or '/')
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else if (c is '\'' or '’' or '‘' or 'ʻ' or 'ʼ' or '`' or '´' or '.' || c is >= '\u0300' and <= '\u036f')
                continue;
            else if (c < 128)
                folded.Append(c);
            else
                folded.Append(
                    c switch
                    {
                        'æ' => "ae",
                        'œ' => "oe",
                        'ß' => "ss",
                        'þ' => "th",
                        _ => Map.TryGetValue(c, out var plain) ? plain.ToString() : c.ToString(),
                    }
                );
        }
        while (folded.Length > 0 && folded[^1] == ' ')
            folded.Length--;
        return folded.ToString();
    }

    private static System.Collections.Frozen.FrozenDictionary<char, char> MakeMap()
    {
        if (Marked.Length != Plain.Length)
            throw new InvalidOperationException($"The two tables of letters differ in length: {Marked.Length} and {Plain.Length}.");
        return System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(
            Marked.Zip(Plain).DistinctBy(p => p.First),
            p => p.First,
            p => p.Second
        );
    }
}
