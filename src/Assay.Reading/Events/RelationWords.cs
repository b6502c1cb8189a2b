using System.Globalization;
using Assay.Ground.DataFiles;
using Assay.Reading.Text;
using NodaTime;

namespace Assay.Reading.Events;

/// <summary>Which side of a relation the clause with the words stands on.</summary>
internal enum RelationSide
{
    /// <summary>The clause is the earlier event.</summary>
    Before,

    /// <summary>The clause is the later event.</summary>
    After,

    /// <summary>The two are at one time.</summary>
    Same,
}

/// <summary>Words of relation and what they mean, from <c>Events/Data/en.relations.txt</c>. Immutable.</summary>
internal sealed class RelationWords
{
    private static readonly Lazy<RelationWords> Shared = new(() => new RelationWords(ReadingFiles.Words("Events.Data.en.relations.txt")));
    private readonly Dictionary<string, (RelationSide Side, RelationMeaning Meaning)> meanings;

    private RelationWords(WordFile lexicon)
    {
        meanings = lexicon
            .Keyed("relation")
            .Concat(lexicon.Keyed("relation-verb"))
            .Concat(lexicon.Keyed("relation-when"))
            .Concat(lexicon.Keyed("relation-until"))
            .Concat(lexicon.Keyed("relation-measured"))
            .Concat(lexicon.Keyed("only-then"))
            .ToDictionary(r => r.Key, r => Parse(r.Value), StringComparer.Ordinal);
        Relations = new PhraseSet(lexicon.Keyed("relation").Select(r => r.Key));
        Verbs = new PhraseSet(lexicon.Keyed("relation-verb").Select(r => r.Key));
        When = new PhraseSet(lexicon.Keyed("relation-when").Select(r => r.Key));
        Until = new PhraseSet(lexicon.Keyed("relation-until").Select(r => r.Key));
        OnlyThen = new PhraseSet(lexicon.Keyed("only-then").Select(r => r.Key));
        Measured = new PhraseSet(lexicon.Keyed("relation-measured").Select(r => r.Key));
        ClockDistance = lexicon.Set("clock-distance");
        Contrast = lexicon.Set("contrast");
        Within = lexicon.Phrases("within");
        Clause = lexicon.Set("clause");
        Aside = lexicon.Phrases("aside");
        Beside = lexicon.Set("beside");
        Quarters = lexicon.Set("quarters");
        ByThen = lexicon.Phrases("by-then");
        Bound = lexicon.Phrases("bound");
        LaterBare = lexicon.Set("later-bare");
        AtTheEnd = lexicon.Set("at-the-end");
        Already = lexicon.Set("already");
        Denying = lexicon.Set("denying");
        Later = lexicon.Phrases("later");
        Earlier = lexicon.Phrases("earlier");
        AtMost = lexicon.Phrases("at-most");
        AtLeast = lexicon.Phrases("at-least");
        About = lexicon.Phrases("about");
        Exactly = lexicon.Phrases("exactly");
        Decoration = lexicon.Phrases("decoration");
    }

    /// <summary>The English words.</summary>
    public static RelationWords English => Shared.Value;

    /// <summary>Words of relation between a clause and what follows.</summary>
    public PhraseSet Relations { get; }

    /// <summary>Words that tell how two clocks differ, where they are what a length with "be" says.</summary>
    public IReadOnlySet<string> ClockDistance { get; }

    /// <summary>any, even: words of a clause that contrast it with what was done before it.</summary>
    public IReadOnlySet<string> Contrast { get; }

    /// <summary>within, inside: before a length and "of".</summary>
    public PhraseSet Within { get; }

    /// <summary>Words that a clause about what was told last may follow: "I admit that this was ten minutes after the alarm".</summary>
    public IReadOnlySet<string> Clause { get; }

    /// <summary>Verbs of relation between two events.</summary>
    public PhraseSet Verbs { get; }

    /// <summary>"when", which tells an order where the other clause says "already".</summary>
    public PhraseSet When { get; }

