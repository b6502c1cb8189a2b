using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time.Language;
using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Resolving;

/// <summary>The match at hand with its text: what every kind of expression is made from.</summary>
internal sealed class Draft(Grammar grammar, string text, TimeToken[] tokens, int count)
{
    /// <summary>The slots of the match.</summary>
    public Frame Frame { get; } = new();

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>All tokens of the text.</summary>
    public ReadOnlySpan<TimeToken> Tokens => tokens.AsSpan(0, count);

    /// <summary>Where the match begins in the text.</summary>
    public int Start => tokens[Frame.Match.First].Start;

    /// <summary>The TIMEX3 modifier of a slot, or null.</summary>
    public string? ModOf(Slot slot) => Frame.Get(slot) is > 0 and var mod ? SlotValues.Mods[mod] : null;

    /// <summary>An expression of the words matched.</summary>
    public TimeExpression Plain(TimexType type, string value, string reason)
    {
        var span = new TextSpan(Start, tokens[Frame.Match.Last - 1].End);
        return new TimeExpression
        {
            Span = span,
            Text = text[span.Start..span.End],
            Type = type,
            Value = value,
            Reason = reason,
        };
    }

    /// <summary>The count in thousandths; negative where it is vague. A fraction stands alone where the rule sets <c>plus=0</c> ("half an
    /// hour").</summary>
    public long Count()
    {
        if (Frame.Has(Slot.Num))
            return Math.Max(-1, Frame.Long(Slot.Num) + Frame.Long(Slot.Fraction));
        return Frame.Has(Slot.Fraction) && Frame.Has(Slot.Plus) ? Frame.Long(Slot.Fraction) : 1000 + Frame.Long(Slot.Fraction);
    }

    /// <summary>What an expression is relative to: the words after it, to the end of the clause.</summary>
    public EventAnchor? HeadFrom(int first)
    {
        const int longest = 16;
        var last = first;
        while (
            last < count
            && last < first + longest
            && (tokens[last].Flags & TokenFlags.Sentence) == 0
            && !(
                tokens[last].Kind == TimeTokenKind.Punctuation && tokens[last].Value is ',' or '.' or ';' or ':' or '!' or '?' or '"' or ')'
            )
        )
        {
            if (last > first && Grammar.Has(tokens[last], grammar.ClauseClass))
                break;
            last++;
        }
        return last == first
            ? null
            : new EventAnchor(SlotValues.Relations[Frame.Get(Slot.Rel)], new TextSpan(tokens[first].Start, tokens[last - 1].End));
    }
}
