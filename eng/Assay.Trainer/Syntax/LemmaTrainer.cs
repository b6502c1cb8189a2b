using Assay.Reading.Syntax.Network;

namespace Assay.Trainer.Syntax;

/// <summary>The rules of lemmas of a treebank, for each part of speech.</summary>
/// <param name="Rules">Endings and whole forms, and which edit they ask for.</param>
/// <param name="Edits">The edits; the first changes nothing.</param>
internal sealed record TrainedLemmas(IReadOnlyList<SortedDictionary<string, ushort>> Rules, IReadOnlyList<LemmaEdit> Edits);

/// <summary>
/// Learns lemmas: for every ending the edit that most forms with it ask for, kept where the next shorter kept ending says otherwise, and
/// the whole form where its ending misleads.
/// </summary>
internal sealed class LemmaTrainer
{
    private const int FormsOfAnEnding = 2;
    private readonly Dictionary<LemmaEdit, ushort> numbers = new() { [new LemmaEdit(0, "")] = 0 };
    private readonly List<LemmaEdit> edits = [new LemmaEdit(0, "")];

    /// <summary>Learns the rules.</summary>
    public static TrainedLemmas Of(IReadOnlyList<ConlluSentence> sentences, ParserNames names)
    {
        var trainer = new LemmaTrainer();
        var tokens = sentences.SelectMany(s => s.Tokens).Where(t => t.Lemma != "_").ToLookup(t => t.Upos, StringComparer.Ordinal);
        return new TrainedLemmas([.. names.Upos.Select(u => trainer.Rules([.. tokens[u]], u == "PROPN"))], trainer.edits);
    }

    private SortedDictionary<string, ushort> Rules(List<ConlluToken> tokens, bool keepsCase)
    {
        var forms = tokens
            .GroupBy(t => Folded(t.Form), StringComparer.Ordinal)
            .Select(g => (Form: g.Key, Edit: Most(g.Select(t => Edit(t, keepsCase)))))
            .OrderBy(f => f.Form, StringComparer.Ordinal)
            .ToList();
        var rules = new SortedDictionary<string, ushort>(StringComparer.Ordinal);
        for (var length = 0; length <= LemmaRules.Longest; length++)
        {
            foreach (var ending in forms.Where(f => f.Form.Length >= length).GroupBy(f => f.Form[^length..], StringComparer.Ordinal))
            {
                var edit = Most(ending.Select(f => f.Edit));
                if ((length == 0 || ending.Count() >= FormsOfAnEnding) && (length == 0 || Known(rules, ending.Key) != edit))
                    rules[ending.Key] = edit;
            }
        }
        foreach (var (form, edit) in forms.Where(f => Known(rules, f.Form) != f.Edit).ToList())
            rules[LemmaRules.Whole + form] = edit;
        return rules;
    }

    private static ushort Known(SortedDictionary<string, ushort> rules, string form)
    {
        for (var from = Math.Max(0, form.Length - LemmaRules.Longest); from <= form.Length; from++)
            if (rules.TryGetValue(form[from..], out var edit))
                return edit;
        return 0;
    }

    private static ushort Most(IEnumerable<ushort> found) =>
        found.GroupBy(e => e).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;

    // Names keep the letters they have; the capitals of other words are those of the beginning of a sentence.
    private ushort Edit(ConlluToken token, bool keepsCase)
    {
        var form = keepsCase ? token.Form : Folded(token.Form);
        var lemma = keepsCase || token.Lemma == "I" ? token.Lemma : Folded(token.Lemma);
        var same = 0;
        while (same < Math.Min(form.Length, lemma.Length) && form[same] == lemma[same])
            same++;
        var edit = new LemmaEdit(form.Length - same, lemma[same..]);
        if (edit.Strip > byte.MaxValue)
            return 0;
        if (!numbers.TryGetValue(edit, out var number))
        {
            numbers[edit] = number = checked((ushort)edits.Count);
            edits.Add(edit);
        }
        return number;
    }

    private static string Folded(string form)
    {
        Span<char> folded = new char[form.Length];
        LemmaRules.Fold(form, folded);
        return new string(folded);
    }
}
