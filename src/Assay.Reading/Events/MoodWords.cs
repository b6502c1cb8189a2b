using System.Collections.Frozen;
using Assay.Ground.DataFiles;

namespace Assay.Reading.Events;

/// <summary>Words that tell the mood of a clause, from <c>Events/Data/en.clauses.txt</c>. Immutable.</summary>
internal sealed class MoodWords
{
    private static readonly Lazy<MoodWords> Shared = new(() => new MoodWords(ReadingFiles.Words("Events.Data.en.clauses.txt")));

    private MoodWords(WordFile clauses)
    {
        Negator = clauses.Set("negator").ToFrozenSet();
        NotDenied = clauses.Set("not-denied").ToFrozenSet();
        Nothing = clauses.Set("nothing").ToFrozenSet();
        OnlyThen = clauses.Set("only-then").ToFrozenSet();
        Condition = clauses.Set("condition").ToFrozenSet();
        Reading = clauses.Set("reading").ToFrozenSet();
        ReadingAs = clauses.Set("reading-as").ToFrozenSet();
        Clocks = clauses.Set("clocks").ToFrozenSet();
        Unreal = clauses.Set("unreal").ToFrozenSet();
        Ahead = clauses.Set("ahead").ToFrozenSet();
        Hindsight = clauses.Set("hindsight").ToFrozenSet();
        Be = clauses.Set("be").ToFrozenSet();
        Plan = clauses.Set("plan").ToFrozenSet();
        Planning = clauses.Set("planning").ToFrozenSet();
        PlanLink = clauses.Set("plan-link").ToFrozenSet();
        Habit = clauses.Set("habit").ToFrozenSet();
    }

    /// <summary>The words for English, read on first use.</summary>
    public static MoodWords English => Shared.Value;

    /// <summary>not, never, ...</summary>
    public FrozenSet<string> Negator { get; }

    /// <summary>Words after a negator that undo it.</summary>
    public FrozenSet<string> NotDenied { get; }

    /// <summary>no, nobody, ...: subjects of which nothing is told.</summary>
    public FrozenSet<string> Nothing { get; }

    /// <summary>until, till.</summary>
    public FrozenSet<string> OnlyThen { get; }

    /// <summary>if, unless, ...</summary>
    public FrozenSet<string> Condition { get; }

    /// <summary>read, taken, ...: what is done with a clock to try it.</summary>
    public FrozenSet<string> Reading { get; }

    /// <summary>as, in, ...: before the zone it is tried in.</summary>
    public FrozenSet<string> ReadingAs { get; }

    /// <summary>time, clock, ...: what the words of a zone end with.</summary>
    public FrozenSet<string> Clocks { get; }

    /// <summary>would, could, ...: unreal with "have".</summary>
    public FrozenSet<string> Unreal { get; }

    /// <summary>will, shall, ...</summary>
    public FrozenSet<string> Ahead { get; }

    /// <summary>later, eventually: "would later say" is a fact.</summary>
    public FrozenSet<string> Hindsight { get; }

    /// <summary>Forms of "be".</summary>
    public FrozenSet<string> Be { get; }

    /// <summary>due, scheduled, ...</summary>
    public FrozenSet<string> Plan { get; }

    /// <summary>plan, intend, ...: in their base form.</summary>
    public FrozenSet<string> Planning { get; }

    /// <summary>Words between a plan and what is planned.</summary>
    public FrozenSet<string> PlanLink { get; }

    /// <summary>usually, normally, ...</summary>
    public FrozenSet<string> Habit { get; }
}
