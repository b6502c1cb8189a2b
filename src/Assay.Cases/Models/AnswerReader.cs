using System.Text.Json;
using Assay.Cases.Proposals;

namespace Assay.Cases.Models;

/// <summary>What stands in an answer of an endpoint.</summary>
/// <param name="Content">What the model said; null where the answer has no such place.</param>
/// <param name="IsRefusal">True where the model would not answer.</param>
/// <param name="FinishReason">Why it ended.</param>
/// <param name="PromptTokens">Tokens of the question.</param>
/// <param name="AnswerTokens">Tokens of the answer.</param>
/// <param name="Model">The model that answered.</param>
internal sealed record ReadAnswer(
    string? Content,
    bool IsRefusal,
    string? FinishReason,
    int? PromptTokens,
    int? AnswerTokens,
    string? Model
);

/// <summary>Reads answers, of both routes.</summary>
internal static class AnswerReader
{
    /// <summary>The answer; null where the bytes are no JSON object.</summary>
    /// <param name="route">The route it came by.</param>
    /// <param name="bytes">The bytes.</param>
    public static ReadAnswer? Read(ModelRoute route, byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return null;
            return route == ModelRoute.Ollama ? Ollama(root) : OpenAi(root);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The drafts in what a model said; null with the reason where there are none to read.</summary>
    /// <param name="content">What it said.</param>
    /// <param name="prompt">What it was asked for.</param>
    public static (IReadOnlyList<Proposal>? Drafts, ModelFailure? Failure) Drafts(string content, PromptFile prompt)
    {
        if (string.IsNullOrWhiteSpace(content))
            return (null, ModelFailure.Empty);
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || root.EnumerateObject().Count() != 1
                || !root.TryGetProperty("drafts", out var list)
            )
                return (null, ModelFailure.SchemaIgnored);
            if (list.ValueKind != JsonValueKind.Array || !list.EnumerateArray().All(d => IsAsked(d, prompt)))
                return (null, ModelFailure.SchemaIgnored);
            var drafts = ProposalReader.Read(list);
            return drafts.Any(d => d.Wrong is not null) ? (null, ModelFailure.SchemaIgnored) : (drafts, null);
        }
        catch (JsonException)
        {
            return (null, ModelFailure.NotJson);
        }
    }

    private static bool IsAsked(JsonElement draft, PromptFile prompt) =>
        draft.ValueKind == JsonValueKind.Object
        && draft.EnumerateObject().All(m => prompt.Fields.Contains(m.Name))
        && prompt.Kinds.Contains(Text(draft, "kind") ?? "");

    private static ReadAnswer OpenAi(JsonElement root)
    {
        var choice =
            root.TryGetProperty("choices", out var all) && all.ValueKind == JsonValueKind.Array
                ? all.EnumerateArray().FirstOrDefault()
                : default;
        var message = Part(choice, "message");
        var usage = Part(root, "usage");
        var finish = Text(choice, "finish_reason");
        return new ReadAnswer(
            Text(message, "content"),
            Text(message, "refusal") is { Length: > 0 } || finish == "content_filter",
            finish,
            Number(usage, "prompt_tokens"),
            Number(usage, "completion_tokens"),
            Text(root, "model")
        );
    }

    private static ReadAnswer Ollama(JsonElement root) =>
        new(
            Text(Part(root, "message"), "content"),
            false,
            Text(root, "done_reason"),
            Number(root, "prompt_eval_count"),
            Number(root, "eval_count"),
            Text(root, "model")
        );

    private static JsonElement Part(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) ? part : default;

    private static string? Text(JsonElement of, string name) =>
        Part(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static int? Number(JsonElement of, string name) =>
        Part(of, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) && value >= 0 ? value : null;
}
