namespace Assay.Chronology.Edtf;

/// <summary>
/// Decides what might and what must hold between two values over all their readings. A reading takes one stretch from each value, one
/// independently of the other. Exact for values without qualifiers, significant digits or interval ends of varying length; for those it may
/// answer
/// "might" where only a combination of shifts that the model does not tie together would make it so, and never answers "must" wrongly.
/// </summary>
internal static class EdtfRelations
{
    /// <summary>How members of an "all of" set share a relation.</summary>
    private enum Sharing
    {
        Every,
        Some,
    }

    public static EdtfAnswer Before(EdtfValue first, EdtfValue second, EdtfTolerance tolerance)
    {
        var (a, b) = OnOneClock(first, second, tolerance);
        return Fold(
            a,
            b,
            Sharing.Every,
            Sharing.Every,
            static (x, y) => new(x.Min(s => s.EndLow) < y.Max(s => s.StartHigh), x[^1].EndHigh < y[0].StartLow)
        );
    }

    public static EdtfAnswer During(EdtfValue inner, EdtfValue outer, EdtfTolerance tolerance)
    {
        var (a, b) = OnOneClock(inner, outer, tolerance);
        return Fold(
            a,
            b,
            Sharing.Every,
            Sharing.Some,
            static (x, y) =>
                new(
                    AnyPair(x, y, static (s, t) => s.MightLieIn(t)),
                    x[0].StartLow >= y.Max(t => t.StartHigh) && x[^1].EndHigh <= y.Min(t => t.EndLow)
                )
        );
    }

    public static EdtfAnswer Overlaps(EdtfValue first, EdtfValue second, EdtfTolerance tolerance)
    {
        var (a, b) = OnOneClock(first, second, tolerance);
        return Fold(
            a,
            b,
            Sharing.Some,
            Sharing.Some,
            static (x, y) =>
                new(
                    AnyPair(x, y, static (s, t) => s.MightOverlap(t)),
                    x.Max(s => s.StartHigh) <= y.Min(t => t.EndLow) && y.Max(t => t.StartHigh) <= x.Min(s => s.EndLow)
                )
        );
    }

    /// <summary>Puts both values on UTC where one of them states its offset; the other may then be on any clock.</summary>
    private static (EdtfPossibilities A, EdtfPossibilities B) OnOneClock(EdtfValue first, EdtfValue second, EdtfTolerance tolerance)
    {
        var (a, b) = (EdtfPossibilities.Of(first, tolerance), EdtfPossibilities.Of(second, tolerance));
        return a.IsOnUtc == b.IsOnUtc ? (a, b)
            : a.IsOnUtc ? (a, b.OnSomeClock())
            : (a.OnSomeClock(), b);
    }

    private static EdtfAnswer Fold(
        EdtfPossibilities a,
        EdtfPossibilities b,
        Sharing ofA,
        Sharing ofB,
        Func<EdtfStretch[], EdtfStretch[], EdtfAnswer> relate
    ) => Fold(a.Kind, ofA, a.Members.Select(x => Fold(b.Kind, ofB, b.Members.Select(y => relate(x, y)))));

    private static EdtfAnswer Fold(EdtfSetKind kind, Sharing sharing, IEnumerable<EdtfAnswer> answers)
    {
        var all = answers.ToList();
        var (anyMight, allMight) = (all.Any(r => r.Might), all.TrueForAll(r => r.Might));
        var (anyMust, allMust) = (all.Any(r => r.Must), all.TrueForAll(r => r.Must));
        return kind == EdtfSetKind.OneOf ? new(anyMight, allMust)
            : sharing == Sharing.Every ? new(allMight, allMust)
            : new(anyMight, anyMust);
    }

    /// <summary>True where some pair of families passes. Both lists are in order, so families that end too early are skipped by
    /// bisection.</summary>
    private static bool AnyPair(EdtfStretch[] x, EdtfStretch[] y, Func<EdtfStretch, EdtfStretch, bool> passes)
    {
        foreach (var s in x)
            for (var i = FirstEndingAtOrAfter(y, s.StartLow); i < y.Length && y[i].StartLow <= s.EndHigh; i++)
                if (passes(s, y[i]))
                    return true;
        return false;
    }

    private static int FirstEndingAtOrAfter(EdtfStretch[] families, long second)
    {
        var (low, high) = (0, families.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (families[middle].EndHigh < second)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
