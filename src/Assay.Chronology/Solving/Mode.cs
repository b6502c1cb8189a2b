using Assay.Chronology.Model;

namespace Assay.Chronology.Solving;

/// <summary>One way of reading the clocks: each on a zone of its own, or all unstated ones on one global zone.</summary>
internal sealed class Mode
{
    private readonly CompiledModel model;
    private readonly Dictionary<(int From, int To), long> paths = [];

    private Mode(CompiledModel model, int? global, Search search) => (this.model, Global, Search) = (model, global, search);

    /// <summary>The global zone, or null where each clock has its own.</summary>
    public int? Global { get; }

    /// <summary>The search on the premises in this mode.</summary>
    public Search Search { get; }

    /// <summary>Builds a mode.</summary>
    public static Mode Build(CompiledModel model, int? global, bool[] premises, bool withStated)
    {
        Network Make() => NetworkBuilder.Build(model, Domain(model, global), premises, withStated);
        var network = withStated || premises.Contains(false) ? Make() : model.Whole(global, Make);
        return new Mode(model, global, new Search(network, withStated));
    }

    /// <summary>Admissible zones per variable in a mode.</summary>
    public static Func<int, int[]> Domain(CompiledModel model, int? global)
    {
        var one = global is { } g ? new[] { g } : [];
        return v => global is null || model.Variables[v].Source.Stated ? model.Variables[v].Zones : one;
    }

    /// <summary>Zones that a variable may take in this mode.</summary>
    public IEnumerable<int> ZonesOf(int variable) => Search.Net.Zones[variable].Zones.SelectMany(z => z);

    /// <summary>Adds the literal that puts a variable on a zone, where it has a choice.</summary>
    public void Assume(List<int> assumptions, int variable, int zone)
    {
        var domain = Search.Net.Zones[variable];
        if (domain.Literals.Length > 0)
            assumptions.Add(domain.Literals[domain.ClassOf(zone)]);
    }

    /// <summary>The zone of each variable in the last solution; the home zone where several make no difference.</summary>
    public int[] Assignment()
    {
        var chosen = new HashSet<int>(Search.Chosen);
        var zones = new int[model.Variables.Length];
        for (var v = 0; v < zones.Length; v++)
        {
            var domain = Search.Net.Zones[v];
            var zoneClass = domain.Literals.Length == 0 ? 0 : Array.FindIndex(domain.Literals, chosen.Contains);
            var home = model.Variables[v].Home is >= 0 and var h ? model.Variables[v].Zones[h] : -1;
            zones[v] = domain.Zones[zoneClass].Contains(home) ? home : domain.Zones[zoneClass][0];
        }

        return zones;
    }

    /// <summary>The longest path of differences between two points, or null where there is none. It bounds the gap whatever the
    /// clocks.</summary>
    public long? Path(int from, int to)
    {
        if (!paths.TryGetValue((from, to), out var found))
            paths[(from, to)] = found = LongestPath(Search.Net, from, to);

        return found == long.MinValue ? null : found;
    }

    private static long LongestPath(Network net, int from, int to)
    {
        var best = new Dictionary<int, long> { [from] = 0 };
        var edges = net.Edges.ToLookup(e => e.From);
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var e in edges[at])
            {
                var length = best[at] + e.Weight;
                if (!best.TryGetValue(e.To, out var known) || length > known)
                {
                    best[e.To] = length;
                    queue.Enqueue(e.To);
                }
            }
        }

        return best.GetValueOrDefault(to, long.MinValue);
    }
}
