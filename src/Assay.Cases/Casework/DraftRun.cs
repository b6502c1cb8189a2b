using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Cases.Proposals;
using Assay.Cases.Wording;

namespace Assay.Cases.Casework;

/// <summary>What is kept of a run of a model or an agent beside its drafts; it goes into the entry of the journal.</summary>
/// <param name="Kind">model or agent.</param>
/// <param name="Refused">What was proposed and not taken.</param>
public sealed record DraftRun(string Kind, IReadOnlyList<RefusedProposal> Refused)
{
    private const int MostRefused = 1000;

    /// <summary>Ids of the drafts that were taken, whether they changed anything or not.</summary>
    public IReadOnlyList<string> Taken { get; init; } = [];

    /// <summary>The program that an agent works in, as it says; null where it says nothing.</summary>
    public string? Client { get; init; }

    /// <summary>SHA-256 of the run of a model; null for an agent.</summary>
    public string? Run { get; init; }

    /// <summary>Prompts by name, each with its SHA-256.</summary>
    public IReadOnlyDictionary<string, string> Prompts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Tokens that the run took; null where it is not known.</summary>
    public long? Tokens { get; init; }

    /// <summary>True where some of the tokens are an estimate, since the endpoint did not report them.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>What the run cost, an amount with its currency and the day of the price; null where it is not known.</summary>
    public string? Cost { get; init; }

    /// <summary>Milliseconds that the run took; null where it is not known.</summary>
    public long? Milliseconds { get; init; }

    /// <summary>Sentences that were not read.</summary>
    public int NotRead { get; init; }

    /// <summary>How many were refused; those beyond the thousandth are not kept one by one.</summary>
    public int RefusedInAll { get; init; } = Refused.Count;

    /// <summary>The run as the journal has it.</summary>
    internal JsonObject Written() =>
        new()
        {
            ["kind"] = Kind,
            ["client"] = Client,
            ["run"] = Run,
            ["prompts"] = new JsonObject(Prompts.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)JsonValue.Create(p.Value)))),
            ["tokens"] = Tokens,
            ["isEstimate"] = IsEstimate,
            ["cost"] = Cost,
            ["milliseconds"] = Milliseconds,
            ["notRead"] = NotRead,
            ["taken"] = new JsonArray([.. Taken.Select(id => JsonValue.Create(id))]),
            ["refusedInAll"] = RefusedInAll,
            ["refused"] = new JsonArray([.. Refused.Take(MostRefused).Select(r => r.Written())]),
        };

    /// <summary>Reads a run back.</summary>
    /// <exception cref="InvalidOperationException">It is no run.</exception>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    internal static DraftRun Read(JsonElement run) =>
        new(run.GetProperty("kind").GetString()!, [.. run.GetProperty("refused").EnumerateArray().Select(RefusedProposal.Read)])
        {
            Client = run.GetProperty("client").GetString(),
            Run = run.GetProperty("run").GetString(),
            Prompts = run.GetProperty("prompts")
                .EnumerateObject()
                .ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal),
            Tokens = Number(run, "tokens"),
            IsEstimate = run.TryGetProperty("isEstimate", out var estimate) && estimate.ValueKind == JsonValueKind.True,
            Cost = run.TryGetProperty("cost", out var cost) ? cost.GetString() : null,
            Milliseconds = Number(run, "milliseconds"),
            NotRead = run.GetProperty("notRead").GetInt32(),
            Taken = [.. run.GetProperty("taken").EnumerateArray().Select(t => t.GetString()!)],
            RefusedInAll = run.GetProperty("refusedInAll").GetInt32(),
        };

    private static long? Number(JsonElement run, string name) =>
        run.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;
}

/// <summary>A proposal that was not taken.</summary>
/// <param name="Kind">Its kind as given.</param>
/// <param name="Key">The drafter's name for it, or null.</param>
/// <param name="Reason">Why, by name.</param>
/// <param name="Message">Why, in sentences.</param>
public sealed record RefusedProposal(string Kind, string? Key, string Reason, string Message)
{
    private const int LongestName = 100;
    private const int LongestMessage = 600;

    /// <summary>What is kept of a proposal that was refused.</summary>
    public static RefusedProposal Of(ProposalOutcome refused) =>
        new(
            Cut(refused.Kind, LongestName),
            refused.Key is { } key ? Cut(key, LongestName) : null,
            EnumNames.Of(refused.Reason!.Value),
            Cut(refused.Message, LongestMessage)
        );

    internal JsonNode Written() =>
        new JsonObject
        {
            ["kind"] = Kind,
            ["key"] = Key,
            ["reason"] = Reason,
            ["message"] = Message,
        };

    internal static RefusedProposal Read(JsonElement refused) =>
        new(
            refused.GetProperty("kind").GetString()!,
            refused.GetProperty("key").GetString(),
            refused.GetProperty("reason").GetString()!,
            refused.GetProperty("message").GetString()!
        );

    // What a drafter wrote may be of any length and hold anything; a pair of code units is not cut in two.
    private static string Cut(string text, int most)
    {
        var shown = Ground.Outcomes.Printable.Of(text);
        if (shown.Length <= most)
            return shown;
        var end = char.IsHighSurrogate(shown[most - 1]) ? most - 1 : most;
        return shown[..end] + "…";
    }
}
