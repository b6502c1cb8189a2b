using Assay.Cases.Drafting;
using Assay.Reading.Intake.Opening;
using Assay.Tests.Fixtures;

namespace Assay.Cases.Tests.Proposals;

/// <summary>What Assay itself loses of a perfect reading, brought all at once or asked for part by part; and whether a run costs what it
/// was said to cost.</summary>
public sealed class GoldDraftsTests(ITestOutputHelper output)
{
    private const double Wanted = 0.97;
    private const int Accounts = 20;

    [Fact]
    public void Leads_to_the_verdicts_of_the_gold_when_perfect_drafts_come_at_once() =>
        Hold([.. Golds().Select(g => GoldVerdicts.AtOnce(g.Name, g.Gold, g.File))]);

    [Fact]
    public async Task Leads_to_the_verdicts_of_the_gold_when_a_perfect_model_is_asked_part_by_part()
    {
        var all = new List<GoldVerdicts>();
        foreach (var (name, gold, file) in Golds())
            all.Add(await GoldVerdicts.ByModel(name, gold, file, TestContext.Current.CancellationToken));
        Hold(all);
    }

    [Fact]
    public async Task Says_before_a_run_within_a_tenth_what_its_questions_take()
    {
        var (estimated, sent, worst) = (0L, 0L, 0.0);
        foreach (var (name, gold, file) in GoldVerdicts.In(Path.Combine(Repository.Root, "bench", "accounts")).Take(Accounts))
        {
            var run = await GoldVerdicts.ByModel(name, gold, file, TestContext.Current.CancellationToken);
            (estimated, sent) = (estimated + run.Estimated, sent + run.Sent);
            var off = (double)run.Estimated / run.Sent - 1;
            worst = Math.Max(worst, Math.Abs(off));
            output.WriteLine($"{name}: {run.Estimated:N0} estimated, {run.Sent:N0} sent, {off:P1}");
        }

        output.WriteLine($"together {estimated:N0} estimated, {sent:N0} sent; the worst {worst:P1} off");
        Assert.InRange(worst, 0, 0.1);
    }

    [Fact]
    public async Task Loses_next_to_nothing_by_asking_part_by_part()
    {
        var (atOnce, byParts) = (0, 0);
        foreach (var (name, gold, file) in GoldVerdicts.In(Path.Combine(Repository.Root, "bench", "accounts")).Take(Accounts))
        {
            atOnce += GoldVerdicts.AtOnce(name, gold, file).Verdicts.Count(v => v.IsRight);
            var run = await GoldVerdicts.ByModel(name, gold, file, TestContext.Current.CancellationToken);
            byParts += run.Verdicts.Count(v => v.IsRight);
        }

        output.WriteLine($"{atOnce} at once, {byParts} part by part");
        Assert.InRange(byParts, atOnce - 2, atOnce + 2);
    }

    [Fact]
    public void Reads_the_same_figures_alone_as_among_all_that_the_rules_read()
    {
        foreach (var (name, _, file) in GoldVerdicts.In(Path.Combine(Repository.Root, "bench", "accounts")).Take(Accounts))
        {
            var document = SourceIntake.ReadFile(file).Value;
            var all = SourceReader.Read("s", document, AuditOptions.Default).Figures.Figures;
            var alone = SourceReader.Figures(document, AuditOptions.Default).Figures;
            Assert.NotEmpty(alone);
            Assert.Equal(all.Select(f => (f.Quote, f.Value, f.Unit)), alone.Select(f => (f.Quote, f.Value, f.Unit)));
        }
    }

    private static IEnumerable<(string Name, System.Text.Json.Nodes.JsonNode Gold, string File)> Golds()
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "data", "accounts");
        Assert.SkipUnless(Directory.Exists(folder), "skipped: ../shared/data/accounts is absent");
        return GoldVerdicts.In(folder);
    }

    private void Hold(List<GoldVerdicts> all)
    {
        var verdicts = all.SelectMany(a => a.Verdicts).ToList();
        var lost = verdicts.Where(v => !v.IsRight).Select(v => $"{v.Account} {v.Claim}: {v.Verdict}, gold {v.Wanted[0]}: {v.Why}").ToList();
        lost.ForEach(output.WriteLine);
        foreach (var refused in all.SelectMany(a => a.Refused))
            output.WriteLine($"refused {refused.Kind} {refused.Key}: {refused.Reason} {refused.Message}");
        output.WriteLine($"{verdicts.Count - lost.Count} of {verdicts.Count}");
        Assert.True(verdicts.Count - lost.Count >= Wanted * verdicts.Count, string.Join('\n', lost));
    }
}
