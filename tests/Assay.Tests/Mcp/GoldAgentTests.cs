using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Cases.Proposals;
using Assay.Reading.Intake.Opening;
using Assay.Tests.Fixtures;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Mcp;

/// <summary>An agent that makes no mistake, on the accounts with gold: what it does not get is what Assay loses.</summary>
public sealed class GoldAgentTests(ITestOutputHelper output)
{
    private const double Wanted = 0.97;

    [Fact]
    public async Task Gets_the_verdicts_of_the_gold_when_it_proposes_what_the_gold_says()
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "data", "accounts");
        Assert.SkipUnless(Directory.Exists(folder), "skipped: ../shared/data/accounts is absent");
        var (right, all) = (0, 0);
        foreach (var (name, gold, file) in GoldVerdicts.In(folder))
        {
            var drafts = GoldDrafts.Of(gold, new SentenceSheet("s", SourceIntake.ReadFile(file).Value));
            await using var agent = await AgentSession.Open(folder, file);
            var proposed = new JsonObject { ["drafter"] = "gold", ["drafts"] = JsonSerializer.SerializeToNode(drafts, GoldModel.Form) };
            var ids = (await agent.Call("propose_drafts", proposed.ToJsonString()))["outcomes"]!
                .AsArray()
                .Where(o => (string)o!["kind"]! == "claim")
                .ToDictionary(o => (string)o!["key"]!, o => (string?)o!["id"]);
            var verdicts = (await agent.Call("check_claims"))["claims"]!
                .AsArray()
                .ToDictionary(c => (string)c!["id"]!, c => (string)c!["verdict"]!);
            foreach (var claim in gold["claims"]!.AsArray())
            {
                var wanted = claim!["acceptable"]?.AsArray().Select(a => (string)a!) ?? [(string)claim["verdict"]!];
                var verdict = ids[(string)claim["id"]!] is { } id ? verdicts[id] : "refused";
                (right, all) = (right + (wanted.Contains(verdict) ? 1 : 0), all + 1);
                if (!wanted.Contains(verdict))
                    output.WriteLine($"{name} {claim["id"]}: {verdict}, gold {claim["verdict"]}");
            }
        }

        Assert.True(right >= Wanted * all, $"{right} of {all}");
    }
}
