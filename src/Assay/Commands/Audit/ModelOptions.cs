using System.CommandLine;
using Assay.Cases.Drafting;
using Assay.Cases.Models;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Audit;

/// <summary>The options of a model as drafter, as words of the command line.</summary>
internal sealed class ModelOptions
{
    /// <summary>The variable of the environment that a key is read from.</summary>
    public const string KeyVariable = "ASSAY_MODEL_KEY";

    private const int FewestTokens = 100;

    private readonly Option<string?> model = new("--model")
    {
        Description = "Let a language model draft in place of the rules: its name, as the endpoint knows it. docs/models.md says how.",
        HelpName = "NAME",
    };

    private readonly Option<string?> endpoint = new("--endpoint")
    {
        Description = "Where the model is: http://localhost:11434 (Ollama), http://localhost:8080/v1 (most others).",
        HelpName = "URL",
    };

    private readonly Option<bool> remote = new("--remote")
    {
        Description = "The endpoint may be another machine: the text leaves this one.",
    };

    private readonly Option<string?> keyFile = new("--key-file")
    {
        Description = $"File that holds the key of the endpoint; else the variable {KeyVariable} is looked at.",
        HelpName = "FILE",
    };

    private readonly Option<int> budget = new("--budget")
    {
        Description = "Most tokens to spend; what is left then is listed as not read. Without it, no limit.",
        DefaultValueFactory = _ => int.MaxValue,
        HelpName = "TOKENS",
    };

    private readonly Option<string?> runs = new("--runs")
    {
        Description = "Folder that runs are kept in; what was answered before is not asked again.",
        HelpName = "DIR",
    };

    private readonly Option<int> chunk = new("--chunk")
    {
        Description = "About how many tokens of text to ask about in one go.",
        DefaultValueFactory = _ => 1200,
        HelpName = "TOKENS",
    };

    private readonly Option<int> patience = new("--patience")
    {
        Description = "Seconds that one answer may take.",
        DefaultValueFactory = _ => 300,
        HelpName = "SECONDS",
    };

    /// <summary>The option that names a run to replay.</summary>
    public Option<string?> Replay { get; } =
        new("--replay")
        {
            Description = "Draft anew from a run that was kept (its file, or its id in --runs), without a network.",
            HelpName = "RUN",
        };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[model, endpoint, remote, keyFile, budget, runs, chunk, patience])
            command.Add(option);
    }

    /// <summary>True where a model is asked for.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(model) is not null || parsed.GetValue(endpoint) is not null;

    /// <summary>True where a model is asked for and no endpoint named.</summary>
    public bool LacksEndpoint(ParseResult parsed) => parsed.GetValue(model) is not null && parsed.GetValue(endpoint) is null;

    /// <summary>What the model is to read, or what is wrong with the options.</summary>
    public Result<ModelRequest> Parse(ParseResult parsed, IReadOnlyList<string> inputs, AuditOptions options, string? replay)
    {
        if (parsed.GetValue(chunk) < FewestTokens)
            return Usage($"--chunk {parsed.GetValue(chunk)} is too little to ask about.", $"Give {FewestTokens} or more.");
        if (parsed.GetValue(patience) <= 0 || parsed.GetValue(budget) <= 0)
            return Usage("--patience and --budget are more than nothing.", "Give a number of seconds, or of tokens.");
        var request = new ModelRequest
        {
            Inputs = inputs,
            Options = options,
            Limits = new CallLimits
            {
                Budget = parsed.GetValue(budget) is var most and < int.MaxValue ? most : null,
                Patience = TimeSpan.FromSeconds(parsed.GetValue(patience)),
            },
            Runs = parsed.GetValue(runs),
            Replay = replay,
            ChunkTokens = parsed.GetValue(chunk),
        };
        if (replay is not null)
            return IsAsked(parsed) ? Usage("--replay asks no model.", "Leave --model and --endpoint out.") : request;
        return WithEndpoint(parsed, request);
    }

    private Result<ModelRequest> WithEndpoint(ParseResult parsed, ModelRequest request)
    {
        if (parsed.GetValue(model) is not { } name)
            return Usage("--endpoint names a place and no model.", "Add --model NAME.");
        if (parsed.GetValue(endpoint) is not { } address)
            return Usage("--model names a model and no place.", "Add --endpoint URL, such as http://localhost:11434.");
        var found = ModelEndpoint.Of(address, name, parsed.GetValue(remote));
        if (!found.Succeeded)
            return found.Error;
        var key = KeyOf(parsed.GetValue(keyFile));
        return key.Succeeded ? request with { Endpoint = found.Value with { Key = key.Value } } : key.Error;
    }

    private static Result<string?> KeyOf(string? file)
    {
        if (file is null)
            return Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } named
                ? Checked(named)
                : (Result<string?>)(string?)null;
        try
        {
            return Checked(File.ReadAllText(file).Trim());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Usage($"--key-file {Printable.Of(file)} cannot be read.", "Check its name and its permissions.");
        }
    }

    private static Result<string?> Checked(string key) =>
        key.Length > 0 && key.All(c => c is > ' ' and < '\x7F')
            ? key
            : Usage("The key holds what no key holds.", "Give it on one line, without blanks.");

    private static Error Usage(string message, string hint) => new(ErrorKind.Usage, message, hint);
}
