using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>
/// Reads a length of time between two events that are named side by side: "fifty minutes lay between the flares and the raft", "from the
/// alarm to the last lift it took three hours".
/// </summary>
/// <param name="text">The text.</param>
/// <param name="book">The events of the article.</param>
/// <param name="told">Finds events by where they were told.</param>
/// <param name="lengths">Reads what a length means.</param>
internal sealed class PairReader(string text, EventBook book, ToldEvents told, LengthReader lengths)
{
    private static readonly HashSet<string> Points = ["moment", "point", "time"];
    private readonly NamedEvents named = new(book);

    /// <summary>The relations of one sentence; each from the first event named to the second.</summary>
    public IEnumerable<EventRelation> Read(ParsedSentence sentence)
    {
        if (sentence.Tree is not { } tree)
            yield break;
        for (var i = 0; i < Math.Min(sentence.Times.Count, EventReader.MostTimes); i++)
            if (
                sentence.Times[i] is { Type: TimexType.Duration, IsRepeat: false }
                && lengths.Read(sentence, i) is { } length
                && Pair(tree) is var (first, second)
                && Told(sentence, tree, first, second) is { } pair
            )
            {
                var words = Around(sentence.SpanOf(length.From, length.From + 1), sentence.Times[i].Span);
                yield return new EventRelation(
                    pair.First.Event,
                    pair.Second.Event,
                    length.Meaning,
                    Around(Around(words, tree.Tokens[first].Span), tree.Tokens[second].Span),
                    words.Of(text),
                    tree.Tokens[second].Form,
                    pair.Second.Event
                )
                {
                    EarlierLink = pair.First.Link,
                    LaterLink = pair.Second.Link,
                    Mood = sentence.ClauseAt(length.From) is var c and >= 0
                        ? book.MoodOf(sentence, sentence.Clauses[c], null)
                        : EventMood.Actual,
                };
                yield break; // one pair is told in a sentence, and the first length is its own
            }
    }

    private static TextSpan Around(TextSpan a, TextSpan b) => new(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));

    // "between A and B", or "from A to B" of one verb or noun.
    private static (int First, int Second)? Pair(SyntaxTree tree)
    {
        for (var i = 0; i < tree.Tokens.Count; i++)
        {
            var word = tree.Tokens[i];
            if (word.Kind is not ("case" or "mark") || word.Head <= i)
                continue;
            if (word.Lemma == "between" && Joined(tree, word.Head) is var other and >= 0)
                return (word.Head, other);
            if (word.Lemma == "from" && To(tree, word.Head) is var end and >= 0)
                return (word.Head, end);
        }

        return null;
    }

    // "Between the report of the rudder and the first rescue": joined to the noun, or to one that hangs on it.
    private static int Joined(SyntaxTree tree, int first)
    {
        for (var i = first + 1; i < tree.Tokens.Count; i++)
            if (tree.Tokens[i].Kind == "conj" && HangsOn(tree, tree.Tokens[i].Head, first))
                return i;
        return -1;
    }

    private static bool HangsOn(SyntaxTree tree, int at, int top)
    {
        while (at > top)
            at = tree.Tokens[at].Head;
        return at == top;
    }

    private static int To(SyntaxTree tree, int from)
    {
        for (var i = from + 1; i < tree.Tokens.Count; i++)
        {
            if (tree.Tokens[i] is { Lemma: "to" or "until" or "till" } && i + 2 < tree.Tokens.Count && IsPointToldLast(tree, i + 2))
                return i + 2;
            if (
                tree.Tokens[i] is { Kind: "case" or "mark", Lemma: "to" or "until" or "till", Head: var noun }
                && noun > i
                && (HangsOn(tree, noun, from) || tree.Tokens[noun].Head == tree.Tokens[from].Head)
            )
                return noun;
        }

        return -1;
    }

    // Both are told elsewhere: "from Minsk to Vilnius" are no events. Of what takes or is a length of time one has to have a clock, and
    // the other one may be named here only: "from the siren to the jetty it took six hours"; or both say what happens.
    private ((int Event, EventLink Link) First, (int Event, EventLink Link) Second)? Told(
        ParsedSentence sentence,
        SyntaxTree tree,
        int first,
        int second
    )
    {
        var isLast = IsPointToldLast(tree, second);
        var a = named.FindOrGuess(sentence, tree, first, second);
        var b = isLast ? told.Near(sentence, tree.Tokens[second].Span, a.Event) : named.FindOrGuess(sentence, tree, second, first);
        var areEvents = book.Words.NamesEvent(tree, first) && book.Words.NamesEvent(tree, second);
        if ((areEvents || named.IsTimed(a.Event) || named.IsTimed(b.Event)) && IsOfTime(sentence, tree, first))
        {
            if (a.Event < 0 && IsNoName(sentence, tree, first))
                a = named.Add(sentence, tree, first, second);
            if (b.Event < 0 && !isLast && IsNoName(sentence, tree, second))
                b = named.Add(sentence, tree, second, first);
        }

        return a.Event < 0 || b.Event < 0 || a.Event == b.Event ? null : (a, b);
    }

    // "From the break to that moment": the second point is what was told last.
    private static bool IsPointToldLast(SyntaxTree tree, int noun) =>
        noun > 0 && Points.Contains(tree.Tokens[noun].Lemma) && tree.Tokens[noun - 1].Form.ToLowerInvariant() is "that" or "this";

    private static bool IsNoName(ParsedSentence sentence, SyntaxTree tree, int word) =>
        tree.Tokens[word].Upos is "NOUN" or "VERB" && !sentence.IsTimeToken(word);

    // The two hang on a length of time, or on a verb whose object or subject is one: "it took", "an hour went by".
    private static bool IsOfTime(ParsedSentence sentence, SyntaxTree tree, int first)
    {
        var head = tree.Tokens[first].Head;
        return head < 0
            || sentence.IsTimeToken(head)
            || tree.Tokens[head].Upos is "VERB" or "AUX" && tree.Children(head).Any(c => c != first && IsLength(sentence, tree, c));
    }

    private static bool IsLength(ParsedSentence sentence, SyntaxTree tree, int word) =>
        sentence.IsTimeToken(word) && tree.Tokens[word].Kind is "obj" or "nsubj" or "obl";
}
