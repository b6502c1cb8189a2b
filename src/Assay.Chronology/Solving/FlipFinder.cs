using Assay.Chronology.Model;
using Assay.Chronology.Zones;
using NodaTime;

namespace Assay.Chronology.Solving;

/// <summary>Finds the smallest change that flips the verdict on home clocks.</summary>
internal sealed class FlipFinder(Tester tester, World world, Question question, TimeClaim claim)
{
    private const int QuarterHours = 14 * 4;
    private readonly CompiledModel model = tester.Model;
    private readonly Asker asker = tester.Asker;

    /// <summary>The smallest flip, or null where nothing flips.</summary>
    /// <param name="verdict">Verdict over all readings.</param>
    /// <param name="home">Verdict on home clocks.</param>
    /// <param name="gap">Gap that the verdict rests on: on home clocks where they decide, else over all readings.</param>
    public Flip? Find(Verdict verdict, HomeVerdict home, GapRange gap)
    {
        var hasHome = home is HomeVerdict.Holds or HomeVerdict.Fails;
        if (!hasHome && verdict is not (Verdict.Always or Verdict.Never))
            return null;

        var holds = hasHome ? home == HomeVerdict.Holds : verdict == Verdict.Always;
        var clocks = hasHome && world.Modes[0].Global is null ? FewestClocks(holds) : [];
        var offset = NearestOffset(holds, hasHome);
        var margin = Margin(holds, gap);
        return clocks.Count == 0 && offset is null && margin is null ? null : new Flip(clocks, offset, margin);
    }

    private Dictionary<string, string> FewestClocks(bool holds)
    {
        var mode = world.Modes[0];
        var movable = Enumerable
            .Range(0, model.Variables.Length)
            .Where(v => model.Variables[v].Home >= 0 && mode.Search.Net.Zones[v].Literals.Length > 0)
            .ToArray();
        var trials = asker.Options.MaxFlipTrials;
        for (var size = 1; size <= Math.Min(3, movable.Length); size++)
        {
            foreach (var moved in Moves(mode, movable, 0, size))
            {
                if (trials-- <= 0)
                    return [];

                if (Flips(mode, Literals(mode, moved), holds))
                {
                    return moved.ToDictionary(
                        m => model.Variables[m.Variable].Source.Id,
                        m => model.ZoneId(m.Zone),
                        StringComparer.Ordinal
                    );
                }
            }
        }

        return [];
    }

