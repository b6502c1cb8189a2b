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

    private readonly Option<string?> modelFile = new("--model-file")
    {
        Description = "Let a language model in a file draft (GGUF), in this process; needs the plug-in for local models.",
        HelpName = "FILE",
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

    private readonly Option<string?> money = new("--budget-money")
    {
        Description = "Most money to spend, in the currency of the price; like --budget, and either may end the run.",
        HelpName = "AMOUNT",
    };

    private readonly Option<string?> price = new("--price")
    {
        Description =
            "What the model costs: a million tokens of questions, a million of answers, currency, day of the price (0.15,0.60,USD,2026-11-01).",
        HelpName = "PRICE",
    };

    private readonly Option<string?> prices = new("--prices")
    {
        Description = "File of prices of models, JSON; the newest of the model counts. docs/models.md shows one.",
        HelpName = "FILE",
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
        foreach (var option in (Option[])[model, endpoint, modelFile, remote, keyFile, budget, money, price, prices, runs, chunk, patience])
            command.Add(option);
    }

    /// <summary>True where a model is asked for.</summary>
    public bool IsAsked(ParseResult parsed) =>
        parsed.GetValue(model) is not null || parsed.GetValue(endpoint) is not null || parsed.GetValue(modelFile) is not null;

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
            return IsAsked(parsed) ? Usage("--replay asks no model.", "Leave --model, --endpoint and --model-file out.") : request;
        return parsed.GetValue(modelFile) is { } file ? WithFile(parsed, request, file) : WithEndpoint(parsed, request);
    }

    private Result<ModelRequest> WithFile(ParseResult parsed, ModelRequest request, string file)
    {
        if (parsed.GetValue(model) is not null || parsed.GetValue(endpoint) is not null)
            return Usage("--model-file and --model name two models.", "Give one of them.");
        var opened = LocalModelPlugin.Open(file);
        if (!opened.Succeeded)
            return opened.Error;
        var limits = WithPrice(parsed, request.Limits, opened.Value.Endpoint);
        return limits.Succeeded
            ? request with
            {
                Endpoint = opened.Value.Endpoint,
                Handler = opened.Value.Handler,
                Limits = limits.Value,
            }
            : limits.Error;
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
        if (!key.Succeeded)
            return key.Error;
        var limits = WithPrice(parsed, request.Limits, found.Value);
        return limits.Succeeded ? request with { Endpoint = found.Value with { Key = key.Value }, Limits = limits.Value } : limits.Error;
    }

    private Result<CallLimits> WithPrice(ParseResult parsed, CallLimits limits, ModelEndpoint asked)
    {
        var known = PriceOf(parsed, asked);
        if (!known.Succeeded)
            return known.Error;
        if (parsed.GetValue(money) is not { } most)
            return limits with { Price = known.Value };
        if (ModelPrice.Amount(most) is not { } amount || amount <= 0)
            return Usage($"--budget-money {Printable.Of(most)} is no amount.", "Give a number above nothing, such as 0.50.");
        return known.Value is null
            ? Usage("--budget-money cannot be held: what the model costs is not known.", "Add --price, or --prices with the model in it.")
            : limits with
            {
                Price = known.Value,
                MoneyBudget = amount,
            };
    }

    private Result<ModelPrice?> PriceOf(ParseResult parsed, ModelEndpoint asked)
    {
        var (given, file) = (parsed.GetValue(price), parsed.GetValue(prices));
        if (given is not null && file is not null)
            return Usage("--price and --prices both say what the model costs.", "Give one of them.");
        if (file is not null)
            return ModelPrice.In(file, asked);
        if (given is null)
            return (Result<ModelPrice?>)(ModelPrice?)null;
        var read = ModelPrice.Read(given);
        return read.Succeeded ? (Result<ModelPrice?>)read.Value : read.Error;
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
