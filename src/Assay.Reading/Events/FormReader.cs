using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Patterns;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Reading.Events;

/// <summary>
/// Reads lengths of time between two events by the form of the sentence: "she had been at sea for an hour when the wind turned", "by then
/// ten minutes had passed since the call", "the call preceded the visit by an hour". The forms are patterns, in
/// <c>Syntax/Patterns/Data/en.forms.patterns</c>.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="book">The events of the article.</param>
/// <param name="told">Finds events by where they were told.</param>
/// <param name="lengths">Reads what a length means.</param>
internal sealed class FormReader(string text, EventBook book, ToldEvents told, LengthReader lengths)
{
    private static readonly Duration Longest = Duration.FromDays(2);
    private readonly NamedEvents named = new(book);

    /// <summary>The relations of one sentence, each with where the words stand that join its two sides.</summary>
    public IEnumerable<(EventRelation Relation, TextSpan Link)> Read(ParsedSentence sentence)
    {
        if (sentence.Tree is not { } tree)
            yield break;
        foreach (var match in PatternSet.Forms.Match(tree))
            if (Length(sentence, tree, match) is var (meaning, at) && Sides(sentence, tree, match, at) is var (earlier, later))
            {
                // "Had not started by then": it came later.
                var isDenied = meaning == RelationMeaning.Order && match.Nodes.TryGetValue("begun", out var verb) && IsDenied(tree, verb);
                if (isDenied)
                    (earlier, later) = (later, earlier);
                var all = match.Captures.Values.SelectMany(s => s).Aggregate(at, Around);
                var link = tree.Tokens[match.Nodes.GetValueOrDefault("link", match.Anchor)].Span;
                yield return (
                    new EventRelation(earlier.Event, later.Event, meaning, Around(all, link), at.Of(text), link.Of(text), later.Event)
                    {
                        EarlierLink = earlier.Link,
                        LaterLink = later.Link,
                        Mood = MoodOf(sentence, tree, match) is var mood && isDenied && mood == EventMood.Negated ? EventMood.Actual : mood,
                    },
                    link
                );
                yield break; // one length is told so in a sentence
            }
    }

    private static bool IsDenied(SyntaxTree tree, int verb) =>
        tree.Children(verb).Any(c => tree.Tokens[c].Kind == "advmod" && RelationWords.English.Denying.Contains(tree.Tokens[c].Lemma));

    private static TextSpan Around(TextSpan a, TextSpan b) => new(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));

    // The length nearest to the anchor; years and weeks are of other things than the clocks of an account.
    private (RelationMeaning Meaning, TextSpan At)? Length(ParsedSentence sentence, SyntaxTree tree, PatternMatch match)
    {
        var anchor = tree.Tokens[match.Nodes.GetValueOrDefault("begun", match.Anchor)].Span;
        var nearest = -1;
        for (var i = 0; i < Math.Min(sentence.Times.Count, EventReader.MostTimes); i++)
            if (
                sentence.Times[i] is { Type: TimexType.Duration, IsRepeat: false }
                && (nearest < 0 || Apart(sentence.Times[i].Span, anchor) < Apart(sentence.Times[nearest].Span, anchor))
            )
                nearest = i;
        // "By then she had left": no length is told, and the order is.
        if (match.Nodes.ContainsKey("who") || nearest < 0 && match.Nodes.ContainsKey("begun") && match.Nodes.ContainsKey("last"))
            return (RelationMeaning.Order, match.Spans("last").Aggregate(tree.Tokens[match.Nodes["link"]].Span, Around));
        if (nearest < 0 || lengths.Read(sentence, nearest) is not { } length || (length.Meaning.Max ?? length.Meaning.Min) > Longest)
            return null;
        return (length.Meaning, Around(sentence.SpanOf(length.From, length.From + 1), sentence.Times[nearest].Span));
    }

    private static int Apart(TextSpan a, TextSpan b) => Math.Max(0, Math.Max(a.Start - b.End, b.Start - a.End));

    private ((int Event, EventLink Link) Earlier, (int Event, EventLink Link) Later)? Sides(
        ParsedSentence sentence,
        SyntaxTree tree,
        PatternMatch match,
        TextSpan at
    )
    {
        var isBegun = match.Nodes.TryGetValue("begun", out var first);
        if (!isBegun)
            first = match.Nodes["earlier"];
        var second = match.Nodes.GetValueOrDefault("later", -1);
        var other = second >= 0 ? second : match.Nodes.GetValueOrDefault("last", -1);
        var earlier = Side(sentence, tree, first, other, at);
        var point = match.Spans("last") is { Count: > 0 } words ? words.Aggregate(Around) : at;
        var later =
            second >= 0 ? Side(sentence, tree, second, first, at)
            : match.Nodes.TryGetValue("who", out var who) ? named.OtherLike(earlier.Event, book.Words.StemOf(tree, who))
            : told.Near(sentence, point, earlier.Event);
        // "Nobody beat the band by ten minutes": one side at least is an event of a clock, or the words say that something had begun.
        var isOfEvents = second >= 0 && book.Words.NamesEvent(tree, first) && book.Words.NamesEvent(tree, second);
        if (!isBegun && !isOfEvents && !named.IsTimed(earlier.Event) && !named.IsTimed(later.Event))
            return null;
        // When a state began is told by no word of the clause: "had been working" is not "went to work".
        if (isBegun)
            earlier = named.Unsure(earlier);
        if (earlier.Event < 0)
            earlier =
                IsName(tree, first) ? earlier
                : match.Nodes.TryGetValue("been", out var been) ? OfClause(sentence, tree.Tokens[been].Span.Start)
                : named.Add(sentence, tree, first, other);
        if (later.Event < 0 && second >= 0 && !IsName(tree, second))
            later = named.Add(sentence, tree, second, first);
        if (earlier.Event < 0 || later.Event < 0 || earlier.Event == later.Event)
            return null;
        return (earlier, later);
    }

    // Where the tree errs about the verb, the clause tells what had begun.
    private (int Event, EventLink Link) OfClause(ParsedSentence sentence, int position) =>
        Clause(sentence, position) is not { } clause ? (-1, EventLink.Stated)
        : book.At(sentence, clause) is var own and >= 0 ? (own, EventLink.Stated)
        : (book.Add(sentence, sentence.IndexOf(clause), null, null), EventLink.Stated);

    // Who is named by a pronoun or a name alone is what was told last.
    private (int Event, EventLink Link) Side(ParsedSentence sentence, SyntaxTree tree, int word, int without, TextSpan at) =>
        tree.Tokens[word].Upos == "PRON" ? told.Near(sentence, at) : named.FindOrGuess(sentence, tree, word, without);

    private static bool IsName(SyntaxTree tree, int word) => tree.Tokens[word].Upos is "PRON" or "PROPN";

    private EventMood MoodOf(ParsedSentence sentence, SyntaxTree tree, PatternMatch match)
    {
        foreach (var node in (ReadOnlySpan<string>)["begun", "anchor", "link", "later"])
            if (match.Nodes.TryGetValue(node, out var token) && Clause(sentence, tree.Tokens[token].Span.Start) is { } clause)
                if (book.MoodOf(sentence, clause, null) is var mood and not EventMood.Actual)
                    return mood;
        return EventMood.Actual;
    }

    private static Clause? Clause(ParsedSentence sentence, int position)
    {
        for (var i = 0; i < sentence.Words.Count; i++)
            if (sentence.Words[i].End > position)
                return sentence.ClauseAt(i) is var c and >= 0 ? sentence.Clauses[c] : null;
        return null;
    }
}
