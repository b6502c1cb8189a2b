namespace Assay.Chronology.Solving;

/// <summary>Finds the range of the gap between two events over the readings of a mode.</summary>
/// <remarks>Each round takes a reading, computes its range exactly and asks for a reading beyond it, until there is none.</remarks>
internal sealed class GapFinder(CompiledModel model, Asker asker)
{
    /// <summary>The range of <c>later - earlier</c> on the stated minutes, kept within what the instants allow.</summary>
    public GapRange Find(Mode mode, int earlier, int later, IReadOnlyList<int> assumptions)
    {
        var (points, n) = (mode.Search.Net.Stated, model.Model.Events.Count);
        var stated = Range(mode, points[earlier], points[later], assumptions);
        if (!stated.Any || (points[earlier] == n + earlier && points[later] == n + later))
        {
            // Rounded instants keep within what the instants allow by themselves.
            return stated;
        }

        var exact = Range(mode, earlier, later, assumptions);
        var clipped = new GapRange(true, Greater(stated.Min, exact.Min), Smaller(stated.Max, exact.Max));
        return clipped.Min > clipped.Max ? stated : clipped;
    }

    private GapRange Range(Mode mode, int from, int to, IReadOnlyList<int> assumptions)
    {
        var least = Least(mode, from, to, assumptions);
        if (!least.Any)
            return default;

        var greatest = Least(mode, to, from, assumptions);
        return new GapRange(true, least.Value, -greatest.Value);
    }

    /// <summary>The least <c>to - from</c>; no value where it is unbounded or the budget ran out.</summary>
    private (bool Any, long? Value) Least(Mode mode, int from, int to, IReadOnlyList<int> assumptions)
    {
        var status = asker.Ask(mode.Search, [], assumptions, capture: true);
        if (status != ComponentStatus.Satisfiable)
            return (status == ComponentStatus.Unknown, null);

        var fixedPath = mode.Path(from, to);
        var best = LeastOfReading(mode, from, to, fixedPath);
        while (best is { } b && b != fixedPath)
        {
            status = asker.Ask(mode.Search, [new Difference(to, from, model.Scale.HalfTick - b)], assumptions, capture: true);
            if (status != ComponentStatus.Satisfiable)
                return (true, status == ComponentStatus.Unknown ? null : best);

            best = Smaller(best, LeastOfReading(mode, from, to, fixedPath));
        }

        return (true, best);
    }

    private long? LeastOfReading(Mode mode, int from, int to, long? path)
    {
        var search = mode.Search;
        var chosen = search.Chosen.ToArray();
        if (asker.Ask(search, [], chosen, capture: true) != ComponentStatus.Satisfiable)
            return null;

        var (low, high) = (search.Lower[to], search.Upper[from]);
        var open = low < search.Net.Unbounded || high >= search.Net.Ceiling;
        return open ? path : Greater(path, low - high);
    }

    private static long? Greater(long? a, long? b) =>
        a is null ? b
        : b is null ? a
        : Math.Max(a.Value, b.Value);

    private static long? Smaller(long? a, long? b) =>
        a is null ? b
        : b is null ? a
        : Math.Min(a.Value, b.Value);
}

/// <summary>A range of gaps, scaled.</summary>
/// <param name="Any">False where there is no reading.</param>
/// <param name="Min">Least gap, or null where unbounded.</param>
/// <param name="Max">Greatest gap, or null where unbounded.</param>
internal readonly record struct GapRange(bool Any, long? Min, long? Max)
{
    /// <summary>The range over the readings of both.</summary>
    public GapRange Join(GapRange other) =>
        !Any ? other
        : !other.Any ? this
        : new(
            true,
            Min is null || other.Min is null ? null : Math.Min(Min.Value, other.Min.Value),
            Max is null || other.Max is null ? null : Math.Max(Max.Value, other.Max.Value)
        );
}
