using System.Collections.Frozen;
using Assay.Ground.DataFiles;
using Assay.Reading.Text;

namespace Assay.Reading.Syntax;

/// <summary>Function words that join, open and fill clauses, from <c>Events/Data/en.clauses.txt</c>. Immutable.</summary>
internal sealed class ClauseWords
{
    private readonly FrozenSet<string> function;

    /// <summary>Reads the sections.</summary>
    public ClauseWords(WordFile clauses)
    {
        Subordinator = clauses.Set("subordinator").ToFrozenSet();
        Relative = clauses.Set("relative").ToFrozenSet();
        Coordinator = clauses.Set("coordinator").ToFrozenSet();
        Determiner = clauses.Set("determiner").ToFrozenSet();
        Preposition = clauses.Set("preposition").ToFrozenSet();
        Particle = clauses.Set("particle").ToFrozenSet();
        Pronoun = clauses.Set("pronoun").ToFrozenSet();
        TimeLead = clauses.Phrases("time-lead");
        Connective = clauses.Phrases("connective");
        Locative = clauses.Phrases("locative");
        function = Subordinator
            .Concat(Relative)
            .Concat(Coordinator)
            .Concat(Determiner)
            .Concat(Preposition)
            .Concat(Pronoun)
            .Append("not")
            .Append("'s")
            .Append("to")
            .ToFrozenSet();
    }

    /// <summary>after, before, when, ...</summary>
    public FrozenSet<string> Subordinator { get; }

    /// <summary>who, which, ...</summary>
    public FrozenSet<string> Relative { get; }

    /// <summary>and, but, ...</summary>
    public FrozenSet<string> Coordinator { get; }

    /// <summary>the, a, its, ...</summary>
    public FrozenSet<string> Determiner { get; }

    /// <summary>out, off, up, ...: words that end a verb ("broke out") as often as they begin a phrase.</summary>
    public FrozenSet<string> Particle { get; }

    /// <summary>of, in, on, ...</summary>
    public FrozenSet<string> Preposition { get; }

    /// <summary>he, she, there, ...</summary>
    public FrozenSet<string> Pronoun { get; }

    /// <summary>Words that go with a time after them.</summary>
    public PhraseSet TimeLead { get; }

    /// <summary>Words that tie a sentence to the one before.</summary>
    public PhraseSet Connective { get; }

    /// <summary>Prepositions that put an event in a place.</summary>
    public PhraseSet Locative { get; }

    /// <summary>True for a word that may stand for a noun before it: who, which, that.</summary>
    public bool IsRelative(string lower) => Relative.Contains(lower) || lower is "that";

    /// <summary>True for a word of any of these classes.</summary>
    public bool IsFunctionWord(string lower) => function.Contains(lower);
}
