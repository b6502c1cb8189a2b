using System.Collections.Frozen;
using Assay.Ground.DataFiles;
using Assay.Reading.Syntax;
using Assay.Reading.Text;

namespace Assay.Reading.Syntax;

/// <summary>
/// English verbs as far as clauses need them: which word is the finite verb of a clause, what class it has, and a stem that a verb shares
/// with the nouns made from it ("announced", "announcement"). The words are data (<c>Events/Data/en.verbs.txt</c>). Immutable.
/// </summary>
internal sealed class VerbLexicon
{
    private static readonly Lazy<VerbLexicon> Shared = new(() =>
        new VerbLexicon(ReadingFiles.Words("Events.Data.en.verbs.txt"), ReadingFiles.Words("Events.Data.en.clauses.txt"))
    );

    private readonly FrozenDictionary<string, string> baseOf;
    private readonly FrozenDictionary<string, string> verbOf;
    private readonly FrozenSet<string> auxiliary;
    private readonly FrozenSet<string> present;
    private readonly FrozenSet<string> notEd;
    private readonly FrozenSet<string> notIng;
    private readonly FrozenSet<string> eventNouns;

    private VerbLexicon(WordFile verbs, WordFile clauses)
    {
        baseOf = verbs
            .Keyed("irregular")
            .SelectMany(v => v.Value.Select(form => (form, v.Key)))
            .DistinctBy(f => f.form)
            .ToFrozenDictionary(f => f.form, f => f.Key);
        verbOf = clauses
            .Keyed("nominalisation")
            .SelectMany(v => v.Value.Select(form => (form, v.Key)))
            .DistinctBy(f => f.form)
            .ToFrozenDictionary(f => f.form, f => f.Key);
        auxiliary = verbs.Set("auxiliary").ToFrozenSet();
        present = verbs.Set("present").ToFrozenSet();
        notEd = verbs.Set("ed-exceptions").ToFrozenSet();
        notIng = verbs.Set("participle-exceptions").ToFrozenSet();
        eventNouns = clauses.Set("event-noun").Concat(verbOf.Keys).ToFrozenSet();
        Speech = Stems(verbs, "speech");
        Reporting = Stems(verbs, "reporting");
        Performative = Stems(verbs, "performative");
        Light = Stems(verbs, "light");
        Words = new ClauseWords(clauses);
    }

    /// <summary>The English lexicon, loaded on first use.</summary>
    public static VerbLexicon English => Shared.Value;

    /// <summary>The function words of clauses.</summary>
    public ClauseWords Words { get; }

    /// <summary>Stems of verbs that carry somebody's words.</summary>
    public FrozenSet<string> Speech { get; }

    /// <summary>Stems of verbs that report what others did.</summary>
    public FrozenSet<string> Reporting { get; }

    /// <summary>Stems of verbs that do what they say.</summary>
    public FrozenSet<string> Performative { get; }

    /// <summary>Stems of verbs that leave it to a noun to name the event.</summary>
    public FrozenSet<string> Light { get; }

    /// <summary>True for was, had, would and their like.</summary>
    public bool IsAuxiliary(Word word) => auxiliary.Contains(word.Lower);

    /// <summary>True where the word names an event: "meeting", "announcement", "deployment".</summary>
    public bool IsEventNoun(Word word) =>
        word.Kind == WordKind.Word && (eventNouns.Contains(word.Lower) || (word.Lower.Length > 7 && EndsInEventSuffix(word.Lower)));

    /// <summary>True where the word is the finite verb of its clause, or part of it, given the words around it.</summary>
    /// <param name="words">The words of the sentence.</param>
    /// <param name="at">Index of the word.</param>
    /// <param name="from">First word of the segment.</param>
    /// <param name="end">One past its last word.</param>
    public bool IsFinite(IReadOnlyList<Word> words, int at, int from, int end)
    {
        var word = words[at];
        if (word.Kind != WordKind.Word)
            return false;
        if (word.Lower is "be" or "been" or "being")
            return false;
        if (auxiliary.Contains(word.Lower))
            return true;
        if (word.Capital && at > from)
            return false;
        if (baseOf.ContainsKey(word.Lower))
            return !IsNominal(words, at, from);
        if (present.Contains(word.Lower))
            return at > from && !IsNominal(words, at, from);
        return IsRegularPast(word.Lower) && !IsAttribute(words, at, from, end);
    }

