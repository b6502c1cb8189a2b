using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Chronology.Solving;

/// <summary>Says everything there is to say about one claim.</summary>
internal sealed class ClaimExaminer(CompiledModel model, World world, Asker asker)
{
    private static readonly IReadOnlyList<IReadOnlyList<Difference>> NoDifferences =
    [
        [],
    ];
    private readonly Tester tester = new(model, asker);
    private readonly GapFinder gaps = new(model, asker);

    /// <summary>Examines a claim.</summary>
    public ClaimVerdict Examine(TimeClaim claim)
    {
        var question = Question.Of(model, claim);
        var components = question.Events.Select(e => model.Component[e]).ToHashSet();
        if (components.Any(c => world.Dead[c]))
            return Contradictory(claim, question, components);

        var verdict = tester.Judge(world, question);
        var (home, homeGap, homeLiterals) = Home(question, claim, components);
        var gap = world.Modes.Aggregate(default(GapRange), (g, m) => g.Join(Gap(m, claim, [])));
        var clocks = new DecidingClocks(tester, world, question);
        var deciding = verdict == Verdict.Sometimes ? clocks.Find() : [];
        var rows = Rows(clocks, deciding, question, claim);
        var witnesses = new Witnesses(model, world, asker);
        return new ClaimVerdict
        {
            Claim = claim.Id,
            Verdict = verdict,
            Home = home,
            HomeGapMin = Span(homeGap.Min),
            HomeGapMax = Span(homeGap.Max),
            GapMin = Span(gap.Min),
            GapMax = Span(gap.Max),
            DecidedBy = [.. deciding.Select(v => model.Variables[v].Source.Id)],
            DependsOnUnstatedTime =
                verdict == Verdict.Sometimes && (clocks.UnstatedTime || rows.Exists(r => r.Verdict == Verdict.Sometimes)),
            Table = rows,
            For = verdict is Verdict.Always or Verdict.Sometimes or Verdict.Unsettled
                ? witnesses.Find([question.Holds], homeLiterals)
                : null,
            Against = verdict is Verdict.Never or Verdict.Sometimes or Verdict.Unsettled
                ? witnesses.Find(Broken(question), homeLiterals)
                : null,
            Because = Because(verdict, question),
            Flip = new FlipFinder(tester, world, question, claim).Find(
                verdict,
                home,
                home is HomeVerdict.Holds or HomeVerdict.Fails ? homeGap : gap
            ),
            Ask = Asking.Order(deciding.ConvertAll(v => model.Variables[v].Source.Id), rows),
            Skipped = Skipped(components),
        };
    }

    private ClaimVerdict Contradictory(TimeClaim claim, Question question, HashSet<int> components)
    {
        var dead = components.Where(c => world.Dead[c]).ToHashSet();
        var own = (bool[])[.. world.Premises.Select((p, i) => p && dead.Contains(model.ComponentOf(i)))];
        var explainer = new Explainer(model, asker);
        var enough = new World(model, own, asker, false).Dead.Where((d, c) => d && dead.Contains(c)).Any();
        return new ClaimVerdict
        {
            Claim = claim.Id,
            Verdict = Verdict.Contradictory,
            Home = HomeVerdict.Impossible,
            Because = explainer.Explain(enough ? own : world.Premises, NoDifferences, question.Events),
            Skipped = Skipped(components),
        };
    }

    private (HomeVerdict Verdict, GapRange Gap, List<int> Literals) Home(Question question, TimeClaim claim, HashSet<int> components)
    {
        if (world.Modes[0].Global is not null)
            return (HomeVerdict.Impossible, default, []);

        var (mode, literals) = (world.Modes[0], new List<int>());
        foreach (var v in model.Statements.Where(s => components.Contains(model.Component[s.Event])).Select(s => s.Variable).Distinct())
        {
            if (model.Variables[v].Home is >= 0 and var h)
                mode.Assume(literals, v, model.Variables[v].Zones[h]);
        }

        var verdict = tester.Test(mode, question, literals).Verdict switch
        {
            Verdict.Always => HomeVerdict.Holds,
            Verdict.Never => HomeVerdict.Fails,
            Verdict.Contradictory => HomeVerdict.Impossible,
            _ => HomeVerdict.Depends,
        };
        return verdict == HomeVerdict.Impossible ? (verdict, default, []) : (verdict, Gap(mode, claim, literals), literals);
    }

    private GapRange Gap(Mode mode, TimeClaim claim, List<int> literals) =>
        gaps.Find(mode, model.EventOf(claim.Earlier), model.EventOf(claim.Later), literals);

    private List<CombinationRow> Rows(DecidingClocks clocks, List<int> deciding, Question question, TimeClaim claim)
    {
        var rows = new List<CombinationRow>();
        foreach (var (mode, zones) in deciding.Count == 0 ? [] : clocks.Rows(deciding).Take(asker.Options.MaxTableRows))
        {
            var literals = DecidingClocks.Assumptions(mode, deciding, zones);
            var gap = Gap(mode, claim, literals);
            rows.Add(
                new CombinationRow(
                    [.. zones.Select(model.ZoneId)],
                    mode.Global is { } g ? model.ZoneId(g) : null,
                    tester.Test(mode, question, literals).Verdict,
                    Span(gap.Min),
                    Span(gap.Max),
                    IsHome(model, mode, deciding, zones)
                )
            );
        }

        return rows;
    }

    /// <summary>True where each clock has its own zone and that is its home.</summary>
    internal static bool IsHome(CompiledModel model, Mode mode, List<int> deciding, int[] zones) =>
        mode.Global is null && deciding.Zip(zones).All(p => model.Variables[p.First] is { Home: >= 0 } v && v.Zones[v.Home] == p.Second);

    private List<string> Because(Verdict verdict, Question question)
    {
        if (verdict is not (Verdict.Always or Verdict.Never))
            return [];

        return new Explainer(model, asker).Explain(
            world.Living,
            verdict == Verdict.Always ? Broken(question) : [question.Holds],
            question.Events
        );
    }

    private static List<IReadOnlyList<Difference>> Broken(Question question) =>
        question.Breaks.ConvertAll(b => (IReadOnlyList<Difference>)[b]);

    private List<(string Statement, string Zone)> Skipped(HashSet<int> components)
    {
        var skipped = new List<(string, string)>();
        foreach (var s in model.Statements.Where(s => world.Premises[s.Index] && components.Contains(model.Component[s.Event])))
        {
            foreach (
                var zone in World
                    .AllModes(model)
                    .SelectMany(g => Mode.Domain(model, g)(s.Variable))
                    .Distinct()
                    .Where(z => model.Skips(s.Index, z))
            )
                skipped.Add((s.Source.Id, model.ZoneId(zone)));
        }

        return skipped;
    }

    private Duration? Span(long? scaled) => scaled is { } s ? model.Scale.Span(s) : null;
}
