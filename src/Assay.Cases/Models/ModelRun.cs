using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Models;

/// <summary>One try at a call.</summary>
public sealed record ModelAttempt
{
    /// <summary>Status of the answer; null where none came.</summary>
    public int? Status { get; init; }

    /// <summary>The bytes of the answer as received, base 64; empty where none came. Where they held the key, it is blotted out.</summary>
    public string Response { get; init; } = "";

    /// <summary>The bytes of the answer; none where they cannot be read.</summary>
    internal byte[] Bytes()
    {
        var bytes = new byte[Response.Length];
        return Convert.TryFromBase64String(Response, bytes, out var length) ? bytes[..length] : [];
    }

    /// <summary>Tokens of the question, as the endpoint counts; null where it does not say.</summary>
    public int? PromptTokens { get; init; }

    /// <summary>Tokens of the answer, as the endpoint counts; null where it does not say.</summary>
    public int? AnswerTokens { get; init; }

    /// <summary>Why the answer ended, as reported.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The model as reported.</summary>
    public string? Model { get; init; }

    /// <summary>Milliseconds it took.</summary>
    public long Milliseconds { get; init; }

    /// <summary>Seconds the endpoint asked to be left alone, or null.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>Why it cannot be used; null where it can.</summary>
    public string? Failure { get; init; }
}

/// <summary>One question to the model, with every try at it.</summary>
public sealed record ModelCall
{
    /// <summary>The key of the question.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Name of the prompt.</summary>
    public required string Prompt { get; init; }

    /// <summary>Number of the first sentence asked about.</summary>
    public required int FirstSentence { get; init; }

    /// <summary>Number of the last.</summary>
    public required int LastSentence { get; init; }

    /// <summary>The body of the question.</summary>
    public required string Request { get; init; }

    /// <summary>About how many tokens the question is, as Assay counts.</summary>
    public int EstimatedTokens { get; init; }

    /// <summary>True where the answer of an earlier run was taken.</summary>
    public bool Cached { get; init; }

    /// <summary>The tries, in order; none where the model was not asked.</summary>
    public IReadOnlyList<ModelAttempt> Attempts { get; init; } = [];

    /// <summary>Why it was given up; null where the last try can be used.</summary>
    public string? Failure { get; init; }
}

/// <summary>A run of a model over sources, whole: nothing more is needed to come to the same drafts again.</summary>
public sealed record ModelRun
{
    /// <summary>Version of this shape.</summary>
    public const string Version = "assay-run/1";

    /// <summary>Version of this shape.</summary>
    public string Schema { get; init; } = Version;

    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Where it was asked.</summary>
    public required string Endpoint { get; init; }

    /// <summary>How: openAi or ollama.</summary>
    public required string Route { get; init; }

    /// <summary>About how many tokens of text were asked about in one go.</summary>
    public required int ChunkTokens { get; init; }

    /// <summary>The prompts, by name, with the hashes of their files.</summary>
    public required IReadOnlyDictionary<string, string> Prompts { get; init; }

    /// <summary>What the model cost, as whoever asked said; null where nobody did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelPrice? Price { get; init; }

    /// <summary>Hashes of the sources.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The questions, in order.</summary>
    public required IReadOnlyList<ModelCall> Calls { get; init; }

    /// <summary>The run as bytes, and their SHA-256, which is its name.</summary>
    public (byte[] Bytes, string Id) Written()
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, RunJson.Readable.ModelRun);
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>Reads a run.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="file">Its name, for messages.</param>
    public static Result<ModelRun> Read(byte[] bytes, string file)
    {
        try
        {
            if (JsonSerializer.Deserialize(bytes, RunJson.Default.ModelRun) is { Schema: Version } run)
                return run;
            return new Error(ErrorKind.Input, $"This is no run of the shape {Version}.", "A run is what --runs keeps.", new Location(file));
        }
        catch (JsonException e)
        {
            return new Error(
                ErrorKind.Input,
                "This is no run.",
                "A run is what --runs keeps.",
                new Location(file, (e.LineNumber ?? 0) + 1)
            );
        }
    }
}

/// <summary>The JSON form of a run.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ModelRun))]
[JsonSerializable(typeof(ModelCall))]
internal sealed partial class RunJson : JsonSerializerContext
{
    /// <summary>With letters of all scripts as they are.</summary>
    public static RunJson Readable =>
        field ??= new RunJson(
            new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}
