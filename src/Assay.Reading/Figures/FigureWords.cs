using System.Globalization;
using Assay.Ground.DataFiles;
using Assay.Reading.Text;

namespace Assay.Reading.Figures;

/// <summary>How a bound word changes the number after or before it.</summary>
internal enum Bound
{
    /// <summary>As it stands.</summary>
    Exact,

    /// <summary>That or more.</summary>
    AtLeast,

    /// <summary>That or less.</summary>
    AtMost,

    /// <summary>A little less.</summary>
    Nearly,

    /// <summary>A little more or less.</summary>
    About,
}

/// <summary>The words of a language for quantities, read once from its data file.</summary>
internal sealed class FigureWords
{
    /// <summary>English.</summary>
    public static FigureWords English { get; } = new(ReadingFiles.Words("Figures.Data.en.figures.txt"));

    private FigureWords(WordFile words)
    {
        Numbers = Values(words, "numbers");
        Magnitudes = Values(words, "magnitudes");
        Vague = words
            .Keyed("vague")
            .Select(v => (v.Key, Phrase: new PhraseSet([v.Key]), Min: Parse(v.Value[0]), Max: Parse(v.Value[1])))
            .OrderByDescending(v => v.Key.Length)
            .ToArray();
        VagueFirst = Vague.Select(v => v.Key.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        Fractions = words
            .Keyed("fractions")
            .Select(v => (Phrase: new PhraseSet([v.Key]), First: v.Key.Split(' ')[0], Value: Parse(v.Value[0])))
            .ToArray();
        Before =
        [
            (words.Phrases("at-least"), Bound.AtLeast),
            (words.Phrases("at-most"), Bound.AtMost),
            (words.Phrases("more-than"), Bound.AtLeast),
            (words.Phrases("less-than"), Bound.AtMost),
            (words.Phrases("nearly"), Bound.Nearly),
            (words.Phrases("exactly"), Bound.Exact),
            (words.Phrases("about"), Bound.About),
        ];
        After = [(words.Phrases("after-at-least"), Bound.AtLeast), (words.Phrases("after-about"), Bound.About)];
        Units = Names(words, "units");
        Currencies = Names(words, "currencies");
        UnitPhrases = new PhraseSet(Units.Keys);
        CurrencyPhrases = new PhraseSet(Currencies.Keys);
        TimeUnits = words.Set("time-units");
        Subjects = Names(words, "subjects");
        Kinds = new(Subjects.Values, StringComparer.Ordinal);
        SubjectPhrases = new PhraseSet(Subjects.Keys);
        Generic = words.Set("generic");
        NumberNouns = words.Set("number-nouns");
        Happenings = Names(words, "happenings");
        Increments = words.Set("increments");
        Parts = words.Phrases("parts");
        PartOf = words.Phrases("part-of");
        Changes = words.Set("changes");
        NotSubjects = words.Set("not-subjects");
        Stops = words.Set("stops");
        NoFigures = words.Set("no-figures");
        NoZero = words.Set("no-zero");
    }

    public Dictionary<string, decimal> Numbers { get; }

    public Dictionary<string, decimal> Magnitudes { get; }

    public (string Key, PhraseSet Phrase, decimal Min, decimal Max)[] Vague { get; }

    public HashSet<string> VagueFirst { get; }

    public (PhraseSet Phrase, string First, decimal Value)[] Fractions { get; }

    public (PhraseSet Phrases, Bound Bound)[] Before { get; }

    public (PhraseSet Phrases, Bound Bound)[] After { get; }

    public Dictionary<string, string> Units { get; }

    public Dictionary<string, string> Currencies { get; }

    public PhraseSet UnitPhrases { get; }

    public PhraseSet CurrencyPhrases { get; }

    public HashSet<string> TimeUnits { get; }

    public Dictionary<string, string> Subjects { get; }

    public HashSet<string> Kinds { get; }

    public PhraseSet SubjectPhrases { get; }

    public HashSet<string> Generic { get; }

    /// <summary>Nouns that stand for a number told before: "toll", "total".</summary>
    public HashSet<string> NumberNouns { get; }

    public Dictionary<string, string> Happenings { get; }

    public HashSet<string> Increments { get; }

    public PhraseSet Parts { get; }

    /// <summary>"of the", "of them": behind the number of a part.</summary>
    public PhraseSet PartOf { get; }

    public HashSet<string> Changes { get; }

    public HashSet<string> NotSubjects { get; }

    public HashSet<string> Stops { get; }

    public HashSet<string> NoFigures { get; }

    public HashSet<string> NoZero { get; }

    private static decimal Parse(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static Dictionary<string, decimal> Values(WordFile words, string section) =>
        words.Keyed(section).ToDictionary(p => p.Key, p => Parse(p.Value[0]), StringComparer.Ordinal);

    private static Dictionary<string, string> Names(WordFile words, string section)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, forms) in words.Keyed(section))
        {
            foreach (var form in forms)
                names.TryAdd(form, key);
        }

        return names;
    }
}
