namespace Assay.Chronology.Solving;

/// <summary>What to branch on: only choices that the least solution violates, those in most conflicts first.</summary>
internal sealed partial class Search
{
    private double[] activity = [];
    private bool[] savedPhase = [];
    private int[] variableOf = [];
    private double step = 1;

    private void Bump(int variable)
    {
        activity[variable] += step;
        if (activity[variable] > 1e100)
        {
            for (var v = 0; v < activity.Length; v++)
                activity[v] *= 1e-100;

            step *= 1e-100;
        }
    }

    /// <summary>A literal to decide, or -1 where the least solution satisfies every choice.</summary>
    private int PickViolated()
    {
        if (net.ClosedUnderMinimum)
            return -1;

        var (best, score) = (-1, -1.0);
        foreach (var v in openVariables)
        {
            if (activity[v] > score && SatisfiedClass(v) < 0)
                (best, score) = (v, activity[v]);
        }

        return best < 0 ? -1 : Choose(best);
    }

    private int Choose(int variable)
    {
        var literals = net.Zones[variable].Literals;
        var (first, taken) = (-1, literals.Length == 0 ? 0 : -1);
        for (var c = 0; c < literals.Length; c++)
        {
            switch (value[literals[c] >> 1])
            {
                case > 0:
                    taken = c;
                    break;
                case 0 when first < 0 || (savedPhase[literals[c] >> 1] && !savedPhase[first >> 1]):
                    first = literals[c];
                    break;
            }
        }

        return taken < 0 ? first : ChooseWindow(variable, taken);
    }

    private int ChooseWindow(int variable, int zoneClass)
    {
        var groups = groupsOfVariable[variable];
        for (var g = 0; g < groups.Count; g += net.Width)
        {
            if (SatisfiedWindow(groups, g, zoneClass) >= 0)
                continue;

            var open = Array.FindAll(groups[g].Alternatives, a => a.Class == zoneClass && a.Literal >= 0 && value[a.Literal >> 1] == 0);
            if (open.Length > 0)
                return open[Math.Max(0, Array.FindIndex(open, a => savedPhase[a.Literal >> 1]))].Literal;
        }

        throw new InvalidOperationException("A violated variable has no open choice: propagation missed a conflict.");
    }

    /// <summary>The first class of zones of a variable that the lower bounds satisfy at all its points, or -1.</summary>
    private int SatisfiedClass(int variable)
    {
        var literals = net.Zones[variable].Literals;
        for (var c = 0; c < Math.Max(1, literals.Length); c++)
        {
            if ((literals.Length == 0 || value[literals[c] >> 1] >= 0) && Satisfies(variable, c))
                return c;
        }

        return -1;
    }

    private bool Satisfies(int variable, int zoneClass)
    {
        var groups = groupsOfVariable[variable];
        for (var g = 0; g < groups.Count; g += net.Width)
        {
            if (SatisfiedWindow(groups, g, zoneClass) < 0)
                return false;
        }

        return true;
    }

    /// <summary>The first window of a statement, in zones of a class, that the lower bounds of its points satisfy, or -1.</summary>
    private int SatisfiedWindow(List<WindowGroup> groups, int g, int zoneClass)
    {
        var windows = groups[g].Alternatives;
        for (var i = 0; i < windows.Length; i++)
        {
            if (windows[i].Class == zoneClass && SatisfiedAt(groups, g, i))
                return i;
        }

        return -1;
    }

    private bool SatisfiedAt(List<WindowGroup> groups, int g, int window)
    {
        for (var i = g; i < g + net.Width; i++)
        {
            if (!Satisfied(groups[i].Alternatives[window], groups[i].Point))
                return false;
        }

        return true;
    }

    private bool Satisfied(in Alternative a, int point) =>
        (a.Literal < 0 || value[a.Literal >> 1] >= 0) && a.Low <= lower[point] && lower[point] <= a.High;
}
