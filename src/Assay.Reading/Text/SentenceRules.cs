using System.Collections.Frozen;

namespace Assay.Reading.Text;

/// <summary>The words of one language that decide where a sentence ends; read from <c>Text/Data/xx.sentences.txt</c>.</summary>
internal sealed class SentenceRules
{
    private static readonly Lazy<SentenceRules> LazyEnglish = new(() => new SentenceRules("Text.Data.en.sentences.txt"));
    private readonly FrozenSet<string> titles;
    private readonly FrozenSet<string> months;
    private readonly FrozenSet<string> other;
    private readonly FrozenSet<string> clock;
    private readonly FrozenSet<string> numbered;
    private readonly FrozenSet<string> afterClock;
    private readonly FrozenSet<string> starters;
    private readonly FrozenSet<string> speech;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> abbreviations;

    private SentenceRules(string resource)
    {
        var sections = ReadingFiles.Words(resource);
        FrozenSet<string> Fold(string name) => sections.Words(name, StringComparer.OrdinalIgnoreCase);
        FrozenSet<string> Exact(string name) => sections.Words(name, StringComparer.Ordinal);
        (titles, months, other, clock, numbered) = (Fold("titles"), Fold("months"), Fold("other"), Fold("clock"), Fold("numbered"));
        (afterClock, starters, speech) = (Exact("after clock"), Exact("starters"), Exact("speech"));
        // Compared as spelled, so that "the sun." keeps its end of sentence and "Sun." does not.
        abbreviations = titles
            .Concat(months)
            .Concat(other)
            .Concat(clock)
            .Select(w => w[..^1])
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The rules for English.</summary>
    public static SentenceRules English => LazyEnglish.Value;

    /// <summary>True where the word, given without its stop, is an abbreviation written with one.</summary>
    public bool IsAbbreviation(ReadOnlySpan<char> word) => abbreviations.Contains(word);

    /// <summary>How an abbreviation, given with its stop, behaves at its stop.</summary>
    public StopRule RuleOf(string word)
    {
        if (clock.Contains(word))
            return StopRule.Clock;
        var spelled = IsAbbreviation(word.AsSpan(0, word.Length - 1));
        if (numbered.Contains(word) && !(spelled && titles.Contains(word)))
            return StopRule.Numbered;
        if (!spelled)
            return StopRule.Ordinary;
        return titles.Contains(word) ? StopRule.Title : StopRule.Starter;
    }

    /// <summary>True for a word that begins a sentence when capitalised.</summary>
    public bool IsStarter(string word) => starters.Contains(word);

    /// <summary>True for a word that carries a time of day on: a weekday, a month, a zone.</summary>
    public bool FollowsClock(string word) => afterClock.Contains(word);

    /// <summary>True for a verb of saying.</summary>
    public bool IsSpeech(string word) => speech.Contains(word);
}

/// <summary>What a full stop after a word means.</summary>
internal enum StopRule
{
    /// <summary>It ends the sentence.</summary>
    Ordinary,

    /// <summary>It never ends the sentence.</summary>
    Title,

    /// <summary>It ends the sentence before a word that begins sentences.</summary>
    Starter,

    /// <summary>It ends the sentence before a capital, unless the time goes on.</summary>
    Clock,

    /// <summary>It ends the sentence unless a number follows.</summary>
    Numbered,
}
