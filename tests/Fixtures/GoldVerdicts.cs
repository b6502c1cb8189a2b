using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Cases.Models;
using Assay.Cases.Proposals;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Cases.Wording;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Tests.Fixtures;

/// <summary>What became of one claim of a gold whose drafts were perfect.</summary>
/// <param name="Account">The account.</param>
/// <param name="Claim">The claim's id in the gold.</param>
/// <param name="Wanted">The verdicts of the gold, the best first.</param>
/// <param name="Verdict">The verdict, or refused.</param>
/// <param name="Why">What the program says of it.</param>
internal sealed record GoldVerdict(string Account, string Claim, IReadOnlyList<string> Wanted, string Verdict, string Why)
{
    /// <summary>True where the verdict is one of the gold's.</summary>
    public bool IsRight => Wanted.Contains(Verdict);
}

/// <summary>What the check loses of a perfect reading: the drafts of a gold, brought to the desk at once, or by a model that is asked
/// part by part.</summary>
/// <param name="Verdicts">One for each claim of the gold.</param>
/// <param name="Refused">Drafts that were refused.</param>
/// <param name="Estimated">Tokens of the questions as estimated before; of a model alone.</param>
/// <param name="Sent">Tokens of the questions that were sent, counted in the same way.</param>
internal sealed record GoldVerdicts(
    IReadOnlyList<GoldVerdict> Verdicts,
    IReadOnlyList<ProposalOutcome> Refused,
    long Estimated = 0,
    long Sent = 0
)
{
    private const string Ending = ".gold.json";

    /// <summary>The golds of a folder: name, content, the file of the text.</summary>
    public static IEnumerable<(string Name, JsonNode Gold, string File)> In(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal)
        let gold = JsonNode.Parse(System.IO.File.ReadAllText(file))!
        select (Path.GetFileName(file)[..^Ending.Length], gold, Path.Combine(folder, (string)gold["file"]!));

    /// <summary>All drafts at once, as an agent may bring them.</summary>
    public static GoldVerdicts AtOnce(string name, JsonNode gold, string file)
    {
        var document = SourceIntake.ReadFile(file).Value;
        var desk = new ProposalDesk(new Account(), new Dictionary<string, SourceDocument>());
        var id = desk.Add(document, file);
        var reply = desk.Propose(GoldModel.Name, "person", null, GoldDrafts.Of(gold, desk.Sheets[id]));
        return new GoldVerdicts(Of(name, gold, desk.Account, desk.Documents), [.. reply.Outcomes.Where(o => !o.Taken)]);
    }

    /// <summary>Part by part, as a model is asked.</summary>
    public static async Task<GoldVerdicts> ByModel(string name, JsonNode gold, string file, CancellationToken cancellation)
    {
        var sheet = new SentenceSheet("s", SourceIntake.ReadFile(file).Value);
        using var model = new GoldModel(GoldDrafts.Of(gold, sheet));
        var estimated = 0L;
        var read = await DraftWithModel.Run(
            new ModelRequest
            {
                Inputs = [file],
                Options = AuditOptions.Default,
                Endpoint = ModelEndpoint.Of("http://localhost:1/v1", GoldModel.Name, false).Value,
                Handler = model,
                WithRules = false,
                Tell = e => estimated = e.Tokens,
            },
            cancellation
        );
        var reply = read.Value;
        if (reply.NotRead.Count > 0)
            throw new InvalidOperationException(reply.NotRead[0].ToString());
        return new GoldVerdicts(
            Of(name, gold, reply.Account, reply.Desk.Documents),
            reply.Refused,
            estimated,
            reply.Whole.Calls.Sum(c => (long)c.EstimatedTokens)
        );
    }

    private static List<GoldVerdict> Of(string name, JsonNode gold, Account account, IReadOnlyDictionary<string, SourceDocument> documents)
    {
        var report = CheckAccount.Run(account, documents).Value.Report;
        var free = report.Claims.ToList();
        return [.. gold["claims"]!.AsArray().Select(c => Of(name, c!, free))];
    }

    private static string Letters(string words) => string.Concat(words.Where(char.IsLetterOrDigit));

    // One claim of the report for one of the gold: by its words, and by its kind where several stand on them.
    private static GoldVerdict Of(string name, JsonNode claim, List<ClaimEntry> free)
    {
        var wanted = claim["acceptable"]?.AsArray().Select(a => (string)a!).ToList() ?? [(string)claim["verdict"]!];
        var quote = (string)claim["quote"]!;
        var same = free.Where(c =>
                Letters(string.Join(' ', (c.Quote.More ?? []).Select(m => m.Exact).Prepend(c.Quote.Exact))) == Letters(quote)
            )
            .ToList();
        var found = same.Find(c => EnumNames.Of(c.Kind) == (string)claim["kind"]!) ?? same.FirstOrDefault();
        if (found is not null)
            free.Remove(found);
        var why = found is null
            ? "its draft was refused"
            : string.Join(
                "; ",
                new[] { found.NotTested }.Concat(found.Findings.Select(f => f.ToString())).Where(w => !string.IsNullOrEmpty(w))
            );
        return new GoldVerdict(name, (string)claim["id"]!, wanted, found is null ? "refused" : EnumNames.Of(found.Verdict), why);
    }
}
