using Assay.Reading.Time.Language;
using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Resolving;

/// <summary>Whether the words around an expression speak of the past or of the future.</summary>
internal enum Direction
{
    Past = -1,
    Unknown = 0,
    Future = 1,
}

/// <summary>
/// Decides from the verbs and prepositions of the clause whether it looks back or ahead. The nearest cue before the expression decides,
/// then
/// the nearest after it; without any, the past, as reporting does. At most a fixed number of tokens is looked at.
/// </summary>
internal sealed class DirectionReader(Grammar grammar)
{
    private const int LookBack = 24;
    private const int BackwardReach = 3;
    private const int LookAhead = 14;

    /// <summary>The direction at tokens <c>[first, last)</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="first">First token of the expression.</param>
    /// <param name="last">One past its last token.</param>
    /// <param name="isWeekday">True where it is a weekday alone, before which "by" says nothing.</param>
    public Direction At(ReadOnlySpan<char> text, ReadOnlySpan<TimeToken> tokens, int first, int last, bool isWeekday)
    {
        if (first > 0 && grammar.Sense(tokens[first - 1], grammar.AheadClass, out var strength) && (!isWeekday || strength > 1))
            return Direction.Future;
        if (first > 2 && Grammar.Has(tokens[first - 1], grammar.AsClass) && Grammar.Has(tokens[first - 2], grammar.SoonnessClass))
            return Direction.Future;
        for (var i = first - 1; i >= 0 && i >= first - LookBack; i--)
        {
            if (i + 1 < first && Grammar.Has(tokens[i], grammar.InfinitiveMarkClass) && Grammar.Has(tokens[i + 1], grammar.InfinitiveClass))
                return Direction.Future;
            if (i + 1 < first && Grammar.Has(tokens[i], grammar.AwaitingClass) && Grammar.Has(tokens[i + 1], grammar.AwaitingMarkClass))
                return Direction.Future;
            if (Cue(text, tokens[i]) is { } cue && !(cue == Direction.Past && i > 0 && Grammar.Has(tokens[i - 1], grammar.PassiveClass)))
                return cue;
            if ((tokens[i].Flags & TokenFlags.Sentence) != 0 || tokens[i].Is(';'))
                break;
        }
        for (var i = last; i < tokens.Length && i < last + LookAhead && (tokens[i].Flags & TokenFlags.Sentence) == 0; i++)
        {
            if (tokens[i].Is(';'))
                break;
            if (Cue(text, tokens[i]) is { } cue)
                return cue;
        }
        return Direction.Unknown;
    }

    /// <summary>True where a word just before says that what follows was before what was told last ("Earlier, at 6:54 p.m.").</summary>
    public bool IsBackward(ReadOnlySpan<TimeToken> tokens, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - BackwardReach; i--)
        {
            if (Grammar.Has(tokens[i], grammar.BackwardClass))
                return true;
            if ((tokens[i].Flags & TokenFlags.Sentence) != 0)
                break;
        }
        return false;
    }

    private Direction? Cue(ReadOnlySpan<char> text, in TimeToken token)
    {
        if (token.Kind != TimeTokenKind.Word)
            return null;
        if (grammar.Sense(token, grammar.TenseClass, out var tense))
            return (Direction)tense;
        if (token.Word >= 0 || (token.Flags & TokenFlags.Capital) != 0)
            return null;
        var letters = text[token.Start..token.End];
        foreach (var (ending, of) in grammar.TenseSuffixes)
        {
            if (letters.Length > ending.Length + 2 && letters.EndsWith(ending, StringComparison.Ordinal))
                return (Direction)of;
        }
        return null;
    }
}
