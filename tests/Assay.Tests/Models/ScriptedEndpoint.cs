using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Assay.Tests.Models;

/// <summary>What an endpoint answers.</summary>
internal sealed record Reply(int Status, string Body)
{
    public string? RetryAfter { get; init; }

    /// <summary>How many bytes of the body are sent before the line is cut; null for all.</summary>
    public int? CutAfter { get; init; }

    /// <summary>How long it thinks.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Where it sends the client instead.</summary>
    public string? Location { get; init; }
}

/// <summary>An endpoint in the test process, on a port of its own, that answers what a test tells it to.</summary>
internal sealed class ScriptedEndpoint : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<JsonNode, int, Reply> script;
    private readonly CancellationTokenSource stop = new();
    private int asked;

    /// <summary>Starts one.</summary>
    /// <param name="script">Answers a question: its body, and how many came before.</param>
    public ScriptedEndpoint(Func<JsonNode, int, Reply> script)
    {
        this.script = script;
        listener.Start();
        Base = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        _ = Task.Run(Serve);
    }

    public string Base { get; }

    public string OpenAi => Base + "/v1";

    public string Ollama => Base + "/api/chat";

    /// <summary>The questions, in order.</summary>
    public ConcurrentQueue<(string Path, string Headers, JsonNode Body)> Asked { get; } = new();

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
    }

    private async Task Serve()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = Task.Run(() => Answer(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Answer(TcpClient client)
    {
        using var own = client;
        try
        {
            var stream = client.GetStream();
            var (head, body) = await Read(stream);
            if (head.Length == 0)
                return;
            var question = JsonNode.Parse(body)!;
            Asked.Enqueue((head.Split(' ')[1], head, question));
            var reply = script(question, Interlocked.Increment(ref asked) - 1);
            await Task.Delay(reply.Delay, stop.Token);
            var bytes = Encoding.UTF8.GetBytes(reply.Body);
            var lines =
                $"HTTP/1.1 {reply.Status.ToString(CultureInfo.InvariantCulture)} X\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n";
            if (reply.RetryAfter is { } wait)
                lines += $"Retry-After: {wait}\r\n";
            if (reply.Location is { } elsewhere)
                lines += $"Location: {elsewhere}\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(lines + "\r\n"), stop.Token);
            await stream.WriteAsync(bytes.AsMemory(0, reply.CutAfter ?? bytes.Length), stop.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The client hung up.
        }
    }

    private static async Task<(string Head, string Body)> Read(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var chunk = new byte[65536];
        while (true)
        {
            var read = await stream.ReadAsync(chunk);
            if (read == 0)
                return ("", "");
            bytes.AddRange(chunk[..read]);
            var all = Encoding.UTF8.GetString([.. bytes]);
            var end = all.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0)
                continue;
            var length = all[..end]
                .Split("\r\n")
                .First(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                .Split(':')[1];
            if (bytes.Count >= Encoding.UTF8.GetByteCount(all[..(end + 4)]) + int.Parse(length, CultureInfo.InvariantCulture))
                return (all[..end], all[(end + 4)..]);
        }
    }
}
