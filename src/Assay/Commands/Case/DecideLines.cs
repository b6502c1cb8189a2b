using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary>Many decisions, a line of JSON each. Each is confirmed on a line of its own once it is safely written; one that is refused
/// keeps none of the others from being made.</summary>
internal sealed class DecideLines(Desk desk, CommandConsole console, string? lake, CancellationToken cancellation)
{
    private static readonly string[] Members = ["decision", "version", "why", "milliseconds"];
    private int made;
    private Error? last;

    /// <summary>Makes the decisions of a file, and gives the exit code.</summary>
    /// <param name="file">The file, or <c>-</c> for standard input.</param>
    public int Run(string file)
    {
        try
        {
            using var reader = file == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(file);
            var before = CheckCase.Run(desk.Case, lake, cancellation);
            for (var line = 1; reader.ReadLine() is { } text; line++)
            {
                if (cancellation.IsCancellationRequested)
                    return ExitCodes.Cancelled; // what was confirmed is written
                if (!string.IsNullOrWhiteSpace(text))
                    Decide(text, new Location(file == "-" ? "standard input" : file, line));
            }

            if (made > 0)
                Changes(before);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return console.Refuse(new Error(ErrorKind.Input, $"The decisions cannot be read: {e.Message}", "", new Location(file)));
        }

        if (last is null)
            return ExitCodes.Done;
        return made > 0 ? ExitCodes.Partial : ExitCodes.For(last);
    }

    private void Decide(string text, Location where)
    {
        var reply = Read(text).Match(request => DecideItem.Run(desk, request, cancellation), e => e);
        if (reply.Succeeded)
        {
            made++;
            console.Print((TextWriter output) => output.WriteLine(DecideOutput.Line(reply.Value)));
            return;
        }

        last = reply.Error;
        console.Say((last with { Where = where }).ToString());
    }

    private void Changes(Result<AuditReply> before)
    {
        var after = CheckCase.Run(desk.Case, lake, cancellation);
        if (before.Succeeded && after.Succeeded)
            DecideOutput.Print(VerdictChanges.Between(before.Value.Report, after.Value.Report), console);
    }

    private static Result<DecideRequest> Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("decision", out var decision))
                return Wrong("The line holds no decision.");
            if (
                root.EnumerateObject().FirstOrDefault(m => !Members.Contains(m.Name)) is
                { Value.ValueKind: not JsonValueKind.Undefined } other
            )
                return Wrong($"A line has no member “{other.Name}”; it has {string.Join(", ", Members)}.");
            return new DecideRequest(DecisionJson.Read(decision.GetRawText()))
            {
                Version = Member(root, "version")?.GetInt64(),
                Why = Member(root, "why")?.GetString(),
                Milliseconds = Member(root, "milliseconds")?.GetInt64(),
                ShowChanges = false,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            return Wrong($"The line cannot be read: {e.Message}");
        }
    }

    private static Error Wrong(string what) =>
        new(ErrorKind.Usage, what, """Write it as {"decision":{"does":"accept","item":"c-12ab34cd56"},"why":"..."}.""");

    private static JsonElement? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
