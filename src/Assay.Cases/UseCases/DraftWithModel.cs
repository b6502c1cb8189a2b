using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Cases.Models;
using Assay.Cases.Proposals;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;

namespace Assay.Cases.UseCases;

/// <summary>What a model is to read.</summary>
public sealed record ModelRequest
{
    /// <summary>Articles, or folders of them.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Limits of intake and meanings.</summary>
    public required AuditOptions Options { get; init; }

    /// <summary>Where the model is asked; null where a run is replayed.</summary>
    public ModelEndpoint? Endpoint { get; init; }

    /// <summary>What may be spent.</summary>
    public CallLimits Limits { get; init; } = new();

    /// <summary>Folder that runs and answers are kept in; null for none.</summary>
    public string? Runs { get; init; }

    /// <summary>A run to replay, without a network: its file, or its id in <see cref="Runs"/>; null to ask.</summary>
    public string? Replay { get; init; }

    /// <summary>True to set the drafts beside those of the rules, which read the sources anew for it: most of the time of a
    /// replay.</summary>
    public bool WithRules { get; init; } = true;

    /// <summary>About how many tokens of text are asked about in one go.</summary>
    public int ChunkTokens { get; init; } = 1200;

    /// <summary>Sends questions; null for the network.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Told what is about to be spent, before it is.</summary>
    public Action<SpendingEstimate>? Tell { get; init; }
}

/// <summary>What a model read.</summary>
public sealed record ModelReply
{
    /// <summary>The account.</summary>
    public required Account Account { get; init; }

    /// <summary>The desk with the sources.</summary>
    public required ProposalDesk Desk { get; init; }

    /// <summary>Inputs that were refused.</summary>
    public required IReadOnlyList<Error> Errors { get; init; }

    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>SHA-256 of the run.</summary>
    public required string Run { get; init; }

    /// <summary>The file of the run; null where it was not kept.</summary>
    public string? RunFile { get; init; }

    /// <summary>The run.</summary>
    public required ModelRun Whole { get; init; }

    /// <summary>What was used now; nothing of a replay.</summary>
    public required RunUsage Spent { get; init; }

    /// <summary>What it cost, in the currency of the price of the run; null where nobody said what the model costs.</summary>
    public decimal? Cost => Whole.Price?.Of(Spent.Question, Spent.Answer);

    /// <summary>What was not read.</summary>
    public required IReadOnlyList<NotRead> NotRead { get; init; }

    /// <summary>Drafts that were refused.</summary>
    public required IReadOnlyList<ProposalOutcome> Refused { get; init; }

    /// <summary>How many drafts were taken.</summary>
    public required int Taken { get; init; }

    /// <summary>The drafts beside those of the rules; nothing where that was not asked for.</summary>
    public required IReadOnlyList<Agreement> Agreement { get; init; }
}

/// <summary>Reads sources with a language model, or anew from a run of one.</summary>
public sealed class DraftWithModel
{
    /// <summary>Reads. What the model answers is kept as a run first; the account is made from the run, so that a replay makes the
    /// same.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The account with what it cost, or the error where no input or no run could be read.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <exception cref="IOException">The run could not be kept.</exception>
    public static async Task<Result<ModelReply>> Run(ModelRequest request, CancellationToken cancellation = default)
    {
        var read = OpenDesk.Run(new DeskRequest(request.Inputs, request.Options, WithRules: false), cancellation);
        if (!read.Succeeded)
            return read.Error;
        Result<OpenedDesk> opened = read.Value with { Desk = ForRules(read.Value.Desk, request.Options) };
        if (request.Replay is { } replayed)
        {
            var kept = RunStore.Read(replayed, request.Runs);
            return kept.Succeeded ? await Replay(request, opened.Value, kept.Value.Run, kept.Value.Id, cancellation) : kept.Error;
        }

        return await Live(request, opened.Value, request.Endpoint!, cancellation);
    }

    private static async Task<Result<ModelReply>> Live(
        ModelRequest request,
        OpenedDesk opened,
        ModelEndpoint endpoint,
        CancellationToken cancellation
    )
    {
        var store = request.Runs is { } folder ? new RunStore(folder) : null;
        using var client = new ModelClient(endpoint, request.Limits.Patience, request.Handler);
        var live = new LiveCalls(endpoint, client, store, request.Limits);
        var drafter = new ModelDrafter(Fresh(opened.Desk), new DrafterTerms(endpoint.Route, endpoint.Model, request.ChunkTokens), null);
        if (request.Tell is { } tell)
            tell(drafter.Estimate());
        await drafter.Read((call, asked, prompt) => live.Ask(call, asked, prompt, cancellation));
        var run = new ModelRun
        {
            Model = endpoint.Model,
            Endpoint = endpoint.Shown,
            Route = Wording.EnumNames.Of(endpoint.Route),
            ChunkTokens = request.ChunkTokens,
            Price = request.Limits.Price,
            Prompts = opened
                .Desk.Sheets.Values.SelectMany(s => Prompts.For(s.Document))
                .Distinct()
                .ToDictionary(p => p.Name, p => p.Sha256, StringComparer.Ordinal),
            Sources = [.. opened.Desk.Sheets.Values.Select(s => s.Document.Sha256)],
            Calls = drafter.Calls,
        };
        var (bytes, id) = run.Written();
        var file = store?.Keep(bytes, id);
        var reply = await Replay(request, opened, run, id, cancellation);
        return reply.Succeeded ? reply.Value with { RunFile = file, Spent = live.Spent } : reply;
    }

