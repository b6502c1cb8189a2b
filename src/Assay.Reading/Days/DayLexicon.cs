using System.Collections.Frozen;
using Assay.Ground.DataFiles;
using Assay.Reading.Events;
using Assay.Reading.Syntax;
using Assay.Reading.Text;

namespace Assay.Reading.Days;

/// <summary>The words that tell which day a clock is on (<c>Days/Data/en.days.txt</c>). Immutable.</summary>
internal sealed class DayLexicon
{
    private static readonly Lazy<DayLexicon> Shared = new(() => new DayLexicon(ReadingFiles.Words("Days.Data.en.days.txt")));

    private DayLexicon(WordFile sections)
    {
        FrozenSet<string> Set(string name) => sections.Words(name, StringComparer.Ordinal);
        (Glue, Range, Document, Procedure) = (Set("glue"), Set("range"), Set("document"), Set("procedure"));
        (Writers, DocumentAnaphors, Future, Record) = (Set("writers"), Set("document-standing-for"), Set("future"), Set("record"));
        Musing = Set("musing");
        Live = sections.Entries("live");
        (ProcedureWith, Giving, Account) = (Set("procedure-with"), Set("giving"), Set("account"));
        (Deadline, Boundary, Relative, Article) = (Set("deadline"), Set("boundary"), Set("relative"), Set("article"));
    }

    /// <summary>The English words, loaded on first use.</summary>
    public static DayLexicon English => Shared.Value;

    /// <summary>What may stand between a day and the clock it belongs to.</summary>
    public FrozenSet<string> Glue { get; }

    /// <summary>What stands between the two ends of a range.</summary>
    public FrozenSet<string> Range { get; }

    /// <summary>Nouns for documents.</summary>
    public FrozenSet<string> Document { get; }

    /// <summary>Words that stand for a document before "of" and its day.</summary>
    public FrozenSet<string> DocumentAnaphors { get; }

    /// <summary>Nouns for records, whose day is that of what they tell.</summary>
    public FrozenSet<string> Record { get; }

    /// <summary>Words before a verb of what is still to come.</summary>
    public FrozenSet<string> Future { get; }

    /// <summary>Pronouns of who writes.</summary>
    public FrozenSet<string> Writers { get; }

    /// <summary>What the head of a page says that is written while it happens.</summary>
    public IReadOnlyList<string> Live { get; }

    /// <summary>Verbs of thinking, which tell nothing where they are those of who writes.</summary>
    public FrozenSet<string> Musing { get; }

    /// <summary>Verbs of courts, offices and publishers.</summary>
    public FrozenSet<string> Procedure { get; }

    /// <summary>Verbs that are of these before "with" alone.</summary>
    public FrozenSet<string> ProcedureWith { get; }

    /// <summary>Verbs by which an account of things is given.</summary>
    public FrozenSet<string> Giving { get; }

    /// <summary>Nouns for an account of things.</summary>
    public FrozenSet<string> Account { get; }

    /// <summary>Words before a day that is an end set for something.</summary>
    public FrozenSet<string> Deadline { get; }

    /// <summary>Words that open a clause.</summary>
    public FrozenSet<string> Boundary { get; }

    /// <summary>Words that open a relative clause.</summary>
    public FrozenSet<string> Relative { get; }

    /// <summary>Words that point back, before a weekday.</summary>
    public FrozenSet<string> Article { get; }

    /// <summary>True for a verb that carries somebody's words.</summary>
    public static bool IsSaying(Word word) =>
        word.Kind == WordKind.Word
        && (VerbLexicon.English.IsPastForm(word) || word.Lower.EndsWith('s'))
        && VerbLexicon.English.Speech.Contains(VerbLexicon.English.Stem(word.Lower));

    /// <summary>True for a past participle or a past form.</summary>
    public static bool IsPast(Word word) => VerbLexicon.English.IsPastForm(word);
}
