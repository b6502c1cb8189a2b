using System.Collections.Frozen;
using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Language;

/// <summary>One rule of a language: a pattern, what kind of expression it makes, and the slots it sets by itself.</summary>
/// <param name="Name">Its name in the language file; reasons quote it.</param>
/// <param name="Kind">How the resolver is to read its slots.</param>
/// <param name="Entry">Where its pattern begins in the program.</param>
/// <param name="Settings">Slots set by the rule.</param>
internal sealed record Rule(string Name, RuleKind Kind, int Entry, (Slot Slot, long Value)[] Settings);

/// <summary>The kinds of expression a rule can make.</summary>
internal enum RuleKind : byte
{
    /// <summary>A calendar date or clock time by its fields, absolute or to be completed from the context.</summary>
    Date,

    /// <summary>A number of units from the document's time ("last week", "yesterday"), perhaps narrowed by fields.</summary>
    Offset,

    /// <summary>A counted distance from a time ("two days ago", "a week later").</summary>
    Shift,

    /// <summary>The time last spoken of, or a unit of it ("that year", "the next day").</summary>
    Same,

    /// <summary>An amount of time.</summary>
    Duration,

    /// <summary>A repeated time.</summary>
    Set,

    /// <summary>A vague reference.</summary>
    Ref,

    /// <summary>Matched so that nothing else matches here; makes no expression.</summary>
    Nothing,
}

/// <summary>A holiday and how its day is found in a year.</summary>
/// <param name="Month">Month, or 0 for a day counted from Easter.</param>
/// <param name="Day">Day of the month; the number of the week (negative from the end) where a weekday is given; days from Easter.</param>
/// <param name="Weekday">ISO weekday, or 0 for a fixed day.</param>
/// <param name="Length">Number of days it lasts; 7 for a week.</param>
/// <param name="Orthodox">True where the days are counted from the Orthodox Easter.</param>
internal sealed record Holiday(int Month, int Day, int Weekday, int Length, bool Orthodox);

/// <summary>A language compiled: its words, the program of its patterns, its holidays and zones. Immutable once built;
/// thread-safe.</summary>
internal sealed class Grammar
{
    public required string Language { get; init; }
    public required Lexicon Lexicon { get; init; }
    public required Instruction[] Program { get; init; }
    public required TokenTest[][] TestSets { get; init; }
    public required Rule[] Rules { get; init; }
    public required int[] DigitRules { get; init; }
    public required FrozenDictionary<int, int[]> MarkRules { get; init; }
    public required IReadOnlyList<Holiday> Holidays { get; init; }
    public required IReadOnlyList<string[]> Zones { get; init; }
    public required IReadOnlyDictionary<string, int> Classes { get; init; }
    public required IReadOnlyList<(string Ending, int Tense)> TenseSuffixes { get; init; }
    public required int Possessive { get; init; }

    public int NumberClass { get; private set; }
    public int MultipleClass { get; private set; }
    public int NumberJoinClass { get; private set; }
    public int OrdinalClass { get; private set; }
    public int OrdinalSuffixClass { get; private set; }
    public int TenseClass { get; private set; }
    public int ClauseClass { get; private set; }
    public int PassiveClass { get; private set; }
    public int BetweenClass { get; private set; }
    public int RangeAndClass { get; private set; }
    public int RangeClass { get; private set; }
    public int SoonnessClass { get; private set; }
    public int AsClass { get; private set; }
    public int AwaitingClass { get; private set; }
    public int AwaitingMarkClass { get; private set; }
    public int InfinitiveClass { get; private set; }
    public int InfinitiveMarkClass { get; private set; }
    public int AheadClass { get; private set; }
    public int GlueClass { get; private set; }
    public int BackwardClass { get; private set; }
    public int MonthClass { get; private set; }

    /// <summary>The filters of the rules that can begin with a word, made on first use.</summary>
    public SecondToken[] SecondsOf(int word) => Lexicon[word].Seconds ??= new SecondTokens(this).Of(Lexicon[word].Rules, word);

    /// <summary>The filters of the rules that can begin with digits.</summary>
    public SecondToken[] DigitSeconds => _digitSeconds ??= new SecondTokens(this).Of(DigitRules, -1);

    private SecondToken[]? _digitSeconds;

    /// <summary>The class with this name, or -1 where the language has none.</summary>
    public int ClassOf(string name) => Classes.TryGetValue(name, out var index) ? index : -1;

    /// <summary>What tokens a pattern can go on with.</summary>
    public FirstTokens First { get; private set; } = null!;

    /// <summary>Looks up the classes that the engine itself asks for.</summary>
    public Grammar Bind()
    {
        NumberClass = ClassOf("number");
        MultipleClass = ClassOf("multiple");
        NumberJoinClass = ClassOf("numberjoin");
        OrdinalClass = ClassOf("ordinal");
        OrdinalSuffixClass = ClassOf("ordsuffix");
        TenseClass = ClassOf("tense");
        ClauseClass = ClassOf("clause");
        AheadClass = ClassOf("ahead");
        GlueClass = ClassOf("glue");
        BackwardClass = ClassOf("backward");
        MonthClass = ClassOf("month");
        InfinitiveMarkClass = ClassOf("infmark");
        InfinitiveClass = ClassOf("infinitive");
        AwaitingClass = ClassOf("awaiting");
        AwaitingMarkClass = ClassOf("awaitingmark");
        AsClass = ClassOf("as");
        SoonnessClass = ClassOf("soonness");
        var numbers = new[] { NumberClass, MultipleClass, OrdinalClass }.Where(c => c >= 0).Aggregate(0UL, (bits, c) => bits | 1UL << c);
        First = new FirstTokens(Program, numbers);
        RangeClass = ClassOf("rangeto");
        RangeAndClass = ClassOf("rangeand");
        BetweenClass = ClassOf("between");
        PassiveClass = ClassOf("passive");
        return this;
    }

    /// <summary>True where the token belongs to the class.</summary>
    public static bool Has(in TimeToken token, int index) => index >= 0 && (token.Classes >> index & 1) != 0;

    /// <summary>The value of the token in the class, where it belongs to it.</summary>
    public bool Sense(in TimeToken token, int index, out long value)
    {
        value = 0;
        if (!Has(token, index))
            return false;
        foreach (var sense in Lexicon[token.Word].Senses)
        {
            if (sense.Class == index)
            {
                value = sense.Value;
                return true;
            }
        }
        return false;
    }
}
