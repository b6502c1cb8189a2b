namespace Assay.Reading.Syntax.Parsing;

/// <summary>Arcs that may still change, with what else the parser thought of.</summary>
/// <param name="Heads">The head of each row; row 0 is the node above the tokens.</param>
/// <param name="Relations">The relation of each row.</param>
/// <param name="Margins">The margin of each row.</param>
/// <param name="Second">The best relation of each row that is no subject.</param>
internal sealed record OpenArcs(int[] Heads, string[] Relations, float[] Margins, string[] Second);

/// <summary>
/// A verb has one subject. Two that touch are one phrase: the first belongs to the second as a compound, behind a comma the second explains
/// the first; of others the less sure one is something else.
/// </summary>
internal static class SubjectRule
{
    /// <summary>Puts arcs right.</summary>
    /// <param name="arcs">The arcs.</param>
    /// <param name="isComma">True for a row that is a comma.</param>
    public static void Apply(OpenArcs arcs, Func<int, bool> isComma)
    {
        var last = new int[arcs.Heads.Length];
        for (var row = 1; row < arcs.Heads.Length; row++)
        {
            if (!IsSubject(arcs.Relations[row]))
                continue;
            var head = arcs.Heads[row];
            last[head] = last[head] == 0 ? row : Resolve(arcs, last[head], row, isComma);
        }
    }

    private static bool IsSubject(string relation) => relation is "nsubj" or "nsubj:pass";

    // The subject that stays.
    private static int Resolve(OpenArcs arcs, int first, int second, Func<int, bool> isComma)
    {
        var (end, start) = (Edge(arcs, first, Math.Max), Edge(arcs, second, Math.Min));
        if (start == end + 1)
            return Join(arcs, first, second, "compound");
        if (start == end + 2 && isComma(end + 1))
            return Join(arcs, second, first, "appos");
        var weaker = arcs.Margins[first] < arcs.Margins[second] ? first : second;
        arcs.Relations[weaker] = arcs.Second[weaker];
        return weaker == first ? second : first;
    }

    private static int Join(OpenArcs arcs, int part, int whole, string relation)
    {
        (arcs.Heads[part], arcs.Relations[part]) = (whole, relation);
        return whole;
    }

    private static int Edge(OpenArcs arcs, int top, Func<int, int, int> further)
    {
        var edge = top;
        for (var row = 1; row < arcs.Heads.Length; row++)
            if (further(edge, row) == row && IsUnder(arcs, row, top))
                edge = row;
        return edge;
    }

    private static bool IsUnder(OpenArcs arcs, int row, int top)
    {
        while (row != 0 && row != top)
            row = arcs.Heads[row];
        return row == top;
    }
}
