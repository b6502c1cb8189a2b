using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LLama;
using LLama.Common;
using LLama.Exceptions;
using LLama.Native;

namespace Assay.LocalModel;

/// <summary>
/// A language model in a file, asked as an endpoint is: it takes the body of a question to <c>/chat/completions</c> and answers in the
/// same shape.
/// Nothing leaves the process. One question at a time.
/// </summary>
public sealed class LocalModelHandler : HttpMessageHandler
{
    private readonly LLamaWeights weights;
    private readonly string file;
    private readonly SemaphoreSlim turn = new(1, 1);

    private LocalModelHandler(LLamaWeights weights, string file) => (this.weights, this.file) = (weights, file);

    /// <summary>Loads a model.</summary>
    /// <param name="file">A file of the GGUF format.</param>
    /// <exception cref="InvalidDataException">It is no model that can be loaded, or the native libraries cannot be.</exception>
    public static HttpMessageHandler Open(string file)
    {
        var said = new StringBuilder();
        try
        {
            if (!NativeLibraryConfig.LLama.LibraryHasLoaded)
                NativeLibraryConfig
                    .All.WithSearchDirectory(Path.GetDirectoryName(typeof(LocalModelHandler).Assembly.Location)!)
                    .WithLogCallback((level, line) => Keep(said, level, line));
            return new LocalModelHandler(LLamaWeights.LoadFromFile(Parameters(file, null)), file);
        }
        catch (Exception e) when (e is RuntimeError or LoadWeightsFailedException or TypeInitializationException or DllNotFoundException)
        {
            var cause = said.Length > 0 ? said.ToString().Trim() : (e.InnerException ?? e).Message;
            throw new InvalidDataException($"The model cannot be loaded: {cause}", e);
        }
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
        await turn.WaitAsync(cancellationToken);
        try
        {
            var question = LocalQuestion.Read(body.RootElement);
            var tokens = question.Tokens(weights);
            var room = weights.ContextSize - tokens.Count;
            if (room <= 0)
                return Answer(
                    HttpStatusCode.RequestEntityTooLarge,
                    new JsonObject
                    {
                        ["error"] = $"The question has {tokens.Count} tokens; the context of the model holds {weights.ContextSize}.",
                    }
                );
            var most = Math.Min(question.MostTokens, room);
            using var context = weights.CreateContext(Parameters(file, (uint)(tokens.Count + most)));
            var said = await Task.Run(() => Generation.Of(context, tokens, question, most, cancellationToken), cancellationToken);
            return Answer(HttpStatusCode.OK, Reply(question, tokens.Count, said));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            weights.Dispose();
            turn.Dispose();
        }

        base.Dispose(disposing);
    }

    private static ModelParams Parameters(string file, uint? context) =>
        new(file)
        {
            ContextSize = context,
            GpuLayerCount = 0,
            Threads = Environment.ProcessorCount,
            BatchThreads = Environment.ProcessorCount,
        };

    private static JsonObject Reply(LocalQuestion question, int asked, Said said) =>
        new()
        {
            ["model"] = question.Model,
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["finish_reason"] = said.IsCut ? "length" : "stop",
                    ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = said.Text },
                }
            ),
            ["usage"] = new JsonObject { ["prompt_tokens"] = asked, ["completion_tokens"] = said.Tokens },
        };

    private static HttpResponseMessage Answer(HttpStatusCode status, JsonObject body) =>
        new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };

    private static void Keep(StringBuilder said, LLamaLogLevel level, string line)
    {
        const int longest = 1000;
        if (level == LLamaLogLevel.Error && said.Length < longest)
            said.Append(line);
    }
}
