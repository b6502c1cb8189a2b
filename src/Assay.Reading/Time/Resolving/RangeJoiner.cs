using Assay.Reading.Time.Language;
using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Resolving;

/// <summary>Gives the two ends of a range ("from 3 to 5 May", "between 1998 and 2001", "Dec. 2021-Feb. 2022") their begin and end
/// point.</summary>
internal sealed class RangeJoiner(Grammar grammar, TimeToken[] tokens, int count)
{
    private Match? _last;

    /// <summary>Joins the last two expressions found, where the tokens between them make them a range.</summary>
    /// <param name="match">Match of the last expression.</param>
    /// <param name="found">The expressions so far.</param>
    public void Join(Match match, List<TimeExpression> found)
    {
        var before = _last;
        _last = match;
        if (before is not { } first || found.Count < 2 || match.First - first.Last != 1 || match.First >= count)
            return;
        var (a, b) = (found[^2], found[^1]);
        if (!IsPoint(a) || !IsPoint(b) || !Connects(first))
            return;
        found[^2] = a with { BeginPoint = a.Value, EndPoint = b.Value };
        found[^1] = b with { BeginPoint = a.Value, EndPoint = b.Value };
    }

    private static bool IsPoint(TimeExpression expression) =>
        expression.Type is TimexType.Date or TimexType.Time && !expression.Value.EndsWith("_REF", StringComparison.Ordinal);

    private bool Connects(Match first)
    {
        ref readonly var link = ref tokens[first.Last];
        if (link.Is('-') || Grammar.Has(link, grammar.RangeClass))
            return true;
        return Grammar.Has(link, grammar.RangeAndClass) && first.First > 0 && Grammar.Has(tokens[first.First - 1], grammar.BetweenClass);
    }
}
