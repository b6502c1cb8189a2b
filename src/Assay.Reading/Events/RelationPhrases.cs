using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>Finds the words of relation of a sentence.</summary>
/// <param name="lengths">Reads what a length means.</param>
internal sealed class RelationPhrases(LengthReader lengths)
{
    private const int MostAside = 3;
    private readonly RelationWords words = RelationWords.English;

    /// <summary>The words of relation that begin at a word, or null.</summary>
    public RelationPhrase? At(ParsedSentence sentence, int i)
    {
        if ((WithinAt(sentence, i) ?? WhenAt(sentence, i) ?? UntilAt(sentence, i)) is { } phrase)
            return phrase;
        var isVerb = false;
        var n = words.Relations.Match(sentence.Words, i, sentence.Words.Count);
        var before = BeforeAside(sentence, i);
        var isMeasured = before >= 0 && sentence.IsLength(before);
        if (n == 0 && isMeasured)
            n = words.Measured.Match(sentence.Words, i, sentence.Words.Count);
        if (n == 0)
            (n, isVerb) = (words.Verbs.Match(sentence.Words, i, sentence.Words.Count), true);
        if (n == 0 || isVerb && i == 0 || i > 0 && words.Bound.Match(sentence.Words, i - 1, i + 1) == 2)
            return null;
        var (side, meaning) = words[Join(sentence, i, n)];
        var from = i;
        var hasLength = false;
        if (isMeasured && lengths.Read(sentence, sentence.TimeOf[before]) is { } length)
            (meaning, from, hasLength) = (length.Meaning, length.From, true);
        else if (sentence.TimeOf[i] >= 0 && sentence.Times[sentence.TimeOf[i]].Type != TimexType.Duration)
            return null;
        var anchor = i + n;
        if (anchor >= sentence.Words.Count || sentence.Words[anchor].Kind == WordKind.Mark)
            return null;
        // "It gives the moment when the match was broken off": the moment is told of, and relates nothing.
        if (words.When.Match(sentence.Words, anchor, sentence.Words.Count) > 0)
            return null;
        return StartsWithTime(sentence, anchor) ? null : new RelationPhrase(from, i + n - from, anchor, side, meaning, hasLength, isVerb);
    }

    // The word before, or before what stands between two commas: "eight minutes, that is, after".
    private int BeforeAside(ParsedSentence sentence, int i)
    {
        var at = i - 1;
        if (at < 1 || !sentence.Words[at].Is(","))
            return at;
        for (var from = at - 1; from > 0 && from >= at - MostAside; from--)
            if (words.Aside.Match(sentence.Words, from, at) == at - from)
                return sentence.Words[from - 1].Is(",") ? from - 2 : from - 1;
        return at;
    }

    // "The current had already been cut when the roof fell".
    private RelationPhrase? WhenAt(ParsedSentence sentence, int i) =>
        words.When.Match(sentence.Words, i, sentence.Words.Count) is var n and > 0 && IsSaidOf(sentence, i, words.Already)
            ? Plain(sentence, i, n)
            : null;

    // "The radio did not speak until the lights were out".
    private RelationPhrase? UntilAt(ParsedSentence sentence, int i) =>
        words.Until.Match(sentence.Words, i, sentence.Words.Count) is var n and > 0
        && IsSaidOf(sentence, i, words.Denying)
        && Plain(sentence, i, n) is { } phrase
            ? phrase with
            {
                TakesDenial = true,
            }
            : null;

    private RelationPhrase? Plain(ParsedSentence sentence, int i, int count)
    {
        var (side, meaning) = words[Join(sentence, i, count)];
        var anchor = i + count;
        return anchor >= sentence.Words.Count || sentence.Words[anchor].Kind == WordKind.Mark || StartsWithTime(sentence, anchor)
            ? null
            : new RelationPhrase(i, count, anchor, side, meaning, false) { TellsDone = true };
    }

    // The words join a clause to one that has one of some words beside its verb, or for its subject.
    private static bool IsSaidOf(ParsedSentence sentence, int i, IReadOnlySet<string> said)
    {
        if (sentence.Tree is not { } tree || TimedPredicates.Of(tree, sentence.SpanOf(i, i + 1)).First is not (var word and >= 0))
            return false;
        var joined = tree.Tokens[word].Head;
        if (joined < 0 || tree.Tokens[joined] is not { Kind: "advcl" or "obl", Head: var of and >= 0 })
            return false;
        return tree.Children(of)
            .Any(c =>
                said.Contains(tree.Tokens[c].Lemma.ToLowerInvariant())
                || tree.Tokens[c].Kind is "nsubj" or "nsubj:pass"
                    && tree.Children(c).Any(d => tree.Tokens[d].Relation == "det" && said.Contains(tree.Tokens[d].Lemma.ToLowerInvariant()))
            );
    }

