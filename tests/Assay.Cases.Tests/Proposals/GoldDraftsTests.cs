using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Proposals;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Cases.Tests.Proposals;

/// <summary>What the check loses of a perfect reading: hand-made drafts of the gold accounts, through the desk that takes
/// proposals.</summary>
public sealed class GoldDraftsTests(ITestOutputHelper output)
{
    private const double Wanted = 0.97;

    [Fact]
    public void Leads_to_the_verdicts_of_the_gold_when_the_drafts_are_perfect()
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "data", "accounts");
        Assert.SkipUnless(Directory.Exists(folder), "skipped: ../shared/data/accounts is absent");
        var (right, all, lost, refused) = (0, 0, new List<string>(), new List<string>());
        foreach (var file in Directory.EnumerateFiles(folder, "*.gold.json").Order(StringComparer.Ordinal))
        {
            var gold = JsonNode.Parse(File.ReadAllText(file))!;
            var name = Path.GetFileName(file)[..3];
            var (reply, report) = Check(gold, SourceIntake.ReadFile(Path.Combine(folder, (string)gold["file"]!)).Value);
            refused.AddRange(reply.Outcomes.Where(o => !o.Taken).Select(o => $"{name} {o.Kind} {o.Key}: {o.Reason} {o.Message}"));
            foreach (var o in reply.Outcomes.Where(o => o.Differences.Count > 0))
                output.WriteLine($"differs {name} {o.Kind} {o.Key}: {string.Join(' ', o.Differences)}");
            foreach (var claim in gold["claims"]!.AsArray())
            {
                all++;
                var outcome = reply.Outcomes.First(o => o.Kind == "claim" && o.Key == (string)claim!["id"]!);
                var entry = report.Claims.FirstOrDefault(c => c.Id == outcome.Id);
                var verdict = entry is null ? "refused" : Wording.EnumNames.Of(entry.Verdict);
                var accepted = claim!["acceptable"]?.AsArray().Select(a => (string)a!) ?? [(string)claim["verdict"]!];
                if (accepted.Contains(verdict))
                    right++;
                else
                    lost.Add(
                        $"{name} {claim["id"]}: {verdict}, gold {claim["verdict"]}: {entry?.NotTested ?? outcome.Message} {string.Join(" / ", entry?.Findings ?? [])} {string.Join(" / ", entry?.Because.Select(b => b.ToString()) ?? [])}"
                    );
            }
        }

        lost.ForEach(output.WriteLine);
        refused.ForEach(output.WriteLine);
        output.WriteLine($"{right} of {all}; refused {refused.Count}");
        Assert.True(right >= Wanted * all, $"{right} of {all}:\n{string.Join('\n', lost)}");
    }

    private static (ProposalReply, AuditReport) Check(JsonNode gold, SourceDocument document)
    {
        var desk = new ProposalDesk(new Account(), new Dictionary<string, SourceDocument>());
        var id = desk.Add(document, (string)gold["file"]!);
        var reply = desk.Propose("gold", "person", null, GoldDrafts.Of(gold, desk.Sheets[id]));
        var documents = new Dictionary<string, SourceDocument> { [id] = document };
        return (reply, CheckAccount.Run(desk.Account, documents).Value.Report);
    }
}
