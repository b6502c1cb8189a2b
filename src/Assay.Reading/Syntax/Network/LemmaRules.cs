namespace Assay.Reading.Syntax.Network;

/// <summary>What makes a lemma of a form: how many letters go, and what comes in their place.</summary>
/// <param name="Strip">Letters that go from the end.</param>
/// <param name="Add">Letters that come.</param>
internal readonly record struct LemmaEdit(int Strip, string Add);

/// <summary>
/// Lemmas by form and part of speech: the whole form where the treebanks have it otherwise than its ending suggests, else the longest
/// known ending. Immutable.
/// </summary>
internal sealed class LemmaRules
{
    /// <summary>The mark before an ending that is a whole form.</summary>
    public const char Whole = '^';

    /// <summary>Letters of the longest ending.</summary>
    public const int Longest = 8;

    private static readonly LemmaEdit Same = new(0, "");

    private readonly Dictionary<string, ushort>[] rules;
    private readonly LemmaEdit[] edits;
    private readonly int names;

    /// <summary>Takes rules.</summary>
    /// <param name="rules">For each part of speech: endings, whole forms behind <see cref="Whole"/>, and which edit they ask for.</param>
    /// <param name="edits">The edits.</param>
    /// <param name="names">The part of speech that keeps its capitals; -1 where there is none.</param>
    public LemmaRules(Dictionary<string, ushort>[] rules, LemmaEdit[] edits, int names) =>
        (this.rules, this.edits, this.names) = (rules, edits, names);

    /// <summary>The lemma of a form.</summary>
    /// <param name="form">The form as it stands.</param>
    /// <param name="upos">Its part of speech.</param>
    /// <param name="isSingular">True for a noun in the singular, which is its own lemma unless the treebanks have the whole form otherwise
    /// ("pm", "km"): no ending makes a "si" of a siren.</param>
    public string Lemma(string form, int upos, bool isSingular = false)
    {
        Span<char> key = form.Length < 64 ? stackalloc char[form.Length + 1] : new char[form.Length + 1];
        key[0] = Whole;
        var folded = key[1..];
        Fold(form, folded);
        ReadOnlySpan<char> kept = upos == names ? form : folded;
        var known = rules[upos].GetAlternateLookup<ReadOnlySpan<char>>();
        var edit = isSingular && upos != names && !known.ContainsKey(key) ? Same : edits[Find(known, key)];
        if (edit.Strip == 0 && edit.Add.Length == 0)
            return kept.SequenceEqual(form) ? form : new string(kept);
        return string.Concat(kept[..Math.Max(0, kept.Length - edit.Strip)], edit.Add);
    }

    /// <summary>Small letters and straight apostrophes.</summary>
    public static void Fold(ReadOnlySpan<char> form, Span<char> folded)
    {
        form.ToLowerInvariant(folded);
        folded.Replace('’', '\'');
    }

    private static ushort Find(Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> known, ReadOnlySpan<char> key)
    {
        if (known.TryGetValue(key, out var edit))
            return edit;
        for (var from = Math.Max(1, key.Length - Longest); from < key.Length; from++)
            if (known.TryGetValue(key[from..], out edit))
                return edit;
        return known.TryGetValue([], out edit) ? edit : (ushort)0;
    }
}
