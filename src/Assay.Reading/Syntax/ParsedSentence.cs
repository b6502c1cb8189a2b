using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Syntax;

/// <summary>A sentence with its words, its time expressions and its clauses.</summary>
/// <param name="Index">Index of the sentence.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Span">Where the sentence stands.</param>
/// <param name="Words">Its words.</param>
/// <param name="Times">Its time expressions.</param>
/// <param name="TimeOf">For each word the index of its time expression, or -1.</param>
/// <param name="IsTime">True for a word of a date or clock time.</param>
/// <param name="Clauses">Its clauses.</param>
internal sealed record ParsedSentence(
    int Index,
    string Text,
    TextSpan Span,
    IReadOnlyList<Word> Words,
    IReadOnlyList<TimeExpression> Times,
    int[] TimeOf,
    Func<int, bool> IsTime,
    IReadOnlyList<Clause> Clauses
)
{
    /// <summary>The tree of the sentence, or null where it was not parsed.</summary>
    public SyntaxTree? Tree { get; init; }

    /// <summary>True for a token of the tree that lies in a time or a length of time.</summary>
    public bool IsTimeToken(int token)
    {
        var span = Tree!.Tokens[token].Span;
        foreach (var time in Times)
            if (time.Span.Overlaps(span))
                return true;
        return false;
    }

    /// <summary>Index of the clause that holds the word, or -1.</summary>
    public int ClauseAt(int word)
    {
        for (var i = 0; i < Clauses.Count; i++)
            if (Clauses[i].Has(word))
                return i;
        // A boundary word ("that", a comma) belongs to the clause before it.
        for (var i = Clauses.Count - 1; i >= 0; i--)
            if (Clauses[i].End <= word)
                return i;
        return Clauses.Count > 0 ? 0 : -1;
    }

    /// <summary>Index of a clause of this sentence.</summary>
    public int IndexOf(Clause clause)
    {
        for (var i = 0; i < Clauses.Count; i++)
            if (ReferenceEquals(Clauses[i], clause))
                return i;
        return -1;
    }

    /// <summary>True for a word of a length of time.</summary>
    public bool IsLength(int word) => TimeOf[word] >= 0 && Times[TimeOf[word]].Type == TimexType.Duration;

    /// <summary>First word of a time expression.</summary>
    public int FirstWordOf(int time) => Array.IndexOf(TimeOf, time);

    /// <summary>The words of a range as a span of the text.</summary>
    public TextSpan SpanOf(int from, int end) => new(Words[from].Start, Words[end - 1].End);
}
