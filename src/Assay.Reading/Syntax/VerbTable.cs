using Assay.Reading.Text;

namespace Assay.Reading.Syntax;

/// <summary>Which form of a verb a word is. One word may be several.</summary>
[Flags]
internal enum VerbForm
{
    /// <summary>No form.</summary>
    None = 0,

    /// <summary>The bare verb.</summary>
    Base = 1,

    /// <summary>Third person present.</summary>
    Third = 2,

    /// <summary>The form in -ing.</summary>
    Gerund = 4,

    /// <summary>Past tense.</summary>
    Past = 8,

    /// <summary>Past participle.</summary>
    Participle = 16,
}

/// <summary>The forms of a list of verbs, regular ones derived from the lemma. Verbs of two words are looked up by the first.</summary>
internal sealed class VerbTable
{
    private readonly Dictionary<string, (string Lemma, string? Particle, VerbForm Form)> forms = new(StringComparer.Ordinal);

    /// <summary>Builds the table from entries "lemma" or "lemma/s/ing/past/participle".</summary>
    public VerbTable(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            var parts = entry.Split('/');
            Add(parts.Length == 5 ? parts : Regular(parts[0]));
        }
    }

    /// <summary>Lemma and form of a word, or null where it is no form of these verbs.</summary>
    public (string Lemma, VerbForm Form)? Find(IReadOnlyList<Word> words, int at)
    {
        if (
            !forms.TryGetValue(words[at].Lower, out var found)
            || (found.Particle is not null && (at + 1 >= words.Count || !words[at + 1].Is(found.Particle)))
        )
            return null;

        return (found.Lemma, found.Form);
    }

    /// <summary>The lemma of a single word, or null.</summary>
    public string? LemmaOf(string lower) => forms.TryGetValue(lower, out var found) ? found.Lemma : null;

    private static string[] Regular(string lemma)
    {
        if (lemma.EndsWith('e'))
            return [lemma, lemma + "s", lemma[..^1] + "ing", lemma + "d", lemma + "d"];

        if (lemma.EndsWith('y') && !"aeiou".Contains(lemma[^2], StringComparison.Ordinal))
            return [lemma, lemma[..^1] + "ies", lemma + "ing", lemma[..^1] + "ied", lemma[..^1] + "ied"];

        var sibilant =
            lemma.EndsWith('s') || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma.EndsWith("ch", StringComparison.Ordinal);
        return [lemma, lemma + (sibilant ? "es" : "s"), lemma + "ing", lemma + "ed", lemma + "ed"];
    }

    private void Add(string[] parts)
    {
        VerbForm[] order = [VerbForm.Base, VerbForm.Third, VerbForm.Gerund, VerbForm.Past, VerbForm.Participle];
        for (var i = 0; i < parts.Length; i++)
        {
            var words = parts[i].Split(' ');
            var form = order[i] | (forms.TryGetValue(words[0], out var known) ? known.Form : VerbForm.None);
            forms[words[0]] = (parts[0], words.Length > 1 ? words[1] : null, form);
        }
    }
}
