namespace Assay.Chronology.Solving;

/// <summary>Finds minimal sets of premises or claims that a verdict follows from, by deletion.</summary>
internal sealed class Explainer(CompiledModel model, Asker asker)
{
    /// <summary>A minimal set of premises under which the question cannot go the given way in any mode.</summary>
    /// <param name="premises">Premises to choose from; together they suffice.</param>
    /// <param name="alternatives">Differences of which none can hold; empty to explain a contradiction of the premises themselves.</param>
    /// <param name="near">Events to look around first.</param>
    public List<string> Explain(bool[] premises, IReadOnlyList<IReadOnlyList<Difference>> alternatives, int[] near)
    {
        var order = ByDistance(premises, near);
        var size = Math.Min(8, order.Count);
        while (size < order.Count && !Refutes(order.GetRange(0, size), alternatives))
            size = Math.Min(order.Count, 2 * size);

        order = order.GetRange(0, size);
        return [.. Shrink.Minimal(order, s => Refutes(s, alternatives)).Order().Select(model.PremiseId)];
    }

    private bool Refutes(List<int> premises, IReadOnlyList<IReadOnlyList<Difference>> alternatives)
    {
        var included = new bool[model.Premises];
        foreach (var p in premises)
            included[p] = true;

        foreach (var global in World.AllModes(model))
        {
            var search = Mode.Build(model, global, included, false).Search;
            foreach (var extra in alternatives)
            {
                if (asker.Ask(search, extra, []) != ComponentStatus.Unsatisfiable)
                    return false;
            }
        }

        return true;
    }

    /// <summary>Premises in the order in which they are reached from some events, along relations and shared clocks.</summary>
    private List<int> ByDistance(bool[] premises, int[] near)
    {
        var (byEvent, byVariable) = (new List<int>[model.Component.Length], new List<int>[model.Variables.Length]);
        for (var s = 0; s < model.Statements.Length; s++)
        {
            (byEvent[model.Statements[s].Event] ??= []).Add(s);
            (byVariable[model.Statements[s].Variable] ??= []).Add(s);
        }

        for (var r = 0; r < model.Relations.Length; r++)
        {
            (byEvent[model.Relations[r].From] ??= []).Add(model.Statements.Length + r);
            (byEvent[model.Relations[r].To] ??= []).Add(model.Statements.Length + r);
        }

        var (reached, order, queue) = (new bool[premises.Length], new List<int>(), new Queue<int>());
        foreach (var e in near)
            Reach(byEvent[e]);

        void Reach(List<int>? some)
        {
            foreach (var p in some ?? [])
            {
                if (premises[p] && !reached[p])
                {
                    reached[p] = true;
                    order.Add(p);
                    queue.Enqueue(p);
                }
            }
        }

        while (queue.TryDequeue(out var p))
        {
            if (p < model.Statements.Length)
            {
                Reach(byEvent[model.Statements[p].Event]);
                Reach(byVariable[model.Statements[p].Variable]);
            }
            else
            {
                Reach(byEvent[model.Relations[p - model.Statements.Length].From]);
                Reach(byEvent[model.Relations[p - model.Statements.Length].To]);
            }
        }

        order.AddRange(Enumerable.Range(0, premises.Length).Where(p => premises[p] && !reached[p]));
        return order;
    }
}
