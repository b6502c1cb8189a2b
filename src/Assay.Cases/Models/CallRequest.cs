using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Cases.Models;

/// <summary>A question to a model, as the bytes that are sent.</summary>
/// <param name="Key">SHA-256 of route and body: what the same question is known by, on every run.</param>
/// <param name="Body">The body, JSON.</param>
/// <param name="Tokens">About how many tokens it is.</param>
/// <param name="LeastTokens">Fewer it cannot be.</param>
/// <param name="AnswerTokens">How long the answer may be, tokens.</param>
public sealed record CallRequest(string Key, string Body, int Tokens, int LeastTokens, int AnswerTokens)
{
    private const int LongestAnswer = 4096;
    private const int Rounding = 1024;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The question about a chunk of a source.</summary>
    /// <param name="route">How the endpoint takes it.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="prompt">The prompt.</param>
    /// <param name="text">The spotlit text, with what is known of it.</param>
    public static CallRequest Of(ModelRoute route, string model, PromptFile prompt, string text)
    {
        var system = prompt.Instructions + string.Concat(prompt.Examples.Select(e => $"\n\nExample. Text:\n{e.Text}\nAnswer:\n{e.Answer}"));
        var schema = DraftSchema.Of(prompt);
        var tokens = TokenEstimate.Of(system) + TokenEstimate.Of(text) + TokenEstimate.Of(schema.ToJsonString());
        var messages = new JsonArray(Message("system", system), Message("user", text));
        var body = (route == ModelRoute.Ollama ? Ollama(model, messages, schema, tokens) : OpenAi(model, messages, schema)).ToJsonString(
            Readable
        );
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{route}\n{body}")));
        return new CallRequest(key, body, tokens, TokenEstimate.Least(system + " " + text), LongestAnswer);
    }

    private static JsonObject Message(string role, string content) => new() { ["role"] = role, ["content"] = content };

    private static JsonObject OpenAi(string model, JsonArray messages, JsonObject schema) =>
        new()
        {
            ["model"] = model,
            ["messages"] = messages,
            ["temperature"] = 0,
            ["max_tokens"] = LongestAnswer,
            ["stream"] = false,
            ["response_format"] = new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject
                {
                    ["name"] = "drafts",
                    ["strict"] = true,
                    ["schema"] = schema,
                },
            },
        };

    private static JsonObject Ollama(string model, JsonArray messages, JsonObject schema, int tokens) =>
        new()
        {
            ["model"] = model,
            ["messages"] = messages,
            ["stream"] = false,
            ["format"] = schema,
            ["options"] = new JsonObject
            {
                ["temperature"] = 0,
                ["seed"] = 1,
                ["num_predict"] = LongestAnswer,
                ["num_ctx"] = (tokens + LongestAnswer + Rounding - 1) / Rounding * Rounding,
            },
        };
}
