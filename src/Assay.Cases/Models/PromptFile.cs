using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Proposals;
using Assay.Ground.Anchors;
using Assay.Reading.Intake;

namespace Assay.Cases.Models;

/// <summary>An example of a prompt: an invented text and the drafts that are right for it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Answer">The drafts as JSON.</param>
public sealed record PromptExample(string Text, string Answer);

/// <summary>A prompt as a data file: what a drafter is told, with examples. Its examples are held against their own texts when it is
/// loaded.</summary>
public sealed record PromptFile
{
    private const string ExampleMark = "\n## Example\n### Text\n";
    private const string AnswerMark = "\n### Answer\n";

    /// <summary>Its name, such as <c>en.clocks</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Its language, as a language tag.</summary>
    public required string Language { get; init; }

    /// <summary>What it asks for, in words.</summary>
    public required string Title { get; init; }

    /// <summary>The kinds of drafts it asks for.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The members of a draft that it asks for.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>What the drafter is told.</summary>
    public required string Instructions { get; init; }

    /// <summary>The examples.</summary>
    public required IReadOnlyList<PromptExample> Examples { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="InvalidDataException">It lacks something, or an example does not align with its text.</exception>
    public static PromptFile Read(string name, string text)
    {
        text = text.ReplaceLineEndings("\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = text[..Math.Max(0, end)]
            .Split('\n')
            .Select(l => l.Split(": ", 2))
            .Where(p => p.Length == 2)
            .ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        var parts = text[Math.Max(0, end)..].Split(ExampleMark);
        var prompt = new PromptFile
        {
            Name = name,
            Version = Of("version"),
            Language = Of("language"),
            Title = Of("title"),
            Kinds = Of("kinds").Split(' '),
            Fields = Of("fields").Split(' '),
            Instructions = parts[0].Trim(),
            Examples = [.. parts[1..].Select(p => Example(name, p))],
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        };
        foreach (var example in prompt.Examples)
            Align(name, example);
        return prompt;

        string Of(string member) =>
            head.GetValueOrDefault(member) ?? throw new InvalidDataException($"The prompt {name} does not say its “{member}”.");
    }

    private static PromptExample Example(string name, string part) =>
        part.Split(AnswerMark) is [var text, var answer]
            ? new PromptExample(text.Trim(), answer.Trim())
            : throw new InvalidDataException($"An example of the prompt {name} has no answer.");

    // Whatever is asked of a drafter, the example itself has to stand.
    private static void Align(string name, PromptExample example)
    {
        var layer = new TextLayer(example.Text, [new Block(BlockKind.Paragraph, new TextSpan(0, example.Text.Length))]);
        var bytes = Encoding.UTF8.GetBytes(example.Text);
        var document = new SourceDocument(
            "example",
            bytes.Length,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            "plain text",
            layer,
            new SourceMetadata()
        );
        var desk = new ProposalDesk(new Account(), new Dictionary<string, SourceDocument>(StringComparer.Ordinal));
        desk.Add(document, "example");
        using var answer = JsonDocument.Parse(example.Answer);
        var reply = desk.Propose("example", "person", null, ProposalReader.Read(answer.RootElement.GetProperty("drafts")));
        if (reply.Outcomes.FirstOrDefault(o => !o.Taken || o.Differences.Count > 0) is { } wrong)
            throw new InvalidDataException(
                $"An example of the prompt {name} does not align: draft {wrong.Index}: {wrong.Message} {string.Join(' ', wrong.Differences)}"
            );
    }
}
