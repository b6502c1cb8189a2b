namespace Assay.Chronology.Solving;

/// <summary>The consistent modes of a model under a set of premises. Components that contradict themselves in every mode are set
/// apart.</summary>
internal sealed class World
{
    private readonly CompiledModel model;
    private readonly Asker asker;
    private readonly bool withStated;
    private readonly Dictionary<(int Variable, bool AtHome), Search> withOffsets = [];

    /// <summary>Finds out which modes are consistent.</summary>
    public World(CompiledModel model, bool[] premises, Asker asker, bool withStated)
    {
        (this.model, this.asker, this.withStated, Premises) = (model, asker, withStated, premises);
        Living = premises;
        Dead = new bool[model.Components];
        var all = AllModes(model).Select(g => Mode.Build(model, g, premises, withStated)).ToList();
        var status = all.ConvertAll(m => asker.Ask(m.Search, [], []));
        Modes = status.Contains(ComponentStatus.Unsatisfiable) ? SetApart(status) : all;
    }

    /// <summary>All premises.</summary>
    public bool[] Premises { get; }

    /// <summary>The premises outside contradictory components.</summary>
    public bool[] Living { get; private set; }

    /// <summary>Components that are contradictory in every mode.</summary>
    public bool[] Dead { get; }

    /// <summary>The consistent modes; the first, where there, is that of each clock on its own zone.</summary>
    public List<Mode> Modes { get; }

    /// <summary>True where components that need a global zone clash with each other through it, and so no mode serves all.</summary>
    public bool IsDivided { get; private set; }

    /// <summary>The modes of a model: null for each clock on its own zone, then the global zones.</summary>
    public static IEnumerable<int?> AllModes(CompiledModel model) => new int?[] { null }.Concat(model.Globals.Select(g => (int?)g));

    /// <summary>
    /// The search in which one clock may take any offset. It is the same for every claim of this world, so it is kept; a few at a time,
    /// since
    /// each holds the whole network.
    /// </summary>
    /// <param name="variable">The clock.</param>
    /// <param name="atHome">True where the other clocks stay at home.</param>
    /// <param name="make">Makes it.</param>
    public Search WithOffsets(int variable, bool atHome, Func<Search> make)
    {
        const int kept = 16;
        if (withOffsets.TryGetValue((variable, atHome), out var known))
            return known;
        if (withOffsets.Count >= kept)
            withOffsets.Clear();
        return withOffsets[(variable, atHome)] = make();
    }

    // A mode that can hold holds in each component. What a component comes to without the others is the same in every world that leaves out
    // the same of it.
    private List<Mode> SetApart(List<ComponentStatus> status)
    {
        var modes = AllModes(model).ToList();
        var fails = new bool[modes.Count, model.Components];
        for (var c = 0; c < model.Components; c++)
        {
            var premises = Only(c);
            Dead[c] = true;
            for (var m = 0; m < modes.Count; m++)
            {
                fails[m, c] =
                    status[m] != ComponentStatus.Satisfiable
                    && !HoldsByItself(modes[m], premises)
                    && model.Alone(modes[m], c, premises, () => asker.Ask(Mode.Build(model, modes[m], premises, false).Search, [], []))
                        == ComponentStatus.Unsatisfiable;
                Dead[c] &= fails[m, c];
            }
        }

        var valid = Valid(fails);
        if (valid.Count == 0)
        {
            // Those that need a global zone clash with each other through it.
            IsDivided = true;
            for (var c = 0; c < model.Components; c++)
                Dead[c] |= fails[0, c];

            valid = Valid(fails);
        }

        Living = [.. Premises.Select((p, i) => p && !Dead[model.ComponentOf(i)])];
        return valid.ConvertAll(m => Mode.Build(model, modes[m], Living, withStated));
    }

    // A clock to which nothing else is tied holds where one of its zones has that time: most components of a large model are such.
    private bool HoldsByItself(int? mode, bool[] premises)
    {
        var only = Array.IndexOf(premises, true);
        return only >= 0
            && only < model.Statements.Length
            && Array.LastIndexOf(premises, true) == only
            && Mode.Domain(model, mode)(model.Statements[only].Variable)
                .Any(z => Array.Exists(model.Pieces(only, z), p => p.From < p.Until));
    }

    private List<int> Valid(bool[,] fails) =>
        [.. Enumerable.Range(0, fails.GetLength(0)).Where(m => Enumerable.Range(0, model.Components).All(c => Dead[c] || !fails[m, c]))];

    private bool[] Only(int component) => [.. Premises.Select((p, i) => p && model.ComponentOf(i) == component)];
}