    /// <summary>True for an -ing form that opens a clause ("announcing the deal").</summary>
    public bool IsParticiple(Word word) =>
        word.Kind == WordKind.Word
        && !word.Capital
        && word.Lower.Length > 4
        && word.Lower.EndsWith("ing", StringComparison.Ordinal)
        && !notIng.Contains(word.Lower);

    /// <summary>True for a past participle or a past form, whatever stands around it.</summary>
    public bool IsPastForm(Word word) => word.Kind == WordKind.Word && (baseOf.ContainsKey(word.Lower) || IsRegularPast(word.Lower));

    /// <summary>A stem shared by the forms of a verb and the nouns made from it. Not a word; only good for comparing.</summary>
    public string Stem(string lower)
    {
        if (verbOf.TryGetValue(lower, out var verb))
            lower = verb;
        if (baseOf.TryGetValue(lower, out var root))
            lower = root;
        return Strip(lower);
    }

    private static FrozenSet<string> Stems(WordFile verbs, string section) => verbs.Entries(section).Select(Strip).ToFrozenSet();

    private bool IsRegularPast(string lower) =>
        lower.Length > 3 && lower.EndsWith("ed", StringComparison.Ordinal) && !notEd.Contains(lower);

    // "the cut", "to set", "five shot": a determiner, a preposition, "to" or a possessive before it makes it no finite verb.
    private bool IsNominal(IReadOnlyList<Word> words, int at, int from)
    {
        if (at == from)
            return false;
        var before = words[at - 1];
        return Words.Determiner.Contains(before.Lower)
                && before.Lower is not ("this" or "that" or "these" or "those" or "all" or "both" or "some")
            || Words.Preposition.Contains(before.Lower) && !before.Is("than")
            || before.Is("'s");
    }

    // "a pre-recorded video", "the newly elected president", "Armed men stormed": an attribute of the noun after it.
    private bool IsAttribute(IReadOnlyList<Word> words, int at, int from, int end)
    {
        if (at + 1 >= end || !IsNounLike(words[at + 1]))
            return false;
        var before = at - 1;
        while (before >= from && words[before].Lower.EndsWith("ly", StringComparison.Ordinal))
            before--;
        if (before < from || Words.Coordinator.Contains(words[before].Lower) && before == from)
            return before < from;
        var word = words[before];
        return Words.Determiner.Contains(word.Lower)
            || Words.Preposition.Contains(word.Lower)
            || word.Is("'s")
            || word.Is("and")
            || word.Kind is WordKind.Number or WordKind.QuoteMark;
    }

    private bool IsNounLike(Word word) =>
        word.Kind == WordKind.Word
        && !Words.IsFunctionWord(word.Lower)
        && !auxiliary.Contains(word.Lower)
        && !word.Lower.EndsWith("ly", StringComparison.Ordinal);

    private static bool EndsInEventSuffix(string lower) =>
        lower.EndsWith("tion", StringComparison.Ordinal)
        || lower.EndsWith("tions", StringComparison.Ordinal)
        || lower.EndsWith("ment", StringComparison.Ordinal)
        || lower.EndsWith("ments", StringComparison.Ordinal)
        || lower.EndsWith("sion", StringComparison.Ordinal);

    private static string Strip(string lower)
    {
        var stem =
            lower.EndsWith("ies", StringComparison.Ordinal) && lower.Length > 4 ? lower[..^3] + "y"
            : lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) && lower.Length > 3 ? lower[..^1]
            : lower;
        foreach (var suffix in (string[])["ation", "ment", "ing", "ied", "ed", "ion", "al"])
        {
            if (stem.Length - suffix.Length < 3 || !stem.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            if (suffix == "ion" && stem[^4] is not ('t' or 's'))
                continue;
            if (suffix == "al" && stem.Length < 7)
                continue;
            stem = stem[..^suffix.Length] + (suffix == "ied" ? "y" : "");
            break;
        }

        if (stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'e' or 'o'))
            stem = stem[..^1];
        if (stem.Length > 3 && stem[^1] == 'e')
            stem = stem[..^1];
        return stem;
    }
}
