using Assay.Chronology.Model;
using Assay.Chronology.Zones;
using NodaTime;

namespace Assay.Chronology.Solving;

/// <summary>A model with its names turned into indices and its local times resolved by the zone rules on demand.</summary>
internal sealed class CompiledModel
{
    private readonly List<DateTimeZone> zones = [];
    private readonly List<string> zoneIds = [];
    private readonly Dictionary<string, int> zoneIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> eventIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Network> whole = [];
    private readonly Dictionary<(int Mode, int Component, string Premises), ComponentStatus> alone = [];
    private readonly UtcPiece[]?[][] pieces;
    private StatedGrid? grid;

    /// <summary>Compiles a valid model.</summary>
    public CompiledModel(TemporalModel model, IReadOnlyList<TimeClaim> claims)
    {
        (Model, Claims) = (model, claims);
        foreach (var e in model.Events)
            eventIndex.Add(e, eventIndex.Count);

        var variableIndex = model.Zones.Select((z, i) => (z.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        Variables = [.. model.Zones.Select(z => new Variable(z, [.. z.Candidates.Select(c => ZoneOf(c.Zone))]))];
        Statements = [.. model.Statements.Select((s, i) => new Clock(i, s, eventIndex[s.Event], variableIndex[s.Zone]))];
        pieces = [.. Statements.Select(_ => Array.Empty<UtcPiece[]?>())];
        Relations = [.. model.Relations.Select(r => new Link(r, eventIndex[r.From], eventIndex[r.To]))];
        Globals = [.. model.Globals.Select(g => ZoneOf(g.Zone)).Distinct()];
        Scale = ScaleOf(model, claims);
        (Component, Components) = FindComponents();
    }

    /// <summary>The model as given.</summary>
    public TemporalModel Model { get; }

    /// <summary>The claims that the scale was chosen for.</summary>
    public IReadOnlyList<TimeClaim> Claims { get; }

    /// <summary>The zone variables.</summary>
    public Variable[] Variables { get; }

    /// <summary>The clock statements; they are the first premises.</summary>
    public Clock[] Statements { get; }

    /// <summary>The relations; they are the premises after the statements.</summary>
    public Link[] Relations { get; }

    /// <summary>Zones of the global alternative.</summary>
    public int[] Globals { get; }

    /// <summary>The scale of all numbers.</summary>
    public TickScale Scale { get; }

    /// <summary>The grid of the stated minutes.</summary>
    public StatedGrid Grid => grid ??= new StatedGrid(this);

    /// <summary>Component of each event. Events are connected by relations and by clocks of more than one admissible zone.</summary>
    public int[] Component { get; }

    /// <summary>Count of components.</summary>
    public int Components { get; }

    /// <summary>Count of premises.</summary>
    public int Premises => Statements.Length + Relations.Length;

    /// <summary>Id of a premise.</summary>
    public string PremiseId(int premise) =>
        premise < Statements.Length ? Statements[premise].Source.Id : Relations[premise - Statements.Length].Source.Id;

    /// <summary>Component that a premise belongs to.</summary>
    public int ComponentOf(int premise) =>
        Component[premise < Statements.Length ? Statements[premise].Event : Relations[premise - Statements.Length].From];

    /// <summary>Index of an event.</summary>
    public int EventOf(string id) => eventIndex[id];

    /// <summary>Id of a zone.</summary>
    public string ZoneId(int zone) => zoneIds[zone];

    /// <summary>Index of a zone, added where new.</summary>
    public int ZoneOf(string id)
    {
        if (!zoneIndex.TryGetValue(id, out var index))
        {
            zoneIndex.Add(id, index = zones.Count);
            zones.Add(ZoneRules.Find(id)!);
            zoneIds.Add(id);
        }

        return index;
    }

    /// <summary>The stretches of UTC that a statement stands for in a zone, over all its windows.</summary>
    public UtcPiece[] Pieces(int statement, int zone)
    {
        if (zone >= pieces[statement].Length)
            Array.Resize(ref pieces[statement], zones.Count);

        return pieces[statement][zone] ??= Resolve(statement, zone);
    }

    /// <summary>The network of a mode with all premises, built once.</summary>
    public Network Whole(int? global, Func<Network> build)
    {
        var key = global ?? -1;
        return whole.TryGetValue(key, out var found) ? found : whole[key] = build();
    }

    /// <summary>What a component comes to in a mode by some of its premises, asked once; again where the budget did not suffice.</summary>
    /// <param name="global">The mode.</param>
    /// <param name="component">The component.</param>
    /// <param name="premises">Its premises that hold.</param>
    /// <param name="ask">Asks.</param>
    public ComponentStatus Alone(int? global, int component, bool[] premises, Func<ComponentStatus> ask)
    {
        var key = (global ?? -1, component, string.Join(',', Enumerable.Range(0, premises.Length).Where(p => premises[p])));
        if (alone.TryGetValue(key, out var known))
            return known;
        var found = ask();
        if (found != ComponentStatus.Unknown)
            alone[key] = found;
        return found;
    }

    private UtcPiece[] Resolve(int statement, int zone)
    {
        var source = Statements[statement].Source;
        var all = new List<UtcPiece>(source.Windows.Count);
        for (var w = 0; w < source.Windows.Count; w++)
            all.AddRange(ZoneRules.Resolve(zones[zone], source.Windows[w], source.StatedAt[w]));

        all.Sort((a, b) => (a.From, a.Until).CompareTo((b.From, b.Until)));
        return [.. all];
    }

    /// <summary>True where a clock change skips one of the windows of a statement wholly.</summary>
    public bool Skips(int statement, int zone)
    {
        var source = Statements[statement].Source;
        return source.Windows.Zip(source.StatedAt).Any(w => ZoneRules.Resolve(zones[zone], w.First, w.Second).Count == 0);
    }

    private static TickScale ScaleOf(TemporalModel model, IReadOnlyList<TimeClaim> claims)
    {
        var times = new List<long>();
        foreach (var s in model.Statements)
        {
            foreach (var w in s.Windows)
            {
                times.Add(ZoneRules.Ticks(w.From));
                times.Add(ZoneRules.Ticks(w.Until));
            }

            foreach (var m in s.StatedAt)
            {
                times.Add(ZoneRules.Ticks(m.First));
                times.Add(ZoneRules.Ticks(m.Last));
            }
        }

        var bounds = model.Relations.SelectMany(r => new[] { r.Lower, r.Upper }).Concat(claims.SelectMany(c => new[] { c.Min, c.Max }));
        var spans = bounds.Where(b => b is not null).Select(b => TickScale.TicksOf(b!.Value)).ToList();
        return TickScale.For(times, spans, model.Events.Count);
    }

    private (int[] Of, int Count) FindComponents()
    {
        var root = Enumerable.Range(0, eventIndex.Count).ToArray();
        int Find(int e)
        {
            while (root[e] != e)
                e = root[e] = root[root[e]];

            return e;
        }

        foreach (var r in Relations)
            root[Find(r.From)] = Find(r.To);

        var first = new int[Variables.Length];
        Array.Fill(first, -1);
        foreach (var s in Statements)
        {
            if (Variables[s.Variable].Zones.Length > 1)
            {
                ref var f = ref first[s.Variable];
                if (f < 0)
                    f = s.Event;

                root[Find(s.Event)] = Find(f);
            }
        }

        var number = new Dictionary<int, int>();
        var of = new int[root.Length];
        for (var e = 0; e < of.Length; e++)
        {
            var r = Find(e);
            of[e] = number.TryGetValue(r, out var n) ? n : number[r] = number.Count;
        }

        return (of, number.Count);
    }

    /// <summary>A zone variable with its candidates as indices of zones.</summary>
    internal sealed record Variable(ZoneVariable Source, int[] Zones)
    {
        /// <summary>Index of the home candidate, or -1.</summary>
        public int Home { get; } = Zones.Length == 1 && Source.Stated ? 0 : Source.Candidates.ToList().FindIndex(c => c.IsHome);
    }

    /// <summary>A clock statement with its event and variable as indices.</summary>
    internal sealed record Clock(int Index, ClockStatement Source, int Event, int Variable);

    /// <summary>A relation with its events as indices.</summary>
    internal sealed record Link(Relation Source, int From, int To);
}