    private static async Task<Result<ModelReply>> Replay(
        ModelRequest request,
        OpenedDesk opened,
        ModelRun run,
        string id,
        CancellationToken cancellation
    )
    {
        if (Unfit(run, opened) is { } unfit)
            return unfit;
        var answers = run.Calls.DistinctBy(c => (c.Key, c.FirstSentence)).ToDictionary(c => (c.Key, c.FirstSentence));
        var desk = Fresh(opened.Desk);
        var route = Enum.Parse<ModelRoute>(run.Route, ignoreCase: true);
        var drafter = new ModelDrafter(desk, new DrafterTerms(route, run.Model, run.ChunkTokens), id);
        ModelCall? missing = null;
        await drafter.Read(
            (call, _, _) =>
            {
                cancellation.ThrowIfCancellationRequested();
                if (answers.TryGetValue((call.Key, call.FirstSentence), out var kept))
                    return Task.FromResult(kept);
                missing ??= call;
                return Task.FromResult(call with { Failure = "notInTheRun" });
            }
        );
        if (missing is not null)
            return new Error(
                ErrorKind.Input,
                $"The run has no answer for sentences {missing.FirstSentence} to {missing.LastSentence} ({missing.Prompt}).",
                "It was made with other prompts or another version of Assay: ask anew."
            );
        return new ModelReply
        {
            Account = desk.Account,
            Desk = desk,
            Errors = opened.Errors,
            Model = run.Model,
            Run = id,
            Whole = run,
            Spent = RunUsage.None,
            NotRead = drafter.NotRead,
            Refused = [.. drafter.Outcomes.Where(o => !o.Taken)],
            Taken = drafter.Outcomes.Count(o => o.Taken),
            Agreement = request.WithRules ? Compared(request, opened, desk.Account) : [],
        };
    }

    private static Error? Unfit(ModelRun run, OpenedDesk opened)
    {
        if (!Enum.TryParse<ModelRoute>(run.Route, ignoreCase: true, out _))
            return new Error(ErrorKind.Input, $"The run names no route that there is: {Printable.Of(run.Route)}.");
        var sources = opened.Desk.Sheets.Values.Select(s => s.Document.Sha256).ToList();
        return sources.SequenceEqual(run.Sources, StringComparer.Ordinal)
            ? null
            : new Error(
                ErrorKind.Input,
                "The run is of other texts: the hashes of the sources are not those it was made with.",
                "Name the same files, unchanged and in the same order."
            );
    }

    // A desk without drafts, on the sources of another.
    private static ProposalDesk Fresh(ProposalDesk of)
    {
        var desk = new ProposalDesk(new Account(), new Dictionary<string, SourceDocument>(StringComparer.Ordinal));
        foreach (var sheet in of.Sheets.Values)
            desk.Add(sheet);
        return desk;
    }

    // The rules read each source once: for the figures in the words of drafts, and to be set beside the model.
    private static ProposalDesk ForRules(ProposalDesk of, AuditOptions options)
    {
        var desk = new ProposalDesk(new Account(), new Dictionary<string, SourceDocument>(StringComparer.Ordinal));
        foreach (var sheet in of.Sheets.Values)
            desk.Add(new SentenceSheet(sheet.Id, sheet.Document) { Options = options });
        return desk;
    }

    private static IReadOnlyList<Agreement> Compared(ModelRequest request, OpenedDesk opened, Account made)
    {
        var errors = opened.Errors.ToList();
        var sources = opened
            .Desk.Sheets.Values.Select(s => SoundSources.Guard<SourceReading>(s.Document.File, () => s.Reading))
            .Where(r => r.Succeeded)
            .Select(r => r.Value)
            .ToList();
        if (sources.Count == 0)
            return [];
        var rules = SoundSources.Assess(sources, errors, (of, refused) => AccountDrafter.Draft(of, refused, request.Options));
        return rules.Match<IReadOnlyList<Agreement>>(account => RulesComparison.Of(account, made), _ => []);
    }
}
