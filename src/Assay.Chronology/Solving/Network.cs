namespace Assay.Chronology.Solving;

/// <summary>A disjunctive temporal problem of one mode of a model: points, differences, and groups of conditional windows.</summary>
/// <remarks>Point e is event e. Where stated minutes are asked for, point <c>events + e</c> is event e rounded down to the grid of its
/// component, and an event whose clock is coarser than that has one more point for its stated minute.</remarks>
internal sealed class Network
{
    /// <summary>Count of points.</summary>
    public required int Points { get; init; }

    /// <summary>Count of Booleans.</summary>
    public required int Booleans { get; init; }

    /// <summary>Below any value that matters; points not bounded below start here.</summary>
    public required long Floor { get; init; }

    /// <summary>Points below this are bounded by nothing but <see cref="Floor"/>.</summary>
    public required long Unbounded { get; init; }

    /// <summary>Above any value that matters.</summary>
    public required long Ceiling { get; init; }

    /// <summary>Differences <c>To &gt;= From + Weight</c>.</summary>
    public required Difference[] Edges { get; init; }

    /// <summary>Clauses over literals.</summary>
    public required List<int[]> Clauses { get; init; }

    /// <summary>Sets of literals of which at most one holds. No Boolean is in two of them.</summary>
    public required List<int[]> Exclusions { get; init; }

    /// <summary>Windows of points, each a group of alternatives of which one holds.</summary>
    public required WindowGroup[] Groups { get; init; }

    /// <summary>Per zone variable the literals of its classes of equal zones; empty where it has one class.</summary>
    public required ZoneDomain[] Zones { get; init; }

    /// <summary>True where every group keeps the order of its zones and no zone has two windows: the least fixpoint then decides.</summary>
    public required bool ClosedUnderMinimum { get; init; }

    /// <summary>Point of the stated minute per event; empty where stated minutes are not asked for.</summary>
    public required int[] Stated { get; init; }

    /// <summary>Groups per statement, one after the other: that of its event, and where stated minutes are asked for, of the rounded event
    /// and, where any event has a stated minute of its own, of that.</summary>
    public required int Width { get; init; }

    /// <summary>True where a statement has no possible window at all.</summary>
    public required bool Impossible { get; init; }
}

/// <summary>A group of alternatives for one point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Variable">The zone variable it hangs on.</param>
/// <param name="Alternatives">The alternatives.</param>
internal sealed record WindowGroup(int Point, int Variable, Alternative[] Alternatives);

/// <summary>One possible window of a point.</summary>
/// <param name="Literal">Its condition, or -1 for none.</param>
/// <param name="Class">Class of zones it belongs to.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
internal readonly record struct Alternative(int Literal, int Class, long Low, long High);

/// <summary>The domain of a zone variable in a network: zones that make no difference share a class.</summary>
/// <param name="Zones">Zones per class, the first standing for it.</param>
/// <param name="Literals">Literal per class; empty where there is one class.</param>
internal sealed record ZoneDomain(int[][] Zones, int[] Literals)
{
    /// <summary>The class of a zone, or -1.</summary>
    public int ClassOf(int zone) => Array.FindIndex(Zones, z => z.Contains(zone));
}
