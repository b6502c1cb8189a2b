namespace Assay.Chronology.Solving;

/// <summary>Literals that exclude one another: the zones of a clock, the windows of a statement. Kept as sets, since a clause for each pair
/// of
/// a hundred offsets would cost more than the rest of a question.</summary>
internal sealed partial class Search
{
    private int[]?[] rivals = [];

    private void IndexExclusions()
    {
        rivals = new int[]?[net.Booleans];
        foreach (var set in net.Exclusions)
        {
            foreach (var literal in set)
                rivals[literal >> 1] = set;
        }
    }

    /// <summary>A literal became true: its rivals are false. Their groups are those of the literal itself, whose windows are narrowed
    /// once.</summary>
    private bool Exclude(int literal, int at)
    {
        if ((literal & 1) != 0 || rivals[literal >> 1] is not { } set)
            return true;

        foreach (var rival in set)
        {
            if (rival == literal || value[rival >> 1] < 0)
                continue;

            if (value[rival >> 1] > 0)
                return Clash(at, literalAt[rival >> 1]);

            AssignFalse(rival, Why.Rival, at);
        }

        return true;
    }

    private void AssignFalse(int literal, Why why, int source)
    {
        value[literal >> 1] = -1;
        literalAt[literal >> 1] = count;
        Push(new Entry(Kind.Literal, why, literal ^ 1, -1, source, 0, -1, Level));
    }
}
