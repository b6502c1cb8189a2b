using Assay.Chronology.Model;
using Assay.Chronology.Zones;

namespace Assay.Chronology.Solving;

/// <summary>Builds the network of one mode of a model from some of its premises.</summary>
/// <remarks>The mode is given by the zones that each variable may take: its own candidates, or the one global zone.</remarks>
internal sealed class NetworkBuilder
{
    private readonly CompiledModel model;
    private readonly Func<int, int[]> domainOf;
    private readonly bool[] included;
    private readonly int[] finest;
    private readonly int[] stated;
    private readonly int width;
    private readonly List<int[]> clauses = [];
    private readonly List<int[]> exclusions = [];
    private readonly List<WindowGroup> groups = [];
    private readonly List<Difference> edges = [];
    private readonly int points;
    private int booleans;
    private bool closed = true;
    private bool impossible;
    private long least = long.MaxValue;
    private long greatest = long.MinValue;
    private Int128 reach;

    private NetworkBuilder(CompiledModel model, Func<int, int[]> domainOf, bool[] included, bool withStated)
    {
        (this.model, this.domainOf, this.included) = (model, domainOf, included);
        finest = withStated ? model.Grid.Finest(included) : [];
        (stated, var own) = (new int[finest.Length], 0);
        for (var e = 0; e < stated.Length; e++)
            stated[e] = IsCoarse(e) ? 2 * stated.Length + own++ : stated.Length + e;

        width =
            !withStated ? 1
            : own == 0 ? 2
            : 3;
        points = model.Model.Events.Count + stated.Length + own;
    }

    /// <summary>Builds a network.</summary>
    /// <param name="model">The model.</param>
    /// <param name="domainOf">Admissible zones per variable.</param>
    /// <param name="included">Which premises hold.</param>
    /// <param name="withStated">Whether the stated minutes get points of their own.</param>
    public static Network Build(CompiledModel model, Func<int, int[]> domainOf, bool[] included, bool withStated) =>
        new NetworkBuilder(model, domainOf, included, withStated).Run();

    private Network Run()
    {
        var zones = AddClocks();
        AddRelations();
        AddCoarse();
        if (least > greatest)
            least = greatest = 0;

        // Wide enough that any solution can be moved between floor and ceiling, whatever the weights of relations and claims.
        var room = (long)(reach + (greatest - least)) + model.Scale.Reach;
        return new Network
        {
            Points = points,
            Booleans = booleans,
            Floor = least - 4 * room,
            Unbounded = least - 2 * room,
            Ceiling = greatest + 4 * room,
            Edges = [.. edges],
            Clauses = clauses,
            Exclusions = exclusions,
            Groups = [.. groups],
            Zones = zones,
            ClosedUnderMinimum = closed,
            Stated = stated,
            Width = width,
            Impossible = impossible,
        };
    }

    private ZoneDomain[] AddClocks()
    {
        var byVariable = new List<int>[model.Variables.Length];
        for (var s = 0; s < model.Statements.Length; s++)
        {
            if (included[s])
                (byVariable[model.Statements[s].Variable] ??= []).Add(s);
        }

        var result = new ZoneDomain[byVariable.Length];
        for (var v = 0; v < byVariable.Length; v++)
        {
            var classes = Classes(domainOf(v), byVariable[v] ?? []);
            var literals = new int[classes.Length > 1 ? classes.Length : 0];
            for (var c = 0; c < literals.Length; c++)
                literals[c] = 2 * booleans++;

            ExactlyOne(literals, -1);
            result[v] = new ZoneDomain(classes, literals);
            foreach (var s in byVariable[v] ?? [])
                AddClock(s, v, result[v]);

            closed &= literals.Length == 0 || Ordered(v, literals.Length);
        }

        return result;
    }

    /// <summary>Zones under which all statements of a variable read the same, in the order in which they move the windows.</summary>
    private int[][] Classes(int[] domain, List<int> statements)
    {
        if (domain.Length == 1 || statements.Count == 0)
            return [domain];

        var classes = new List<(Int128 Position, List<int> Zones)>();
        var byPosition = new Dictionary<Int128, int>();
        foreach (var zone in domain)
        {
            var position = Position(statements, zone);
            var first = byPosition.GetValueOrDefault(position, classes.Count); // windows elsewhere are other windows
            var same = classes.FindIndex(first, c => c.Position == position && SameWindows(statements, zone, c.Zones[0]));
            if (same < 0)
            {
                byPosition.TryAdd(position, classes.Count);
                classes.Add((position, [zone]));
            }
            else
                classes[same].Zones.Add(zone);
        }

        return [.. classes.OrderBy(c => c.Position).Select(c => c.Zones.ToArray())];
    }

    private bool SameWindows(List<int> statements, int zone, int other) =>
        statements.TrueForAll(s => model.Pieces(s, zone).AsSpan().SequenceEqual(model.Pieces(s, other)));

    private Int128 Position(List<int> statements, int zone)
    {
        Int128 sum = 0;
        foreach (var s in statements)
        {
            foreach (var p in model.Pieces(s, zone))
                sum += (Int128)p.From + p.Until;
        }

        return sum;
    }

