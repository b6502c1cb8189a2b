namespace Assay.Trade.Estimation;

/// <summary>
/// The kept observations of a problem, sorted by the set with most levels (the <em>lead</em>), with level numbers made dense.
/// Sorting turns the largest set into contiguous runs, so that it can be eliminated exactly in one pass over memory.
/// </summary>
internal sealed class PoissonSample
{
    /// <summary>Row in the problem of each kept observation.</summary>
    public required int[] Rows { get; init; }

    /// <summary>Index of the lead set in the problem; -1 where the problem has no sets and one intercept stands in.</summary>
    public required int LeadSet { get; init; }

    /// <summary>Start of each lead run, with one closing entry.</summary>
    public required int[] Runs { get; init; }

    /// <summary>Original level of each lead run.</summary>
    public required int[] LeadLevels { get; init; }

    /// <summary>Indices in the problem of the sets that are not the lead.</summary>
    public required int[] OtherSets { get; init; }

    /// <summary>Dense level numbers of the other sets, by kept observation.</summary>
    public required int[][] Others { get; init; }

    /// <summary>Original level of each dense level of the other sets.</summary>
    public required int[][] OtherLevels { get; init; }

    /// <summary>Number of kept observations.</summary>
    public int Count => Rows.Length;

    /// <summary>Sorts and renumbers what <paramref name="standings"/> keeps.</summary>
    public static PoissonSample Build(PoissonProblem problem, Standing[] standings)
    {
        var lead = Lead(problem.Effects);
        var (rows, runs, levels) = Sort(lead < 0 ? null : problem.Effects[lead], standings);
        var otherSets = Enumerable.Range(0, problem.Effects.Length).Where(s => s != lead).ToArray();
        var others = new int[otherSets.Length][];
        var otherLevels = new int[otherSets.Length][];
        for (var s = 0; s < otherSets.Length; s++)
            (others[s], otherLevels[s]) = Renumber(problem.Effects[otherSets[s]], rows);
        return new PoissonSample
        {
            Rows = rows,
            LeadSet = lead,
            Runs = runs,
            LeadLevels = levels,
            OtherSets = otherSets,
            Others = others,
            OtherLevels = otherLevels,
        };
    }

    /// <summary>Takes the kept observations of a column, in sample order.</summary>
    public double[] Take(double[] column)
    {
        var taken = new double[Rows.Length];
        for (var i = 0; i < taken.Length; i++)
            taken[i] = column[Rows[i]];
        return taken;
    }

    private static int Lead(int[][] effects)
    {
        var (lead, most) = (-1, -1);
        for (var s = 0; s < effects.Length; s++)
        {
            var levels = Levels(effects[s]);
            if (levels > most)
                (lead, most) = (s, levels);
        }

        return lead;
    }

    /// <summary>One more than the greatest level number.</summary>
    public static int Levels(int[] set)
    {
        var most = -1;
        foreach (var level in set)
            most = Math.Max(most, level);
        return most + 1;
    }

    private static (int[] Rows, int[] Runs, int[] Levels) Sort(int[]? set, Standing[] standings)
    {
        var count = new int[(set is null ? 1 : Levels(set)) + 1];
        for (var i = 0; i < standings.Length; i++)
            if (standings[i] == Standing.Kept)
                count[(set?[i] ?? 0) + 1]++;
        var runs = new List<int>();
        var levels = new List<int>();
        for (var l = 1; l < count.Length; l++)
        {
            if (count[l] > 0)
            {
                runs.Add(count[l - 1]);
                levels.Add(l - 1);
            }

            count[l] += count[l - 1];
        }

        var rows = new int[count[^1]];
        runs.Add(rows.Length);
        for (var i = 0; i < standings.Length; i++)
            if (standings[i] == Standing.Kept)
                rows[count[set?[i] ?? 0]++] = i;
        return (rows, [.. runs], [.. levels]);
    }

    private static (int[] Dense, int[] Levels) Renumber(int[] set, int[] rows)
    {
        var number = new int[Levels(set)];
        foreach (var row in rows)
            number[set[row]] = 1;
        var levels = new List<int>();
        for (var l = 0; l < number.Length; l++)
        {
            if (number[l] == 0)
                continue;
            number[l] = levels.Count;
            levels.Add(l);
        }

        var dense = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            dense[i] = number[set[rows[i]]];
        return (dense, [.. levels]);
    }
}
