using Assay.Chronology.Model;

namespace Assay.Chronology.Solving;

/// <summary>Tests all claims as one: which readings satisfy every one of them.</summary>
internal sealed class JointExaminer(CompiledModel model, Asker asker)
{
    private readonly Tester tester = new(model, asker);

    /// <summary>Tests the claims together; those on contradictory premises are left out.</summary>
    public JointVerdict Examine(World world, IReadOnlyList<TimeClaim> claims)
    {
        var sound = claims
            .Where(c => !world.Dead[model.Component[model.EventOf(c.Earlier)]] && !world.Dead[model.Component[model.EventOf(c.Later)]])
            .ToList();
        if (sound.Count == 0)
            return new JointVerdict(claims.Count == 0 ? Verdict.Always : Verdict.Contradictory, [], [], null, []);

        var question = Question.Of(model, sound);
        var verdict = tester.Judge(world, question);
        var clocks = new DecidingClocks(tester, world, question);
        var deciding = verdict == Verdict.Sometimes ? clocks.Find() : [];
        var reading = verdict is Verdict.Never or Verdict.Contradictory
            ? null
            : new Witnesses(model, world, asker).Find([question.Holds], []);
        return new JointVerdict(
            verdict,
            Rows(clocks, deciding, question),
            [.. deciding.Select(v => model.Variables[v].Source.Id)],
            reading,
            verdict == Verdict.Never ? Clash(world, sound) : []
        );
    }

    private List<CombinationRow> Rows(DecidingClocks clocks, List<int> deciding, Question question)
    {
        var rows = new List<CombinationRow>();
        foreach (var (mode, zones) in deciding.Count == 0 ? [] : clocks.Rows(deciding))
        {
            if (rows.Count >= asker.Options.MaxTableRows)
                break;

            var verdict = tester.Test(mode, question, DecidingClocks.Assumptions(mode, deciding, zones)).Verdict;
            if (verdict is Verdict.Always or Verdict.Sometimes or Verdict.Unsettled)
            {
                rows.Add(
                    new CombinationRow(
                        [.. zones.Select(model.ZoneId)],
                        mode.Global is { } g ? model.ZoneId(g) : null,
                        verdict,
                        null,
                        null,
                        ClaimExaminer.IsHome(model, mode, deciding, zones)
                    )
                );
            }
        }

        return rows;
    }

    private List<string> Clash(World world, List<TimeClaim> claims)
    {
        var all = Enumerable.Range(0, claims.Count).ToList();
        return Shrink.Minimal(all, some => Cannot(world, some.ConvertAll(i => claims[i]))).Order().Select(i => claims[i].Id).ToList();
    }

    private bool Cannot(World world, List<TimeClaim> claims)
    {
        var holds = Question.Of(model, claims).Holds;
        return world.Modes.TrueForAll(m => asker.Ask(m.Search, holds, []) == ComponentStatus.Unsatisfiable);
    }
}
