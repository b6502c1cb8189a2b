using Assay.Reading.Syntax;

namespace Assay.Reading.Events;

/// <summary>
/// Reads what words of relation assert between two events: "well in advance of", "a mere 9 hours after", "immediately following",
/// "two days later". The event referred to is looked for among those told; where it is not found it becomes an event without a time.
/// </summary>
internal sealed class RelationReader
{
    private readonly RelationPhrases phrases;
    private readonly PairReader pairs;
    private readonly TreeRelations trees;
    private readonly ClauseRelations clauses;
    private readonly FormReader forms;
    private readonly List<EventRelation> relations = [];

    /// <summary>Prepares for an article.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lexicon">The verbs.</param>
    /// <param name="book">The events of the article.</param>
    /// <param name="tolerances">What round lengths mean.</param>
    /// <param name="predicates">Finds what a time is said of.</param>
    public RelationReader(string text, VerbLexicon lexicon, EventBook book, Tolerances tolerances, TimedPredicates predicates)
    {
        var lengths = new LengthReader(RelationWords.English, tolerances);
        var told = new ToldEvents(text, book);
        phrases = new RelationPhrases(lengths);
        pairs = new PairReader(text, book, told, lengths);
        forms = new FormReader(text, book, told, lengths);
        clauses = new ClauseRelations(text, lexicon, book, told, relations);
        trees = new TreeRelations(text, lexicon, book, predicates, told, clauses.MoodOf, relations);
    }

    /// <summary>The relations so far.</summary>
    public IReadOnlyList<EventRelation> Relations => relations;

    /// <summary>Reads the relations of one sentence.</summary>
    public void Read(IReadOnlyList<ParsedSentence> sentences, int index)
    {
        var sentence = sentences[index];
        var pair = pairs.Read(sentence).ToList();
        var formed = pair.Count > 0 ? [] : forms.Read(sentence).ToList();
        relations.AddRange(pair);
        relations.AddRange(formed.Select(f => f.Relation));
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (phrases.At(sentence, i) is { } phrase)
            {
                if (formed.Exists(f => f.Link.Overlaps(sentence.SpanOf(phrase.From, phrase.Anchor))))
                    continue;
                if (!trees.Read(sentence, phrase))
                    clauses.Between(sentence, phrase);
                i = Math.Max(i, phrase.Anchor - 1);
            }
            else if (phrases.LaterAt(sentence, i) is { } later)
            {
                clauses.AfterTheLast(sentence, later);
                i = later.Anchor - 1;
            }
        }
    }
}
