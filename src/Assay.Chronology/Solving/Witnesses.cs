using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Chronology.Solving;

/// <summary>Turns solutions into readings with names, local zones and UTC instants.</summary>
internal sealed class Witnesses(CompiledModel model, World world, Asker asker)
{
    /// <summary>A reading in which the differences hold, from the first of the modes that has one; home clocks come first.</summary>
    public Reading? Find(IReadOnlyList<IReadOnlyList<Difference>> alternatives, List<int> home)
    {
        foreach (var (mode, literals) in Places(home))
        {
            foreach (var extra in alternatives)
            {
                if (asker.Ask(mode.Search, extra, literals, capture: true) == ComponentStatus.Satisfiable)
                    return Read(mode, extra);
            }
        }

        return null;
    }

    private IEnumerable<(Mode, List<int>)> Places(List<int> home)
    {
        foreach (var mode in world.Modes)
        {
            if (mode.Global is null)
                yield return (mode, home);

            yield return (mode, []);
        }
    }

    private Reading Read(Mode mode, IReadOnlyList<Difference> extra)
    {
        var zones = new Dictionary<string, string>(StringComparer.Ordinal);
        var assigned = mode.Assignment();
        for (var v = 0; v < assigned.Length; v++)
            zones.Add(model.Variables[v].Source.Id, model.ZoneId(assigned[v]));

        var points = Settle(mode.Search, extra);
        var instants = new Dictionary<string, Instant>(StringComparer.Ordinal);
        for (var e = 0; e < model.Model.Events.Count; e++)
        {
            if (!world.Dead[model.Component[e]])
                instants.Add(model.Model.Events[e], model.Scale.Moment(points[e]));
        }

        return new Reading(zones, instants, mode.Global is { } g ? model.ZoneId(g) : null);
    }

    /// <summary>Points bounded by nothing below would lie centuries back: they take their latest place under the others instead.</summary>
    private static long[] Settle(Search search, IReadOnlyList<Difference> extra)
    {
        var points = (long[])search.Lower.Clone();
        var free = Enumerable.Range(0, points.Length).Where(p => points[p] < search.Net.Unbounded).ToHashSet();
        if (free.Count == 0)
            return points;

        var edges = search.Net.Edges.Concat(extra).ToLookup(e => e.From);
        var high = free.ToDictionary(p => p, _ => Start(search, points));
        var chosen = search.Chosen.ToHashSet();
        foreach (var g in search.Net.Groups.Where(g => free.Contains(g.Point)))
        {
            var last = g.Alternatives.Where(a => a.Literal < 0 || chosen.Contains(a.Literal)).Max(a => a.High);
            high[g.Point] = Math.Min(high[g.Point], last);
        }

        for (var moved = true; moved; )
        {
            moved = false;
            foreach (var e in free.SelectMany(p => edges[p]))
            {
                var limit = (free.Contains(e.To) ? high[e.To] : points[e.To]) - e.Weight;
                if (limit < high[e.From])
                    (high[e.From], moved) = (limit, true);
            }
        }

        foreach (var p in free)
            points[p] = high[p];

        return points;
    }

    private static long Start(Search search, long[] points) => points.Where(p => p >= search.Net.Unbounded).DefaultIfEmpty(0).Max();
}