    private void AddClock(int statement, int variable, ZoneDomain domain)
    {
        var clock = model.Statements[statement];
        var windows = Array.ConvertAll(new int[width], _ => new List<Alternative>());
        for (var c = 0; c < domain.Zones.Length; c++)
        {
            var condition = domain.Literals.Length == 0 ? -1 : domain.Literals[c];
            var all = model.Pieces(statement, domain.Zones[c][0]);
            if (clock.Source.Role == ClockRole.Report && all.Length > 0)
            {
                // The event is at or before the report: only the last possible report bounds it.
                all = [new UtcPiece(all.Min(p => p.From), all.Max(p => p.Until), all.Min(p => p.StatedFirst), all.Max(p => p.StatedLast))];
            }

            var literals = Conditions(condition, all);
            for (var i = 0; i < all.Length; i++)
                AddAlternative(clock, windows, all[i], literals[i], c);
        }

        if (windows[0].Count == 0)
        {
            impossible = true;
            return;
        }

        for (var i = 0; i < width; i++)
            groups.Add(new WindowGroup(PointOf(clock, i), variable, [.. windows[i]]));
    }

    /// <summary>The point that a window of a statement bounds: its event, that rounded to the grid, the stated minute. Only the clock that
    /// says the stated minute bounds that; the others bound the rounded event once more.</summary>
    private int PointOf(CompiledModel.Clock clock, int window) =>
        window == 0 ? clock.Event
        : window == 2 && StatesCoarse(clock) ? stated[clock.Event]
        : stated.Length + clock.Event;

    private bool StatesCoarse(CompiledModel.Clock clock) => finest[clock.Event] == clock.Index && IsCoarse(clock.Event);

    private bool IsCoarse(int e) => finest[e] >= 0 && !model.Grid.IsOnGrid(finest[e]);

    private void AddAlternative(CompiledModel.Clock clock, List<Alternative>[] windows, UtcPiece piece, int literal, int zoneClass)
    {
        for (var i = 0; i < width; i++)
        {
            var (low, high) = Range(clock, piece, i);
            (least, greatest) = (Math.Min(least, low), Math.Max(greatest, high));
            windows[i].Add(new Alternative(literal, zoneClass, clock.Source.Role == ClockRole.Report ? long.MinValue : low, high));
        }
    }

    private (long Low, long High) Range(CompiledModel.Clock clock, UtcPiece piece, int window)
    {
        var scale = model.Scale;
        return window == 0 ? (scale.Point(piece.From), scale.Before(piece.Until))
            : window == 2 && StatesCoarse(clock) ? (scale.Point(piece.StatedFirst), scale.Point(piece.StatedLast))
            : (scale.Point(piece.From), scale.Point(piece.Until) - model.Grid.Unit(clock.Event));
    }

    /// <summary>One literal per window of a statement in a zone: that of the zone itself where there is one window.</summary>
    private int[] Conditions(int condition, UtcPiece[] all)
    {
        var count = all.Length;
        if (count == 0)
        {
            clauses.Add(condition < 0 ? [] : [condition ^ 1]);
            return [];
        }

        if (count == 1)
            return [condition];

        closed &= condition < 0 && Rising(all);
        var literals = new int[count];
        for (var i = 0; i < count; i++)
        {
            literals[i] = 2 * booleans++;
            if (condition >= 0)
                clauses.Add([literals[i] ^ 1, condition]);
        }

        ExactlyOne(literals, condition);
        return literals;
    }

    private static bool Rising(UtcPiece[] all)
    {
        for (var i = 1; i < all.Length; i++)
        {
            var (a, b) = (all[i - 1], all[i]);
            if (b.From < a.From || b.Until < a.Until || b.StatedFirst < a.StatedFirst || b.StatedLast < a.StatedLast)
                return false;
        }

        return true;
    }

    private void ExactlyOne(int[] literals, int condition)
    {
        if (literals.Length == 0)
            return;

        clauses.Add(condition < 0 ? [.. literals] : [condition ^ 1, .. literals]);
        exclusions.Add(literals);
    }

    private bool Ordered(int variable, int classes)
    {
        for (var g = groups.Count - 1; g >= 0 && groups[g].Variable == variable; g--)
        {
            var a = groups[g].Alternatives;
            for (var i = 1; i < a.Length; i++)
            {
                if (a[i].Low < a[i - 1].Low || a[i].High < a[i - 1].High || a[i].Class == a[i - 1].Class)
                    return false;
            }

            if (a.Length < classes)
                return false;
        }

        return true;
    }

    private void AddRelations()
    {
        for (var r = 0; r < model.Relations.Length; r++)
        {
            if (!included[model.Statements.Length + r])
                continue;

            var link = model.Relations[r];
            if (link.Source.Lower is { } lower)
                AddEdge(link.From, link.To, model.Scale.AtLeast(lower), model.Scale.Length(lower));

            if (link.Source.Upper is { } upper)
                AddEdge(link.To, link.From, model.Scale.AtMost(upper), -model.Scale.Length(upper));
        }
    }

    private void AddEdge(int from, int to, long exact, long rounded)
    {
        AddEdge(from, to, exact);
        if (stated.Length > 0)
            AddEdge(stated.Length + from, stated.Length + to, rounded);
    }

    private void AddEdge(int from, int to, long weight)
    {
        reach += Math.Abs(weight) + 1;
        edges.Add(new Difference(from, to, weight));
    }

    /// <summary>Keeps the stated minutes of coarse clocks near their events.</summary>
    private void AddCoarse()
    {
        for (var e = 0; e < stated.Length; e++)
        {
            var rounded = stated.Length + e;
            if (stated[e] != rounded)
            {
                var (before, after) = model.Grid.SlackOf(finest[e]);
                AddEdge(stated[e], rounded, -before);
                AddEdge(rounded, stated[e], model.Grid.Unit(e) - after);
            }
        }
    }
}
