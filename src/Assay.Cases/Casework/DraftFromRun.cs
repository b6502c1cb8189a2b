using Assay.Cases.Accounts;
using Assay.Cases.Models;
using Assay.Cases.Proposals;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;

namespace Assay.Cases.Casework;

/// <summary>What came of a run of a model that was taken into a case.</summary>
/// <param name="Model">The name of the model.</param>
/// <param name="Changes">What changed in the case.</param>
/// <param name="Run">What is kept of the run.</param>
public sealed record RunTaken(string Model, ReadingChanges Changes, DraftRun Run);

/// <summary>Takes a run of a model that <c>assay read --model --runs</c> kept into a case: its drafts are made anew from the answers and
/// the sources of the case, without a network, and put there under the name of the model.</summary>
public sealed class DraftFromRun
{
    /// <summary>Takes the run in.</summary>
    /// <param name="desk">For whom, in which case.</param>
    /// <param name="file">The file of the run.</param>
    /// <param name="cancellation">Stops the work; nothing is written then.</param>
    /// <returns>What came of it; or why nothing was written: the run cannot be read, or is of texts that the case does not have.</returns>
    public static async Task<Result<RunTaken>> Run(Desk desk, string file, CancellationToken cancellation = default)
    {
        var kept = RunStore.Read(file, null);
        if (!kept.Succeeded)
            return kept.Error;
        var (run, id) = kept.Value;
        if (!Enum.TryParse<ModelRoute>(run.Route, ignoreCase: true, out var route))
            return new Error(ErrorKind.Input, $"The run names no route that there is: {Printable.Of(run.Route)}.");
        var sheets = Sheets(desk, run, cancellation);
        if (!sheets.Succeeded)
            return sheets.Error;
        var answers = run.Calls.DistinctBy(c => (c.Key, c.FirstSentence)).ToDictionary(c => (c.Key, c.FirstSentence));
        var drafter = new ModelDrafter(sheets.Value, new DrafterTerms(route, run.Model, run.ChunkTokens), id);
        var missing = 0;
        await drafter.Read(
            (call, _, _) =>
            {
                cancellation.ThrowIfCancellationRequested();
                if (answers.TryGetValue((call.Key, call.FirstSentence), out var answer))
                    return Task.FromResult(answer);
                missing++;
                return Task.FromResult(call with { Failure = "notInTheRun" });
            }
        );
        return missing > 0 ? Unfit() : Put(desk, run, id, sheets.Value, drafter, cancellation);
    }

    private static Result<RunTaken> Put(
        Desk desk,
        ModelRun run,
        string id,
        ProposalDesk sheets,
        ModelDrafter drafter,
        CancellationToken cancellation
    )
    {
        var used = RunUsage.Of(run);
        var told = new DraftRun("model", [.. drafter.Outcomes.Where(o => !o.Taken).Select(RefusedProposal.Of)])
        {
            Taken = [.. drafter.Outcomes.Where(o => o.Taken).Select(o => o.Id!).Distinct(StringComparer.Ordinal)],
            Run = id,
            Prompts = run.Prompts,
            Tokens = used.Tokens,
            IsEstimate = used.IsEstimate,
            Cost = run.Price is { } price ? $"{price.Shown(price.Of(used.Question, used.Answer))} (price of {price.Day})" : null,
            Milliseconds = run.Calls.Where(c => !c.Cached).Sum(c => c.Attempts.Sum(a => a.Milliseconds)),
            NotRead = drafter.NotRead.Sum(n => n.Last - n.First + 1),
        };
        var request = new ProposeRequest(run.Model, sheets.Account) { Whole = true, Run = told };
        var written = ProposeDrafts.Run(desk, request, cancellation);
        return written.Succeeded ? new RunTaken(run.Model, written.Value.Changes, told) : written.Error;
    }

    // The sources of the run as the case has them, in the order in which the model was asked about them.
    private static Result<ProposalDesk> Sheets(Desk desk, ModelRun run, CancellationToken cancellation)
    {
        var content = desk.Store.Read<CaseContent>(r => r.Content());
        if (!content.Succeeded)
            return content.Error;
        var bySha = content.Value.Sources.DistinctBy(s => s.Sha256).ToDictionary(s => s.Sha256, StringComparer.Ordinal);
        if (run.Sources.FirstOrDefault(s => !bySha.ContainsKey(s)) is { } unknown)
            return new Error(
                ErrorKind.Input,
                $"The run is of a text that the case does not have: SHA-256 {Printable.Of(unknown)}.",
                "Add the same file, unchanged: assay case add."
            );
        var sources = run.Sources.Select(s => bySha[s]).ToList();
        var documents = desk.Case.Documents(sources, cancellation);
        if (!documents.Succeeded)
            return documents.Error;
        if (documents.Value.Errors is [var lost, ..])
            return lost;
        var made = new ProposalDesk(new Account(), new Dictionary<string, SourceDocument>(StringComparer.Ordinal));
        foreach (var source in sources)
            made.Add(documents.Value.Documents[source.Id], source.File);
        return made;
    }

    private static Error Unfit() =>
        new(
            ErrorKind.Input,
            "The run has no answer to some of the questions that these texts lead to.",
            "It was made with other prompts, another publication date or another version of Assay: ask anew."
        );
}
