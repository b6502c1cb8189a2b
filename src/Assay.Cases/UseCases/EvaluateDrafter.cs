using System.Diagnostics;
using Assay.Cases.Drafting;
using Assay.Cases.Evaluation;
using Assay.Cases.Models;
using Assay.Cases.Report;
using Assay.Ground.Outcomes;

namespace Assay.Cases.UseCases;

/// <summary>What to evaluate.</summary>
/// <param name="Golds">Files NAME.gold.json, or folders of them.</param>
/// <param name="Accounts">Folder of accounts NAME.json by any drafter; null for the rules.</param>
/// <param name="Options">Limits and meanings.</param>
public sealed record EvaluationRequest(IReadOnlyList<string> Golds, string? Accounts, AuditOptions Options);

/// <summary>What a drafter made of one text: a report, what it cost and what was lost on the way; or why it was not run.</summary>
public sealed record DraftedReport
{
    /// <summary>The report; null where the drafter was not run.</summary>
    public AuditReport? Report { get; init; }

    /// <summary>Why it was not run, or null.</summary>
    public string? NotRun { get; init; }

    /// <summary>Items that were refused, by reason.</summary>
    public IReadOnlyDictionary<string, int> Refused { get; init; } = new Dictionary<string, int>();

    /// <summary>What was used of a model; null where the drafter is none.</summary>
    public RunUsage? Used { get; init; }

    /// <summary>Parts of the text that were not read, each with the reason.</summary>
    public IReadOnlyList<string> NotRead { get; init; } = [];
}

/// <summary>How a drafter fares on one gold.</summary>
/// <param name="Name">Name of the gold.</param>
/// <param name="Score">The score; null where the drafter was not run.</param>
/// <param name="NotRun">Why it was not run, or null.</param>
/// <param name="Words">Words of the text.</param>
/// <param name="Seconds">Seconds that drafting and checking took.</param>
/// <param name="Used">What was used of a model, or null.</param>
/// <param name="Refused">Items that were refused, by reason.</param>
/// <param name="NotRead">Parts of the text that were not read.</param>
public sealed record EvaluatedAccount(
    string Name,
    Score? Score,
    string? NotRun,
    int Words,
    double Seconds,
    RunUsage? Used,
    IReadOnlyDictionary<string, int> Refused,
    IReadOnlyList<string> NotRead
);

/// <summary>How a drafter fares.</summary>
/// <param name="Drafter">Its name.</param>
/// <param name="Accounts">Gold by gold.</param>
public sealed record DrafterEvaluation(string Drafter, IReadOnlyList<EvaluatedAccount> Accounts)
{
    /// <summary>What the model costs; null where nobody said, or the drafter is none.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>What was used of a model, of all golds together; null where the drafter is none.</summary>
    public RunUsage? Used { get; } =
        Accounts.Any(a => a.Used is not null) ? Accounts.Aggregate(RunUsage.None, (sum, a) => sum + (a.Used ?? RunUsage.None)) : null;

    /// <summary>All together.</summary>
    public Score Sum { get; } = Score.Sum(Accounts.Select(a => a.Score).OfType<Score>());

    /// <summary>True where the drafter was run on the whole of every gold.</summary>
    public bool IsWhole => Accounts.All(a => a.NotRun is null && a.NotRead.Count == 0);
}

/// <summary>Scores a drafter by gold accounts: the rules, accounts by anybody, or a model.</summary>
public sealed class EvaluateDrafter
{
    /// <summary>Evaluates the rules, or accounts in a folder.</summary>
    /// <param name="request">What to evaluate.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The evaluation, or the error where a gold cannot be read.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<DrafterEvaluation> Run(EvaluationRequest request, CancellationToken cancellation = default) =>
        request.Accounts is { } folder
            ? Run(
                request,
                $"accounts in {folder}",
                (name, _) => Checked(Path.Combine(folder, name + ".json"), request.Options, cancellation),
                cancellation
            )
            : Run(request, "rules", (_, text) => Rules(text, request.Options, cancellation), cancellation);

    /// <summary>Evaluates a model.</summary>
    /// <param name="request">What to evaluate.</param>
    /// <param name="model">How it is asked; its inputs are those of the golds.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Result<DrafterEvaluation> Run(EvaluationRequest request, ModelRequest model, CancellationToken cancellation = default)
    {
        var left = model.Limits;
        var made = Run(request, model.Endpoint!.ToString(), Ask, cancellation);
        return made.Succeeded ? made.Value with { Price = model.Limits.Price } : made;

        // One budget for all golds together.
        DraftedReport Ask(string name, string text)
        {
            var report = Asked(model with { Inputs = [text], Limits = left, WithRules = false }, cancellation);
            left = left.Without(report.Used ?? RunUsage.None);
            return report;
        }
    }

