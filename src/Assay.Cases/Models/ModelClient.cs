using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Assay.Cases.Models;

/// <summary>An answer as it came.</summary>
/// <param name="Status">Its status; null where none came.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="RetryAfter">How long the endpoint asks to be left alone.</param>
/// <param name="Failure">Why none came whole; null where one did.</param>
internal sealed record RawAnswer(int? Status, byte[] Bytes, TimeSpan? RetryAfter, ModelFailure? Failure);

/// <summary>Sends questions to one endpoint and keeps the bytes of its answers. It follows no redirection, keeps no cookies and asks
/// nobody else.</summary>
internal sealed class ModelClient : IDisposable
{
    private const int LongestAnswer = 8 * 1024 * 1024;
    private readonly HttpMessageInvoker http;
    private readonly ModelEndpoint endpoint;
    private readonly TimeSpan patience;

    /// <summary>Makes a client.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="patience">How long an answer may take.</param>
    /// <param name="handler">Sends; null for the network.</param>
    public ModelClient(ModelEndpoint endpoint, TimeSpan patience, HttpMessageHandler? handler = null)
    {
        (this.endpoint, this.patience) = (endpoint, patience);
        http = new HttpMessageInvoker(
            handler
                ?? new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    UseProxy = !endpoint.Address.IsLoopback,
                },
            disposeHandler: handler is null
        );
    }

    /// <summary>Sends a question.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public async Task<RawAnswer> Ask(string body, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (endpoint.Key is { } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        HttpResponseMessage? answer = null;
        try
        {
            answer = await http.SendAsync(request, limit.Token);
            var wait = answer.Headers.RetryAfter?.Delta;
            return await Read(answer, limit.Token) is { } bytes
                ? new RawAnswer((int)answer.StatusCode, bytes, wait, null)
                : new RawAnswer((int)answer.StatusCode, [], wait, ModelFailure.EndpointError);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new RawAnswer((int?)answer?.StatusCode, [], null, ModelFailure.TimeOut);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new RawAnswer(
                (int?)answer?.StatusCode,
                [],
                null,
                answer is null && !IsBroken(e) ? ModelFailure.Unreachable : ModelFailure.StreamBroken
            );
        }
        finally
        {
            answer?.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static bool IsBroken(Exception e) =>
        e is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse };

    private static async Task<byte[]?> Read(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        using var kept = new MemoryStream();
        var chunk = new byte[81920];
        for (int read; (read = await stream.ReadAsync(chunk, cancellation)) > 0; )
        {
            if (kept.Length + read > LongestAnswer)
                return null;
            kept.Write(chunk, 0, read);
        }

        return kept.ToArray();
    }
}
