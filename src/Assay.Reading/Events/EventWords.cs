using Assay.Reading.Syntax;
using Assay.Reading.Text;

namespace Assay.Reading.Events;

/// <summary>Tells words that name events from words that name things.</summary>
public static class EventWords
{
    /// <summary>True where one of the words names an event: "meetings and calls", "air strikes".</summary>
    public static bool NamesEvents(string words) =>
        Read(words)
            .Any(w =>
                VerbLexicon.English.IsEventNoun(w)
                || w.Lower.EndsWith('s') && VerbLexicon.English.IsEventNoun(w with { Lower = w.Lower[..^1] })
            );

    /// <summary>True where one of the words has this stem.</summary>
    public static bool IsSameKind(string words, string stem) => Read(words).Any(w => VerbLexicon.English.Stem(w.Lower) == stem);

    private static List<Word> Read(string words)
    {
        var found = new List<Word>();
        new WordReader(words).Read(new Assay.Ground.Anchors.TextSpan(0, words.Length), found);
        return found;
    }
}
