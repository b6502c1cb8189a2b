using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Events;

/// <summary>Finds the events that single words of a tree name: "the alarm", "striking the bank".</summary>
/// <param name="book">The events of the article.</param>
internal sealed class NamedEvents(EventBook book)
{
    /// <summary>The event told of elsewhere that a noun or a verb names, or -1.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="word">The noun or verb.</param>
    /// <param name="without">A word that it does not name though it hangs on it, with all that hangs on that one: the other event.</param>
    public (int Event, EventLink Link) Find(ParsedSentence sentence, SyntaxTree tree, int word, int without = -1)
    {
        if (tree.Tokens[word].Upos is not ("NOUN" or "VERB" or "ADJ" or "ADP" or "ADV") || sentence.IsTimeToken(word))
            return (-1, EventLink.Stated);
        var asked = new Predication(tree, word);
        var own = asked.IsClause ? book.At(asked, sentence.IsTimeToken) : -1;
        if (own >= 0 && book.Events[own].Time is not null)
            return (own, EventLink.Stated);
        var core = Core(sentence, asked, without);
        var trigger = asked.IsClause ? book.Words.TriggerOf(asked, sentence.IsTimeToken) : word;
        return book.Resolver.Find(book.Signatures.Of(asked, core, trigger), Span(tree, core), sentence.Index, -1);
    }

    /// <summary>
    /// The same, where a noun that tells nothing of what happens ("the station", "the photograph") is at most a guess: it may be the thing
    /// itself that is meant, or what else happened to it.
    /// </summary>
    public (int Event, EventLink Link) FindOrGuess(ParsedSentence sentence, SyntaxTree tree, int word, int without = -1)
    {
        var found = Find(sentence, tree, word, without);
        return book.Words.NamesEvent(tree, word) ? found : Unsure(found);
    }

    /// <summary>The same event as a guess.</summary>
    public (int Event, EventLink Link) Unsure((int Event, EventLink Link) side) =>
        side.Event < 0 || side.Link.Evidence == Evidence.Guessed
            ? side
            : (
                side.Event,
                new EventLink(
                    Evidence.Guessed,
                    side.Link.Words.Length > 0 ? side.Link.Words : book.Events[side.Event].Label,
                    side.Link.Candidates.Count > 0 ? side.Link.Candidates : [side.Event]
                )
            );

    /// <summary>A new event that the words name, of which nothing else is told.</summary>
    public (int Event, EventLink Link) Add(ParsedSentence sentence, SyntaxTree tree, int word, int without = -1)
    {
        var asked = new Predication(tree, word);
        var own = book.At(asked, sentence.IsTimeToken);
        if (own < 0)
            own = book.Add(sentence, asked, i => sentence.IsTimeToken(i) || IsUnder(tree, i, without, word), null, null);
        return (own, EventLink.Stated);
    }

    /// <summary>The only other event of a clock that tells the same of somebody else, as a guess; -1 where there is none, or more than one,
    /// or where the event is told of somebody else itself.</summary>
    /// <param name="made">The event.</param>
    /// <param name="who">Stem of the noun that does it.</param>
    public (int Event, EventLink Link) OtherLike(int made, string who)
    {
        if (!IsTimed(made) || book.Events[made].Signature is not { } own || own.Subject != who)
            return (-1, EventLink.Stated);
        var others = book
            .Events.Where(e => e.Index != made && IsTimed(e.Index) && e is { Mood: EventMood.Actual, Signature: { Subject: not null } })
            .Where(e => e.Signature!.Subject != who && (e.Signature.Head == own.Head || e.Signature.Kinds.Any(own.Kinds.Contains)))
            .Take(2)
            .ToList();
        return others is [var only] ? (only.Index, new EventLink(Evidence.Guessed, only.Label, [only.Index])) : (-1, EventLink.Stated);
    }

    /// <summary>True where a clock times an event.</summary>
    public bool IsTimed(int made) => made >= 0 && book.Events[made].Time?.Clock is not null;

    private static List<int> Core(ParsedSentence sentence, Predication asked, int without)
    {
        var tree = asked.Tree;
        var core = asked.IsClause ? asked.Core(sentence.IsTimeToken) : TreeWords.Nominal(tree, asked.Head);
        core.RemoveAll(i => i != asked.Head && (sentence.IsTimeToken(i) || IsUnder(tree, i, without, asked.Head)));
        return core;
    }

    // What hangs on a word; nothing does where that one is above the event itself.
    private static bool IsUnder(SyntaxTree tree, int at, int without, int head) =>
        without >= 0 && !tree.IsUnder(head, without) && tree.IsUnder(at, without);

    private static TextSpan Span(SyntaxTree tree, List<int> core) => new(tree.Tokens[core[0]].Span.Start, tree.Tokens[core[^1]].Span.End);
}