    private IEnumerable<List<(int Variable, int Zone)>> Moves(Mode mode, int[] movable, int from, int size)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i < movable.Length; i++)
        {
            var v = movable[i];
            var domain = mode.Search.Net.Zones[v];
            var home = domain.ClassOf(model.Variables[v].Zones[model.Variables[v].Home]);
            for (var c = 0; c < domain.Zones.Length; c++)
            {
                foreach (var rest in c == home ? [] : Moves(mode, movable, i + 1, size - 1))
                    yield return [(v, domain.Zones[c][0]), .. rest];
            }
        }
    }

    private List<int> Literals(Mode mode, List<(int Variable, int Zone)> moved)
    {
        var literals = new List<int>();
        for (var v = 0; v < model.Variables.Length; v++)
        {
            var at = moved.FindIndex(m => m.Variable == v);
            if (at >= 0)
                mode.Assume(literals, v, moved[at].Zone);
            else if (model.Variables[v].Home is >= 0 and var h)
                mode.Assume(literals, v, model.Variables[v].Zones[h]);
        }

        return literals;
    }

    private bool Flips(Mode mode, List<int> literals, bool holds) =>
        tester.Test(mode, question, literals).Verdict == (holds ? Verdict.Never : Verdict.Always);

    /// <summary>Moves one clock at a time to offsets ever further from its home, in quarter hours, the others staying at home.</summary>
    private (string Variable, Offset Offset)? NearestOffset(bool holds, bool hasHome)
    {
        var earlier = VariablesOf(model.EventOf(claim.Earlier));
        var later = VariablesOf(model.EventOf(claim.Later));
        (int Distance, string Variable, Offset Offset)? best = null;
        foreach (
            var v in earlier
                .Concat(later)
                .Distinct()
                .Where(v => !model.Variables[v].Source.Stated && earlier.Contains(v) != later.Contains(v))
        )
        {
            if (NearestOffset(v, holds, hasHome) is { } found && (best is null || found.Distance < best.Value.Distance))
                best = (found.Distance, model.Variables[v].Source.Id, found.Offset);
        }

        return best is { } b ? (b.Variable, b.Offset) : null;
    }

    private (int Distance, Offset Offset)? NearestOffset(int variable, bool holds, bool hasHome)
    {
        var home = model.Variables[variable].Home;
        var listed = home >= 0 ? [model.Variables[variable].Zones[home]] : model.Variables[variable].Zones;
        var own = model.Statements.Where(s => s.Variable == variable && world.Living[s.Index]).Select(s => s.Index).ToList();
        var from = listed.Select(z => OffsetOf(own[0], z)).Where(o => o is not null).Select(o => o!.Value).ToList();
        var taken = model.Variables[variable].Zones.Select(z => OffsetOf(own[0], z)).ToHashSet();
        var offsets = Enumerable
            .Range(-12 * 4, QuarterHours + 12 * 4 + 1)
            .Select(q => Offset.FromSeconds(q * 900))
            .Where(o => !taken.Contains(o))
            .ToList();
        if (from.Count == 0)
            return null;

        int Distance(Offset o) => from.Min(f => Math.Abs(f.Seconds - o.Seconds));
        var zones = offsets.ConvertAll(o => model.ZoneOf(ZoneRules.FixedId(o)));
        var search = world.WithOffsets(
            variable,
            hasHome,
            () => new Search(NetworkBuilder.Build(model, v => v == variable ? [.. zones] : Listed(v, hasHome), world.Living, false), false)
        );
        var domain = search.Net.Zones[variable];
        foreach (var i in Enumerable.Range(0, offsets.Count).OrderBy(i => Distance(offsets[i])))
        {
            var literal = domain.Literals[domain.ClassOf(zones[i])];
            if (Answers(search, literal, !holds))
                return (Distance(offsets[i]), offsets[i]);
        }

        return null;
    }

    private bool Answers(Search search, int literal, bool wanted)
    {
        var can = asker.Ask(search, wanted ? question.Holds : [], [literal]);
        return can == ComponentStatus.Satisfiable
            && (
                wanted
                    ? question.Breaks.TrueForAll(b => asker.Ask(search, [b], [literal]) == ComponentStatus.Unsatisfiable)
                    : asker.Ask(search, question.Holds, [literal]) == ComponentStatus.Unsatisfiable
            );
    }

    private int[] Listed(int variable, bool hasHome)
    {
        var v = model.Variables[variable];
        return hasHome && v.Home >= 0 ? [v.Zones[v.Home]] : v.Zones;
    }

    private Offset? OffsetOf(int statement, int zone)
    {
        var pieces = model.Pieces(statement, zone);
        var local = model.Statements[statement].Source.Windows.Min(w => ZoneRules.Ticks(w.From));
        return pieces.Length == 0
            ? null
            : Offset.FromTicks(Math.Clamp(local - pieces[0].From, Offset.MinValue.Ticks, Offset.MaxValue.Ticks));
    }

    private HashSet<int> VariablesOf(int e) =>
        [.. model.Statements.Where(s => s.Event == e && world.Living[s.Index]).Select(s => s.Variable)];

    private Duration? Margin(bool holds, GapRange gap)
    {
        var distances = new List<Duration>();
        if (claim.Min is { } min && (holds ? gap.Min : gap.Max) is { } low)
            distances.Add(holds ? model.Scale.Span(low) - min.Value : min.Value - model.Scale.Span(low));

        if (claim.Max is { } max && (holds ? gap.Max : gap.Min) is { } high)
            distances.Add(holds ? max.Value - model.Scale.Span(high) : model.Scale.Span(high) - max.Value);

        // A claim that fails does so on one side: the other side's distance is negative and says nothing.
        var real = distances.Where(d => d >= Duration.Zero).ToList();
        return real.Count == 0 ? null : real.Min();
    }
}
