using Assay.Ground.DataFiles;
using Assay.Reading.Syntax;
using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>The words of a language that show voice and stance, read once from its data file.</summary>
internal sealed class VoiceWords
{
    // Words as near as this to "happen" deny as it does that anything was there.
    private const int Coming = 5;
    private readonly HashSet<string> pasts;
    private readonly HashSet<string> notPasts;

    /// <summary>English.</summary>
    public static VoiceWords English { get; } = new(ReadingFiles.Words("Voices.Data.en.voices.txt"));

    private VoiceWords(WordFile words)
    {
        Saying = new VerbTable(words.Entries("report"));
        Denying = new VerbTable(words.Entries("deny-object"));
        Naming = new VerbTable(words.Entries("naming"));
        Finding = new VerbTable(words.Entries("finding"));
        ObjectVerbs = words.Set("report-object");
        AllegingVerbs = words.Set("alleging");
        DenyingVerbs = words.Set("denying");
        AskingVerbs = words.Set("asking");
        PredictingVerbs = words.Set("predicting");
        SpeakingOf = words.Phrases("speaking-of");
        Unsaid = words.Set("unsaid");
        Nobody = words.Set("nobody");
        Documents = words.Set("documents");
        OwnNumbers = words.Set("own-numbers");
        ClaimNouns = words.Set("claim-nouns");
        Pronouns = words.Set("pronouns");
        Adverbs = words.Set("adverbs");
        Hedges = new PhraseSet([
            .. words.Entries("hedges"),
            .. words.Entries("supposing-would").SelectMany(_ => words.Entries("supposing"), (would, think) => $"{would} {think}"),
        ]);
        Hearsay = words.Phrases("hearsay");
        Possible = words.Set("possible");
        Future = words.Phrases("future");
        Would = words.Set("would");
        NotForecast = words.Phrases("not-forecast");
        Unquestioned = words.Set("unquestioned");
        Horizons = words.Phrases("horizon");
        Denials = words.Phrases("denials");
        var existing = words.Entries("existence-verbs").ToList();
        ExistenceVerbs = new VerbTable(
            existing
                .Concat(Events.AkinWords.English.Near(existing[0], Coming))
                .Distinct()
                .Where(v => !v.Contains(' ', StringComparison.Ordinal))
        );
        QuestionWords = words.Set("question-words");
        Examinations = words.Set("examinations");
        Interviews = words.Set("interviews");
        Auxiliaries = words.Set("auxiliaries");
        Conjunctions = words.Set("conjunctions");
        Subordinators = words.Set("subordinators");
        Addressees = words.Set("addressees");
        Settings = words.Set("settings");
        pasts = words.Set("pasts");
        notPasts = words.Set("not-pasts");
    }

    public VerbTable Saying { get; }

    public VerbTable Denying { get; }

    public VerbTable Naming { get; }

    public VerbTable Finding { get; }

    public HashSet<string> ObjectVerbs { get; }

    public HashSet<string> AllegingVerbs { get; }

    public HashSet<string> DenyingVerbs { get; }

    public HashSet<string> AskingVerbs { get; }

    public HashSet<string> PredictingVerbs { get; }

    public PhraseSet SpeakingOf { get; }

    public HashSet<string> Unsaid { get; }

    /// <summary>Words that stand where a source would and name none.</summary>
    public HashSet<string> Nobody { get; }

    public HashSet<string> Documents { get; }

    public HashSet<string> OwnNumbers { get; }

    public HashSet<string> ClaimNouns { get; }

    public HashSet<string> Pronouns { get; }

    public HashSet<string> Adverbs { get; }

    public PhraseSet Hedges { get; }

    public PhraseSet Hearsay { get; }

    public HashSet<string> Possible { get; }

    public PhraseSet Future { get; }

    public HashSet<string> Would { get; }

    public PhraseSet NotForecast { get; }

    public HashSet<string> Unquestioned { get; }

    public PhraseSet Horizons { get; }

    public PhraseSet Denials { get; }

    public VerbTable ExistenceVerbs { get; }

    public HashSet<string> QuestionWords { get; }

    /// <summary>Before the name of whoever is heard, in a line of a transcript.</summary>
    public HashSet<string> Examinations { get; }

    /// <summary>Words in the head of an interview.</summary>
    public HashSet<string> Interviews { get; }

    public HashSet<string> Auxiliaries { get; }

    public HashSet<string> Conjunctions { get; }

    public HashSet<string> Subordinators { get; }

    public HashSet<string> Addressees { get; }

    public HashSet<string> Settings { get; }

    /// <summary>True for an irregular past such as "sent", in lower case.</summary>
    public bool IsIrregularPast(string word) => pasts.Contains(word);

    /// <summary>True for a word that marks a finite clause: an auxiliary, an irregular past, or a form in -ed.</summary>
    public bool IsFinite(Word word) =>
        word.Kind == WordKind.Word && !word.IsName && (Auxiliaries.Contains(word.Lower) || IsPast(word) || pasts.Contains(word.Lower));

    /// <summary>True for a past tense or participle.</summary>
    public bool IsPast(Word word) =>
        word.Kind == WordKind.Word
        && !word.IsName
        && !notPasts.Contains(word.Lower)
        && (
            (word.Lower.Length > 4 && word.Lower.EndsWith("ed", StringComparison.Ordinal))
            || (pasts.Contains(word.Lower) && !word.Lower.EndsWith('s'))
        );
}