    /// <summary>"until", which tells an order where the other clause is denied.</summary>
    public PhraseSet Until { get; }

    /// <summary>Words of relation after a length only: "behind".</summary>
    public PhraseSet Measured { get; }

    /// <summary>Words between marks that part a length from its words of relation: "that is".</summary>
    public PhraseSet Aside { get; }

    /// <summary>What may stand between a clock and a length that is told beside it.</summary>
    public IReadOnlySet<string> Beside { get; }

    /// <summary>Words of rough parts of an hour.</summary>
    public IReadOnlySet<string> Quarters { get; }

    /// <summary>Words that belong together: the last of them begins no words of relation.</summary>
    public PhraseSet Bound { get; }

    /// <summary>"after" with nothing but a comma behind it.</summary>
    public IReadOnlySet<string> LaterBare { get; }

    /// <summary>Words that tell an order where a mark follows: "got there first".</summary>
    public IReadOnlySet<string> AtTheEnd { get; }

    /// <summary>"by then".</summary>
    public PhraseSet ByThen { get; }

    /// <summary>"only then": after what was told last.</summary>
    public PhraseSet OnlyThen { get; }

    /// <summary>Words of what was over by then.</summary>
    public IReadOnlySet<string> Already { get; }

    /// <summary>Words that deny.</summary>
    public IReadOnlySet<string> Denying { get; }

    /// <summary>"later" after a length of time.</summary>
    public PhraseSet Later { get; }

    /// <summary>"earlier" after a length of time.</summary>
    public PhraseSet Earlier { get; }

    /// <summary>Words that make a length an upper bound.</summary>
    public PhraseSet AtMost { get; }

    /// <summary>Words that make a length a lower bound.</summary>
    public PhraseSet AtLeast { get; }

    /// <summary>Words that make a length a rough one.</summary>
    public PhraseSet About { get; }

    /// <summary>Words that make a length an exact one.</summary>
    public PhraseSet Exactly { get; }

    /// <summary>Words before a length that change nothing.</summary>
    public PhraseSet Decoration { get; }

    /// <summary>True where a word of relation may stand among the words.</summary>
    public bool Any(IReadOnlyList<Word> words)
    {
        var (isOver, isDenied) = (false, false);
        foreach (var word in words)
            (isOver, isDenied) = (isOver || Already.Contains(word.Lower), isDenied || Denying.Contains(word.Lower));
        for (var i = 0; i < words.Count; i++)
            if (
                Relations.Match(words, i, words.Count) > 0
                || ByThen.Match(words, i, words.Count) > 0
                || AtTheEnd.Contains(words[i].Lower) && i + 1 < words.Count && words[i + 1].Kind == WordKind.Mark
                || isOver && When.Match(words, i, words.Count) > 0
                || isDenied && Until.Match(words, i, words.Count) > 0
            )
                return true;
        return false;
    }

    /// <summary>What some words of relation mean.</summary>
    public (RelationSide Side, RelationMeaning Meaning) this[string words] => meanings[words];

    /// <summary>The plain words of relation with their meaning, for showing.</summary>
    public IEnumerable<(string Words, RelationMeaning Meaning)> All => meanings.Select(m => (m.Key, m.Value.Meaning));

    private static (RelationSide Side, RelationMeaning Meaning) Parse(string[] parts)
    {
        var side = parts[0] switch
        {
            "before" => RelationSide.Before,
            "after" => RelationSide.After,
            _ => RelationSide.Same,
        };
        var strict = parts[1] == "+";
        Duration? min =
            parts[1] == "-" ? null
            : strict ? Duration.Zero
            : Minutes(parts[1]);
        Duration? max = parts[2] == "-" ? null : Minutes(parts[2]);
        var kind =
            side == RelationSide.Same ? "simultaneity"
            : max is not null ? "gap"
            : "order";
        return (side, new RelationMeaning(min, strict, max, kind));
    }

    private static Duration Minutes(string number) => Duration.FromMinutes(double.Parse(number, CultureInfo.InvariantCulture));
}
