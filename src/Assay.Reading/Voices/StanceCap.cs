using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>How firmly words can stand at most, by the words themselves. Nobody who drafts from them may make them firmer.</summary>
public static class StanceCap
{
    /// <summary>The firmest stance that the words allow, and the words or marks that say so; null where they set no limit.</summary>
    /// <param name="text">The text the words stand in.</param>
    /// <param name="span">Where they stand.</param>
    /// <param name="from">Where the paragraph begins that holds them: quotation marks are counted from there.</param>
    public static (Stance Most, string Cue)? Of(string text, TextSpan span, int from)
    {
        var words = new List<Word>();
        new WordReader(text).Read(span, words);
        if (words.Exists(w => w.Is("?")))
            return (Stance.Asked, "?");
        var hedge = VoiceWords.English.Hedges.Find(words, 0, words.Count);
        if (hedge.At >= 0)
            return (Stance.Alleged, text[words[hedge.At].Start..words[hedge.At + hedge.Length - 1].End]);
        var hearsay = VoiceWords.English.Hearsay.Find(words, 0, words.Count);
        if (hearsay.At >= 0)
            return (Stance.Reported, text[words[hearsay.At].Start..words[hearsay.At + hearsay.Length - 1].End]);
        return IsQuoted(text, span, from, words) ? (Stance.Reported, "“”") : null;
    }

    /// <summary>The stance as far as the words allow it.</summary>
    /// <param name="given">The stance asked for.</param>
    /// <param name="most">The firmest that the words allow.</param>
    public static Stance Capped(Stance given, Stance most) =>
        (given, most) switch
        {
            (Stance.Asserted or Stance.Reported or Stance.Alleged, Stance.Asked) => Stance.Asked,
            (Stance.Asserted or Stance.Reported, Stance.Alleged) => Stance.Alleged,
            (Stance.Asserted, Stance.Reported) => Stance.Reported,
            _ => given,
        };

    // Quotation marks in the words, or words that stand inside a pair of them.
    private static bool IsQuoted(string text, TextSpan span, int from, List<Word> words)
    {
        if (words.Exists(w => w.Kind == WordKind.QuoteMark))
            return true;
        var open = 0;
        foreach (var c in text.AsSpan(from, span.Start - from))
            open = c switch
            {
                '“' or '„' or '«' => 1,
                '”' or '»' => 0,
                '"' => 1 - open,
                _ => open,
            };
        return open == 1;
    }
}
