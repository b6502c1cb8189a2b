namespace Assay.Cases.Models;

/// <summary>Says whether an answer can be used, and by its name why not.</summary>
internal static class AnswerJudge
{
    private const int RateLimited = 429;
    private const int TooLarge = 413;
    private const int BadRequest = 400;

    /// <summary>The failure of an answer; null where it can be used.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="answer">What was read from them; null where nothing could be.</param>
    /// <param name="request">The question.</param>
    /// <param name="prompt">What was asked for.</param>
    /// <param name="model">The model that answered before in the run; null where none did.</param>
    public static ModelFailure? Of(int status, byte[] bytes, ReadAnswer? answer, CallRequest request, PromptFile prompt, string? model)
    {
        if (status is < 200 or > 299)
            return OfStatus(status, bytes);
        if (bytes.Length == 0)
            return ModelFailure.Empty;
        if (answer is null)
            return ModelFailure.NotJson;
        if (answer.IsRefusal)
            return ModelFailure.Refused;
        if (answer.PromptTokens < request.LeastTokens)
            return ModelFailure.ContextTooSmall;
        if (answer.FinishReason == "length")
            return ModelFailure.CutOff;
        if (model is not null && answer.Model is { } other && other != model)
            return ModelFailure.ModelChanged;
        return AnswerReader.Drafts(answer.Content ?? "", prompt).Failure;
    }

    private static ModelFailure OfStatus(int status, byte[] bytes) =>
        status switch
        {
            RateLimited => ModelFailure.RateLimit,
            TooLarge => ModelFailure.ContextTooSmall,
            BadRequest when bytes.AsSpan().IndexOf("context"u8) >= 0 => ModelFailure.ContextTooSmall,
            _ => ModelFailure.EndpointError,
        };
}
