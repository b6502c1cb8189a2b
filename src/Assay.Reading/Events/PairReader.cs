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
/// <param name="lengths">Reads what a length means.</param>
internal sealed class PairReader(string text, EventBook book, LengthReader lengths)
{
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
            if (word.Kind != "case" || word.Head <= i)
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
            if (
                tree.Tokens[i] is { Kind: "case", Lemma: "to" or "until" or "till", Head: var noun }
                && noun > i
                && (tree.Tokens[noun].Head == from || tree.Tokens[noun].Head == tree.Tokens[from].Head)
            )
                return noun;
        return -1;
    }

    // Both have to be told elsewhere: "from Minsk to Vilnius" are no events.
    private ((int Event, EventLink Link) First, (int Event, EventLink Link) Second)? Told(
        ParsedSentence sentence,
        SyntaxTree tree,
        int first,
        int second
    )
    {
        var (a, b) = (Find(sentence, tree, first, -1), Find(sentence, tree, second, -1));
        return a.Event < 0 || b.Event < 0 || a.Event == b.Event ? null : (a, b);
    }

    private (int Event, EventLink Link) Find(ParsedSentence sentence, SyntaxTree tree, int noun, int not)
    {
        if (tree.Tokens[noun].Upos is not ("NOUN" or "VERB") || sentence.IsTimeToken(noun))
            return (-1, EventLink.Stated);
        var asked = new Predication(tree, noun);
        var core = TreeWords.Nominal(tree, noun).Where(i => !sentence.IsTimeToken(i)).ToList();
        var span = new TextSpan(tree.Tokens[core[0]].Span.Start, tree.Tokens[core[^1]].Span.End);
        return book.Resolver.Find(book.Resolver.Signature(asked, core, noun), span, sentence.Index, not);
    }
}