    private static DraftedReport Asked(ModelRequest model, CancellationToken cancellation)
    {
        var read = DraftWithModel.Run(model, cancellation).GetAwaiter().GetResult();
        if (!read.Succeeded)
            return new DraftedReport { NotRun = read.Error.ToString() };
        var reply = read.Value;
        var refused = reply
            .Refused.GroupBy(o => Wording.EnumNames.Of(o.Reason!.Value))
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        List<string> notRead = [.. reply.NotRead.Select(n => n.ToString())];
        if (reply.Whole.Calls.All(c => c.Failure is not null))
            return new DraftedReport
            {
                NotRun = notRead.FirstOrDefault(),
                Used = reply.Spent,
                Refused = refused,
            };
        var tested = CheckAccount.Run(reply.Account, reply.Desk.Documents, null, cancellation);
        return tested.Succeeded
            ? new DraftedReport
            {
                Report = tested.Value.Report,
                Refused = refused,
                Used = reply.Spent,
                NotRead = notRead,
            }
            : new DraftedReport { NotRun = tested.Error.ToString() };
    }

    /// <summary>Evaluates any drafter.</summary>
    /// <param name="request">What to evaluate.</param>
    /// <param name="drafter">Its name.</param>
    /// <param name="draft">Drafts and checks: the name of a gold and the file of its text.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Result<DrafterEvaluation> Run(
        EvaluationRequest request,
        string drafter,
        Func<string, string, DraftedReport> draft,
        CancellationToken cancellation
    )
    {
        var golds = Gold.Of(request.Golds);
        if (!golds.Succeeded)
            return golds.Error;
        var accounts = new List<EvaluatedAccount>();
        foreach (var gold in golds.Value)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!File.Exists(gold.TextFile))
                return new Error(
                    ErrorKind.Input,
                    $"The text of the gold {gold.Name} is not there.",
                    "It has to lie beside the gold, under the name the gold gives.",
                    new Location(gold.TextFile)
                );
            var watch = Stopwatch.StartNew();
            var made = draft(gold.Name, gold.TextFile);
            accounts.Add(Scored(gold, made, watch.Elapsed.TotalSeconds));
        }

        return new DrafterEvaluation(drafter, accounts);
    }

    private static EvaluatedAccount Scored(Gold gold, DraftedReport made, double seconds)
    {
        if (made.Report is not { } report)
            return new EvaluatedAccount(gold.Name, null, made.NotRun ?? "not run", 0, seconds, made.Used, made.Refused, made.NotRead);
        var score = AccountScorer.Of(gold, report);
        var held =
            report.Events.Count
            + report.Clocks.Count
            + report.Dates.Count
            + report.Claims.Count
            + report.Statements.Count
            + report.Figures.Count;
        score["anchors"] = new Share(held, held + made.Refused.Values.Sum());
        var words = report.Sources.Sum(s => s.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        return new EvaluatedAccount(gold.Name, score, null, words, seconds, made.Used, made.Refused, made.NotRead);
    }

    private static DraftedReport Rules(string text, AuditOptions options, CancellationToken cancellation)
    {
        var reply = AuditAccount.Run(new AuditRequest([text], options), null, cancellation);
        return reply.Succeeded ? new DraftedReport { Report = reply.Value.Report } : new DraftedReport { NotRun = reply.Error.ToString() };
    }

    private static DraftedReport Checked(string file, AuditOptions options, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            return new DraftedReport { NotRun = $"there is no account {file}" };
        var reply = CheckAccount.Run(new CheckRequest(file, options.Intake), cancellation);
        return reply.Succeeded
            ? new DraftedReport
            {
                Report = reply.Value.Report,
                Refused = reply
                    .Value.Errors.GroupBy(e => Reason(e.Message))
                    .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            }
            : new DraftedReport { NotRun = reply.Error.ToString() };
    }

    private static string Reason(string message) =>
        message.Contains("does not stand", StringComparison.Ordinal) ? "wordsDoNotStand"
        : message.Contains("several places", StringComparison.Ordinal) ? "moreThanOnce"
        : message.Contains("rests on", StringComparison.Ordinal) ? "restsOnRefused"
        : "other";
}
