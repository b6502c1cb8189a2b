using System.Globalization;
using Assay.Cases.Models;

namespace Assay.Commands.Audit;

/// <summary>What a model costs, in words. What is not known is said to be not known: no price is not a price of nothing.</summary>
internal static class SpendingWords
{
    private const string NotKnown = "the cost is not known, as no price is given (--price, --prices)";

    /// <summary>Before: <c>about 4,113 tokens without the answers (3,980 where it finds nothing): 0.0006 USD, …</c>.</summary>
    public static string Before(SpendingEstimate estimate, ModelPrice? price)
    {
        var tokens = string.Create(
            CultureInfo.InvariantCulture,
            $"about {estimate.Tokens:N0} tokens without the answers ({estimate.LeastTokens:N0} where it finds nothing)"
        );
        if (price is null)
            return $"{tokens}; {NotKnown}.";
        var (least, most) = (price.Of(estimate.Tokens, 0), price.Of(estimate.Tokens, estimate.AnswerTokens));
        return $"{tokens}: {price.Shown(least)}, with the longest answers {price.Shown(most)} (price of {price.Day}).";
    }

    /// <summary>After: <c>6,300 tokens spent, 0.0021 EUR</c>.</summary>
    public static string After(RunUsage used, ModelPrice? price)
    {
        var about = used.IsEstimate ? "about " : "";
        var tokens = string.Create(CultureInfo.InvariantCulture, $"{about}{used.Tokens:N0} tokens spent");
        return price is null
            ? $"{tokens}, {NotKnown}"
            : $"{tokens}, {about}{price.Shown(price.Of(used.Question, used.Answer))} (price of {price.Day})";
    }
}
