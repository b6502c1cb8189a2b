using System.Diagnostics;
using System.Text;

namespace Assay.Cases.Models;

/// <summary>How much a run may spend and how long it waits.</summary>
public sealed record CallLimits
{
    /// <summary>Tokens, question and answer together; null for no limit.</summary>
    public long? Budget { get; init; }

    /// <summary>What the model costs; null where nobody said.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>Money, in the currency of the price; null for no limit. Without a price it cannot be held, and nothing is asked.</summary>
    public decimal? MoneyBudget { get; init; }

    /// <summary>What is left of the limits.</summary>
    /// <param name="spent">What was used.</param>
    internal CallLimits Without(RunUsage spent) =>
        this with
        {
            Budget = Budget - spent.Tokens,
            MoneyBudget = MoneyBudget - (Price?.Of(spent.Question, spent.Answer) ?? 0),
        };

    /// <summary>Whether a question may be asked, with the longest answer it may get.</summary>
    /// <param name="spent">What was used so far.</param>
    /// <param name="request">The question.</param>
    internal bool Allow(RunUsage spent, CallRequest request)
    {
        if (spent.Tokens + request.Tokens + request.AnswerTokens > Budget)
            return false;
        return MoneyBudget is not { } most || Price?.Of(spent.Question + request.Tokens, spent.Answer + request.AnswerTokens) <= most;
    }

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest that an endpoint may ask to be left alone; beyond it the question is given up.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Waits.</summary>
    public Func<TimeSpan, CancellationToken, Task> Wait { get; init; } = Task.Delay;
}

/// <summary>Asks an endpoint, once more where an answer cannot be used, and never beyond the budget.</summary>
internal sealed class LiveCalls(ModelEndpoint endpoint, ModelClient client, RunStore? store, CallLimits limits)
{
    private const int Tries = 2;
    private const int MostUnreachable = 2;
    private string? model;
    private int unreachable;

    /// <summary>What was used so far: as reported, and as estimated where nothing was.</summary>
    public RunUsage Spent { get; private set; } = RunUsage.None;

    /// <summary>Asks a question, or takes the answer that was kept.</summary>
    /// <param name="call">The question, not asked yet.</param>
    /// <param name="request">Its bytes.</param>
    /// <param name="prompt">What is asked for.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ModelCall> Ask(ModelCall call, CallRequest request, PromptFile prompt, CancellationToken cancellation)
    {
        if (store?.Find(request.Key) is { } kept && Judge(kept.Attempts[^1], request, prompt) is null)
        {
            model ??= kept.Attempts[^1].Model;
            return call with { Cached = true, Attempts = [kept.Attempts[^1]] };
        }

        var attempts = new List<ModelAttempt>();
        ModelFailure? failure = null;
        for (var n = 0; n < Tries; n++)
        {
            if (unreachable >= MostUnreachable)
                return call with { Attempts = attempts, Failure = Named(failure ?? ModelFailure.Unreachable) };
            if (!limits.Allow(Spent, request))
                return call with { Attempts = attempts, Failure = Named(failure ?? ModelFailure.OverBudget) };
            if (n > 0 && !await Waited(attempts[^1], cancellation))
                break;
            (var attempt, failure) = await Try(request, prompt, cancellation);
            attempts.Add(attempt);
            if (failure is null)
                break;
        }

        var asked = call with { Attempts = attempts, Failure = failure is { } f ? Named(f) : null };
        if (failure is null)
            store?.Keep(asked);
        return asked;
    }

    private static string Named(ModelFailure failure) => Wording.EnumNames.Of(failure);

    private ModelFailure? Judge(ModelAttempt attempt, CallRequest request, PromptFile prompt)
    {
        var bytes = attempt.Bytes();
        return AnswerJudge.Of(attempt.Status ?? 0, bytes, AnswerReader.Read(endpoint.Route, bytes), request, prompt, model);
    }

    private async Task<bool> Waited(ModelAttempt last, CancellationToken cancellation)
    {
        if (last.RetryAfter is not { } seconds)
            return true;
        var wait = TimeSpan.FromSeconds(seconds);
        if (wait > limits.LongestWait)
            return false;
        await limits.Wait(wait, cancellation);
        return true;
    }

    private async Task<(ModelAttempt Attempt, ModelFailure? Failure)> Try(
        CallRequest request,
        PromptFile prompt,
        CancellationToken cancellation
    )
    {
        var watch = Stopwatch.StartNew();
        var raw = await client.Ask(request.Body, cancellation);
        var bytes = Blotted(raw.Bytes);
        var answer = AnswerReader.Read(endpoint.Route, bytes);
        var failure = raw.Failure ?? AnswerJudge.Of(raw.Status ?? 0, bytes, answer, request, prompt, model);
        unreachable = failure == ModelFailure.Unreachable ? unreachable + 1 : 0;
        if (failure is null)
            model ??= answer?.Model;
        var attempt = new ModelAttempt
        {
            Status = raw.Status,
            Response = Convert.ToBase64String(bytes),
            PromptTokens = answer?.PromptTokens,
            AnswerTokens = answer?.AnswerTokens,
            FinishReason = answer?.FinishReason,
            Model = answer?.Model,
            Milliseconds = watch.ElapsedMilliseconds,
            RetryAfter = raw.RetryAfter?.TotalSeconds,
            Failure = failure is { } f ? Named(f) : null,
        };
        Spent += RunUsage.Of(attempt, request.Tokens, endpoint.Route);
        return (attempt, failure);
    }

    // An endpoint knows the key and may say it back; a run never does.
    private byte[] Blotted(byte[] bytes)
    {
        if (endpoint.Key is not { Length: > 0 } key)
            return bytes;
        var secret = Encoding.UTF8.GetBytes(key);
        for (int at; (at = bytes.AsSpan().IndexOf(secret)) >= 0; )
            bytes.AsSpan(at, secret.Length).Fill((byte)'*');
        return bytes;
    }
}
