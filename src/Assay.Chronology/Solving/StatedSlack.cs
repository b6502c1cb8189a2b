using Assay.Chronology.Model;
using Assay.Chronology.Zones;

namespace Assay.Chronology.Solving;

/// <summary>By how much the bounds between stated minutes give way, so that whatever holds of the instants can hold of the minutes.</summary>
/// <remarks>An instant lies less than one granularity after its stated minute, so a bound between two clocked events gives way by that much:
/// both of two ordered events may be stated as 10:14. Events without a clock have no minute; where a chain of them hangs on one clocked
/// event only, it moves along with it and no bound need give way.</remarks>
internal sealed class StatedSlack
{
    private readonly (long Before, long After)[] ofEvent;
    private readonly int[] finest;
    private readonly bool[] rigid;
    private readonly (long Before, long After)[] ofStatement;

    /// <summary>Computes the slack of a model.</summary>
    public StatedSlack(CompiledModel model)
    {
        ofEvent = new (long, long)[model.Model.Events.Count];
        finest = new int[ofEvent.Length];
        ofStatement = [.. model.Statements.Select(s => SlackOf(s.Source, model.Scale))];
        rigid = new bool[model.Relations.Length];
        Array.Fill(finest, -1);
        for (var s = 0; s < ofStatement.Length; s++)
        {
            ref var best = ref finest[model.Statements[s].Event];
            if (best < 0 || Finer(model, s, best))
            {
                best = s;
            }
        }

        for (var e = 0; e < finest.Length; e++)
        {
            ofEvent[e] = finest[e] < 0 ? (0, 0) : ofStatement[finest[e]];
        }

        FindRigid(model);
    }

    /// <summary>The slack of a relation.</summary>
    public long Of(int relation, int from, int to) => rigid[relation] ? 0 : ofEvent[from].Before + ofEvent[to].After;

    /// <summary>The range of stated minutes of a clock; only the finest clock of an event keeps it to the minute.</summary>
    public (long First, long Last) Widen(CompiledModel.Clock clock, long first, long last)
    {
        var statement = clock.Index;
        if (finest[clock.Event] == statement)
        {
            return (first, last);
        }

        var (own, fine) = (ofStatement[statement], ofEvent[clock.Event]);
        return (first - own.Before - fine.After, last + own.After + fine.Before);
    }

    /// <summary>Events before reports, then the narrower, then by id, so that the order of the statements does not matter.</summary>
    private bool Finer(CompiledModel model, int s, int than)
    {
        var byPrecision = Rank(model, s).CompareTo(Rank(model, than));
        return byPrecision < 0 || (byPrecision == 0
            && string.CompareOrdinal(model.Statements[s].Source.Id, model.Statements[than].Source.Id) < 0);
    }

    private (bool, long) Rank(CompiledModel model, int s) =>
        (model.Statements[s].Source.Role == ClockRole.Report, ofStatement[s].Before + ofStatement[s].After);

    private static (long Before, long After) SlackOf(ClockStatement s, TickScale scale)
    {
        long before = 0, after = 0;
        for (var w = 0; w < s.Windows.Count; w++)
        {
            before = Math.Max(before, ZoneRules.Ticks(s.StatedAt[w].First) - ZoneRules.Ticks(s.Windows[w].From));
            after = Math.Max(after, ZoneRules.Ticks(s.Windows[w].Until) - ZoneRules.Ticks(s.StatedAt[w].Last));
        }

        return (scale.Length(before), scale.Length(after));
    }

    private void FindRigid(CompiledModel model)
    {
        var touching = model.Relations.SelectMany((r, i) => new[] { (r.From, i), (r.To, i) }).ToLookup(p => p.Item1, p => p.i);
        var seen = new bool[finest.Length];
        for (var e = 0; e < finest.Length; e++)
        {
            if (finest[e] >= 0 || seen[e])
            {
                continue;
            }

            seen[e] = true;
            var (queue, clocked, relations) = (new Queue<int>([e]), new HashSet<int>(), new HashSet<int>());
            while (queue.TryDequeue(out var at))
            {
                foreach (var r in touching[at])
                {
                    relations.Add(r);
                    var other = model.Relations[r].From == at ? model.Relations[r].To : model.Relations[r].From;
                    if (finest[other] >= 0)
                    {
                        clocked.Add(other);
                    }
                    else if (!seen[other])
                    {
                        seen[other] = true;
                        queue.Enqueue(other);
                    }
                }
            }

            foreach (var r in clocked.Count <= 1 ? relations : [])
            {
                rigid[r] = true;
            }
        }
    }
}
