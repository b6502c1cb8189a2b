using Assay.Reading.Syntax;
using Assay.Reading.Text;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Reading.Events;

/// <summary>What a stated length of time ("a mere 9 hours", "less than two days", "exactly 40 minutes") means as bounds.</summary>
/// <param name="words">Words that change bounds.</param>
/// <param name="tolerances">How far round lengths may be off.</param>
internal sealed class LengthReader(RelationWords words, Tolerances tolerances)
{
    /// <summary>The meaning of the duration, with the words before it; and the first word that belongs to it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="time">Index of the duration among the sentence's time expressions.</param>
    public (RelationMeaning Meaning, int From)? Read(ParsedSentence sentence, int time)
    {
        var expression = sentence.Times[time];
        if (Tolerances.LengthOf(expression) is not { } period)
            return null;
        var length = Tolerances.Length(period);
        var first = sentence.FirstWordOf(time);
        var (modifier, from) = Modifier(sentence, first, time);
        modifier ??= Inside(sentence, first, time) ?? OfMod(expression.Mod);
        // "A quarter of an hour" is no more exact than "half an hour".
        var slack = IsInQuarters(sentence, time) ? tolerances.HalfHour : tolerances.Of(period);
        var meaning = modifier switch
        {
            "at-most" => new RelationMeaning(Duration.Zero, false, length, "gap"),
            "at-least" => new RelationMeaning(length, false, null, "gap"),
            "about" => new RelationMeaning(Floor(length - slack * 2), false, length + slack * 2, "gap"),
            "exactly" => new RelationMeaning(length, false, length, "gap"),
            _ => new RelationMeaning(Floor(length - slack), false, length + slack, "gap"),
        };
        return (meaning, from);
    }

    private bool IsInQuarters(ParsedSentence sentence, int time) =>
        Enumerable.Range(0, sentence.Words.Count).Any(i => sentence.TimeOf[i] == time && words.Quarters.Contains(sentence.Words[i].Lower));

    private static Duration Floor(Duration length) => length < Duration.Zero ? Duration.Zero : length;

    private static string? OfMod(string? mod) =>
        mod switch
        {
            "APPROX" => "about",
            "LESS_THAN" or "EQUAL_OR_LESS" => "at-most",
            "MORE_THAN" or "EQUAL_OR_MORE" => "at-least",
            _ => null,
        };

    // The words just before the expression: "less than", "a mere", "nearly"; their last may be its first, "a little over three hours".
    private (string? Modifier, int From) Modifier(ParsedSentence sentence, int first, int time)
    {
        var end = first;
        while (end < sentence.Words.Count && sentence.TimeOf[end] == time)
            end++;
        for (var back = Math.Min(4, first); back > 0; back--)
        {
            var at = first - back;
            foreach (var (set, name) in Sets())
                if (set.Match(sentence.Words, at, end) is var n && n > 0 && Reaches(sentence, at + n, first))
                    return (name, at);
        }

        return (null, first);
    }

    // Between the modifier and the number only words that change nothing.
    private bool Reaches(ParsedSentence sentence, int at, int first)
    {
        while (at < first)
        {
            var n = words.Decoration.Match(sentence.Words, at, first);
            if (n == 0)
                return false;
            at += n;
        }

        return true;
    }

    // The reader of times may take the modifier into the expression.
    private string? Inside(ParsedSentence sentence, int first, int time)
    {
        for (var i = first; i < sentence.Words.Count && sentence.TimeOf[i] == time; i++)
            foreach (var (set, name) in Sets())
                if (name is not null && set.Match(sentence.Words, i, sentence.Words.Count) > 0)
                    return name;
        return null;
    }

    private (PhraseSet Set, string? Name)[] Sets() =>
        [
            (words.AtMost, "at-most"),
            (words.AtLeast, "at-least"),
            (words.About, "about"),
            (words.Exactly, "exactly"),
            (words.Decoration, null),
        ];
}
