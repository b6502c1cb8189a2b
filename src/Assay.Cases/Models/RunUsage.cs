namespace Assay.Cases.Models;

/// <summary>What was used of a model.</summary>
/// <param name="Question">Tokens of questions.</param>
/// <param name="Answer">Tokens of answers.</param>
/// <param name="IsEstimate">True where the endpoint did not report some of it, which is then estimated and seldom too low.</param>
public sealed record RunUsage(long Question, long Answer, bool IsEstimate)
{
    /// <summary>Nothing.</summary>
    public static RunUsage None { get; } = new(0, 0, false);

    /// <summary>Both together.</summary>
    public long Tokens => Question + Answer;

    /// <summary>Two, one after the other.</summary>
    public static RunUsage operator +(RunUsage one, RunUsage other) =>
        new(one.Question + other.Question, one.Answer + other.Answer, one.IsEstimate || other.IsEstimate);

    /// <summary>What a run used when it was made: answers that were kept from before are not in it.</summary>
    public static RunUsage Of(ModelRun run)
    {
        var route = Enum.TryParse<ModelRoute>(run.Route, ignoreCase: true, out var named) ? named : default;
        return run
            .Calls.Where(c => !c.Cached)
            .SelectMany(c => c.Attempts.Select(a => Of(a, c.EstimatedTokens, route)))
            .Aggregate(None, (sum, one) => sum + one);
    }

    /// <summary>What one try used. Where nobody was reached, nothing.</summary>
    /// <param name="attempt">The try.</param>
    /// <param name="estimated">About how many tokens the question is.</param>
    /// <param name="route">The route.</param>
    internal static RunUsage Of(ModelAttempt attempt, int estimated, ModelRoute route)
    {
        if (attempt.Failure == Wording.EnumNames.Of(ModelFailure.Unreachable))
            return None;
        var answer = attempt.AnswerTokens ?? TokenEstimate.Of(AnswerReader.Read(route, attempt.Bytes())?.Content ?? "");
        return new RunUsage(attempt.PromptTokens ?? estimated, answer, attempt.PromptTokens is null || attempt.AnswerTokens is null);
    }
}
