namespace Assay.Chronology.Solving;

/// <summary>A general solver that takes a question which exceeded the budget of the solver's own search.</summary>
/// <remarks>Chronology refers to NodaTime alone, so the implementation lives with the caller.</remarks>
public interface IComponentSolver
{
    /// <summary>Decides a problem.</summary>
    /// <param name="problem">The problem; it is not changed.</param>
    /// <param name="cancellation">Stops the work; the answer is then <see cref="ComponentStatus.Unknown"/>.</param>
    /// <returns>The answer, with a solution where there is one.</returns>
    ComponentAnswer Solve(ComponentProblem problem, CancellationToken cancellation);
}

/// <summary>What a component solver found.</summary>
public enum ComponentStatus
{
    /// <summary>It ran out of budget.</summary>
    Unknown,

    /// <summary>There is a solution.</summary>
    Satisfiable,

    /// <summary>There is none.</summary>
    Unsatisfiable,
}

/// <summary>The answer of a component solver.</summary>
/// <param name="Status">What was found.</param>
/// <param name="Booleans">Value per Boolean where satisfiable, else empty.</param>
/// <param name="Points">Value per time point where satisfiable, else empty.</param>
public sealed record ComponentAnswer(ComponentStatus Status, IReadOnlyList<bool> Booleans, IReadOnlyList<long> Points)
{
    /// <summary>The answer of a solver that ran out of budget.</summary>
    public static ComponentAnswer Unknown { get; } = new(ComponentStatus.Unknown, [], []);

    /// <summary>The answer of a solver that proved that there is no solution.</summary>
    public static ComponentAnswer Unsatisfiable { get; } = new(ComponentStatus.Unsatisfiable, [], []);
}

/// <summary>A disjunctive temporal problem over integers. Strict bounds are already folded into the numbers.</summary>
/// <param name="Points">Count of time points.</param>
/// <param name="Floor">Least value that any point may take.</param>
/// <param name="Ceiling">Greatest value that any point may take.</param>
/// <param name="Booleans">Count of Booleans. A literal is <c>2 b</c> where Boolean b holds, <c>2 b + 1</c> where it does not.</param>
/// <param name="Clauses">Sets of literals of which at least one holds.</param>
/// <param name="Differences">Constraints <c>To &gt;= From + Weight</c>.</param>
/// <param name="Windows">Conditional bounds: where the literal holds (-1: always), the point lies in the range. Each point is also within
/// some range of each of its groups, which the clauses already say.</param>
public sealed record ComponentProblem(
    int Points,
    long Floor,
    long Ceiling,
    int Booleans,
    IReadOnlyList<int[]> Clauses,
    IReadOnlyList<Difference> Differences,
    IReadOnlyList<ConditionalWindow> Windows
);

/// <summary>A constraint <c>To &gt;= From + Weight</c> between two time points.</summary>
/// <param name="From">Point added to.</param>
/// <param name="To">Point bounded below.</param>
/// <param name="Weight">What is added.</param>
public readonly record struct Difference(int From, int To, long Weight);

/// <summary>Where the literal holds, the point lies in <c>[Low, High]</c>.</summary>
/// <param name="Point">The time point.</param>
/// <param name="Literal">The condition, or -1 for none.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
public readonly record struct ConditionalWindow(int Point, int Literal, long Low, long High);
