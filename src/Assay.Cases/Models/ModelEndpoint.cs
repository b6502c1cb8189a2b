using Assay.Ground.Outcomes;

namespace Assay.Cases.Models;

/// <summary>The ways in which endpoints take a request.</summary>
public enum ModelRoute
{
    /// <summary><c>/chat/completions</c>, as most servers have it.</summary>
    OpenAi,

    /// <summary><c>/api/chat</c> of Ollama, which takes the size of the context.</summary>
    Ollama,
}

/// <summary>Where a model is asked.</summary>
/// <param name="Address">The whole address.</param>
/// <param name="Route">How it takes a request.</param>
/// <param name="Model">Name of the model.</param>
public sealed record ModelEndpoint(Uri Address, ModelRoute Route, string Model)
{
    private const int OllamaPort = 11434;
    private const string OllamaPath = "/api/chat";
    private const string OpenAiPath = "/chat/completions";

    /// <summary>The key, sent as a bearer token; null for none. Never written anywhere.</summary>
    public string? Key { get; init; }

    /// <summary>Where it is, as runs tell it: without anything that may be secret.</summary>
    public string Shown => Address.GetLeftPart(UriPartial.Path);

    /// <summary>Reads an address.</summary>
    /// <param name="address">As given: a base such as http://localhost:8080/v1, or the whole of it.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="isRemoteAllowed">Whether it may be another machine than this one.</param>
    public static Result<ModelEndpoint> Of(string address, string model, bool isRemoteAllowed)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return Usage(
                $"--endpoint {Printable.Of(address)} is no address.",
                "Give one such as http://localhost:11434 or http://localhost:8080/v1."
            );
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return Usage(
                "--endpoint holds more than a place.",
                "Leave names, keys and questions out of it; a key comes from the environment or from --key-file."
            );
        if (string.IsNullOrWhiteSpace(model))
            return Usage("--model names no model.", "Give the name that the endpoint knows it by.");
        if (!uri.IsLoopback && !isRemoteAllowed)
            return Usage($"{uri.Host} is another machine: the text would leave this one.", "Add --remote where that is meant.");
        if (!uri.IsLoopback && uri.Scheme != "https")
            return Usage($"{uri.Host} is another machine, and http hides nothing on the way.", "Give an address with https.");
        var path = uri.AbsolutePath.TrimEnd('/');
        var isOllama = path.EndsWith(OllamaPath, StringComparison.Ordinal) || path.Length == 0 && uri.Port == OllamaPort;
        var ending = isOllama ? OllamaPath : OpenAiPath;
        var whole = path.EndsWith(ending, StringComparison.Ordinal) ? path : path + ending;
        return new ModelEndpoint(new UriBuilder(uri) { Path = whole }.Uri, isOllama ? ModelRoute.Ollama : ModelRoute.OpenAi, model);
    }

    /// <summary>A model in a file of this machine, which is asked in the same way.</summary>
    /// <param name="file">The file.</param>
    /// <param name="hash">The beginning of its SHA-256: another file of the same name is another model.</param>
    public static ModelEndpoint OfFile(string file, string hash)
    {
        var name = Path.GetFileName(file);
        return new ModelEndpoint(new Uri("file:///" + Uri.EscapeDataString(name)), ModelRoute.OpenAi, $"{name} {hash}");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Model} at {Shown}";

    private static Error Usage(string message, string hint) => new(ErrorKind.Usage, message, hint);
}
