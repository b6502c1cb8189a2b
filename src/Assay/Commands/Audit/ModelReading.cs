using Assay.Cases.Models;
using Assay.Cases.UseCases;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Audit;

/// <summary>One run of <c>assay read --model</c> or <c>--replay</c>: says what it will cost, reads, writes the account, says what it
/// was.</summary>
/// <param name="Request">What to read.</param>
/// <param name="OutFile">File for the account, or null.</param>
/// <param name="Compare">True to list what rules and model found, and not only to count it.</param>
/// <param name="Console">Where to print.</param>
internal sealed record ModelReading(ModelRequest Request, string? OutFile, bool Compare, CommandConsole Console)
{
    private const string OverBudget = "overBudget";

    /// <summary>Runs, and returns the exit code.</summary>
    public async Task<int> Execute(CancellationToken cancellation)
    {
        if (Request.Inputs.FirstOrDefault(i => i.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) is { } account)
            return Console.Refuse(
                new Error(ErrorKind.Usage, $"{Printable.Of(account)} is an account, and a model reads texts.", "Name the texts.")
            );
        var asked = Request with
        {
            WithRules = Compare || Request.Replay is null,
            Tell = estimate =>
                Console.Say($"{estimate.Calls} questions to {Request.Endpoint}, {SpendingWords.Before(estimate, Request.Limits.Price)}"),
        };
        var read = await DraftWithModel.Run(asked, cancellation);
        return read.Match(Write, Console.Refuse);
    }

    private int Write(ModelReply reply)
    {
        foreach (var refused in reply.Errors)
            Console.Say(refused.ToString());
        if (OutFile is null)
            Console.Print((Stream stream) => ReadAccount.Write(stream, reply.Account));
        else if (WholeFile.Write(OutFile, stream => ReadAccount.Write(stream, reply.Account)) is { } error)
            return Console.Refuse(error);
        Tell(reply);
        if (reply.NotRead.Any(n => n.Failure != OverBudget))
            return ExitCodes.Provider;
        return reply.NotRead.Count + reply.Errors.Count == 0 ? ExitCodes.Done : ExitCodes.Partial;
    }

    private void Tell(ModelReply reply)
    {
        foreach (var lost in reply.NotRead)
            Console.Say(lost.ToString());
        var cached = reply.Whole.Calls.Count(c => c.Cached);
        var price = reply.Whole.Price;
        Console.Say(
            $"{reply.Model}: {reply.Whole.Calls.Count} questions, {cached} of them answered before; {SpendingWords.After(reply.Spent, price)}; run {reply.RunFile ?? reply.Run}."
        );
        if (Request.Replay is not null)
            Console.Say($"When the run was made: {SpendingWords.After(RunUsage.Of(reply.Whole), price)}.");
        if (reply.Spent.IsEstimate)
            Console.Say("The endpoint does not report what was used (usage missing): the number of tokens is an estimate.");
        var reasons = reply
            .Refused.GroupBy(o => EnumNames.Of(o.Reason!.Value))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Count()} {g.Key}")
            .ToList();
        Console.Say(
            $"{reply.Taken} drafts taken, {reply.Refused.Count} refused{(reasons.Count > 0 ? $" ({string.Join(", ", reasons)})" : "")}."
        );
        foreach (var outcome in Compare ? reply.Refused : [])
            Console.Say($"  refused {outcome.Kind}: {outcome.Message}");
        if (reply.Agreement.Count == 0)
            Console.Say("Not set beside what the rules read: --compare does.");
        foreach (var kind in reply.Agreement)
        {
            Console.Say($"{kind.Kind}: both {kind.Both.Count}, rules only {kind.RulesOnly.Count}, model only {kind.ModelOnly.Count}.");
            foreach (
                var (who, words) in Compare
                    ? kind.RulesOnly.Select(w => ("rules only", w)).Concat(kind.ModelOnly.Select(w => ("model only", w)))
                    : []
            )
                Console.Say($"  {who}: “{words}”");
        }
    }
}
