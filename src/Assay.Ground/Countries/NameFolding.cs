using System.Text;

namespace Assay.Ground.Countries;

/// <summary>Brings names to one form for comparing: no case, accents, punctuation or doubled blanks; "St" and "&amp;" spelt out.</summary>
public static class NameFolding
{
    // Normalisation to decomposed form is not available where the runtime is culture-invariant, so accents are taken off by this table.
    private const string Accented = "àáâãäåāăąçćčďđéèêëēėęěğíìîïīįıłñńňóòôõöøōőřśşšťúùûüūůűųýÿźżž";
    private const string Plain = "aaaaaaaaacccddeeeeeeeegiiiiiiilnnnoooooooorssstuuuuuuuuyyzzz";

    /// <summary>The folded form: lower-case letters and digits, single blanks.</summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant())
        {
            var accented = Accented.IndexOf(c, StringComparison.Ordinal);
            if (accented >= 0)
                folded.Append(Plain[accented]);
            else if (c == 'œ')
                folded.Append("oe");
            else if (char.IsLetterOrDigit(c))
                folded.Append(c);
            else if (c == '&')
                folded.Append(" and ");
            else if (c is not ('\'' or '’' or '.'))
                folded.Append(' ');
        }

        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(
            ' ',
            words.Select(w =>
                w is "st" ? "saint"
                : w is "isds" ? "islands"
                : w is "rep" ? "republic"
                : w is "dem" ? "democratic"
                : w
            )
        );
    }
}