    // "within half an hour of being rung": after it, and by no more than that.
    private RelationPhrase? WithinAt(ParsedSentence sentence, int i)
    {
        if (
            !(sentence.Words[i].Is("of") || sentence.Words[i].Is("from"))
            || i == 0
            || i + 1 >= sentence.Words.Count
            || sentence.TimeOf[i - 1] is not (var time and >= 0)
            || sentence.TimeOf[i] == time // "within a quarter of an hour"
        )
            return null;
        if (sentence.Times[time].Type != TimexType.Duration || lengths.Read(sentence, time) is not { } length)
            return null;
        var within = Math.Max(0, length.From - 1);
        while (within < i && !Within(sentence, within))
            within++;
        var from = Math.Min(within, length.From); // "well within"
        return within < i && length.Meaning is { Max: not null } meaning && meaning.Min == NodaTime.Duration.Zero
            ? new RelationPhrase(from, i + 1 - from, i + 1, RelationSide.After, meaning, true)
            : null;
    }

    // "Within", "inside", "in under": before the length.
    private bool Within(ParsedSentence sentence, int at) => at >= 0 && words.Within.Match(sentence.Words, at, sentence.Words.Count) > 0;

    private static RelationMeaning TheHour { get; } = new(NodaTime.Duration.Zero, false, NodaTime.Duration.FromHours(1), "gap");

    private static bool IsWithinTheHour(ParsedSentence sentence, int i) =>
        sentence.Words[i].Is("within")
        && i + 2 < sentence.Words.Count
        && sentence.Words[i + 1].Is("the")
        && sentence.Words[i + 2].Is("hour");

    /// <summary>"two days later", "40 minutes earlier": as one expression, or as a length and the word after it.</summary>
    public RelationPhrase? LaterAt(ParsedSentence sentence, int i)
    {
        if (words.OnlyThen.Match(sentence.Words, i, sentence.Words.Count) is var then and > 0)
            return new RelationPhrase(i, then, i + then, RelationSide.After, words[Join(sentence, i, then)].Meaning, false);
        if (IsWithinTheHour(sentence, i) && !(i + 3 < sentence.Words.Count && sentence.Words[i + 3].Is("of")))
            return new RelationPhrase(i, 3, i + 3, RelationSide.After, TheHour, true);
        var later = words.Later.Match(sentence.Words, i, sentence.Words.Count);
        if (
            later == 0
            && words.LaterBare.Contains(sentence.Words[i].Lower)
            && i + 1 < sentence.Words.Count
            && sentence.Words[i + 1].Is(",")
        )
            later = 1;
        var earlier = later > 0 ? 0 : words.Earlier.Match(sentence.Words, i, sentence.Words.Count);
        if (later + earlier == 0 || i == 0 || sentence.TimeOf[i - 1] < 0)
            return null;
        if (i + 1 < sentence.Words.Count && sentence.Words[i + later + earlier - 1].Is("on"))
            return null;
        var time = sentence.TimeOf[i - 1];
        if (lengths.Read(sentence, time) is not { } length)
            return null;
        if (i + 1 < sentence.Words.Count && sentence.Words[i + 1].Is("than"))
            return null;
        return new RelationPhrase(
            length.From,
            i + later + earlier - length.From,
            i + later + earlier,
            later > 0 ? RelationSide.After : RelationSide.Before,
            length.Meaning,
            true
        );
    }

    /// <summary>True where a time begins at a word, an article or "about" before it left out.</summary>
    public static bool StartsWithTime(ParsedSentence sentence, int at)
    {
        for (var i = at; i < Math.Min(sentence.Words.Count, at + 2); i++)
        {
            if (sentence.TimeOf[i] >= 0)
                return true;
            if (sentence.Words[i].Lower is not ("the" or "about" or "around" or "roughly" or "early" or "late"))
                return false;
        }

        return false;
    }

    private static string Join(ParsedSentence sentence, int at, int count) =>
        string.Join(' ', Enumerable.Range(at, count).Select(i => sentence.Words[i].Lower));
}
